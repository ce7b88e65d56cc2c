"""The command `thai-newsie`, and `python -m thai_newsie`, where its script is not on the path."""

from __future__ import annotations

import gc
import signal

# The tables, patterns and modules that the command loads live as long as it does. To look through them for garbage again
# and again takes a fifteenth of a cold start.
_NEW_OBJECTS_BEFORE_COLLECTION = 50_000


def main() -> None:
    """Run the command. Until it is imported, which takes a third of a second, Ctrl-C ends the process without a word."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.set_threshold(_NEW_OBJECTS_BEFORE_COLLECTION)
    from thai_newsie.cli import main as command

    command()


if __name__ == "__main__":
    main()
