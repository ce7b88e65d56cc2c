"""Rules for clock times: 09.30 น., เวลา 13:00, 20.20-22.00 น., 06:56 ก่อนเที่ยง, บ่ายสามโมง, สองทุ่มครึ่ง, เที่ยงวัน."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from thai_newsie.stages.dates.patterns import AND, TO, Match


@dataclass(slots=True)
class Clock:
    """A clock time or a stretch of one day, `text[start:end]`; `value` is ISO 8601: "09:30", "20:20/22:00"."""

    start: int
    end: int
    text: str
    value: str
    rule: str


_FIGURE = r"(?:(?:2[0-4]|[01]?[0-9])[.:][0-5][0-9]|(?:2[0-4]|1[0-9]|0?[0-9]))"
_FIGURES = (
    r"(?<![0-9])(?<![0-9][.,:/])"
    rf"(?P<figures>(?:{_FIGURE}(?: {{0,2}}น\.)?(?:{TO}|{AND})(?:เวลา {{0,2}})?){{0,8}}{_FIGURE})(?![0-9]|[.:][0-9])"
)
# A pattern that begins at a figure is found quickest; what stands before is then read backwards from it.
_UNIT = regex.compile(
    # "10 เม.ย. 2564 น.ส.ไตรศุลี": น. heads a title there.
    r"[0-9] {0,3}(?P<unit>น\.(?! ?ส\.)|น(?![ก-๛.])|นาฬิกา|ก่อนเที่ยง|หลังเที่ยง|(?i:hrs?\b\.?|[ap]\.?m\b\.?))"
)
_MINUTES = regex.compile(r"[.:]")
_RANK = regex.compile(r"[ก-ฮ]\.")
_BEFORE_UNIT = regex.compile(rf"(?r){_FIGURES}")
_MILITARY = regex.compile(r"(?r)(?<![0-9]|[0-9][.,:/-])(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])")
_AFTER_WORD = re.compile(
    rf"(?:เวลา {{0,2}}(?:ประมาณ|ราว|ตั้งแต่)? {{0,2}}| (?<=[0-9]{{4}} )(?=[0-9]{{1,2}}:)){_FIGURES}"
)
_ONE = regex.compile(
    rf"(?P<range>{TO})?(?:{AND})?(?:เวลา {{0,2}})?(?P<hour>[0-9]{{1,2}})(?:[.:](?P<minute>[0-9]{{2}}))?(?: {{0,2}}น\.)?"
)


def clocks(text: str) -> list[Clock]:
    """The clock times of `text`, in figures and as spoken, in its order."""
    found: list[Clock] = []
    for unit in _UNIT.finditer(text):
        if military := _MILITARY.match(text, 0, unit.start() + 1):
            start, value = military.start(), f"{military['hour']}:{military['minute']}"
            found.append(Clock(start, unit.end(), text[start : unit.end()], value, "clock"))
        elif figures := _BEFORE_UNIT.match(text, 0, unit.start() + 1):
            if not _MINUTES.search(figures["figures"]) and _RANK.match(text, unit.end()):
                continue  # "จำนวน 12 น.อ.": officers
            # "09.00 น. - 16.00 น.": what the first น. gave is read again as part of the whole.
            while found and found[-1].start >= figures.start("figures"):
                found.pop()
            found += _chain(text, figures, unit.end(), unit["unit"].lower())
    taken = {clock.start for clock in found}
    for behind in _AFTER_WORD.finditer(text):
        if ":" in behind["figures"] or "." in behind["figures"]:
            new = _chain(text, behind, behind.end(), "")
            found += [clock for clock in new if clock.start not in taken]
    found += _spoken(text)
    found.sort(key=lambda clock: clock.start)
    return found


def _chain(text: str, figures: Match, end: int, unit: str) -> list[Clock]:
    """The times of a list or range: "10.00, 13.00 และ 15.00 น.", "09.00 - 16.00 น."."""
    found: list[Clock] = []
    offset = figures.start("figures")
    for one in _ONE.finditer(figures["figures"]):
        hour, minute = int(one["hour"]), int(one["minute"] or 0)
        if unit.startswith(("p", "หลัง")) and hour < 12:
            hour += 12
        elif unit.startswith(("a", "ก่อน")) and hour == 12:
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
        found[-1].end = end
    for clock in found:
        clock.text = text[clock.start : clock.end]
    return found


_WORDS = {
    "หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9, "สิบเอ็ด": 11, "สิบ": 10,
}  # fmt: skip


_NUMBER = rf"(?:1[01]|[1-9]|{'|'.join(_WORDS)})"
_SPOKEN = regex.compile(
    # โมง but not ชั่วโมง, ทุ่ม but not ทุ่มเท, ตีสอง but not โจมตีสองครั้ง
    r"(?:(?<!ชั่ว)โมง(?: ?(?P<part>เช้า|เย็น|ตรง))?|(?P<evening>ทุ่ม)(?=ครึ่ง|ตรง|กว่า|[^ก-๛]|$|ถึง|ของ|โดย|ที่|เป็น|จน)"
    r"|(?P<noon>เที่ยง(?:วัน|(?=ครึ่ง)|(?<=(?:เวลา|ตอน|ช่วง|ถึง) ?เที่ยง)ตรง))|(?P<midnight>เที่ยงคืน)"
    r"|ตี ?(?P<night>[1-5](?![0-9.]| ?ครั้ง)|(?:หนึ่ง|สอง|สาม|สี่|ห้า)(?=ครึ่ง|ตรง|[^ก-๛0-9.]|$)))(?P<half>ครึ่ง)?(?:ตรง)?"
)
_HOURS = ("โมง", "ทุ่ม", "เที่ยง", "ตี")  # one of which each of them has
_HOUR = regex.compile(rf"(?r)(?<![0-9.,])(?P<afternoon>(?:บ่าย ?)?)(?P<hour>{_NUMBER}) ?|บ่าย ?")
_NIGHT_AFTER = regex.compile(r"(?r)(?:เวลา|ช่วง|ตอน|ถึง|ราว|ประมาณ|แต่|เมื่อ|[^ก-๛]) ?|^")


def _spoken(text: str) -> Iterator[Clock]:
    if not any(word in text for word in _HOURS):
        return
    for match in _SPOKEN.finditer(text):
        start, hour = match.start(), None
        before = _HOUR.match(text, 0, start)
        number = before and before["hour"] and _value(before["hour"])
        if match["noon"] or match["midnight"]:
            hour = 12 if match["noon"] else 0
        elif match["night"]:
            hour = _value(match["night"]) if _NIGHT_AFTER.match(text, 0, start) else None
        elif match["evening"]:
            hour = 18 + (number or 1) if number or match["half"] else None
        elif before:
            hour = _hour(number or 1, before["afternoon"] is None or bool(before["afternoon"]), match["part"])
        if hour is None or hour > 23:
            continue
        if before and not (match["noon"] or match["midnight"] or match["night"]):
            start = before.start()
        value = f"{hour:02d}:{30 if match['half'] else 0:02d}"
        yield Clock(start, match.end(), text[start : match.end()], value, "clock.spoken")


def _value(written: str) -> int:
    return int(written) if written.isdigit() else _WORDS[written]


def _hour(number: int, afternoon: bool, part: str | None) -> int:
    """The hour of "… โมง": บ่ายสามโมง is 15, สี่โมงเย็น 16, สามโมงเช้า, the third of the morning, 9.

    >>> _hour(3, True, None), _hour(4, False, "เย็น"), _hour(3, False, "เช้า"), _hour(9, False, None)
    (15, 16, 9, 9)
    """
    if afternoon or part == "เย็น":
        return 12 + number
    if number < 6:
        return number + (6 if part == "เช้า" else 12)
    return number
