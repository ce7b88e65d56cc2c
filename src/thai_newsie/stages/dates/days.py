"""Rules for days and months that a month's name holds together.

29 พฤษภาคม 2562, 12มี.ค.65, 15 - 17 ก.พ. 2565, วันที่ 3, 10 และ 17 มีนาคม 2565, มกราคม 2564, เม.ย. นี้,
12 May 2021, May 12, 2021, มี.ค. 15, 2559.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import regex

from thai_newsie.lexicon import compiled
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.patterns import (
    AND,
    TO,
    Finder,
    Match,
    Pattern,
    column,
    day_word,
    english_month,
    era,
    month_numbers,
    thai_month,
    weekday,
)
from thai_newsie.stages.dates.values import Point
from thai_newsie.stages.dates.years import DIGITS_END, NO_COUNT, SHORT_YEARS, read_year

_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
# A number before a month that is not its day: "ครั้งที่ 3 เมษายน", "ข้อ 5 มกราคม", "โควิด-19 เมษายน".
_NO_DAY = regex.compile(
    r"(?r)(?:(?:ครั้ง|ฉบับ|รุ่น|ระยะ|เฟส|ลำดับ|ล็อต|ชั้น|ระลอก|เลข|ปี)ที่|มาตรา|ข้อ|ไตรมาส|จำนวน|ร้อยละ|(?<!หมด)อายุ) {0,2}"
)
_COVID = regex.compile(r"(?r)(?i:โควิด|โคโรนา|โควิท|covid)[-– ]{0,2}19")


@compiled
def _thai() -> Finder:
    return re.compile(thai_month())


# ก.ค.ศ., ก.พ.ร., ส.ค.ส.: organizations and things whose letters begin like a month's. With a day before, only the first of them
# is none: "1 ก.ย.พ.ต.อ.สมชาย".
_FIGURE = re.compile("[0-9]+")
_GOES_ON = regex.compile(r"(?!น\.)[ก-ฮ]\.")
_TEACHERS = "ศ."


@compiled
def _english() -> Pattern:
    return regex.compile(rf"(?<![A-Za-z]){english_month()}")


def _months(text: str) -> list[Match]:
    """The months' names in the order of the text; two passes are quicker than one pattern for both."""
    english = list(_english().finditer(text))
    thai = _thai().finditer(text)
    return sorted([*thai, *english], key=lambda match: match.start()) if english else list(thai)


@compiled
def _before() -> Pattern:
    """What stands before a month, read backwards from it: weekday, days, เดือน."""
    return regex.compile(
        rf"(?r)(?:(?P<weekday>{weekday()}) ?ที่ {{0,2}}|(?P<on>วันที่) {{0,2}})?"
        rf"(?<![0-9])(?<![0-9][.,:/])(?<![A-Za-z]-?)"
        rf"(?P<days>(?:{_DAY}(?:{TO}|{AND}){day_word()}?){{0,30}}{_DAY})"
        r"(?P<gap> {0,3}(?:(?:ของ)?เดือน {0,2})?|[-/.]|(?:st|nd|rd|th)? (?:of )?)"
    )


@compiled
def _weekday_before() -> Pattern:
    return regex.compile(rf"(?r){weekday()}(?:{TO}|{AND})(?:วัน)?")


@compiled
def _after() -> Pattern:
    """What stands behind a month: its year."""
    return regex.compile(
        rf"(?P<gap> {{0,3}}(?: ?(?:ของ|ใน)?(?:ปี {{0,2}}))?(?P<era>(?:{era()})?) {{0,3}}| ?, ?|[-/.'’] ?)"
        rf"(?P<year>[0-9]{{2,5}}){DIGITS_END}"
    )


@compiled
def _american() -> Pattern:
    """Day and year behind a month: "May 12, 2021", "May 5-7, 2021", "มี.ค. 15, 2559"."""
    day = rf"(?P<day>{_DAY})(?:st|nd|rd|th)?(?:{TO}(?P<last>{_DAY})(?:st|nd|rd|th)?)?"
    return regex.compile(
        rf" ?{day}(?:(?: ?, ?| )(?P<year>[0-9]{{4}}){DIGITS_END}|(?![0-9a-zA-Z]|[.,:/][0-9]))"
    )


@compiled
def _one_day() -> Pattern:
    return regex.compile(
        rf"(?P<range>{TO})?(?:{AND})?(?:[^0-9]*?(?P<weekday>{weekday()}))?[^0-9]*(?P<day>[0-9]{{1,2}})"
    )


@compiled
def cue_behind() -> Pattern:
    """A word behind a day or month that tells its year."""
    return regex.compile(rf" {{0,2}}(?!หน้า[ก-๛])(?P<cue>{any_of(column('date_cues', 'forms'))})")


_COUNTED = regex.compile(NO_COUNT)
# Behind these an abbreviation alone is a month: "ตั้งแต่ เม.ย.", but not "สำนักงาน ก.พ.".
_MONTH_WORD = regex.compile(r"(?r)(?:เดือน|ช่วง|ตั้งแต่|ภายใน|ต้น|กลาง|ปลาย|สิ้น|เริ่ม) {0,2}")


def days(text: str) -> Iterator[Candidate]:
    """The days and months that `text` names by a month's name."""
    done = 0
    for match in _months(text):
        if match.start() < done:
            continue
        found = _around(text, match, done)
        if found:
            done = found[-1].end
            yield from found


