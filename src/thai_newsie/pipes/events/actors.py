"""Who has a part in an event: who presides, who organizes."""

from __future__ import annotations

from functools import cache

import regex

from thai_newsie.lexicon import table, values
from thai_newsie.pipes.events.choice import Candidate
from thai_newsie.pipes.events.days import tells_of
from thai_newsie.pipes.events.triggers import Trigger
from thai_newsie.reading import Entity, PersonMention, Reading, RoleMention, Span

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
_ORGANIZES = regex.compile(r"(?:จัด|เจ้าภาพ)[^\n]{0,12}?(?:โดย|ระหว่าง) ?$")
_BREAKS = regex.compile(r"กล่าว|เปิดเผย|เผยว่า|โดยมี|ณ |เป็นประธาน|ให้")
_ORGANIZED = ("meeting", "seminar", "ceremony", "campaign", "decision", "other")
# What a body announces is its own, also where no verb of organizing says so: "กรมทางหลวง ขยายทางหลวงหมายเลข 344 …".
_ANNOUNCED = ("campaign", "decision", "press", "enforcement", "other")
# "ข่าวดี !! กรมการจัดหางาน รับสมัคร…", "“กรมอนามัย” เตือน…", "ประกาศ ขสมก. …"
_HEADLINE_OPENS = regex.compile(r"(?:ประกาศ ?|[^ \n]{1,12} ?!{1,3} )?[“”\"'‘’ ]{0,2}")
# "กระทรวงเกษตรฯ เตรียมจัด…", "สธ. จับมือ 6 หน่วยงาน จัด…"
_HEADLINE_ORGANIZES = regex.compile(
    r"[”\"’ ]{0,3}(?:(?:จับมือ|ร่วมกับ|ร่วม|ผนึก)[^\n]{1,40} )?(?:เตรียม|ร่วม|ร่วมกัน)?จัด(?!การ|สรร|หา|ซื้อ|ตั้ง|ทำ|เก็บ|ส่ง|ระเบียบ|จ้าง)"
)
_MEETS = ("คณะ", "คกก", "สภา", "บอร์ด")
_STRONGEST = 20  # triggers that are looked at for one who organizes
_REACH = 80  # characters between a body and what it does
_ON_BEHALF = regex.compile(r" ?(?:\([^()\n]{1,20}\) ?)?(?:กระทรวง[^ \n]{2,40} )?โดย ?")
# "โดยมี นายสมชาย ใจดี … เข้าร่วม"
_PRESENT = regex.compile(r"โดยมี|พร้อมด้วย|ร่วมด้วย")
_PRESENT_OVER = regex.compile(r"(?:เข้า|มา)?ร่วม(?!กับ|ด้วย)|ให้การต้อนรับ|กล่าวรายงาน| ณ |เพื่อ|ทั้งนี้|โดยมี|พร้อมด้วย")
_PRESENT_LONGEST = 1500  # characters of a list of those present
_TO_BODY = regex.compile(r" ?(?:และ|ร่วมกับ|,)? ?")


def chair_of(reading: Reading, event: Candidate) -> PersonMention | RoleMention | None:
    """Who does what the trigger tells: the subject of its clause, or the one it was left to ("มอบหมายให้").

    Who takes part, is received or speaks to the press does not preside; the one who does may be told
    behind: "เข้าร่วมการประชุม… โดยมีนายสมชาย ใจดี เป็นประธาน".
    """
    if tells_of(reading.text, event):
        return None
    if _has_chair(event.trigger):
        return _subject(reading, event) or _headed_by(reading, event)
    return _named_behind(reading, event) if event.trigger.joins else None


def _named_behind(reading: Reading, event: Candidate) -> PersonMention | None:
    """The person of "โดยมี … เป็นประธาน" behind the trigger, who is the last named before these words."""
    text, start = reading.text, event.trigger.end
    end = min(event.line_end, start + _BEHIND)
    presides = text.find(_PRESIDES, start, end)
    if presides < 0:
        return None
    named = [p for p in reading.people if max(start, presides - _OFFICE) <= p.start < presides]
    if named and _WITH.search(text, max(start, named[-1].start - 15), named[-1].start):
        return named[-1]
    return None


def _headed_by(reading: Reading, event: Candidate) -> PersonMention | None:
    """Who is named in the minutes' form behind a meeting: "ประธาน : นายสมชาย ใจดี"."""
    start = event.trigger.end
    minutes = _MINUTES.search(reading.text, start, start + _HEAD) if event.trigger.type == "meeting" else None
    return next((p for p in reading.people if minutes and p.start == minutes.end()), None)


def _subject(reading: Reading, event: Candidate) -> PersonMention | RoleMention | None:
    """The person or office of the clause that does what its trigger tells."""
    trigger, text = event.trigger, reading.text
    people = [p for p in reading.people if event.scope <= p.start < trigger.start]
    offices = [r for r in reading.roles if not r.person and event.scope <= r.start < trigger.start]
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
        return _speaker(reading, event)
    subjects = [a for a in actors if not _NOT_SUBJECT.search(text, max(0, a.start - 12), a.start)]
    named = [a for a in subjects if isinstance(a, PersonMention)] or subjects
    if named and trigger.type == "visit" and text.find(_HOSTS, named[0].end, trigger.start) >= 0:
        return None  # "นายสมชายให้การต้อนรับคณะศึกษานิเทศก์ ในการนิเทศติดตาม…": the host does not lead the visit
    return named[0] if named else None


