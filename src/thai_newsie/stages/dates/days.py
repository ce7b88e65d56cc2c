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
from thai_newsie.provenance import Trace
from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.patterns import (
    AND,
    TO,
    Match,
    Pattern,
    column,
    day_word,
    english_month,
    month_number,
    thai_month,
    weekday,
    words_backwards,
)
from thai_newsie.stages.dates.rejections import reject_date
from thai_newsie.stages.dates.values import Point
from thai_newsie.stages.dates.year_behind import YearBehind, cue_behind, thai_months, year_behind
from thai_newsie.stages.dates.years import DIGITS_END, read_year, year_of_month

_DAY_FIGURES = r"(?:3[01]|[12][0-9]|0?[1-9])"


@compiled
def _no_day() -> Pattern:
    """What stands before a number that is no day of the month: "ครั้งที่ 3 เมษายน", "ข้อ 5 มกราคม"."""
    return regex.compile(rf"(?r){words_backwards('numbered')} {{0,2}}")


_DISEASE_NUMBER = "19"


@compiled
def _covid() -> Pattern:
    """ "โควิด-19 เมษายน": the number is the disease's."""
    return regex.compile(rf"(?ri){words_backwards('covid')}[-– ]{{0,2}}{_DISEASE_NUMBER}")


# ก.ค.ศ., ก.พ.ร., ส.ค.ส.: organizations and things with letters that begin like a month's. With a day before, only the first
# of them is none: "1 ก.ย.พ.ต.อ.สมชาย".
_LETTERS_GO_ON = regex.compile(r"(?!น\.)[ก-ฮ]\.")
_TEACHERS_COMMISSION = "ศ."
_FIRST_FIGURE_OF_DAYS = re.compile("[0-9]+")


@compiled
def _english() -> Pattern:
    return regex.compile(rf"(?<![A-Za-z]){english_month()}")


def _months(text: str) -> list[Match]:
    """The months' names in the order of the text; two passes are quicker than one pattern for both."""
    english = list(_english().finditer(text))
    thai = thai_months().finditer(text)
    return sorted([*thai, *english], key=lambda match: match.start()) if english else list(thai)


@compiled
def _before() -> Pattern:
    """What stands before a month, read backwards from it: weekday, days, เดือน."""
    return regex.compile(
        rf"(?r)(?:(?P<weekday>{weekday()}) ?ที่ {{0,2}}|(?P<on>วันที่) {{0,2}})?"
        rf"(?<![0-9])(?<![0-9][.,:/])(?<![A-Za-z]-?)"
        rf"(?P<days>(?:{_DAY_FIGURES}(?:{TO}|{AND}){day_word()}?){{0,30}}{_DAY_FIGURES})"
        r"(?P<gap> {0,3}(?:(?:ของ)?เดือน {0,2})?| ?/ ?|[-.]|(?:st|nd|rd|th)? (?:of )?)"
    )


@compiled
def _weekday_before() -> Pattern:
    return regex.compile(rf"(?r){weekday()}(?:{TO}|{AND})(?:วัน)?")


@compiled
def _american() -> Pattern:
    """Day and year behind a month: "May 12, 2021", "May 5-7, 2021", "มี.ค. 15, 2559"."""
    day = rf"(?P<day>{_DAY_FIGURES})(?:st|nd|rd|th)?(?:{TO}(?P<last>{_DAY_FIGURES})(?:st|nd|rd|th)?)?"
    return regex.compile(
        rf" ?{day}(?:(?: ?, ?| )(?P<year>[0-9]{{4}}){DIGITS_END}|(?![0-9a-zA-Z]|[.,:/][0-9]))"
    )


@compiled
def _one_day() -> Pattern:
    return regex.compile(
        rf"(?P<range>{TO})?(?:{AND})?(?:[^0-9]*?(?P<weekday>{weekday()}))?[^0-9]*(?P<day>[0-9]{{1,2}})"
    )


@compiled
def _month_opener() -> Pattern:
    """What makes an abbreviation alone a month: "ตั้งแต่ เม.ย.", but not "สำนักงาน ก.พ."."""
    return regex.compile(rf"(?r){words_backwards('month_opener', 'part')} {{0,2}}")


