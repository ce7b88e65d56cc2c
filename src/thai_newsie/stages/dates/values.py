"""Values of dates: points in the calendar, stretches between them, and both as EDTF (ISO 8601-2:2019).

Years are Gregorian here: the rules convert Buddhist years when they read them.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

BUDDHIST = 543
# Years that news can mention. "ค.ศ. 9999" is none, and Python's calendar ends there.
CALENDAR_YEARS = range(1000, 3000)

# A Thai fiscal year is named after the year it ends in and begins on 1 October before
# (Budget Procedures Act B.E. 2561, section 4).
_FISCAL_MONTHS_EARLY = 3


def to_ce(year: int) -> int:
    """The Gregorian year of a Buddhist year.

    >>> to_ce(2564)
    2021
    """
    return year - BUDDHIST


def to_be(year: int) -> int:
    """The Buddhist year of a Gregorian year.

    >>> to_be(2021)
    2564
    """
    return year + BUDDHIST


class Point(NamedTuple):
    """A year, a month or a day. What the words leave out is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def edtf(self) -> str:
        """The point as EDTF; a year left unsaid is XXXX.

        >>> Point(2021, 6, 8).edtf(), Point(2021, 6).edtf(), Point(month=6, day=8).edtf()
        ('2021-06-08', '2021-06', 'XXXX-06-08')
        """
        parts = ["XXXX" if self.year is None else f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def clipped(self) -> Point:
        """The same point, a day past the month's end moved to the month's last day.

        >>> Point(2021, 2, 29).clipped()
        Point(year=2021, month=2, day=28)
        """
        if self.month is None or self.day is None:
            return self
        # Without a year 29 February is possible.
        last = calendar.monthrange(self.year or 2000, self.month)[1]
        return self._replace(day=min(self.day, last))

    @property
    def begins(self) -> date:
        """The first day of the point. Raises ValueError without a year."""
        if self.year is None:
            raise ValueError("a point without a year has no first day")
        return date(self.year, self.month or 1, self.clipped().day or 1)

    @property
    def ends(self) -> date:
        """The last day of the point. Raises ValueError without a year."""
        first = self.begins
        if self.day is not None:
            return first
        if self.month is not None:
            return first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return first.replace(month=12, day=31)

    @classmethod
    def of(cls, day: date) -> Point:
        """The point of a calendar day."""
        return cls(day.year, day.month, day.day)


def stretch(first: str, last: str) -> str:
    """An EDTF interval."""
    return f"{first}/{last}"


def months_of(year: int, first: int, count: int, fiscal: bool) -> tuple[date, date]:
    """First and last day of `count` months from the `first` (0 to 11) of a calendar or fiscal year.

    >>> months_of(2021, 0, 3, fiscal=True)
    (datetime.date(2020, 10, 1), datetime.date(2020, 12, 31))
    """
    start = year * 12 + first - (_FISCAL_MONTHS_EARLY if fiscal else 0)
    begins = date(start // 12, start % 12 + 1, 1)
    after = start + count
    return begins, date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def fiscal_year_of(day: date) -> int:
    """The Gregorian year that names the fiscal year `day` lies in.

    >>> fiscal_year_of(date(2020, 10, 1))
    2021
    """
    return day.year + (day.month > 12 - _FISCAL_MONTHS_EARLY)


def shifted_month(day: date, months: int) -> Point:
    """The month that lies `months` after that of `day`.

    >>> shifted_month(date(2021, 1, 31), -1)
    Point(year=2020, month=12, day=None)
    """
    count = day.year * 12 + day.month - 1 + months
    return Point(count // 12, count % 12 + 1)


def nearest(point: Point, day: date, weekday: int | None = None, direction: int = 0) -> Point:
    """`point` in the year that brings it nearest to `day`, before it (-1), after it (1) or on either side.

    A weekday that fits in only one of the years decides.

    >>> nearest(Point(month=12, day=25), date(2021, 1, 8))
    Point(year=2020, month=12, day=25)
    """
    choices = [point._replace(year=day.year + more) for more in (-1, 0, 1)]
    if weekday and point.day:
        agreeing = [c for c in choices if c == c.clipped() and c.begins.isoweekday() == weekday]
        if len(agreeing) == 1 and direction == 0:
            return agreeing[0]

    def distance(choice: Point) -> int:
        days = (choice.begins - day).days
        wrong = (direction > 0 and (choice.ends - day).days < 0) or (direction < 0 and days > 0)
        middle = days + (15 if choice.day is None else 0)
        return abs(middle) + (10_000 if wrong else 0)

    return min(choices, key=distance)


@dataclass(slots=True)
class Expression:
    """A date in a text: its place and words, its EDTF `value` and `kind`, and the `rule` that read it.

    `rule` is a code of the table date_rules. `value` is "" for a relative expression where the article's own day is not known.
    `warnings` tells of contradictions, and how they were read.
    """

    start: int
    end: int
    text: str
    value: str
    kind: str
    rule: str
    warnings: tuple[str, ...] = ()
