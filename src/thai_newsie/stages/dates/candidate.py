"""What the rules find, before the article as a whole is considered: expressions that may still lack a year."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from thai_newsie.stages.dates.values import Point

_NO_POINT = Point()


class Offset(NamedTuple):
    """How many units a date lies away from the article's own day: +1 week for สัปดาห์หน้า.

    `unit` is one of the units of `relative_dates`, or "weekday": the candidate's weekday in the week that lies `distance`
    weeks away.
    """

    unit: str
    distance: int


class MonthSpan(NamedTuple):
    """Months of a year: the first (0 to 11) and their number. `by_month`: their value names months, else days."""

    first: int
    length: int
    by_month: bool = False


class LunarDay(NamedTuple):
    """A day of the lunar calendar: ขึ้น (`waxing`) or แรม, the day, the month, the second of two eighth months."""

    waxing: bool
    day: int
    month: int
    second: bool = False


@dataclass(slots=True)
class Candidate:
    """A date as its own words give it. Offsets are those of the normalized text.

    One of these says which date it is: `point`; `relative`, counted from the article's own day; `months` of the year in
    `point`; `lunar`, a day of the lunar calendar in the year in `point`.
    """

    start: int
    end: int
    rule: str  # a code of the table date_rules
    point: Point = _NO_POINT
    kind: str = ""  # fiscal_year or academic_year; else what the point is
    relative: Offset | None = None
    months: MonthSpan | None = None
    fiscal: bool | None = None  # of months: counted from October, from January, or not said
    lunar: LunarDay | None = None
    weekday: int | None = None  # as written, 1 = Monday
    cue: str = ""  # a code of the table date_cues
    shares_month: bool = False  # "28 - 30 มีนาคม": the month is written once, behind the range
    until: Candidate | None = None  # the other end of a range
    cue_end: int = 0  # where the words behind it end that tell its year, if they go on after `end`
    open: bool = False  # "เป็นต้นไป"
    weak: bool = False  # counts only when something beside it makes it a date: a range, เป็นต้นไป
    misprint: str = ""  # the year as written where it cannot be right
    warnings: list[str] = field(default_factory=list)

    @property
    def unit(self) -> str:
        """What it counts from the article's own day; "" where it does not."""
        return self.relative.unit if self.relative else ""

    @property
    def is_written_day(self) -> bool:
        """Whether it is one day written with its month, as a figure or a name."""
        return self.point.day is not None and self.rule in _DAY_RULES and self.until is None

    @property
    def cues(self) -> tuple[str, ...]:
        """The cues of its ends."""
        return (self.cue, self.until.cue) if self.until else (self.cue,)


_DAY_RULES = frozenset({"day", "day.month_first", "day.figures"})
