"""Corrects years that cannot be right: 2664 and 25664 for 2564, last year's number in January."""

from __future__ import annotations

from datetime import date

from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.values import Point, nearest, to_be

_MAX_FUTURE_YEARS = 15  # days are not announced further ahead
_MAX_PLANNED_YEARS = 75  # plans reach no further
_MAX_DAYS_TO_WEEKDAY = (
    31  # a weekday decides the year only of a date that is so near to the article's own day
)


def mended(candidate: Candidate, day: date | None) -> Point:
    """The point of a candidate. A wrong year is corrected if `day`, the article's own day, makes the right one certain.

    A correction adds a warning to the candidate.
    """
    point = candidate.point
    if candidate.misprint:
        meant = nearest(point, day) if day else point
        candidate.warnings.append(f"{candidate.misprint!r} is no year; read as {meant.year or 'unknown'}")
        return meant
    if day is None or point.year is None:
        return point
    written = str(to_be(point.year))
    if point.month is not None and point.year > day.year + _MAX_FUTURE_YEARS:
        meant = nearest(point, day)
        if meant.year and sum(a != b for a, b in zip(written, str(to_be(meant.year)), strict=False)) == 1:
            candidate.warnings.append(f"the year {written} is a misprint; read as {meant.year}")
            return meant
    if (  # "ปี 2566 - 2670"
        point.month is None
        and point.year > day.year + _MAX_PLANNED_YEARS
        and written.startswith("26")
        and abs(point.year - 100 - day.year) <= _MAX_PLANNED_YEARS
    ):
        candidate.warnings.append(f"the year {written} is a misprint; read as {point.year - 100}")
        return point._replace(year=point.year - 100)
    if candidate.weekday and point.day and point == point.clipped():
        # "วันศุกร์ที่ 31 ธันวาคม 2565" in the first days of 2565: the weekday decides the year.
        meant = nearest(point, day)
        if (
            point.begins.isoweekday() != candidate.weekday == meant.begins.isoweekday()
            and abs((meant.begins - day).days) <= _MAX_DAYS_TO_WEEKDAY
        ):
            candidate.warnings.append(f"{point.edtf()} is no such weekday; read as {meant.edtf()}")
            return meant
    return point
