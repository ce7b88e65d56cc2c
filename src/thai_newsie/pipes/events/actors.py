"""Who has a part in an event: who presides, who organizes."""

from __future__ import annotations

import regex

from thai_newsie.pipes.events.choice import Candidate
from thai_newsie.reading import Entity, PersonMention, Reading, RoleMention, Span

_DELEGATES = regex.compile(r"มอบ(?:หมาย)?(?:ให้)? {0,2}$")
# Behind these stands somebody who is not the subject.
_NOT_SUBJECT = regex.compile(
    r"(?:ของ|กับ|ถึง|จาก|แก่|ต่อ|นำโดย|ตามที่|โดยมี|พร้อมด้วย|พร้อม|แทน|นโยบาย|มอบหมายจาก|นำของ|ต้อนรับ|พบ) {0,2}$"
)
# "โดยมี ศาสตราจารย์วิษณุ เครืองาม เป็นประธานในพิธี"
_WHO_PRESIDES = regex.compile(r"มี {0,2}$")
_ORGANIZES = regex.compile(r"(?:จัด|เจ้าภาพ)[^\n]{0,12}?(?:โดย|ระหว่าง) ?$")
_BREAKS = regex.compile(r"กล่าว|เปิดเผย|เผยว่า|โดยมี|ณ |เป็นประธาน|ให้")
_ORGANIZED = ("meeting", "seminar", "ceremony", "campaign", "decision", "other")
_REACH = 80  # characters between a body and what it does
_TO_BODY = regex.compile(r" ?(?:และ|ร่วมกับ|,)? ?")


def chair_of(reading: Reading, event: Candidate) -> PersonMention | RoleMention | None:
    """Who does what the trigger tells: the subject of its clause, or the one it was left to ("มอบหมายให้").

    Who takes part, is received or speaks to the press does not preside.
    """
    trigger, text = event.trigger, reading.text
    if trigger.subject != "chair" or trigger.joins or trigger.type == "press":
        return None
    people = [p for p in reading.people if event.scope <= p.start < trigger.start]
    offices = [r for r in reading.roles if not r.person and event.scope <= r.start < trigger.start]
    actors: list[PersonMention | RoleMention] = sorted([*people, *offices], key=lambda a: a.start)
    for actor in reversed(actors):
        before = text[max(0, actor.start - 15) : actor.start]
        if _DELEGATES.search(before) or (trigger.part == "opener" and _WHO_PRESIDES.search(before)):
            return actor
    subjects = [a for a in actors if not _NOT_SUBJECT.search(text, max(0, a.start - 12), a.start)]
    named = [a for a in subjects if isinstance(a, PersonMention)] or subjects
    return named[0] if named else None


def organizer_of(reading: Reading, event: Candidate, ranked: list[Candidate]) -> Span | None:
    """The body that organizes: told by "จัดโดย", or the subject of a trigger of the same type."""
    inside = {r.organization.start for r in reading.roles if r.organization}
    bodies = [e for e in reading.entities if e.label == "ORGANIZATION" and e.start not in inside]
    if event.trigger.type not in _ORGANIZED:
        return None
    if event.trigger.part == "cabinet":
        return _cabinet(reading, event)
    for body in bodies:
        if _ORGANIZES.search(reading.text, max(0, body.start - 30), body.start):
            return _with_partners(reading, body, bodies)
    same = [c for c in ranked if c.trigger.type == event.trigger.type and c.trigger.start != event.trigger.start]
    for candidate in [event, *sorted(same, key=lambda c: c.trigger.start)]:
        trigger = candidate.trigger
        if trigger.start < reading.title_end or (trigger.subject == "organizer" and trigger.part != "noun"):
            if body := _subject_body(reading, candidate, bodies):
                return _with_partners(reading, body, bodies)
    return None


def _cabinet(reading: Reading, event: Candidate) -> Span:
    """The cabinet in its fullest wording: "คณะรัฐมนตรี" rather than "ครม."."""
    start = reading.text.find("คณะรัฐมนตรี")
    if start >= 0:
        return Span(start, start + len("คณะรัฐมนตรี"))
    return Span(event.trigger.start, event.trigger.start + len("ครม."))


def _subject_body(reading: Reading, event: Candidate, bodies: list[Entity]) -> Entity | None:
    """The first body of the clause from which nothing but the verb's own words lead to the trigger."""
    end = event.trigger.start
    for body in bodies:
        if event.scope <= body.start and body.end <= end and end - body.end < _REACH:
            if not _BREAKS.search(reading.text, body.end, end):
                return body
    return None


def _with_partners(reading: Reading, body: Entity, bodies: list[Entity]) -> Span:
    """The body with those that follow it in a list: "กรมอนามัย และกรมควบคุมโรค"."""
    end = body.end
    for other in bodies:
        if other.start >= end:
            if not _TO_BODY.fullmatch(reading.text, end, other.start):
                break
            end = other.end
    return Span(body.start, end)
