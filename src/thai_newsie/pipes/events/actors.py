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
_STRONGEST = 20  # triggers that are looked at for one who organizes
_REACH = 80  # characters between a body and what it does
_ON_BEHALF = regex.compile(r" ?(?:\([^()\n]{1,20}\) ?)?(?:กระทรวง[^ \n]{2,40} )?โดย ?")
# "โดยมี นายสมชาย ใจดี … เข้าร่วม"
_PRESENT = regex.compile(
    r"(?:โดยมี|พร้อมด้วย|ร่วมด้วย)(?P<who>(?:(?!(?:เข้า|มา)?ร่วม(?!กับ|ด้วย)|ให้การต้อนรับ|กล่าวรายงาน| ณ |เพื่อ|ทั้งนี้|โดยมี|พร้อมด้วย)[^\n]){1,1500})"
)
_TO_BODY = regex.compile(r" ?(?:และ|ร่วมกับ|,)? ?")


def chair_of(reading: Reading, event: Candidate) -> PersonMention | RoleMention | None:
    """Who does what the trigger tells: the subject of its clause, or the one it was left to ("มอบหมายให้").

    Who takes part, is received or speaks to the press does not preside.
    """
    trigger, text = event.trigger, reading.text
    if trigger.subject != "chair" or trigger.type == "press":
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
    trigger = event.trigger
    if trigger.type not in _ORGANIZED:
        return None
    if trigger.part == "cabinet":
        return _cabinet(reading, event)
    inside = {r.organization.start for r in reading.roles if r.organization}
    bodies = [e for e in reading.entities if e.label == "ORGANIZATION"]
    free = [b for b in bodies if b.start not in inside]
    for body in free:
        if _ORGANIZES.search(reading.text, max(0, body.start - 30), body.start):
            return _with_partners(reading, body, free)
    same = [c for c in ranked[:_STRONGEST] if c.trigger.type == trigger.type and c is not event]
    for candidate in [
        event,
        *sorted(same, key=lambda c: (c.trigger.start < reading.title_end, c.trigger.start)),
    ]:
        told = candidate.trigger
        organizes = told.start < reading.title_end or (told.subject == "organizer" and told.part != "noun")
        if organizes and (subject := _subject_body(reading, candidate, free)):
            return _with_partners(reading, _fullest(reading, subject, bodies), free)
    return None


def _cabinet(reading: Reading, event: Candidate) -> Span:
    """The cabinet in its fullest wording: "คณะรัฐมนตรี" rather than "ครม."."""
    start = reading.text.find("คณะรัฐมนตรี")
    if start >= 0:
        return Span(start, start + len("คณะรัฐมนตรี"))
    return Span(event.trigger.start, event.trigger.start + len("ครม."))


def _subject_body(reading: Reading, event: Candidate, bodies: list[Entity]) -> Entity | None:
    """The body of the clause from which nothing but the verb's own words lead to the trigger.

    Of "กระทรวงแรงงาน โดยกรมการจัดหางาน จัดงาน…" the one that acts for the other.
    """
    end = event.trigger.start
    subject = None
    for body in bodies:
        if event.scope <= body.start and body.end <= end and end - body.end < _REACH:
            stands_for = subject and _ON_BEHALF.fullmatch(reading.text, subject.end, body.start)
            if stands_for or not (subject or _BREAKS.search(reading.text, body.end, end)):
                subject = body
    return subject


def _fullest(reading: Reading, body: Entity, bodies: list[Entity]) -> Entity:
    """The body where its full name stands: "กระทรวงเกษตรฯ", "ดีอี" of "กระทรวง… (ดีอี)"."""
    text = reading.slice(body)
    stem = text.removesuffix("ฯ")
    for other in bodies:
        if (
            stem != text
            and reading.text.startswith(stem, other.start)
            and other.end - other.start > len(text)
        ):
            return other
        if reading.text.startswith((f"({text})", f" ({text})"), other.end):
            return other
    return body


def _with_partners(reading: Reading, body: Entity, bodies: list[Entity]) -> Span:
    """The body with those that follow it in a list: "กรมอนามัย และกรมควบคุมโรค"."""
    end = body.end
    for other in bodies:
        if other.start >= end:
            if not _TO_BODY.fullmatch(reading.text, end, other.start):
                break
            end = other.end
    return Span(body.start, end)


def participants_of(reading: Reading, event: Candidate, chair: Span | None) -> list[Span]:
    """The people and bodies whom "โดยมี … เข้าร่วม" and "พร้อมด้วย …" name in the trigger's line."""
    inside = {r.organization.start for r in reading.roles if r.organization}
    present: list[Span] = [*reading.people]
    present += [e for e in reading.entities if e.label == "ORGANIZATION" and e.start not in inside]
    out: list[Span] = []
    for group in _PRESENT.finditer(reading.text, event.line_start, event.line_end):
        out += [who for who in present if group.start() <= who.start < group.end() and who is not chair]
    named = {reading.slice(who): who for who in sorted(out, key=lambda who: -who.start)}
    return [Span(who.start, who.end) for who in reversed(named.values())]
