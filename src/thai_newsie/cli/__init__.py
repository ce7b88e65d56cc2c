"""The command `thai-newsie`: one module for each subcommand.

Heavy libraries are imported inside functions, so that `--help` and a mistyped option answer at once.
"""

from __future__ import annotations

import signal
import sys


def main() -> None:
    """Run the command. An error is one line on standard error."""
    # Until there is something to clean up, Ctrl-C ends the process as it ends any other.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from thai_newsie.cli.command import run
    from thai_newsie.cli.standard_streams import prepare

    prepare()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    status = run(sys.argv[1:])
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(status)