def _around(text: str, match: Match, done: int) -> list[Candidate]:
    """The dates that one month's name holds together; `done` is where the one before it ended."""
    name = match[0]
    month = month_numbers().get(name) or month_numbers()[name.lower()]
    if (american := _american().match(text, match.end())) and (name.isascii() or american["year"]):
        return _month_first(match.start(), month, american)
    before = _before().match(text, done, match.start())
    if before and _numbered(text, before.start("days")):
        # "โรคโควิด-19 จนถึงวันที่ 31 ธ.ค. 64": the first figure is no day, what วันที่ leads to is.
        first = _FIGURE.match(before["days"])
        before = _before().match(text, before.start("days") + first.end(), match.start()) if first else None
        before = before if before and (before["on"] or before["weekday"]) else None
    if before and _loose(before):
        before = None
    if name.endswith(".") and (
        text.startswith(_TEACHERS, match.end()) or (not before and _GOES_ON.match(text, match.end()))
    ):
        return []
    year, misprint, end = _year(text, match, before is not None)
    cue = None
    if year is None and not misprint:
        cue = cue_behind().match(text, match.end())
    full = name in column("months", "word")
    if not before:
        if not full and year is None and not cue and not _MONTH_WORD.match(text, done, match.start()):
            weak = True
        else:
            weak = False
        if match[0].isascii() and year is None:
            return []
        items = [Candidate(match.start(), end, "month", Point(year, month), weak=weak)]
    else:
        items = _listed(before, month, year, end)
    for item in items:
        for part in (item, item.until):
            if part:
                part.misprint = misprint
                part.cue = column("date_cues", "forms")[cue["cue"]] if cue else ""
        item.reach = cue.end() if cue and item is items[-1] else item.end
    return items


def _month_first(start: int, month: int, american: Match) -> list[Candidate]:
    """The day or days that follow their month."""
    year = read_year(american["year"]) if american["year"] else None
    if american["year"] and year is None:
        return []
    found = Candidate(start, american.end(), "day.month_first", Point(year, month, int(american["day"])))
    if american["last"]:
        last = Point(year, month, int(american["last"]))
        found.until = Candidate(american.start("last"), american.end(), found.rule, last)
        found.shares_month = True
    return [found]


def _numbered(text: str, start: int) -> bool:
    """Whether the figures at `start` number something else than a day."""
    return bool(_NO_DAY.match(text, 0, start) or _COVID.match(text, 0, start + len("19")))


def _loose(before: Match) -> bool:
    """Whether a number parted from its month by เดือน is no day: "ครบ 3 เดือนเมษายน", but "วันที่ 3 เดือนเมษายน"."""
    return "เดือน" in before["gap"] and not before["on"] and not before["weekday"]


def _year(text: str, match: Match, has_day: bool) -> tuple[int | None, str, int]:
    """The year behind a month, or the digits that cannot be one, and where the date ends."""
    after = _after().match(text, match.end())
    if after:
        digits, gap = after["year"], after["gap"]
        year = read_year(digits, after["era"])
        if len(digits) == 2:
            if int(digits) in SHORT_YEARS and (
                (has_day and "." in match[0]) or _COUNTED.match(text, after.end())
            ):
                if match[0].isascii() and int(digits) < 43 and not after["era"]:
                    year = 2000 + int(digits)
                if not _thai().match(text, after.end() + (text[after.end() : after.end() + 1] == " ")):
                    return year, "", after.end()
        elif year is not None and gap.strip() not in (",", "'", "’"):
            return year, "", after.end()
        elif len(digits) in (3, 4, 5) and digits.startswith(("25", "26", "52", "24")) and not gap.strip():
            return None, digits, after.end()
    return None, "", match.end()


def _listed(before: Match, month: int, year: int | None, end: int) -> list[Candidate]:
    """The days of a list or range: "3, 10 และ 17", "15 - 17", "5 ถึง 7 และ 12 ถึง 14"."""
    found: list[Candidate] = []
    offset = before.start("days")
    names = column("weekdays", "word", "forms")
    # "วันเสาร์ - อาทิตย์ที่ 5 - 6 มิถุนายน": the one weekday written next to the days is the last one's.
    paired = before["weekday"] and _weekday_before().match(before.string, 0, before.start("weekday"))
    for one in _one_day().finditer(before["days"]):
        written = one["weekday"] or (before["weekday"] if not found and not paired else None)
        start, stop = offset + one.start("day"), offset + one.end()
        candidate = Candidate(start, stop, "day", Point(year, month, int(one["day"])))
        candidate.weekday = int(names[written]) if written else None
        if one["range"] and found and found[-1].until is None:
            found[-1].until, found[-1].end, found[-1].shares_month = candidate, stop, True
        else:
            found.append(candidate)
    found[-1].end = end
    if found[-1].until:
        found[-1].until.end = end
    if len(found) > 1 and not _ascending(found):
        return found[-1:]
    return found


def _ascending(found: list[Candidate]) -> bool:
    """Whether the days of a list follow each other: "ฉบับที่ 12, 3 มกราคม" is no list of days."""
    order = [part.point.day or 0 for item in found for part in (item, item.until) if part]
    return all(a < b for a, b in pairwise(order))
