"""The two ends of a range: the year that one takes from the other, and ends that run backwards."""

from __future__ import annotations

from datetime import date

from thai_newsie.stages.dates.values import Point, shifted_month


def with_missing_years(first: Point, last: Point) -> tuple[Point, Point]:
    """Both ends with a year, where one of them has one: the year in which they do not run backwards.

    >>> with_missing_years(Point(month=12, day=30), Point(2022, 1, 2))
    (Point(year=2021, month=12, day=30), Point(year=2022, month=1, day=2))
    """
    earlier = bool(first.month and last.month and last.month < first.month)
    if first.year is None and last.year is not None:
        first = first._replace(year=last.year - earlier)
    elif last.year is None and first.year is not None:
        last = last._replace(year=first.year + earlier)
    return first, last


def ordered_ends(first: Point, last: Point, shares_month: bool) -> tuple[Point, Point, str]:
    """The ends of a range in order, and a warning if they were not. Of several slips the likeliest is set right.

    `shares_month`: the month is written once, behind the range. Both points have a year.

    >>> ordered_ends(Point(2022, 4, 28), Point(2022, 4, 2), shares_month=True)[0]
    Point(year=2022, month=3, day=28)
    """
    if first.begins <= last.ends:
        return first, last, ""
    backwards = f"the range {first.edtf()} to {last.edtf()} runs backwards"
    if shares_month and first.year and first.month:
        # "28 - 2 เมษายน": the month before is left out
        first = shifted_month(date(first.year, first.month, 1), -1)._replace(day=first.day)
    elif first.month and first.year == last.year and last.year:
        # "28 ก.พ. - 27 ก.พ. 2565": a year lies between
        first = first._replace(year=last.year - 1)
    else:
        first, last = last, first
    return first, last, f"{backwards}; read as {first.edtf()} to {last.edtf()}"
