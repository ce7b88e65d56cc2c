"""The names of many things in one line of a message."""

from __future__ import annotations

from collections.abc import Sequence

_MOST_SHOWN = 10


def shown(names: Sequence[object]) -> str:
    """The first of `names`, and how many more there are.

    >>> shown(["ก.png", "ข.png"]), shown(range(1, 15))
    ('ก.png, ข.png', '1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 4 more')
    """
    first = ", ".join(map(str, names[:_MOST_SHOWN]))
    return f"{first} and {len(names) - _MOST_SHOWN} more" if len(names) > _MOST_SHOWN else first
