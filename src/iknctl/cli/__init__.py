"""The command line: parse, ask, render, exit."""

import gc
import os
import signal
import sys


def main() -> None:
    """The installed command."""
    # Most of what start-up allocates lives to the end, so collecting it is time lost: a sixth of importing Typer.
    gc.disable()
    # A descriptor that is missing would be given to the next file that is opened, and a message would land in it. What
    # takes its place fails as a closed one does: standard input cannot be read, and the others cannot be written.
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY if number else os.O_WRONLY)
    # To be told to end is to be interrupted: nothing is left half-written beside its target.
    for number in {signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup has it
            signal.signal(number, signal.default_int_handler)
    try:
        from iknctl.cli.app import run

        code = int(run(sys.argv[1:]))
    except KeyboardInterrupt:
        code = 130
    gc.freeze()  # or all of it would be collected at the end
    sys.exit(code)