def _speaker(reading: Reading, event: Candidate) -> PersonMention | RoleMention | None:
    """Who says what the trigger stands in."""
    for said in reading.statements:
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


def organizer_of(reading: Reading, event: Candidate, ranked: list[Candidate]) -> Span | None:
    """The body that organizes: told by "จัดโดย", or the subject of a trigger of the same type.

    What is announced is the doing of the body that the headline begins with.
    """
    trigger = event.trigger
    if trigger.part == "cabinet":
        return _cabinet(reading, event)
    inside = {r.organization.start for r in reading.roles if r.organization}
    bodies = [e for e in reading.entities if e.label == "ORGANIZATION"]
    free = [b for b in bodies if b.start not in inside]
    organizer = _acting(reading, event, ranked, bodies, free) if trigger.type in _ORGANIZED else None
    if organizer is None and (head := _headline_body(reading, free)):
        organizes = trigger.type in _ORGANIZED and _HEADLINE_ORGANIZES.match(reading.text, head.end)
        if organizes or trigger.type in _ANNOUNCED:
            organizer = _with_partners(reading, _fullest(reading, head, bodies), free)
    return organizer


def _headline_body(reading: Reading, bodies: list[Entity]) -> Entity | None:
    """The body with which the headline begins."""
    opens = _HEADLINE_OPENS.match(reading.text, 0, reading.title_end)
    starts = (0, opens.end()) if opens else (0,)
    return next((body for body in bodies if body.start in starts and body.end <= reading.title_end), None)


def _acting(
    reading: Reading, event: Candidate, ranked: list[Candidate], bodies: list[Entity], free: list[Entity]
) -> Span | None:
    """The body that acts for the event; `free` are those of the `bodies` that stand in no office."""
    trigger = event.trigger
    for body in free:
        if _ORGANIZES.search(reading.text, max(0, body.start - 30), body.start):
            return _with_partners(reading, body, free)
    same = [c for c in ranked[:_STRONGEST] if c.trigger.type == trigger.type and c is not event]
    for candidate in [
        event,
        *sorted(same, key=lambda c: (c.trigger.start < reading.title_end, c.trigger.start)),
    ]:
        told = candidate.trigger
        in_headline = told.start < reading.title_end
        organizes = in_headline or (told.subject == "organizer" and told.part != "noun")
        subject = _subject_body(reading, candidate, free) if organizes else None
        if subject and (trigger.type != "meeting" or _calls(reading, subject, told)):
            return _with_partners(reading, _fullest(reading, subject, bodies), free)
    return None


def _calls(reading: Reading, body: Entity, told: Trigger) -> bool:
    """Whether a body has called a meeting, and is neither what meets nor one that comes or is met."""
    if told.subject == "organizer":
        return True
    meets_or_comes = told.joins or reading.text.startswith(_MEETS, body.start)
    return not meets_or_comes and _HEADLINE_OPENS.fullmatch(reading.text, 0, body.start) is not None


def _cabinet(reading: Reading, event: Candidate) -> Span:
    """The cabinet in its fullest wording: "คณะรัฐมนตรี" rather than "ครม."."""
    for name in ("คณะรัฐมนตรี", "ครม.", "cabinet", "Cabinet"):
        if (start := reading.text.find(name)) >= 0:
            return Span(start, start + len(name))
    return Span(event.trigger.start, event.trigger.name_start)


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
    """The body where its full name stands: "กระทรวงเกษตรฯ", "ดีอี" of "กระทรวง… (ดีอี)", "สธ."."""
    text = reading.slice(body)
    stem = text.removesuffix("ฯ")
    full = _full_names().get(text.replace(" ", ""), "")
    for other in bodies:
        longer = other.end - other.start > len(text)
        if longer and reading.text.startswith((full or "\n", stem if stem != text else "\n"), other.start):
            return other
        if reading.text.startswith((f"({text})", f" ({text})"), other.end):
            return other
    return body


@cache
def _full_names() -> dict[str, str]:
    """Each abbreviation and short form of the table of bodies, to the full name."""
    return {
        form.replace(" ", ""): row["name"]
        for row in sorted(table("organizations"), key=lambda row: row["preferred"] == "1")
        for form in (*values(row["abbreviations"]), *values(row["short"]))
    }


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
    lists = list(_PRESENT.finditer(reading.text, event.line_start, event.line_end))
    if not lists:
        return []
    inside = {r.organization.start for r in reading.roles if r.organization}
    present: list[Span] = [*reading.people]
    present += [e for e in reading.entities if e.label == "ORGANIZATION" and e.start not in inside]
    out: list[Span] = []
    for opens in lists:
        limit = min(event.line_end, opens.end() + _PRESENT_LONGEST)
        over = _PRESENT_OVER.search(reading.text, opens.end(), limit)
        end = over.start() if over else limit
        out += [who for who in present if opens.end() <= who.start < end and who is not chair]
    named = {reading.slice(who): who for who in sorted(out, key=lambda who: -who.start)}
    return [Span(who.start, who.end) for who in reversed(named.values())]
