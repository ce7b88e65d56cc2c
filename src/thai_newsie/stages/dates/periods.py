"""Rules for parts of a year: ไตรมาสที่ 2, ไตรมาส 1/2564, ครึ่งปีแรก, 5 เดือนแรกของปี 2567, ภาคเรียนที่ 1/2565."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from thai_newsie.lexicon import compiled, table
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import Trace
from thai_newsie.stages.dates.candidate import Candidate, MonthSpan
from thai_newsie.stages.dates.patterns import Match, Pattern, era, words
from thai_newsie.stages.dates.rejections import reject_date
from thai_newsie.stages.dates.relative_table import relative_years
from thai_newsie.stages.dates.values import Point
from thai_newsie.stages.dates.years import DIGITS_END, read_year, year_words
from thai_newsie.stages.number_words import spoken_numbers, spoken_pattern

_OF = "(?:ของ|ใน)?"
_QUARTERS = range(1, 5)
_SEVERAL_MONTHS = range(2, 12)


@compiled
def _ordinals() -> dict[str, int]:
    """From each way of writing the number of a quarter to the number."""
    named = {row["word"]: int(row["value"]) for row in table("date_words") if row["type"] == "ordinal"}
    spoken = {word: number for word, number in spoken_numbers().items() if number in _QUARTERS}
    return named | spoken | {str(number): number for number in _QUARTERS}


@compiled
def _months_spoken() -> dict[str, int]:
    return {word: number for word, number in spoken_numbers().items() if number in _SEVERAL_MONTHS}


@compiled
def _part_of_year() -> Pattern:
    """A quarter, a half or some months, with the year behind it."""
    digits = rf"(?P<year>[0-9]{{4}}|[0-9]{{2}}){DIGITS_END}"
    figure = r"[1-4](?:(?: ?[-–] ?|ถึง| ถึง )(?P<last>[1-4]))?(?![0-9]|[.,][0-9])"
    return regex.compile(
        rf"(?:ไตรมาส ?(?:ที่ {{0,2}})?(?P<quarter>{figure}|{spoken_pattern(_QUARTERS)}|{words('ordinal')})"
        r"|Q(?P<quarter>[1-4])(?<![A-Za-z0-9]Q[1-4])(?![0-9])"
        rf"|ครึ่ง(?:ปี)?(?:(?P<first_half>แรก)|(?P<second_half>หลัง))(?= {{0,2}}{_OF}ปี|(?<=ปี(?:แรก|หลัง))| ?2[45][0-9]{{2}}(?![0-9]))"
        rf"|เดือน(?:(?P<first_months>แรก)|(?P<last_months>หลัง)|(?P<months>))(?= {{0,2}}(?:{_OF}ปี|2[45][0-9]{{2}}(?![0-9]))))"
        rf"(?: ?/ ?{digits}| {{0,2}}\(?{_OF}(?:ประจำ)? {{0,2}}"
        rf"(?:(?P<fiscal>{any_of(year_words('fiscal_year'))})|(?P<calendar>ปี|(?={era()}))) {{0,2}}(?P<era>(?:{era()})?) {{0,2}}{digits}"
        rf"| ?(?P<year>2[45][0-9]{{2}}){DIGITS_END}"
        rf"| {{0,2}}{_OF}(?P<relative>{any_of(relative_years())}))?"
    )


@compiled
def _months_counted() -> Pattern:
    """The number of months before "เดือนแรกของปี"."""
    return regex.compile(rf"(?r)(?<![0-9][.,]?)(?P<count>1[01]|[2-9]|{'|'.join(_months_spoken())}) {{0,2}}")


@compiled
def _term() -> Pattern:
    digits = rf"(?P<year>[0-9]{{4}}|[0-9]{{2}}){DIGITS_END}"
    return regex.compile(rf"{words('term')}(?:ที่)? {{0,2}}[1-3] ?/ ?{digits}")


def periods(text: str, trace: Trace | None = None) -> Iterator[Candidate]:
    """The quarters, halves and first months of years that `text` names, and its school terms."""
    for match in _part_of_year().finditer(text):
        if candidate := _period(text, match, trace):
            yield candidate
    for match in _term().finditer(text):
        if (year := read_year(match["year"])) is not None:
            yield Candidate(match.start(), match.end(), "term", Point(year), "academic_year")
        else:
            reject_date(trace, *match.span(), "term", "the figures are no year")


class _Months(NamedTuple):
    """Months of a year as the words have them: where they begin, by which rule, and which ones."""

    start: int
    rule: str
    span: MonthSpan


def _period(text: str, match: Match, trace: Trace | None) -> Candidate | None:
    """A part of a year with the year that its words tell."""
    months = _months(text, match)
    if not months:
        # "6 เดือนของปี" counts months
        reject_date(
            trace, *match.span(), "first_months", "neither a number and แรก or หลัง, nor a year beside it"
        )
        return None
    candidate = Candidate(months.start, match.end(), months.rule, months=months.span)
    if match["year"]:
        year = read_year(match["year"], match["era"])
        if year is None:
            reject_date(trace, candidate.start, candidate.end, months.rule, "the figures are no year")
            return None
        candidate.point = Point(year)
        candidate.fiscal = True if match["fiscal"] else False if match["calendar"] else None
    elif match["relative"]:
        candidate.relative = relative_years()[match["relative"]]
    return candidate


def _months(text: str, match: Match) -> _Months | None:
    """The months of a match; None where the words count months and name none."""
    if match["quarter"]:
        first = _ordinals()[match["quarter"][:1] if match["last"] else match["quarter"]]
        last = max(first, int(match["last"] or first))
        return _Months(match.start(), "quarter", MonthSpan(3 * first - 3, 3 * (last - first + 1)))
    if match["first_half"] or match["second_half"]:
        return _Months(match.start(), "half", MonthSpan(6 if match["second_half"] else 0, 6))
    number = _months_counted().match(text, 0, match.start())
    if not number or not (match["first_months"] or match["last_months"] or match["year"]):
        return None
    written = number["count"]
    count = int(written) if written.isdigit() else _months_spoken()[written]
    span = MonthSpan(12 - count if match["last_months"] else 0, count, by_month=True)
    return _Months(number.start(), "first_months", span)
