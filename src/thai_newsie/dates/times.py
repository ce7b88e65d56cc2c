"""Rules for clock times: 09.30 น., เวลา 13:00, 20.20-22.00 น., 06:56 ก่อนเที่ยง, บ่ายสามโมง, สองทุ่มครึ่ง, เที่ยงวัน."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from thai_newsie.dates.patterns import AND, TO, Match, Pattern


@dataclass(slots=True)
class Clock:
    """A clock time or a stretch of one day, `text[start:end]`; `value` is ISO 8601: "09:30", "20:20/22:00"."""

    start: int
    end: int
    text: str
    value: str
    rule: str


_FIGURE = r"(?:(?:2[0-4]|[01]?[0-9])(?:[.:][0-5][0-9])|(?:2[0-4]|1[0-9]|0?[0-9]))"
_CLOCK = regex.compile(
    r"(?P<before>เวลา\s{0,2}(?:ประมาณ|ราว|ตั้งแต่)?\s{0,2}|(?<=[0-9]{4}\s)(?=[0-9]{1,2}:))?"
    r"(?<![0-9])(?<![0-9][.,:/])"
    rf"(?P<figures>{_FIGURE}(?:(?:{TO}|{AND})(?:เวลา\s{{0,2}})?{_FIGURE}|\s{{0,2}}น\.(?:{TO}|{AND})(?:เวลา\s{{0,2}})?{_FIGURE}){{0,8}})(?![0-9]|[.:][0-9])"
    # "10 เม.ย. 2564 น.ส.ไตรศุลี": น. heads a title there.
    r"(?P<unit>\s{0,3}(?:น\.(?![ก-ฮ]\.)|น(?![ก-๛])|นาฬิกา|ก่อนเที่ยง|หลังเที่ยง|(?i:hrs?\b\.?|[ap]\.?m\b\.?)))?"
)
_ONE = regex.compile(
    rf"(?P<range>{TO})?(?:{AND})?(?:เวลา\s{{0,2}})?(?P<hour>[0-9]{{1,2}})(?:(?P<sep>[.:])(?P<minute>[0-9]{{2}}))?(?:\s{{0,2}}น\.(?!\s*$))?"
)


def clocks(text: str) -> Iterator[Clock]:
    """The clock times of `text`, in figures and as spoken."""
    for match in _CLOCK.finditer(text):
        unit, before = (match["unit"] or "").strip(), match["before"] is not None
        if unit or (before and regex.search(r"[.:]", match["figures"])):
            yield from _chain(text, match, unit)
    yield from _spoken(text)


def _chain(text: str, match: Match, unit: str) -> list[Clock]:
    """The times of a list or range: "10.00, 13.00 และ 15.00 น.", "09.00 - 16.00 น."."""
    found: list[Clock] = []
    offset = match.start("figures")
    for one in _ONE.finditer(match["figures"]):
        hour, minute = int(one["hour"]), int(one["minute"] or 0)
        if unit.lower().startswith(("p", "หลัง")) and hour < 12:
            hour += 12
        elif unit.lower().startswith(("a", "ก่อน")) and hour == 12:
            hour = 0
        if hour == 24 and minute:
            return []
        value = f"{hour:02d}:{minute:02d}"
        if one["range"] and found and "/" not in found[-1].value:
            found[-1].value += f"/{value}"
            found[-1].rule = "clock.range"
            found[-1].end = offset + one.end()
        else:
            found.append(Clock(offset + one.start("hour"), offset + one.end(), "", value, "clock"))
    if found:
        found[-1].end = match.end()
    for clock in found:
        clock.text = text[clock.start : clock.end]
    return found


_WORDS = {
    "หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9, "สิบเอ็ด": 11, "สิบ": 10,
}  # fmt: skip


@cache
def _spoken_pattern() -> Pattern:
    number = rf"(?:1[01]|[1-9]|{'|'.join(_WORDS)})"
    return regex.compile(
        rf"(?:บ่าย\s?(?P<afternoon>(?:{number})?)\s?โมง(?:เย็น)?"
        rf"|(?<![0-9.,])(?P<hour>{number})\s?โมง\s?(?P<part>เช้า|เย็น|ตรง)?"
        rf"|(?<![0-9.,])(?P<evening>(?:{number})?)\s?ทุ่ม(?=ครึ่ง|ตรง|[^ก-๛]|$|ถึง|ของ|โดย|ที่|เป็น|จน)"
        rf"|(?<=(?:เวลา|ช่วง|ตอน|ถึง|ราว|ประมาณ|แต่|เมื่อ|[^ก-๛])\s?)ตี\s?(?P<night>[1-5]|หนึ่ง|สอง|สาม|สี่|ห้า)(?=ครึ่ง|ตรง|[^ก-๛0-9.]|$)"
        rf"|(?P<noon>เที่ยง(?:วัน|ตรง|(?=ครึ่ง)))|(?P<midnight>เที่ยงคืน))(?P<half>ครึ่ง)?(?:ตรง)?"
    )


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _WORDS.get(written, 1)


def _spoken(text: str) -> Iterator[Clock]:
    for match in _spoken_pattern().finditer(text):
        if match["afternoon"] is not None:
            hour = 12 + _number(match["afternoon"])
        elif match["hour"]:
            hour = _number(match["hour"])
            if match["part"] == "เย็น" or (match["part"] != "เช้า" and hour < 6):
                hour += 12
            elif match["part"] == "เช้า" and hour < 6:
                hour += 6  # สามโมงเช้า: the third hour of the morning
        elif match["evening"] is not None:
            hour = 18 + _number(match["evening"])
        elif match["night"]:
            hour = _number(match["night"])
        else:
            hour = 12 if match["noon"] else 0
        if hour > 23:
            continue
        minute = 30 if match["half"] else 0
        yield Clock(match.start(), match.end(), match[0], f"{hour:02d}:{minute:02d}", "clock.spoken")