def days(text: str, trace: Trace | None = None) -> Iterator[Candidate]:
    """The days and months that `text` names by a month's name."""
    done = 0
    for match in _months(text):
        if match.start() < done:
            continue
        found = _with_neighbours(text, match, done, trace)
        if found:
            done = found[-1].end
            yield from found


def _with_neighbours(text: str, match: Match, done: int, trace: Trace | None) -> list[Candidate]:
    """The dates that one month's name holds together; `done` is the end of the date before it."""
    name = match[0]
    month = month_number(name)
    if (american := _american().match(text, match.end())) and (name.isascii() or american["year"]):
        return _month_first(match.start(), month, american, trace)
    before = _days_before(text, match, done, trace)
    if _is_other_abbreviation(text, match, before is not None):
        reject_date(trace, *match.span(), "month", "its letters go on: another abbreviation")
        return []
    if before is None and _is_end_of_another(text, match):
        reject_date(trace, *match.span(), "month", "letters stand before it: another abbreviation")
        return []
    after = year_behind(text, match, before is not None)
    cue = None
    if after.year is None and not after.misprint:
        cue = cue_behind().match(text, match.end())
    if before:
        items = _listed(before, month, after, trace)
    elif name.isascii() and after.year is None:
        reject_date(trace, *match.span(), "month", "an English word with neither a day nor a year beside it")
        return []
    else:
        full = name in column("months", "word")
        known = full or after.year is not None or cue or _month_opener().match(text, done, match.start())
        items = [Candidate(match.start(), after.end, "month", Point(after.year, month), weak=not known)]
    _share(items, after.misprint, cue)
    return items


def _share(items: list[Candidate], misprint: str, cue: Match | None) -> None:
    """Let all dates of one month have the misprinted year and the words that tell their year."""
    code = column("date_cues", "forms")[cue["cue"]] if cue else ""
    for item in items:
        for part in (item, item.until):
            if part:
                part.misprint, part.cue = misprint, code
        item.cue_end = item.end
    if cue:
        items[-1].cue_end = cue.end()


def _is_other_abbreviation(text: str, match: Match, has_day: bool) -> bool:
    """Whether the abbreviation of a month is the beginning of another one: ก.ค.ศ."""
    if not match[0].endswith("."):
        return False
    teachers = text.startswith(_TEACHERS_COMMISSION, match.end())
    return teachers or (not has_day and _LETTERS_GO_ON.match(text, match.end()) is not None)


_DOTTED_LETTER_BEFORE = regex.compile(r"(?r)[ก-ฮ]\.")  # ช.พ.ค., อ.ก.พ.
_THAI_LETTER_BEFORE = regex.compile(r"(?r)[ก-ฮ]")


@compiled
def _word_before_short() -> Pattern:
    """The words that an abbreviation without dots may stand behind: "เดือนพค. 65", but "นพค.43" is a military unit."""
    return regex.compile(rf"(?r)(?:{words_backwards('month_opener', 'part', 'ago_opener')}|{TO}|{AND})")


def _is_end_of_another(text: str, match: Match) -> bool:
    """Whether the abbreviation of a month is the end of another one: นพค., ศพค., ช.พ.ค."""
    if match[0] not in column("months", "abbreviations", "bare"):
        return False
    if _DOTTED_LETTER_BEFORE.match(text, 0, match.start()):
        return True
    if match[0].rstrip(".") not in column("months", "bare"):
        return False
    before = _THAI_LETTER_BEFORE.match(text, 0, match.start())
    return before is not None and not _word_before_short().match(text, 0, match.start())


