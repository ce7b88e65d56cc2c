"""How a signal ends the command: like an error, so that files that are not finished are removed and workers are ended."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_ENDING = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]  # Windows has no SIGHUP
_SECONDS_UNTIL_AGAIN = 0.05


class EndedBySignal(SystemExit):
    """A signal ends the command. The status is that of a shell: 128 and the number of the signal."""


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let Ctrl-C, SIGTERM and SIGHUP raise EndedBySignal in the block. The second one of a kind ends the process at once.

    A signal that is ignored (`nohup`) remains so. Only the main thread may enter the block.
    """
    before = {number: signal.getsignal(number) for number in _ENDING}
    unraisable = sys.unraisablehook
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, _end)
    sys.unraisablehook = _raised_in_vain
    try:
        yield
    finally:
        sys.unraisablehook = unraisable
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    signal.signal(number, signal.SIG_DFL)
    raise EndedBySignal(128 + number)


def _raised_in_vain(raised: UnraisableHookArgs) -> None:
    """Raise again, in a moment, what compiled code has thrown away that called Python back (a weak reference that ends)."""
    if isinstance(raised.exc_value, EndedBySignal) and hasattr(signal, "setitimer"):
        status = raised.exc_value.code

        def again(number: int, frame: FrameType | None) -> NoReturn:
            raise EndedBySignal(status)

        signal.signal(signal.SIGALRM, again)
        signal.setitimer(signal.ITIMER_REAL, _SECONDS_UNTIL_AGAIN)
    else:
        sys.__unraisablehook__(raised)
