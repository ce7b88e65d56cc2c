"""Rules for parts of a year: ไตรมาสที่ 2, ไตรมาส 1/2564, ครึ่งปีแรก, 5 เดือนแรกของปี 2567, ภาคเรียนที่ 1/2565."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.lexicon import compiled
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.patterns import Match, Pattern, era
from thai_newsie.stages.dates.relative import relative_years
from thai_newsie.stages.dates.values import Point
from thai_newsie.stages.dates.years import DIGITS_END, read_year

_ORDINALS = {
    "1": 1, "2": 2, "3": 3, "4": 4, "แรก": 1, "หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "สุดท้าย": 4,
    "I": 1, "II": 2, "III": 3, "IV": 4,
}  # fmt: skip
_NUMBERS = {
    "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9, "สิบเอ็ด": 11, "สิบ": 10,
}  # fmt: skip


@compiled
def _periods() -> Pattern:
    digits = rf"(?P<year>[0-9]{{4}}|[0-9]{{2}}){DIGITS_END}"
    return regex.compile(
        r"(?:ไตรมาส ?(?:ที่ {0,2})?(?P<quarter>[1-4](?:(?: ?[-–] ?|ถึง| ถึง )(?P<last>[1-4]))?(?![0-9]|[.,][0-9])|แรก|หนึ่ง|สอง|สาม(?!ารถ)|สี่|สุดท้าย|IV|I{1,3})"
        r"|Q(?P<quarter>[1-4])(?<![A-Za-z0-9]Q[1-4])(?![0-9])"
        r"|(?P<half>ครึ่ง(?:ปี)?(?:แรก|หลัง))(?= {0,2}(?:ของ|ใน)?ปี|(?<=ปี(?:แรก|หลัง))| ?2[45][0-9]{2}(?![0-9]))"
        r"|เดือน(?P<part>แรก|หลัง)?(?= {0,2}(?:(?:ของ|ใน)?ปี|2[45][0-9]{2}(?![0-9]))))"
        rf"(?: ?/ ?{digits}| {{0,2}}\(?(?:ของ|ใน)?(?:ประจำ)? {{0,2}}"
        rf"(?P<word>ปี ?งบประมาณ|ปีงบฯ?|งบประมาณปี|ปี|(?={era()})) {{0,2}}(?P<era>(?:{era()})?) {{0,2}}{digits}"
        rf"| ?(?P<year>2[45][0-9]{{2}}){DIGITS_END}"
        rf"| {{0,2}}(?:ของ|ใน)?(?P<relative>{any_of(relative_years())}))?"
    )


_COUNT = regex.compile(rf"(?r)(?<![0-9][.,]?)(?P<count>1[01]|[2-9]|{'|'.join(_NUMBERS)}) {{0,2}}")


@compiled
def _terms() -> Pattern:
    digits = rf"(?P<year>[0-9]{{4}}|[0-9]{{2}}){DIGITS_END}"
    return regex.compile(rf"(?:ภาคเรียน|ภาคการศึกษา|เทอม)(?:ที่)? {{0,2}}[1-3] ?/ ?{digits}")


def periods(text: str) -> Iterator[Candidate]:
    """The quarters, halves and first months of years that `text` names, and its school terms."""
    for match in _periods().finditer(text):
        if candidate := _period(text, match):
            yield candidate
    for match in _terms().finditer(text):
        if (year := read_year(match["year"])) is not None:
            yield Candidate(match.start(), match.end(), "term", Point(year), "academic_year")


def _period(text: str, match: Match) -> Candidate | None:
    start = match.start()
    if match["quarter"]:
        first = _ORDINALS[match["quarter"][:1] if match["last"] else match["quarter"]]
        last = max(first, int(match["last"] or first))
        rule, months = "quarter", (3 * first - 3, 3 * (last - first + 1))
    elif match["half"]:
        rule, months = "half", (6 if match["half"].endswith("หลัง") else 0, 6)
    else:
        number = _COUNT.match(text, 0, start)
        if not number or not (match["part"] or match["year"]):
            return None  # "6 เดือนของปี" with no year counts months
        start, written = number.start(), number["count"]
        count = int(written) if written.isdigit() else _NUMBERS[written]
        rule, months = "first_months", (12 - count if match["part"] == "หลัง" else 0, count)
    candidate = Candidate(start, match.end(), rule, months=months)
    if match["year"]:
        year = read_year(match["year"], match["era"])
        if year is None:
            return None
        candidate.point = Point(year)
        if match["word"]:
            candidate.fiscal = "งบ" in match["word"]
    elif match["relative"]:
        candidate.relative = relative_years()[match["relative"]]
    return candidate
