"""Further events of their own: of another type, the next of the same type, one that is still to come."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

import regex

from thai_newsie.document import Document
from thai_newsie.lexicon import compiled
from thai_newsie.stages.events.argument_sharing import coming_day, next_follows
from thai_newsie.stages.events.candidate import EventRelation, Feature
from thai_newsie.stages.events.event_types import (
    ANNOUNCED_AHEAD,
    CONVERSATIONS,
    NEVER_FURTHER,
    REPEATED,
    SESSIONS,
)
from thai_newsie.stages.events.further_case import (
    CERTAIN_STRENGTH,
    NAME_START_LENGTH,
    Case,
    RelationRule,
    joins_act,
    nameless,
)
from thai_newsie.stages.events.trigger import Part, Subject, Trigger
from thai_newsie.stages.events.trigger_table import flagged_words
from thai_newsie.stages.events.words import any_word, words

Pattern = regex.Pattern[str]

_MIN_STRENGTH = 5.5  # what a further event needs behind a word like โอกาสนี้
_TOO_WEAK = f"a further event needs {_MIN_STRENGTH} points without those lost for standing late"
_MIN_VISIT_WEIGHT = 5.0  # of the verbs of going at all; "ติดตามความคืบหน้าคดี" is done at a table too
_MIN_SIGHT_WEIGHT = 8.0  # of the verbs of going to see something; "เดินทางไป" says less
_MAX_TO_SIGHT = 40  # characters between a verb of visiting and the place
_SAME_VERB = 8  # characters between two verbs of one event
_start = attrgetter("start")
_IN_PASSING = {
    Feature.IN_TITLE, Feature.CONTEXT, Feature.NAMED, Feature.OTHERS, Feature.OTHERS_THERE, Feature.SAID_LATER,
}  # fmt: skip


@compiled
def _further() -> Pattern:
    """ "โอกาสนี้ นายสมชายได้ร่วม…", "จากนั้น เดินทางไป…", "พร้อมมอบ…"."""
    return regex.compile(rf"{any_word('further')}[^\n]{{0,120}}$")


@compiled
def _intended() -> Pattern:
    """ "ยินดีที่จะเดินทางไปเยี่ยมชม", "เตรียมลงพื้นที่": what is only meant to happen."""
    return regex.compile(rf"{any_word('intended')}{any_word('auxiliary')}{{0,2}} ?$")


@compiled
def _goes() -> tuple[str, ...]:
    return words("goes")


def _may_be_another(case: Case) -> bool:
    return case.trigger.type not in case.types and case.trigger.type not in NEVER_FURTHER


def _against_another(case: Case) -> Iterator[str]:
    """Against an event of another type than those selected, reported as done and not in passing."""
    yield from _against_type(case)
    other, trigger = case.other, case.trigger
    if 0 <= trigger.start - case.main.trigger.end < _SAME_VERB:  # "เยี่ยมชมและหารือแนวทาง…"
        yield "it is the same event: its verb follows the main event's at once"
    if other.strength < _MIN_STRENGTH:
        yield _TOO_WEAK
    if other.features & _IN_PASSING:
        yield "it is only named in passing"
    if not _is_told_as_done(case):
        yield "no word like โอกาสนี้, no strong verb and no headline makes it an event of its own"


def _against_type(case: Case) -> Iterator[str]:
    """Against its type beside the types of those selected."""
    trigger = case.trigger
    if case.types | {trigger.type} >= CONVERSATIONS:
        yield "the same conversation, reported as a meeting and as a courtesy call"
    if trigger.type == "visit" and trigger.weight < _MIN_VISIT_WEIGHT:
        yield "its verb is too weak for a visit"
    if trigger.type == "campaign" and (trigger.joins or trigger.part is not Part.OPENER):
        yield "nobody organizes the campaign"


def _is_told_as_done(case: Case) -> bool:
    """Whether headline and day, a strong verb or a word before the trigger report that it took place."""
    other, trigger = case.other, case.trigger
    if {Feature.TYPE_IN_TITLE, Feature.DATE_BEFORE} <= other.features and not trigger.joins:
        return True
    if other.in_statement:
        return False
    is_campaign = trigger.type == "campaign"
    before = case.text[max(other.line_start, trigger.start - 140) : trigger.start]
    if other.strength >= CERTAIN_STRENGTH and not is_campaign and not _intended().search(before):
        return True
    if trigger.start < case.main.trigger.end:
        return False
    return bool(_further().search(before) or (not is_campaign and joins_act().search(before)))


def _may_be_next(case: Case) -> bool:
    return case.trigger.type == case.main.trigger.type and case.trigger.type in REPEATED


def _against_next(case: Case) -> Iterator[str]:
    """Against another event of the main one's type that follows it: "จากนั้น … เป็นประธานในพิธีวางพวงมาลา"."""
    text, main, other, trigger = case.text, case.main.trigger, case.other, case.trigger
    is_session = trigger.type in SESSIONS
    if len(case.selected) > 1:
        yield "there is a further event already"
    if trigger.start < main.end or text.startswith(
        text[trigger.end : trigger.end + NAME_START_LENGTH], main.end
    ):
        yield "it stands before the main event or has the same name"
    if other.in_statement or other.features & _IN_PASSING:
        yield "it is only said or named in passing"
    if nameless().match(text, trigger.end):
        yield "it has no name"
    if is_session and not (trigger.part is Part.OPENER and other.strength >= CERTAIN_STRENGTH):
        yield "its verb is not strong enough"
    if not next_follows().search(text, max(other.line_start, trigger.start - 140), trigger.start):
        yield "no word like จากนั้น and no other day stands before it"
    if not (is_session or _goes_elsewhere(case.document, trigger)):
        yield "the visit has no place of its own"


def _goes_elsewhere(document: Document, trigger: Trigger) -> bool:
    """Whether a verb of visiting has a place of its own: "ตรวจเยี่ยมโรงพยาบาลสิชล", and not "เยี่ยมชมนิทรรศการ"."""
    if trigger.weight < _MIN_SIGHT_WEIGHT:
        return False
    entities = document.entities
    first, last = (
        bisect_left(entities, end, key=_start) for end in (trigger.end, trigger.end + _MAX_TO_SIGHT)
    )
    sights = (entity.label == "LOCATION" for entity in entities[first:last])
    return any(sights) or document.text.startswith(_goes(), trigger.start)


def _may_be_coming(case: Case) -> bool:
    return case.trigger.type in ANNOUNCED_AHEAD and case.trigger.type not in case.types


def _against_coming(case: Case) -> Iterator[str]:
    """Against what is organized for a later day: "จัดงาน… ระหว่างวันที่ 5-7 มีนาคม ณ…"."""
    trigger = case.trigger
    if Feature.CONTEXT in case.other.features:
        yield "it is only named"
    organized = trigger.part is Part.OPENER and trigger.subject is Subject.ORGANIZER
    if not (organized or case.text.startswith(flagged_words("invites"), trigger.start)):
        yield "nobody organizes it or invites to it"
    if coming_day(case.document, case.other, case.main, case.dated) is None:
        yield "no later day with a place follows it"


ANOTHER_RULE = RelationRule(EventRelation.ANOTHER, _may_be_another, _against_another)
NEXT_RULE = RelationRule(EventRelation.NEXT, _may_be_next, _against_next)
COMING_RULE = RelationRule(EventRelation.COMING, _may_be_coming, _against_coming)
