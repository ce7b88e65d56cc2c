"""Reads EDTF values: the days that a date of an article covers."""

from __future__ import annotations

import calendar
from datetime import date


def first_and_last_day(value: str) -> tuple[date | None, date | None]:
    """The first and the last day that a date's `value` covers; None where it is open or the year unknown.

    >>> first_and_last_day("2021-06")
    (datetime.date(2021, 6, 1), datetime.date(2021, 6, 30))
    >>> first_and_last_day("2021-06-07/..")
    (datetime.date(2021, 6, 7), None)
    >>> first_and_last_day("XXXX-06-08")
    (None, None)
    """
    first, _, last = value.partition("/")
    return _days(first)[0], _days(last or first)[1]


def _days(point: str) -> tuple[date | None, date | None]:
    """First and last day of a year, a month or a day."""
    parts = point.split("-")
    if not all(map(str.isdigit, parts)):
        return None, None
    year, month, day = (*map(int, parts), *[None] * 3)[:3]
    try:
        first = date(year or 0, month or 1, day or 1)
        month = month or 12
        return first, date(first.year, month, day or calendar.monthrange(first.year, month)[1])
    except ValueError:  # a record of another program may have a day that does not exist
        return None, None
