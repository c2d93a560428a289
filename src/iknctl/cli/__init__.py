"""The command line: parse, request, render, exit."""

import gc
import os
import signal
import sys
from contextlib import suppress


def main() -> None:
    """The installed command."""
    # Most of what start-up allocates lives to the end, so collecting it is time lost: a sixth of importing Typer.
    gc.disable()
    # To be told to end is to be interrupted: nothing is left half-written beside its target.
    for number in {signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup has it
            signal.signal(number, signal.default_int_handler)
    try:
        from iknctl.cli.app import run

        code = int(run(sys.argv[1:]))
    except KeyboardInterrupt:
        code = 130
    # By now the answer has been written, past every buffer; taking the interpreter apart would be time lost as well.
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)