def _days_before(text: str, month: Match, done: int, trace: Trace | None) -> Match | None:
    """The days before a month, if they are days."""
    start = month.start()
    before = _before().match(text, done, start)
    if before and _is_numbered(text, before.start("days")):
        reject_date(
            trace, *before.span("days"), "day", "the number is no day: what stands before it has this number"
        )
        # "โรคโควิด-19 จนถึงวันที่ 31 ธ.ค. 64": the first figure is no day, what วันที่ leads to is.
        first = _FIRST_FIGURE_OF_DAYS.match(before["days"])
        before = _before().match(text, before.start("days") + first.end(), start) if first else None
        before = before if before and (before["on"] or before["weekday"]) else None
    if before and _counts_months(text, before, month):
        reject_date(
            trace, *before.span("days"), "day", "the number counts months: เดือน, and no วันที่, is beside it"
        )
        return None
    return before


def _month_first(start: int, month: int, american: Match, trace: Trace | None) -> list[Candidate]:
    """The day or days that follow their month."""
    year = read_year(american["year"]) if american["year"] else None
    if american["year"] and year is None:
        reject_date(trace, start, american.end(), _MONTH_FIRST_RULE, "the figures are no year")
        return []
    if year is not None:
        year = year_of_month(year, american["year"], month)
    found = Candidate(start, american.end(), _MONTH_FIRST_RULE, Point(year, month, int(american["day"])))
    if american["last"]:
        last = Point(year, month, int(american["last"]))
        found.until = Candidate(american.start("last"), american.end(), found.rule, last)
        found.shares_month = True
    return [found]


_MONTH_FIRST_RULE = "day.month_first"


def _is_numbered(text: str, start: int) -> bool:
    """Whether the figures at `start` number something else than a day."""
    if _no_day().match(text, 0, start):
        return True
    return _covid().match(text, 0, start + len(_DISEASE_NUMBER)) is not None


@compiled
def _counter() -> Pattern:
    """What makes a number before เดือน one of months."""
    return regex.compile(rf"(?r){words_backwards('month_counter', 'duration')} {{0,2}}")


@compiled
def _months_follow() -> Pattern:
    """The end of a stretch of months: "5 เดือน มกราคม - พฤษภาคม 2567"."""
    return regex.compile(rf"{TO}(?:เดือน)? ?(?:{thai_month()})")


def _counts_months(text: str, before: Match, month: Match) -> bool:
    """Whether a number parted from its month by เดือน is no day: "ครบ 3 เดือนเมษายน", but "เริ่ม 3 เดือนเมษายน"."""
    if "เดือน" not in before["gap"] or before["on"] or before["weekday"]:
        return False
    if _counter().match(text, 0, before.start("days")):
        return True
    return _months_follow().match(text, month.end()) is not None


def _listed(before: Match, month: int, after: YearBehind, trace: Trace | None) -> list[Candidate]:
    """The days of a list or range: "3, 10 และ 17", "15 - 17", "5 ถึง 7 และ 12 ถึง 14"."""
    found: list[Candidate] = []
    offset = before.start("days")
    names = column("weekdays", "word", "forms")
    # "วันเสาร์ - อาทิตย์ที่ 5 - 6 มิถุนายน": the one weekday written next to the days is the last one's.
    paired = before["weekday"] and _weekday_before().match(before.string, 0, before.start("weekday"))
    for one in _one_day().finditer(before["days"]):
        written = one["weekday"] or (before["weekday"] if not found and not paired else None)
        start, stop = offset + one.start("day"), offset + one.end()
        candidate = Candidate(start, stop, "day", Point(after.year, month, int(one["day"])))
        candidate.weekday = int(names[written]) if written else None
        if one["range"] and found and found[-1].until is None:
            found[-1].until, found[-1].end, found[-1].shares_month = candidate, stop, True
        else:
            found.append(candidate)
    found[-1].end = after.end
    if found[-1].until:
        found[-1].until.end = after.end
    if len(found) > 1 and not _ascending(found):
        for item in found[:-1]:
            reject_date(trace, item.start, item.end, "day", "the numbers do not ascend: no list of days")
        return found[-1:]
    return found


def _ascending(found: list[Candidate]) -> bool:
    """Whether the days of a list follow each other: "ฉบับที่ 12, 3 มกราคม" is no list of days."""
    order = [part.point.day or 0 for item in found for part in (item, item.until) if part]
    return all(a < b for a, b in pairwise(order))
