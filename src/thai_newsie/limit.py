"""How long one article may take: the last resort against a text that takes far longer than any should.

A text is read at some 400,000 characters a second; the limit is a minute and thirty times that. No article known
comes near it, so the same input gives the same output on any machine. One that passes it keeps what the stages before
have found, and a warning.
"""

from __future__ import annotations

import time

SECONDS = 60.0
SECONDS_A_CHARACTER = 0.0001

_clock = time.thread_time  # processor time of this thread: a busy machine or a closed lid take none of it
_wall = time.perf_counter  # which it never outruns: read first, as it costs a hundredth


class OutOfTimeError(Exception):
    """The article has taken longer than any article should."""


class Limit:
    """The processor time of one article, from now on.

    >>> limit = Limit(characters=4_000)
    >>> limit.check()
    """

    __slots__ = ("_end", "_wall_end", "seconds")

    def __init__(self, characters: int) -> None:
        """Begin to count for a text of so many characters."""
        self.seconds = SECONDS + characters * SECONDS_A_CHARACTER
        self._end, self._wall_end = _clock() + self.seconds, _wall() + self.seconds

    def check(self) -> None:
        """Raise OutOfTimeError if the time is over."""
        if _wall() > self._wall_end and _clock() > self._end:
            raise OutOfTimeError
