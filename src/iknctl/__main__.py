"""`python -m iknctl`."""

from iknctl.cli import main

main()
