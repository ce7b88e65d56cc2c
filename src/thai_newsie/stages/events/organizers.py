"""Which organization organizes an event."""

from __future__ import annotations

import regex

from thai_newsie.document import Document, Entity, Span
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.stages.events.scoring import Candidate
from thai_newsie.stages.events.triggers import Trigger

_ORGANIZES = regex.compile(r"(?:จัด|เจ้าภาพ)[^\n]{0,12}?(?:โดย|ระหว่าง) ?$")
_BREAKS = regex.compile(r"กล่าว|เปิดเผย|เผยว่า|โดยมี|ณ |เป็นประธาน|ให้")
_ORGANIZED = ("meeting", "seminar", "ceremony", "campaign", "decision", "other")
# What an organization announces is its own, also where no verb of organizing says so: "กรมทางหลวง ขยายทางหลวงหมายเลข 344 …".
_ANNOUNCED = ("campaign", "decision", "press", "enforcement", "other")
# "ข่าวดี !! กรมการจัดหางาน รับสมัคร…", "“กรมอนามัย” เตือน…", "ประกาศ ขสมก. …"
_HEADLINE_OPENS = regex.compile(r"(?:ประกาศ ?|[^ \n]{1,12} ?!{1,3} )?[“”\"'‘’ ]{0,2}")
# "กระทรวงเกษตรฯ เตรียมจัด…", "สธ. จับมือ 6 หน่วยงาน จัด…"
_HEADLINE_ORGANIZES = regex.compile(
    r"[”\"’ ]{0,3}(?:(?:จับมือ|ร่วมกับ|ร่วม|ผนึก)[^\n]{1,40} )?(?:เตรียม|ร่วม|ร่วมกัน)?จัด(?!การ|สรร|หา|ซื้อ|ตั้ง|ทำ|เก็บ|ส่ง|ระเบียบ|จ้าง)"
)
_MEETS = ("คณะ", "คกก", "สภา", "บอร์ด")
_STRONGEST = 20  # triggers that are looked at for one who organizes
_REACH = 80  # characters between an organization and what it does
_ON_BEHALF = regex.compile(r" ?(?:\([^()\n]{1,20}\) ?)?(?:กระทรวง[^ \n]{2,40} )?โดย ?")
_TO_ORGANIZATION = regex.compile(r" ?(?:และ|ร่วมกับ|,)? ?")


def organizer_of(document: Document, event: Candidate, ranked: list[Candidate]) -> Span | None:
    """The organization that organizes: told by "จัดโดย", or the subject of a trigger of the same type.

    What is announced is the doing of the organization that the headline begins with.
    """
    trigger = event.trigger
    if trigger.part == "cabinet":
        return _cabinet(document, event)
    inside = {r.organization.start for r in document.roles if r.organization}
    organizations = [e for e in document.entities if e.label == "ORGANIZATION"]
    free = [b for b in organizations if b.start not in inside]
    organizer = _acting(document, event, ranked, organizations, free) if trigger.type in _ORGANIZED else None
    if organizer is None and (head := _headline_organization(document, free)):
        organizes = trigger.type in _ORGANIZED and _HEADLINE_ORGANIZES.match(document.text, head.end)
        if organizes or trigger.type in _ANNOUNCED:
            organizer = _with_partners(document, _fullest(document, head, organizations), free)
    return organizer


def _headline_organization(document: Document, organizations: list[Entity]) -> Entity | None:
    """The organization with which the headline begins."""
    opens = _HEADLINE_OPENS.match(document.text, 0, document.title_end)
    starts = (0, opens.end()) if opens else (0,)
    return next(
        (
            organization
            for organization in organizations
            if organization.start in starts and organization.end <= document.title_end
        ),
        None,
    )


def _acting(
    document: Document,
    event: Candidate,
    ranked: list[Candidate],
    organizations: list[Entity],
    free: list[Entity],
) -> Span | None:
    """The organization that acts for the event; `free` are those of the `organizations` that stand in no office."""
    trigger = event.trigger
    for organization in free:
        if _ORGANIZES.search(document.text, max(0, organization.start - 30), organization.start):
            return _with_partners(document, organization, free)
    same = [c for c in ranked[:_STRONGEST] if c.trigger.type == trigger.type and c is not event]
    for candidate in [
        event,
        *sorted(same, key=lambda c: (c.trigger.start < document.title_end, c.trigger.start)),
    ]:
        told = candidate.trigger
        in_headline = told.start < document.title_end
        organizes = in_headline or (told.subject == "organizer" and told.part != "noun")
        subject = _subject_organization(document, candidate, free) if organizes else None
        if subject and (trigger.type != "meeting" or _calls(document, subject, told)):
            return _with_partners(document, _fullest(document, subject, organizations), free)
    return None


def _calls(document: Document, organization: Entity, told: Trigger) -> bool:
    """Whether an organization has called a meeting, and is neither what meets nor one that comes or is met."""
    if told.subject == "organizer":
        return True
    meets_or_comes = told.joins or document.text.startswith(_MEETS, organization.start)
    return not meets_or_comes and _HEADLINE_OPENS.fullmatch(document.text, 0, organization.start) is not None


def _cabinet(document: Document, event: Candidate) -> Span:
    """The cabinet in its fullest wording: "คณะรัฐมนตรี" rather than "ครม."."""
    for name in ("คณะรัฐมนตรี", "ครม.", "cabinet", "Cabinet"):
        if (start := document.text.find(name)) >= 0:
            return Span(start, start + len(name))
    return Span(event.trigger.start, event.trigger.name_start)


def _subject_organization(document: Document, event: Candidate, organizations: list[Entity]) -> Entity | None:
    """The organization of the clause from which nothing but the verb's own words lead to the trigger.

    Of "กระทรวงแรงงาน โดยกรมการจัดหางาน จัดงาน…" the one that acts for the other.
    """
    end = event.trigger.start
    subject = None
    for organization in organizations:
        if event.scope <= organization.start and organization.end <= end and end - organization.end < _REACH:
            stands_for = subject and _ON_BEHALF.fullmatch(document.text, subject.end, organization.start)
            if stands_for or not (subject or _BREAKS.search(document.text, organization.end, end)):
                subject = organization
    return subject


def _fullest(document: Document, organization: Entity, organizations: list[Entity]) -> Entity:
    """The organization where its full name stands: "กระทรวงเกษตรฯ", "ดีอี" of "กระทรวง… (ดีอี)", "สธ."."""
    text = document.slice(organization)
    stem = text.removesuffix("ฯ")
    full = _full_names().get(text.replace(" ", ""), "")
    for other in organizations:
        longer = other.end - other.start > len(text)
        if longer and document.text.startswith((full or "\n", stem if stem != text else "\n"), other.start):
            return other
        if document.text.startswith((f"({text})", f" ({text})"), other.end):
            return other
    return organization


@compiled
def _full_names() -> dict[str, str]:
    """Each abbreviation and short form of the table of organizations, to the full name."""
    return {
        form.replace(" ", ""): row["word"]
        for row in sorted(table("organizations"), key=lambda row: "preferred" in values(row["flags"]))
        for form in (*values(row["abbreviations"]), *values(row["short"]))
    }


def _with_partners(document: Document, organization: Entity, organizations: list[Entity]) -> Span:
    """The organization with those that follow it in a list: "กรมอนามัย และกรมควบคุมโรค"."""
    end = organization.end
    for other in organizations:
        if other.start >= end:
            if not _TO_ORGANIZATION.fullmatch(document.text, end, other.start):
                break
            end = other.end
    return Span(organization.start, end)
