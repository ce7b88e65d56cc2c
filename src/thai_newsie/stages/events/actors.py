"""Who presides over an event or leads it, and who else is present."""

from __future__ import annotations

import regex

from thai_newsie.document import Document, PersonMention, RoleMention, Span
from thai_newsie.stages.events.event_dates import tells_of
from thai_newsie.stages.events.scoring import Candidate
from thai_newsie.stages.events.triggers import Trigger

_DELEGATES = regex.compile(r"มอบ(?:หมาย)?(?:ให้)? {0,2}$")
# Behind these stands somebody who is not the subject.
_NOT_SUBJECT = regex.compile(
    r"(?:ของ|กับ|ถึง|จาก|แก่|ต่อ|นำโดย|ตามที่|โดยมี|พร้อมด้วย|พร้อม|แทน|นโยบาย|มอบหมายจาก|นำของ|ต้อนรับ|พบ|ผู้ต้องหา|ชื่อ|คือ|ตัว) {0,2}$"
)
# Whoever is there to receive them, the royal person does it: "ทรงเปิด", "พระราชทานปริญญาบัตร".
_ROYAL = ("ทรง", "ทอดพระเนตร")
_MINUTES = regex.compile(r"ประธาน(?:ในที่ประชุม|ที่ประชุม|การประชุม)? ?: ?")
_HEAD = 400  # characters of the head of a meeting's minutes
# "เมื่อวันที่ 24 กุมภาพันธ์ 2568 ตนได้พบหารือกับ…"
_MYSELF = regex.compile(r"(?<![ก-์])ตน(?:เอง)?(?:ได้|จะ|ใน|พร้อม|และ| )")
# "โดยมี ศาสตราจารย์วิษณุ เครืองาม เป็นประธานในพิธี"
_WHO_PRESIDES = regex.compile(r"มี {0,2}$")
_HOSTS = "ต้อนรับ"
_PRESIDES = "เป็นประธาน"
_BEHIND = 900  # characters over which "โดยมี … เป็นประธาน" speaks of the event before it
_OFFICE = 200  # characters of a name and its offices
_WITH = regex.compile(r"(?:โดย|โดยมี|ซึ่งมี) {0,2}$")
# "โดยมี นายสมชาย ใจดี … เข้าร่วม"
_PRESENT = regex.compile(r"โดยมี|พร้อมด้วย|ร่วมด้วย")
_PRESENT_OVER = regex.compile(r"(?:เข้า|มา)?ร่วม(?!กับ|ด้วย)|ให้การต้อนรับ|กล่าวรายงาน| ณ |เพื่อ|ทั้งนี้|โดยมี|พร้อมด้วย")
_PRESENT_LONGEST = 1500  # characters of a list of those present


def chair_of(document: Document, event: Candidate) -> PersonMention | RoleMention | None:
    """Who does what the trigger tells: the subject of its clause, or the one it was left to ("มอบหมายให้").

    Who takes part, is received or speaks to the press does not preside; the one who does may be told
    behind: "เข้าร่วมการประชุม… โดยมีนายสมชาย ใจดี เป็นประธาน".
    """
    if tells_of(document.text, event):
        return None
    if _has_chair(event.trigger):
        return _subject(document, event) or _headed_by(document, event)
    return _named_behind(document, event) if event.trigger.joins else None


def _named_behind(document: Document, event: Candidate) -> PersonMention | None:
    """The person of "โดยมี … เป็นประธาน" behind the trigger, who is the last named before these words."""
    text, start = document.text, event.trigger.end
    end = min(event.line_end, start + _BEHIND)
    presides = text.find(_PRESIDES, start, end)
    if presides < 0:
        return None
    named = [p for p in document.people if max(start, presides - _OFFICE) <= p.start < presides]
    if named and _WITH.search(text, max(start, named[-1].start - 15), named[-1].start):
        return named[-1]
    return None


def _headed_by(document: Document, event: Candidate) -> PersonMention | None:
    """Who is named in the minutes' form behind a meeting: "ประธาน : นายสมชาย ใจดี"."""
    start = event.trigger.end
    minutes = (
        _MINUTES.search(document.text, start, start + _HEAD) if event.trigger.type == "meeting" else None
    )
    return next((p for p in document.people if minutes and p.start == minutes.end()), None)


def _subject(document: Document, event: Candidate) -> PersonMention | RoleMention | None:
    """The person or office of the clause that does what its trigger tells."""
    trigger, text = event.trigger, document.text
    people = [p for p in document.people if event.scope <= p.start < trigger.start]
    offices = [r for r in document.roles if not r.person and event.scope <= r.start < trigger.start]
    actors: list[PersonMention | RoleMention] = sorted([*people, *offices], key=lambda a: a.start)
    for actor in reversed(actors):
        before = text[max(0, actor.start - 15) : actor.start]
        if _DELEGATES.search(before) or (trigger.part == "opener" and _WHO_PRESIDES.search(before)):
            return actor
    royal = next((p for p in reversed(people) if p.title_kind == "royal"), None)
    if text.startswith(_ROYAL, trigger.start) or text.endswith("ทรง", event.scope, trigger.start):
        return royal
    if royal and text.startswith("พระราชทาน", trigger.start):
        return royal
    if not actors and _MYSELF.search(text, event.scope, trigger.start):
        return _speaker(document, event)
    subjects = [a for a in actors if not _NOT_SUBJECT.search(text, max(0, a.start - 12), a.start)]
    named = [a for a in subjects if isinstance(a, PersonMention)] or subjects
    if named and trigger.type == "visit" and text.find(_HOSTS, named[0].end, trigger.start) >= 0:
        return None  # "นายสมชายให้การต้อนรับคณะศึกษานิเทศก์ ในการนิเทศติดตาม…": the host does not lead the visit
    return named[0] if named else None


def _speaker(document: Document, event: Candidate) -> PersonMention | RoleMention | None:
    """Who says what the trigger stands in."""
    for said in document.statements:
        if said.start <= event.trigger.start < said.end and isinstance(
            said.speaker, PersonMention | RoleMention
        ):
            return said.speaker
    return None


def _has_chair(trigger: Trigger) -> bool:
    """Whether the one who does it presides or leads; who only speaks to the press does not."""
    if trigger.type == "press":
        return trigger.subject == "chair" and trigger.part == "opener"
    return trigger.subject == "chair" or trigger.type == "enforcement"


def participants_of(document: Document, event: Candidate, chair: Span | None) -> list[Span]:
    """The people and organizations whom "โดยมี … เข้าร่วม" and "พร้อมด้วย …" name in the trigger's line."""
    lists = list(_PRESENT.finditer(document.text, event.line_start, event.line_end))
    if not lists:
        return []
    inside = {r.organization.start for r in document.roles if r.organization}
    present: list[Span] = [*document.people]
    present += [e for e in document.entities if e.label == "ORGANIZATION" and e.start not in inside]
    out: list[Span] = []
    for opens in lists:
        limit = min(event.line_end, opens.end() + _PRESENT_LONGEST)
        over = _PRESENT_OVER.search(document.text, opens.end(), limit)
        end = over.start() if over else limit
        out += [who for who in present if opens.end() <= who.start < end and who is not chair]
    named = {document.slice(who): who for who in sorted(out, key=lambda who: -who.start)}
    return [Span(who.start, who.end) for who in reversed(named.values())]
