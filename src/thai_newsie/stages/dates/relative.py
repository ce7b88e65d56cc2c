"""Rules for expressions read against the article's own day: วันนี้, เมื่อวานนี้, สัปดาห์หน้า, วันศุกร์นี้, เมื่อ 3 วันก่อน."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import regex

from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.patterns import TO, Finder, Match, column, weekday
from thai_newsie.stages.dates.values import Point

# "5 ปีที่ผ่านมา", "หลายเดือนที่ผ่านมา" are durations; "ช่วงเดียวกันของปีก่อน" compares.
_NOT_AFTER = regex.compile(
    r"(?r)(?:[0-9๐-๙]|หลาย|ทุก|แต่ละ|กี่|สิบ|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|ร้อย|หนึ่ง|ครึ่ง|เดียวกัน(?:ของ)?|ต่อ|รอบ) {0,2}"
)
# ปีก่อน is "last year" only behind one of these; else ก่อน belongs to what follows (3 เดือนก่อนคลอด).
_BEFORE = regex.compile(r"(?r)(?:ของ|จาก|เมื่อ|กับ|ใน|กว่า|ช่วง|ต้น|ปลาย|สิ้น|กลาง) ?")
_DAY = r"(?:3[01]|[12][0-9]|[1-9])"
_NUMBER_WORDS = {
    "หนึ่ง": 1,
    "สอง": 2,
    "สาม": 3,
    "สี่": 4,
    "ห้า": 5,
    "หก": 6,
    "เจ็ด": 7,
    "แปด": 8,
    "เก้า": 9,
    "สิบ": 10,
}
_UNITS = {"วัน": ("day", 1), "สัปดาห์": ("day", 7), "อาทิตย์": ("day", 7), "เดือน": ("month", 1)}


@compiled
def _forms() -> dict[str, tuple[str, int]]:
    return {
        form: (row["unit"], int(row["offset"]))
        for row in table("relative_dates")
        for form in values(row["forms"])
    }


@compiled
def relative_years() -> dict[str, tuple[str, int]]:
    """The forms that count years from the article's own day: ปีนี้, ปีงบประมาณหน้า."""
    return {form: away for form, away in _forms().items() if away[0] in ("year", "fiscal_year")}


@compiled
def _relative() -> Finder:
    counted = "|".join(rf"{unit}(?:ที่แล้ว|ก่อน)(?!หน้า)" for unit in _UNITS)
    return re.compile(  # each alternative begins with a letter: `re` passes over all others
        rf"{any_of(_forms())[len('(?:') : -len(')')]}"
        rf"|วัน(?P<weekday>{weekday()}) ?(?P<which>นี้|หน้า|ที่แล้ว|ก่อน|ที่ผ่านมา|ที่จะถึง(?:นี้)?)"
        rf"|{counted}"
        rf"|วันที่ {{0,2}}(?P<days>(?:(?P<first>{_DAY}){TO})?(?P<day>{_DAY})) {{0,2}}นี้(?!ว่า)"
    )


_DAY_OF = regex.compile(rf"(?r)ที่ {{0,2}}(?:(?P<first>{_DAY}){TO})?(?P<day>{_DAY}) {{0,2}}(?:ของ)?")
_NUMBER = regex.compile(
    rf"(?r)(?P<when>(?:เมื่อ {{0,2}})?)(?<![0-9][.,]?)(?P<number>[0-9]{{1,2}}|{any_of(_NUMBER_WORDS)}) {{0,2}}"
)


def relatives(text: str) -> Iterator[Candidate]:
    """The expressions of `text` that count from the article's own day."""
    for match in _relative().finditer(text):
        if match[0] in _forms():
            candidate = _by_form(text, match)
        elif match["days"]:  # ภายในวันที่ 26-27 นี้: of the month that it is
            candidate = _days_of_month(match, match.start("days"), match.end("days"), 0)
        elif match["weekday"]:
            candidate = Candidate(match.start(), match.end(), "relative.weekday")
            candidate.weekday = int(column("weekdays", "word", "forms")[match["weekday"]])
            which = match["which"]
            candidate.relative = (
                "weekday",
                0 if which.startswith(("นี้", "ที่จะ")) else 1 if which == "หน้า" else -1,
            )
        else:
            candidate = _counted(text, match.start(), match[0], match.end())
        if candidate:
            yield candidate


def _by_form(text: str, match: Match) -> Candidate | None:
    form, start = match[0], match.start()
    unit, offset = _forms()[form]
    if form == "วันนี้" and text.endswith("ทุก", 0, start):
        return None
    candidate = Candidate(start, match.end(), f"relative.{unit}", relative=(unit, offset))
    if unit == "month" and (day := _DAY_OF.match(text, 0, start)):  # ภายในวันที่ 7 เดือนนี้
        return _days_of_month(
            day, day.start("first") if day["first"] else day.start("day"), match.end(), offset
        )
    if unit != "day" and _NOT_AFTER.match(text, 0, start):
        return _counted(text, start, form, match.end())
    if form.endswith("ก่อน") and (not _BEFORE.match(text, 0, start) or text.startswith("หน้า", match.end())):
        return None
    return candidate


def _days_of_month(match: Match, start: int, end: int, offset: int) -> Candidate:
    """A day, or a range of days, of the month that lies `offset` months from the article's own day."""
    last = Candidate(start, end, "relative.month", Point(day=int(match["day"])), relative=("month", offset))
    if not match["first"]:
        return last
    return replace(last, point=Point(day=int(match["first"])), until=last)


def _counted(text: str, start: int, form: str, end: int) -> Candidate | None:
    """ "เมื่อ 3 วันก่อน", "2 เดือนที่แล้ว": the number stands before `form`, which is text[start:end]."""
    number = _NUMBER.match(text, 0, start)
    unit = next((unit for unit in _UNITS if form in (f"{unit}ที่แล้ว", f"{unit}ก่อน")), None)
    # "90 วันก่อนขึ้นภาษี" tells no date; "เมื่อ 3 วันก่อน" and "3 วันที่แล้ว" do.
    if not number or not unit or (form.endswith("ก่อน") and not number["when"]):
        return None
    name, size = _UNITS[unit]
    written = number["number"]
    count = int(written) if written.isdigit() else _NUMBER_WORDS[written]
    return Candidate(number.start("number"), end, "relative.counted", relative=(name, -count * size))
