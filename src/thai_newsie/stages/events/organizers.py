"""Which organization organizes an event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thai_newsie.document import Document, Entity, Span
from thai_newsie.lexicon import compiled, table, values, words_of
from thai_newsie.stages.events.candidate import Candidate
from thai_newsie.stages.events.event_types import ANNOUNCED, ORGANIZED
from thai_newsie.stages.events.trigger import Part, Subject, Trigger
from thai_newsie.stages.events.words import any_word, words
from thai_newsie.stages.statements.patterns import speech_verb_pattern

Pattern = re.Pattern[str]

_MAX_ORGANIZING_TRIGGERS = 20  # triggers that are looked at for one who organizes
_MAX_SUBJECT_GAP = 80  # characters between an organization and what it does
_ON_BEHALF = re.compile(r" ?(?:\([^()\n]{1,20}\) ?)?(?:กระทรวง[^ \n]{2,40} )?โดย ?")
_TO_ORGANIZATION = re.compile(r" ?(?:และ|ร่วมกับ|,)? ?")


@compiled
def _organized_by() -> Pattern:
    return re.compile(rf"{any_word('organizes')}[^\n]{{0,12}}?(?:โดย|ระหว่าง) ?$")


@compiled
def _subject_over() -> Pattern:
    return re.compile(f"{speech_verb_pattern('ends_event')}|{any_word('subject_over')}")


@compiled
def _headline_opens() -> Pattern:
    """ "ข่าวดี !! กรมการจัดหางาน รับสมัคร…", "“กรมอนามัย” เตือน…", "ประกาศ ขสมก. …"."""
    return re.compile(rf"(?:{any_word('notice')} ?|[^ \n]{{1,12}} ?!{{1,3}} )?[“”\"'‘’ ]{{0,2}}")


@compiled
def _headline_organizes() -> Pattern:
    """ "กระทรวงเกษตรฯ เตรียมจัด…", "สธ. จับมือ 6 หน่วยงาน จัด…"."""
    return re.compile(
        rf"[”\"’ ]{{0,3}}(?:{any_word('partners')}[^\n]{{1,40}} )?(?:เตรียม|ร่วม|ร่วมกัน)?(?!{any_word('not_organized')})จัด"
    )


@compiled
def _committees() -> tuple[str, ...]:
    return words("committee")


def organizer_of(document: Document, event: Candidate, ranked: Sequence[Candidate]) -> Span | None:
    """The organization that organizes: named by "จัดโดย", or the subject of a trigger of the same type.

    What is announced is the doing of the organization that the headline begins with.
    """
    trigger = event.trigger
    if trigger.part is Part.CABINET:
        return _cabinet(document, event)
    inside = {r.organization.start for r in document.roles if r.organization}
    organizations = [e for e in document.entities if e.label == "ORGANIZATION"]
    free = [b for b in organizations if b.start not in inside]
    organizer = _acting(document, event, ranked, organizations, free) if trigger.type in ORGANIZED else None
    if organizer is None and (head := _headline_organization(document, free)):
        organizes = trigger.type in ORGANIZED and _headline_organizes().match(document.text, head.end)
        if organizes or trigger.type in ANNOUNCED:
            organizer = _with_partners(document, _fullest(document, head, organizations), free)
    return organizer


def _headline_organization(document: Document, organizations: Sequence[Entity]) -> Entity | None:
    """The organization with which the headline begins."""
    opens = _headline_opens().match(document.text, 0, document.title_end)
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
    ranked: Sequence[Candidate],
    organizations: Sequence[Entity],
    free: Sequence[Entity],
) -> Span | None:
    """The organization that acts for the event; `free` are those of the `organizations` that are part of no role."""
    trigger = event.trigger
    for organization in free:
        if _organized_by().search(document.text, max(0, organization.start - 30), organization.start):
            return _with_partners(document, organization, free)
    same = [c for c in ranked[:_MAX_ORGANIZING_TRIGGERS] if c.trigger.type == trigger.type and c is not event]
    for candidate in [
        event,
        *sorted(same, key=lambda c: (c.trigger.start < document.title_end, c.trigger.start)),
    ]:
        other = candidate.trigger
        in_headline = other.start < document.title_end
        organizes = in_headline or (other.subject is Subject.ORGANIZER and other.part is not Part.NOUN)
        subject = _subject_organization(document, candidate, free) if organizes else None
        if subject and (trigger.type != "meeting" or _calls(document, subject, other)):
            return _with_partners(document, _fullest(document, subject, organizations), free)
    return None


def _calls(document: Document, organization: Entity, trigger: Trigger) -> bool:
    """Whether an organization has called a meeting, and is neither what meets nor one that comes or is met."""
    if trigger.subject is Subject.ORGANIZER:
        return True
    meets_or_comes = trigger.joins or document.text.startswith(_committees(), organization.start)
    return (
        not meets_or_comes and _headline_opens().fullmatch(document.text, 0, organization.start) is not None
    )


def _cabinet(document: Document, event: Candidate) -> Span:
    """The cabinet by the fullest name in the article: "คณะรัฐมนตรี" rather than "ครม."."""
    for name in words_of("event_triggers", "cabinet"):
        if (start := document.text.find(name)) >= 0:
            return Span(start, start + len(name))
    return Span(event.trigger.start, event.trigger.name_start)


def _subject_organization(
    document: Document, event: Candidate, organizations: Sequence[Entity]
) -> Entity | None:
    """The organization of the clause from which nothing but the verb's own words lead to the trigger.

    Of "กระทรวงแรงงาน โดยกรมการจัดหางาน จัดงาน…" the one that acts for the other.
    """
    end = event.trigger.start
    subject = None
    for organization in organizations:
        if (
            event.scope <= organization.start
            and organization.end <= end
            and end - organization.end < _MAX_SUBJECT_GAP
        ):
            stands_for = subject and _ON_BEHALF.fullmatch(document.text, subject.end, organization.start)
            if stands_for or not (subject or _subject_over().search(document.text, organization.end, end)):
                subject = organization
    return subject


def _fullest(document: Document, organization: Entity, organizations: Sequence[Entity]) -> Entity:
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


def _with_partners(document: Document, organization: Entity, organizations: Sequence[Entity]) -> Span:
    """The organization with those that follow it in a list: "กรมอนามัย และกรมควบคุมโรค"."""
    end = organization.end
    for other in organizations:
        if other.start >= end:
            if not _TO_ORGANIZATION.fullmatch(document.text, end, other.start):
                break
            end = other.end
    return Span(organization.start, end)
