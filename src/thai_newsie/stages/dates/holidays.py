"""Rules for days that have a name or a place in the moon's month: วันวิสาขบูชา 2566, ขึ้น 15 ค่ำ เดือน 6 ปี 2566."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import regex

from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.lunar import feast
from thai_newsie.stages.dates.patterns import Pattern
from thai_newsie.stages.dates.values import Point
from thai_newsie.stages.dates.years import DIGITS_END, read_year


@compiled
def _holidays() -> dict[str, str]:
    return {name: row["day"] for row in table("holidays") for name in (row["word"], *values(row["forms"]))}


@compiled
def _named() -> Pattern:
    # With ปี or พ.ศ. between ("วันดินโลก ปี 2567") the year is the occasion's and stands for itself.
    return regex.compile(rf"(?P<name>{any_of(_holidays())}) {{0,2}}(?P<year>2[45][0-9]{{2}}){DIGITS_END}")


_MOON = regex.compile(
    r"(?:(?P<waxing>ขึ้น)|แรม) {0,2}(?P<day>1[0-5]|[1-9]) {0,2}ค่ำ {0,2}เดือน {0,2}(?P<month>1[0-2]|[1-9]|อ้าย|ยี่)(?![0-9])"
    rf"(?P<second> ?(?:หลัง|\(หลัง\)))?(?: {{0,2}}(?:ปี|พ\.ศ\.|พุทธศักราช)? {{0,2}}(?P<year>2[45][0-9]{{2}}){DIGITS_END})?"
)
_MONTHS = {"อ้าย": 1, "ยี่": 2}


def feasts(text: str) -> Iterator[Candidate]:
    """The named days of `text` that come with a year, and its days of the moon."""
    for match in _named().finditer(text):
        year = read_year(match["year"])
        day = holiday(match["name"], year) if year else None
        if day:
            yield Candidate(match.start(), match.end(), "feast", Point.of(day))
    for match in _MOON.finditer(text) if "ค่ำ" in text else ():
        month = _MONTHS.get(match["month"]) or int(match["month"])
        candidate = Candidate(match.start(), match.end(), "moon")
        candidate.moon = (bool(match["waxing"]), int(match["day"]), month, bool(match["second"]))
        if match["year"]:
            candidate.point = Point(read_year(match["year"]))
        yield candidate


def holiday(name: str, year: int) -> date | None:
    """The day of a Gregorian year that has the name; None where it cannot be told.

    >>> holiday("วันวิสาขบูชา", 2023), holiday("วันเด็กแห่งชาติ", 2024)
    (datetime.date(2023, 6, 3), datetime.date(2024, 1, 13))
    """
    day = _holidays()[name]
    if "-" in day:
        return date(year, int(day[:2]), int(day[3:]))
    first, second, third = day.split()
    if first in ("waxing", "waning"):
        return feast(year, first == "waxing", int(second), int(third))
    begins = date(year, int(third), 1)
    return begins + timedelta(days=(int(second) - begins.isoweekday()) % 7 + 7 * (int(first) - 1))
