"""Rules for days that have a name or a place in the lunar calendar: วันวิสาขบูชา 2566, ขึ้น 15 ค่ำ เดือน 6 ปี 2566."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

import regex

from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import Trace
from thai_newsie.stages.dates.candidate import Candidate, LunarDay
from thai_newsie.stages.dates.lunar import lunar_holiday
from thai_newsie.stages.dates.patterns import Pattern, eras
from thai_newsie.stages.dates.rejections import reject_date
from thai_newsie.stages.dates.values import BUDDHIST, Point
from thai_newsie.stages.dates.years import DIGITS_END, read_year


class _FixedDay(NamedTuple):
    """The same day of the calendar every year."""

    month: int
    day: int


class _NthWeekday(NamedTuple):
    """The nth weekday of a month, counted from its end where `nth` is negative."""

    nth: int
    weekday: int
    month: int


@compiled
def _holidays() -> dict[str, _FixedDay | _NthWeekday | LunarDay]:
    """From each name of a holiday to its day."""
    return {
        name: _day_of_row(row["day"])
        for row in table("holidays")
        for name in (row["word"], *values(row["forms"]))
    }


def _day_of_row(cell: str) -> _FixedDay | _NthWeekday | LunarDay:
    """The day as the table writes it: "01-16", "waxing 15 6", "2 6 1"."""
    if " " not in cell:
        month, day = map(int, cell.split("-"))
        return _FixedDay(month, day)
    first, *numbers = cell.split()
    second, third = map(int, numbers)
    if first in ("waxing", "waning"):
        return LunarDay(first == "waxing", second, third)
    return _NthWeekday(int(first), second, third)


@compiled
def _named_day() -> Pattern:
    """A holiday with its year. With ปี or พ.ศ. between ("วันดินโลก ปี 2567") the year is the occasion's, and a date by itself."""
    return regex.compile(
        rf"(?P<name>{any_of(_holidays())})(?: {{0,2}}(?P<year>2[45][0-9]{{2}}){DIGITS_END})?"
    )


@compiled
def _lunar_day() -> Pattern:
    buddhist = any_of(["ปี", *(form for form, offset in eras().items() if offset == -BUDDHIST)])
    return regex.compile(
        r"(?:(?P<waxing>ขึ้น)|แรม) {0,2}(?P<day>1[0-5]|[1-9]) {0,2}ค่ำ {0,2}เดือน {0,2}"
        rf"(?P<month>1[0-2]|[1-9]|{'|'.join(_LUNAR_MONTH_NAMES)})(?![0-9])(?P<second> ?(?:หลัง|\(หลัง\)))?"
        rf"(?: {{0,2}}{buddhist}? {{0,2}}(?P<year>2[45][0-9]{{2}}){DIGITS_END})?"
    )


_LUNAR_MONTH_NAMES = {"อ้าย": 1, "ยี่": 2}


def holidays(text: str, trace: Trace | None = None) -> Iterator[Candidate]:
    """The holidays of `text` that come with a year, and its days of the lunar calendar."""
    for match in _named_day().finditer(text):
        if not match["year"]:
            reject_date(trace, *match.span(), "holiday", "no year follows the name")
            continue
        year = read_year(match["year"])
        day = holiday(match["name"], year) if year else None
        if day:
            yield Candidate(match.start(), match.end(), "holiday", Point.of(day))
        else:
            reject_date(trace, *match.span(), "holiday", "its day in this year is not known")
    if "ค่ำ" in text:
        yield from _lunar_days(text)


def _lunar_days(text: str) -> Iterator[Candidate]:
    for match in _lunar_day().finditer(text):
        month = _LUNAR_MONTH_NAMES.get(match["month"]) or int(match["month"])
        lunar = LunarDay(bool(match["waxing"]), int(match["day"]), month, bool(match["second"]))
        point = Point(read_year(match["year"]) if match["year"] else None)
        yield Candidate(match.start(), match.end(), "lunar", point, lunar=lunar)


def holiday(name: str, year: int) -> date | None:
    """The day of a Gregorian year that has the name; None where it is not known.

    `name` is a name of the table holidays.

    >>> holiday("วันวิสาขบูชา", 2023), holiday("วันเด็กแห่งชาติ", 2024)
    (datetime.date(2023, 6, 3), datetime.date(2024, 1, 13))
    """
    day = _holidays()[name]
    if isinstance(day, LunarDay):
        return lunar_holiday(year, day.waxing, day.day, day.month)
    if isinstance(day, _FixedDay):
        point = Point(year, day.month, day.day)
        return point.begins if point == point.clipped() else None  # 29 February
    found = _nth_weekday(year, day)
    return found if found.month == day.month else None  # few months have a fifth Sunday


def _nth_weekday(year: int, day: _NthWeekday) -> date:
    if day.nth > 0:
        first = date(year, day.month, 1)
        return first + timedelta(days=(day.weekday - first.isoweekday()) % 7 + 7 * (day.nth - 1))
    last = Point(year, day.month).ends
    return last - timedelta(days=(last.isoweekday() - day.weekday) % 7 + 7 * (-day.nth - 1))
