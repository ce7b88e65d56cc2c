"""Which body organizes an event."""

from __future__ import annotations

from functools import cache

import regex

from thai_newsie.lexicon import table, values
from thai_newsie.pipes.events.choice import Candidate
from thai_newsie.pipes.events.triggers import Trigger
from thai_newsie.reading import Entity, Reading, Span

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
_TO_BODY = regex.compile(r" ?(?:และ|ร่วมกับ|,)? ?")


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
        form.replace(" ", ""): row["word"]
        for row in sorted(table("organizations"), key=lambda row: "preferred" in values(row["flags"]))
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
