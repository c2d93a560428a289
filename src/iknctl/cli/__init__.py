"""The command line: parse, ask, render, exit."""

import gc
import sys


def main() -> None:
    """The installed command."""
    # Most of what start-up allocates lives to the end, so collecting it is time lost: a sixth of importing Typer.
    gc.disable()
    from iknctl.cli.app import run

    code = run(sys.argv[1:])
    gc.freeze()  # nothing is left to collect when the interpreter ends
    sys.exit(code)
