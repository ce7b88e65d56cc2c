"""The time that one article may take: the last resort against a text that takes far longer than any should.

The pipeline reads some 400,000 characters a second. The default limit is a minute, plus forty times the usual time of each
character. No known article comes near it, so that the same input gives the same output on any machine. An article that
passes the limit keeps what the stages before have found, and gets a warning.
"""

from __future__ import annotations

import time

_processor_time = (
    time.thread_time
)  # of this thread: it stands still while other programs run or the machine sleeps
# Wall time is never behind processor time, and to read it costs a hundredth as much: so it is read first.
_wall_time = time.perf_counter

OUT_OF_TIME = (
    "reading took more than {:.0f} seconds: what would have been found later is missing"  # the warning
)


class OutOfTimeError(Exception):
    """An article takes longer than its limit."""


class Limit:
    """The processor time that one article may take, counted from the creation of the object.

    `seconds` is how long it may take.

    >>> limit = Limit(seconds=60.0)
    >>> limit.check()
    """

    __slots__ = ("_processor_end", "_wall_end", "seconds")

    def __init__(self, seconds: float) -> None:
        """Begin to count `seconds`."""
        self.seconds = seconds
        self._processor_end, self._wall_end = _processor_time() + seconds, _wall_time() + seconds

    def check(self) -> None:
        """Raise OutOfTimeError once the time is over."""
        if _wall_time() > self._wall_end and _processor_time() > self._processor_end:
            raise OutOfTimeError
