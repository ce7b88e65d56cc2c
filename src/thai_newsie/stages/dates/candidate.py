"""What the rules write before the article as a whole is looked at: expressions whose year may still be missing."""

from __future__ import annotations

from dataclasses import dataclass, field

from thai_newsie.stages.dates.values import Point

NOWHERE = Point()


@dataclass(slots=True)
class Candidate:
    """An expression as its own words have it.

    Either `point` says what it points to, or `relative` (a unit and how many of them away from the
    article's own day), or `months` (the first month and their number, of the year in `point`).
    """

    start: int
    end: int
    rule: str
    point: Point = NOWHERE
    kind: str = ""  # fiscal_year or academic_year; else what the point is
    relative: tuple[str, int] | None = None
    months: tuple[int, int] | None = None
    fiscal: bool | None = None  # of months: counted from October, from January, or not said
    moon: tuple[bool, int, int, bool] | None = None  # waxing, day, month, the second of two eighth months
    weekday: int | None = None  # as written, 1 = Monday
    cue: str = ""  # see data/dates/date_cues.tsv
    shares_month: bool = False  # "28 - 30 มีนาคม": the month is written once, behind the range
    until: Candidate | None = None  # the other end of a range
    reach: int = 0  # where the words behind it end that tell its year, if they go further than `end`
    open: bool = False  # "เป็นต้นไป"
    weak: bool = False  # stands only when something beside it makes it a date: a range, เป็นต้นไป, a cue
    misprint: str = ""  # the year as written where it cannot be right
    warnings: list[str] = field(default_factory=list)
