"""What a process makes once, whatever the number of threads."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import TypeVar

T = TypeVar("T")


def once(make: Callable[[], T]) -> Callable[[], T]:
    """Let a function without arguments run once: threads that come meanwhile wait, and all get the same object.

    `functools.cache` lets each of them run it. Where it raises, the next call runs it again. For what is made from tables
    use `thai_newsie.lexicon.compiled`.

    >>> numbers = once(lambda: [1, 2, 3])
    >>> numbers() is numbers()
    True
    """
    making = RLock()
    made: list[T] = []

    @wraps(make)
    def get() -> T:
        if not made:
            with making:
                if not made:
                    made.append(make())
        return made[0]

    return get
