"""What else is told of an event: when, where, how many came, which edition, under which theme."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.pipes.events.choice import Candidate
from thai_newsie.reading import CountMention, DateMention, Entity, Reading, Span, TimeMention

_FAR = 300  # characters from the trigger beyond which a line speaks of something else
_EDITION = regex.compile(
    r"(?:ครั้งที่|รุ่นที่|สมัยที่|เฟส(?:ที่)?|ครั้ง) ?(?P<number>\d+(?:-\d+)?(?:/\d+)?)|\b(?P<number>\d+)(?:st|nd|rd|th)\b"
)
_THEME = regex.compile(
    r"(?:ภายใต้|ใน)?(?:หัวข้อ|แนวคิด|ธีม|คอนเซ็?ปต์|เรื่อง)(?:หลัก)? {0,2}[“\"](?P<theme>[^”\"\n]{3,150})[”\"]"
)
_ATTENDANCE = regex.compile(r"เข้าร่วม|ร่วมประชุม|ร่วมงาน|ผู้เข้าอบรม|ผู้ร่วม|เข้ารับการอบรม|เข้าอบรม|ร่วมพิธี|ร่วมสัมมนา")
# Planned: "มีกำหนดการเป็นประธาน … ในวันที่ 14", "จะจัดขึ้นระหว่างวันที่ …"
_PLANNED = regex.compile(r"(?:เตรียม|จะ|กำหนด|มีกำหนดการ|ขอเชิญ|เชิญชวน|พร้อม)[^\n]{0,60}$")
_HELD = regex.compile(r"(?:จัดขึ้น|จัดงาน|จัดการ|มีขึ้น|กำหนดจัด|ดำเนินการ|ระหว่าง|ตั้งแต่)[^\n]{0,40}$")
_AT = regex.compile(r"(?:(?:ณ|ที่|ใน|บริเวณ|พื้นที่) {0,2}){1,3}$")
_TO_AREA = regex.compile(r"(?:[ ,(]{0,2}(?:และ|/)? {0,2})")


def date_of(reading: Reading, event: Candidate) -> tuple[DateMention | None, str]:
    """The event's day and how it was chosen.

    In order: a range that "จัดขึ้น" tells (not for a ceremony, which is held on its day); for what is
    planned the day behind the trigger; the last day before it within its clause; the first behind it;
    the day on which it is told; the body's first day.
    """
    trigger = event.trigger
    days = [d for d in reading.dates if d.value and d.kind in ("day", "range")]
    before = [d for d in days if event.scope <= d.start < trigger.start]
    after = [d for d in days if trigger.end <= d.start < min(event.line_end, trigger.end + _FAR)]
    text = reading.text
    held = [
        d for d in days if d.kind == "range" and _HELD.search(text, max(0, d.start - 50), d.start)
    ]
    if held and trigger.type in ("campaign", "seminar", "meeting", "other", "disaster"):
        for d in held:
            if not before or d.value.startswith(before[-1].value) or d.kind == before[-1].kind:
                return d, "held"
    planned = _PLANNED.search(text, max(event.scope, trigger.start - 70), trigger.start)
    if planned and after:
        return after[0], "planned"
    if before:
        return before[-1], "before"
    if after:
        return after[0], "after"
    told = [d for d in days if event.line_start <= d.start < event.scope]
    if told:
        return told[-1], "told"
    body = [d for d in days if d.start >= reading.title_end]
    if body and body[0].kind == "day":
        return body[0], "first"
    return None, "none"


def time_of(reading: Reading, event: Candidate, date: DateMention | None) -> TimeMention | None:
    """The clock time beside the event's date, or in the trigger's line before it."""
    near = date.end if date else event.line_start
    for time in reading.times:
        if time.start >= reading.title_end and (
            0 <= time.start - near < 40 or event.scope <= time.start < event.trigger.start
        ):
            return time
    return None


def place_of(reading: Reading, event: Candidate) -> Span | None:
    """The venue, or else the area, that "ณ" or "ที่" announces, with the areas that follow it."""
    trigger, text = event.trigger, reading.text
    everywhere = [e for e in reading.entities if e.label == "LOCATION"]
    places = [e for e in everywhere if event.line_start <= e.start < event.line_end]
    if trigger.type == "visit":
        touching = [e for e in places if 0 <= e.start - trigger.end <= 40]
        if touching:
            return _with_areas(reading, touching[0])
    for wanted in ("venue", None):
        for place in _around(places, trigger.start, trigger.end):
            if (
                (wanted is None or place.kind == wanted)
                and abs(place.start - trigger.start) < 3 * _FAR
                and _AT.search(text, max(0, place.start - 14), place.start)
            ):
                return _with_areas(reading, place)
    for place in everywhere:
        if place.kind == "venue" and regex.search(r"ณ {0,2}(?:บริเวณ)? ?$", text[max(0, place.start - 12) : place.start]):
            return _with_areas(reading, place)
    return None


def _around(places: list[Entity], start: int, end: int) -> Iterator[Entity]:
    """The places behind the trigger, then those before it, nearest first."""
    yield from (p for p in places if p.start >= end)
    yield from (p for p in reversed(places) if p.end <= start)


def _with_areas(reading: Reading, place: Entity) -> Span:
    end = place.end
    for other in reading.entities:
        if other.label == "LOCATION" and other.start >= end:
            if other.kind == "venue" or not _TO_AREA.fullmatch(reading.text[end : other.start]):
                break
            end = other.end
    return Span(place.start, end)


def attendance_of(reading: Reading, event: Candidate) -> CountMention | None:
    """The number of people told beside "เข้าร่วม" in the trigger's line."""
    for count in reading.counts:
        if count.kind == "people" and event.line_start <= count.start < event.line_end:
            around = reading.text[max(event.line_start, count.start - 60) : count.end + 30]
            if _ATTENDANCE.search(around):
                return count
    return None


def edition_of(reading: Reading, event: Candidate) -> Span | None:
    """The edition told behind the trigger: "ครั้งที่ 1/2562"."""
    if event.trigger.type in ("decision", "visit", "press", "disaster", "handover"):
        return None
    match = _EDITION.search(
        reading.text, event.trigger.start, min(event.line_end, event.trigger.end + _FAR // 2)
    )
    return Span(*match.span("number")) if match else None


def theme_of(reading: Reading, event: Candidate) -> Span | None:
    """The theme in quotation marks: "ภายใต้หัวข้อ “…”"."""
    match = _THEME.search(reading.text, event.trigger.start, min(event.line_end, event.trigger.end + 2 * _FAR))
    return Span(*match.span("theme")) if match else None
