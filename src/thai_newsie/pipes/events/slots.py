"""What else is told of an event: when, where, how many came, which edition, under which theme."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.pipes.events.choice import Candidate
from thai_newsie.pipes.events.triggers import Trigger
from thai_newsie.reading import CountMention, DateMention, Entity, Reading, Span, TimeMention

_FAR = 300  # characters from the trigger beyond which a line speaks of something else
_BESIDE = 60  # characters from the trigger to a day that is surely its own
_A_DAY = len("2021-06-08")
_LASTS = ("campaign", "seminar", "meeting", "other", "disaster")  # types that may last for days
_NUMBERED = ("meeting", "seminar", "ceremony", "campaign", "other")  # types that are held in editions
_GOES_TO = ("visit", "handover", "disaster")  # types whose place may follow without "ณ"

_EDITION = regex.compile(
    r"(?:ครั้งที่|รุ่นที่|สมัยที่|เฟส(?:ที่)?) ?(?P<number>\d+(?:-\d+)?(?:/\d+)?)|\b(?P<number>\d+)(?:st|nd|rd|th)\b"
)
_THEME = regex.compile(
    r"(?:ภายใต้|ใน)?(?:หัวข้อ|แนวคิด|ธีม|คอนเซ็?ปต์|เรื่อง)(?:หลัก)? {0,2}[“\"](?P<theme>[^”\"\n]{3,150})[”\"]"
)
_ATTENDANCE = regex.compile(r"เข้าร่วม|ร่วมประชุม|ร่วมงาน|ผู้เข้าอบรม|ผู้ร่วม|เข้ารับการอบรม|เข้าอบรม|ร่วมพิธี|ร่วมสัมมนา")
# "มีกำหนดการเป็นประธาน … ในวันที่ 14", "เตรียมลงพื้นที่"
_PLANNED = regex.compile(r"(?:เตรียม|จะ|กำหนดการ|มีกำหนด|เชิญ)(?:(?!ว่า)[^\n]){0,60}$")
_HELD = regex.compile(r"(?:จัดขึ้น|กำหนดจัด|จัดงาน|จะจัด|มีขึ้น)(?:ใน|ณ)?[^\n]{0,25}$")
_AT = regex.compile(r"(?:(?:ณ|ที่|ใน|บริเวณ|พื้นที่) {0,2}){1,3}$")
_FORMALLY_AT = regex.compile(r"ณ {0,2}(?:บริเวณ)? ?$")
_TO_AREA = regex.compile(r"[ ,(]{0,2}(?:และ|/)? {0,2}")


def date_of(reading: Reading, event: Candidate, ranked: list[Candidate]) -> tuple[DateMention | None, str]:
    """The event's day and how it was chosen.

    In order: the range over which it is held ("จัดขึ้นระหว่างวันที่ …"; a ceremony has its day); for what
    is planned the day behind the trigger; the last day before it in its clause; the day beside it;
    the day before another trigger of its type; the first behind it; the day on which it is told;
    the body's first day.
    """
    trigger, text = event.trigger, reading.text
    days = [d for d in reading.dates if len(d.value) >= _A_DAY]
    before = [d for d in days if event.scope <= d.start < trigger.start]
    after = [d for d in days if trigger.end <= d.start < min(event.line_end, trigger.end + _FAR)]
    if trigger.type in _LASTS:
        for d in days:
            if d.kind == "range" and _HELD.search(text, max(0, d.start - 40), d.start):
                if not before or d.value.startswith(before[-1].value) or trigger.type == "campaign":
                    return d, "held"
    if after and _PLANNED.search(text, max(event.scope, trigger.start - 70), trigger.start):
        return after[0], "planned"
    if before:
        return before[-1], "before"
    if after and after[0].start - trigger.end < _BESIDE:
        return after[0], "beside"
    for other in ranked:
        if other.trigger.type == trigger.type and "date before" in other.signs:
            same = [d for d in days if other.scope <= d.start < other.trigger.start]
            return same[-1], "before " + text[other.trigger.start : other.trigger.end]
    told = [d for d in days if event.line_start <= d.start < event.scope]
    body = [d for d in days if d.start >= reading.title_end and d.kind == "day"]
    for found, how in ((after, "after"), (told[-1:], "told"), (body, "first")):
        if found:
            return found[0], how
    return None, "none"


def time_of(reading: Reading, event: Candidate, date: DateMention | None) -> TimeMention | None:
    """The clock time beside the event's date, or in the trigger's clause before it."""
    near = date.end if date else event.line_start
    for time in reading.times:
        if time.start >= reading.title_end and (
            0 <= time.start - near < 40 or event.scope <= time.start < event.trigger.start
        ):
            return time
    return None


def place_of(reading: Reading, event: Candidate) -> Span | None:
    """The place that "ณ" or "ที่" announces, a venue before an area, with the areas that follow it.

    A visit's place may follow its verb ("ลงพื้นที่จังหวัดแพร่"). Where the line names none, the
    article's first venue behind "ณ".
    """
    trigger, text = event.trigger, reading.text
    everywhere = [e for e in reading.entities if e.label == "LOCATION"]
    places = [e for e in everywhere if event.line_start <= e.start < event.line_end]
    if trigger.type in _GOES_TO:
        for place in places:
            if 0 <= place.start - trigger.end <= _BESIDE:
                return _with_areas(reading, place)
    for kinds in (("venue",), ("venue", "other", "province", "district", "subdistrict", "country")):
        for place in _around(places, trigger):
            if place.kind in kinds and abs(place.start - trigger.start) < 3 * _FAR:
                if _AT.search(text, max(0, place.start - 14), place.start):
                    return _with_areas(reading, place)
    for place in everywhere:
        if place.kind == "venue" and _FORMALLY_AT.search(text, max(0, place.start - 12), place.start):
            return _with_areas(reading, place)
    return None


def _around(places: list[Entity], trigger: Trigger) -> Iterator[Entity]:
    """The places behind the trigger, then those before it, nearest first."""
    yield from (p for p in places if p.start >= trigger.end)
    yield from (p for p in reversed(places) if p.end <= trigger.start)


def _with_areas(reading: Reading, place: Entity) -> Span:
    end = place.end
    for other in reading.entities:
        if other.label == "LOCATION" and other.start >= end:
            if other.kind == "venue" or not _TO_AREA.fullmatch(reading.text, end, other.start):
                break
            end = other.end
    return Span(place.start, end)


def attendance_of(reading: Reading, event: Candidate) -> CountMention | None:
    """The number of people told beside "เข้าร่วม" in the trigger's line."""
    if event.trigger.type not in _NUMBERED:
        return None
    for count in reading.counts:
        if count.kind == "people" and event.line_start <= count.start < event.line_end:
            if _ATTENDANCE.search(
                reading.text, max(event.line_start, count.start - 60), min(event.line_end, count.end + 30)
            ):
                return count
    return None


def edition_of(reading: Reading, event: Candidate) -> Span | None:
    """The edition told behind the trigger: "ครั้งที่ 1/2562"."""
    if event.trigger.type not in _NUMBERED:
        return None
    end = min(event.line_end, event.trigger.end + _FAR // 2)
    match = _EDITION.search(reading.text, event.trigger.name_start, max(end, event.trigger.name_start))
    return Span(*match.span("number")) if match else None


def theme_of(reading: Reading, event: Candidate) -> Span | None:
    """The theme in quotation marks: "ภายใต้หัวข้อ “…”"."""
    end = min(event.line_end, event.trigger.end + 2 * _FAR)
    match = _THEME.search(reading.text, event.trigger.start, max(end, event.trigger.start))
    return Span(*match.span("theme")) if match else None
