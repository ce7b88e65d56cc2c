"""Who has a part in an event: who presides, who organizes, who takes part."""

from __future__ import annotations

import regex

from thai_newsie.pipes.events.choice import Candidate
from thai_newsie.reading import Entity, PersonMention, Reading, RoleMention, Span

_DELEGATES = regex.compile(r"มอบ(?:หมาย)?(?:ให้)? {0,2}$")
# Behind these stands somebody who is not the subject.
_NOT_SUBJECT = regex.compile(
    r"(?:ของ|กับ|ถึง|จาก|แก่|ต่อ|นำโดย|ตามที่|โดยมี|พร้อมด้วย|พร้อม|แทน|นโยบาย|มอบหมายจาก|นำของ|ต้อนรับ|พบ) {0,2}$"
)
_SAID = regex.compile(r"ว่า|ถึง")
_ORGANIZES = regex.compile(r"(?:จัดโดย|โดยการจัดของ|เจ้าภาพโดย|จัดงานร่วมกันระหว่าง|จัดขึ้นโดย|ซึ่งจัดโดย) ?$")
_TO_VERB = regex.compile(r"[^\n]{0,70}")
_BREAKS = regex.compile(r"กล่าว|เปิดเผย|เผยว่า|โดยมี|ณ |เป็นประธาน")
_TO_BODY = regex.compile(r" ?(?:และ|ร่วมกับ|,|โดย)? ?")


def chair_of(reading: Reading, event: Candidate) -> PersonMention | RoleMention | None:
    """Who does what the trigger tells: the subject of its clause, or the one it was left to ("มอบหมายให้")."""
    if event.trigger.subject != "chair" or event.trigger.type == "press":
        return None
    text = reading.text
    for start in (event.scope, event.line_start):
        people = [p for p in reading.people if start <= p.start < event.trigger.start]
        offices = [r for r in reading.roles if not r.person and start <= r.start < event.trigger.start]
        actors: list[PersonMention | RoleMention] = sorted([*people, *offices], key=lambda a: a.start)
        for actor in reversed(actors):
            if _DELEGATES.search(text, max(0, actor.start - 15), actor.start):
                return actor
        subjects = [a for a in actors if not _NOT_SUBJECT.search(text, max(0, a.start - 12), a.start)]
        named = [a for a in subjects if isinstance(a, PersonMention)] or subjects
        if named:
            return named[0]
    return None


def organizer_of(reading: Reading, event: Candidate, others: list[Candidate]) -> Span | None:
    """The body that organizes: the subject of a trigger of that kind, or the one behind "จัดโดย"."""
    bodies = [e for e in reading.entities if e.label == "ORGANIZATION"]
    for body in bodies:
        if _ORGANIZES.search(reading.text, max(0, body.start - 30), body.start):
            return Span(body.start, body.end)
    same = [c for c in others if c.trigger.type == event.trigger.type and c.trigger.subject == "organizer"]
    for candidate in [event, *sorted(same, key=lambda c: c.trigger.start)]:
        if candidate.trigger.subject == "organizer" and (body := _subject_body(reading, candidate, bodies)):
            return Span(body.start, body.end)
    return None


def _subject_body(reading: Reading, event: Candidate, bodies: list[Entity]) -> Entity | None:
    before = [b for b in bodies if event.scope <= b.start < event.trigger.start + 20]
    for body in before:
        between = reading.text[body.end : event.trigger.start]
        if len(between) < 80 and not _BREAKS.search(between):
            return body
    return None
