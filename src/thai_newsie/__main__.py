"""The command `thai-newsie`, and `python -m thai_newsie`, where its script is not on the path."""

from __future__ import annotations

import signal


def main() -> None:
    """Run the command. Until it is imported, which takes a third of a second, Ctrl-C ends the process without a word."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from thai_newsie.cli import main as command

    command()


if __name__ == "__main__":
    main()
