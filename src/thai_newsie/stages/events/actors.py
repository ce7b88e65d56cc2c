"""Who presides over an event or leads it, and who else is present."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

import regex

from thai_newsie.document import Document, PersonMention, RoleMention, Span
from thai_newsie.lexicon import compiled
from thai_newsie.stages.events.candidate import Candidate
from thai_newsie.stages.events.context import speaks_about
from thai_newsie.stages.events.trigger import Part, Subject, Trigger
from thai_newsie.stages.events.words import any_word, words

Pattern = regex.Pattern[str]
Actor = PersonMention | RoleMention

_MAX_MINUTES_HEAD = 400  # characters of the head of a meeting's minutes
_MAX_TO_PRESIDES = 900  # characters over which "โดยมี … เป็นประธาน" speaks of the event before it
_MAX_NAME_WITH_ROLES = 200  # characters of a name with its roles
_MAX_PRESENT = 1500  # characters of a list of those present
_ROYAL_PREFIX = "ทรง"
_start = attrgetter("start")
# "เมื่อวันที่ 24 กุมภาพันธ์ 2568 ตนได้พบหารือกับ…"
_MYSELF = regex.compile(r"(?<![ก-์])ตน(?:เอง)?(?:ได้|จะ|ใน|พร้อม|และ| )")
# "โดยมี ศาสตราจารย์วิษณุ เครืองาม เป็นประธานในพิธี"
_WHO_PRESIDES = regex.compile(r"มี {0,2}$")
_WITH = regex.compile(r"(?:โดย|โดยมี|ซึ่งมี) {0,2}$")


@compiled
def _delegates() -> Pattern:
    return regex.compile(rf"{any_word('delegates')} {{0,2}}$")


@compiled
def _not_subject() -> Pattern:
    """Behind these words stands somebody who is not the subject."""
    return regex.compile(rf"{any_word('not_subject')} {{0,2}}$")


@compiled
def _royal_verbs() -> tuple[str, ...]:
    """The royal person is the subject, also where others stand before the verb: "ทรงเปิด"."""
    return words("royal_verb")


@compiled
def _royal_gifts() -> tuple[str, ...]:
    """ "พระราชทานปริญญาบัตร"."""
    return words("royal_gift")


@compiled
def _minutes_chair() -> Pattern:
    return regex.compile(rf"{any_word('minutes_chair')} ?: ?")


@compiled
def _hosts() -> Pattern:
    return regex.compile(any_word("hosts"))


@compiled
def _presides() -> Pattern:
    return regex.compile(any_word("presides"))


@compiled
def _present() -> Pattern:
    """ "โดยมี นายสมชาย ใจดี … เข้าร่วม"."""
    return regex.compile(rf"{any_word('with_others')}|ร่วมด้วย")


@compiled
def _present_over() -> Pattern:
    return regex.compile(rf"(?:เข้า|มา)?ร่วม(?!กับ|ด้วย)|{any_word('present_over')}| ณ ")


def chair_of(document: Document, event: Candidate) -> Actor | None:
    """The chair: the subject of the trigger's clause, or the person to whom the task was given ("มอบหมายให้").

    Somebody who takes part, is received or speaks to the press does not preside. The person who presides may be named
    behind the trigger: "เข้าร่วมการประชุม… โดยมีนายสมชาย ใจดี เป็นประธาน".
    """
    if speaks_about(document.text, event):
        return None
    if _has_chair(event.trigger):
        return _subject(document, event) or _headed_by(document, event)
    return _named_behind(document, event) if event.trigger.joins else None


def _has_chair(trigger: Trigger) -> bool:
    """Whether the subject presides or leads; somebody who only speaks to the press does not."""
    if trigger.type == "press":
        return trigger.subject is Subject.CHAIR and trigger.part is Part.OPENER
    return trigger.subject is Subject.CHAIR or trigger.type == "enforcement"


def _named_behind(document: Document, event: Candidate) -> PersonMention | None:
    """The person of "โดยมี … เป็นประธาน" behind the trigger, who is the last named before these words."""
    text, start = document.text, event.trigger.end
    presides = _presides().search(text, start, max(start, min(event.line_end, start + _MAX_TO_PRESIDES)))
    if not presides:
        return None
    low = max(start, presides.start() - _MAX_NAME_WITH_ROLES)
    named = [p for p in document.people if low <= p.start < presides.start()]
    if named and _WITH.search(text, max(start, named[-1].start - 15), named[-1].start):
        return named[-1]
    return None


def _headed_by(document: Document, event: Candidate) -> PersonMention | None:
    """Who is named in the minutes' form behind a meeting: "ประธาน : นายสมชาย ใจดี"."""
    if event.trigger.type != "meeting":
        return None
    start = event.trigger.end
    minutes = _minutes_chair().search(document.text, start, start + _MAX_MINUTES_HEAD)
    return next((p for p in document.people if minutes and p.start == minutes.end()), None)


