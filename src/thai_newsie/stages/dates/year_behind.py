"""The year behind a month: มกราคม พ.ศ. 2564, ม.ค. 64, January 2021, and words that tell it: มกราคมปีหน้า."""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

from thai_newsie.lexicon import compiled
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.dates.patterns import Finder, Match, Pattern, column, era, month_number, thai_month
from thai_newsie.stages.dates.years import DIGITS_END, SHORT_YEARS, no_count, read_year, year_of_month


@compiled
def thai_months() -> Finder:
    """A month's Thai name."""
    return re.compile(thai_month())


@compiled
def _digits_behind() -> Pattern:
    """The figures behind a month."""
    return regex.compile(
        rf"(?P<gap> {{0,3}}(?: ?(?:ของ|ใน)?(?:ปี {{0,2}}))?(?P<era>(?:{era()})?) {{0,3}}| ?, ?| ?/ ?|[-.'’] ?)"
        rf"(?P<year>[0-9]{{2,5}}){DIGITS_END}"
    )


@compiled
def _not_counted() -> Pattern:
    return regex.compile(no_count())


@compiled
def cue_behind() -> Pattern:
    """A word behind a day or month that tells its year."""
    return regex.compile(rf" {{0,2}}(?!หน้า[ก-๛])(?P<cue>{any_of(column('date_cues', 'forms'))})")


class YearBehind(NamedTuple):
    """The year behind a month, or the digits that cannot be one, and where the date ends."""

    year: int | None
    misprint: str
    end: int


def year_behind(text: str, match: Match, has_day: bool) -> YearBehind:
    """The year behind the month of `match`; `has_day`: days stand before the month."""
    none = YearBehind(None, "", match.end())
    after = _digits_behind().match(text, match.end())
    if not after:
        return none
    digits, gap = after["year"], after["gap"].strip()
    year = read_year(digits, after["era"])
    if len(digits) == 2:
        return _short_year(text, match, after, has_day) or none
    if year is not None:
        year = year_of_month(year, digits, month_number(match[0]))
        return YearBehind(year, "", after.end()) if gap not in (",", "'", "’") else none
    if len(digits) in (3, 4, 5) and digits.startswith(("25", "26", "52", "24")) and not gap:
        return YearBehind(None, digits, after.end())
    return none


_FIRST_SHORT_BUDDHIST_YEAR = 43  # "May 5, 21" is 2021


def _short_year(text: str, match: Match, after: Match, has_day: bool) -> YearBehind | None:
    """The year that two digits behind a month mean; None where they are no year."""
    digits, end = after["year"], after.end()
    if int(digits) not in SHORT_YEARS:
        return None
    if not (has_day and "." in match[0]) and not _not_counted().match(text, end):
        return None
    if thai_months().match(text, end + (text[end : end + 1] == " ")):
        return None  # "ม.ค. 31 มี.ค.": the next date's day
    year = read_year(digits, after["era"])
    if match[0].isascii() and int(digits) < _FIRST_SHORT_BUDDHIST_YEAR and not after["era"]:
        year = 2000 + int(digits)
    return YearBehind(year, "", end)