def _subject(document: Document, event: Candidate) -> Actor | None:
    """The person, or the role without a named person, that is the subject of the trigger."""
    trigger, text = event.trigger, document.text
    people = [p for p in document.people if event.scope <= p.start < trigger.start]
    roles = [r for r in document.roles if not r.person and event.scope <= r.start < trigger.start]
    actors: list[Actor] = sorted([*people, *roles], key=lambda a: a.start)
    if delegate := _delegate(text, trigger, actors):
        return delegate
    royal = next((p for p in reversed(people) if p.title_kind == "royal"), None)
    if text.startswith(_royal_verbs(), trigger.start) or text.endswith(
        _ROYAL_PREFIX, event.scope, trigger.start
    ):
        return royal
    if royal and text.startswith(_royal_gifts(), trigger.start):
        return royal
    if not actors and _MYSELF.search(text, event.scope, trigger.start):
        return _speaker(document, event)
    return _grammatical_subject(text, trigger, actors)


def _delegate(text: str, trigger: Trigger, actors: list[Actor]) -> Actor | None:
    """The last person who acts for another ("มอบหมายให้นายสมชาย"), or who presides behind มี ("โดยมีนายสมชาย")."""
    for actor in reversed(actors):
        before = text[max(0, actor.start - 15) : actor.start]
        if _delegates().search(before) or (trigger.part is Part.OPENER and _WHO_PRESIDES.search(before)):
            return actor
    return None


def _grammatical_subject(text: str, trigger: Trigger, actors: list[Actor]) -> Actor | None:
    """The first person, else the first role, that no word before it makes another part of the clause."""
    subjects = [a for a in actors if not _not_subject().search(text, max(0, a.start - 12), a.start)]
    named = [a for a in subjects if isinstance(a, PersonMention)] or subjects
    if named and trigger.type == "visit" and _hosts().search(text, named[0].end, trigger.start):
        return None  # "นายสมชายให้การต้อนรับคณะศึกษานิเทศก์ ในการนิเทศติดตาม…": the host does not lead the visit
    return named[0] if named else None


def _speaker(document: Document, event: Candidate) -> Actor | None:
    """The speaker of the statement in which the trigger stands."""
    for said in document.statements:
        if said.start <= event.trigger.start < said.end and isinstance(
            said.speaker, PersonMention | RoleMention
        ):
            return said.speaker
    return None


def participants_of(document: Document, event: Candidate, chair: Span | None) -> list[Span]:
    """The people and organizations whom "โดยมี … เข้าร่วม" and "พร้อมด้วย …" name in the trigger's line."""
    lists = list(_present().finditer(document.text, event.line_start, event.line_end))
    if not lists:
        return []
    inside = {r.organization.start for r in document.roles if r.organization}
    organizations = (e for e in document.entities if e.label == "ORGANIZATION" and e.start not in inside)
    present: list[Span] = sorted([*document.people, *organizations], key=_start)
    out: list[Span] = []
    read_to = event.line_start  # lists may overlap; each name is taken once
    for opens in lists:
        limit = min(event.line_end, opens.end() + _MAX_PRESENT)
        over = _present_over().search(document.text, opens.end(), limit)
        end = over.start() if over else limit
        first = bisect_left(present, max(opens.end(), read_to), key=_start)
        out += (who for who in present[first : bisect_left(present, end, key=_start)] if who is not chair)
        read_to = max(read_to, end)
    named = {document.slice(who): who for who in sorted(out, key=lambda who: -who.start)}
    return [Span(who.start, who.end) for who in reversed(named.values())]
