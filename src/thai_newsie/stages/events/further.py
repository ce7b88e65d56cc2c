"""When a weaker trigger tells a further event beside the main one.

Each relation to the main event has a list of objections: what speaks against it, in plain words. Where there is none, the
trigger tells a further event in this relation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from thai_newsie.document import Document
from thai_newsie.lexicon import compiled
from thai_newsie.stages.events.argument_sharing import coming_day, joined_by, next_follows
from thai_newsie.stages.events.candidate import Candidate, DatedMention, EventRelation, Feature
from thai_newsie.stages.events.event_types import (
    ANNOUNCED_AHEAD,
    CONVERSATIONS,
    GATHERINGS,
    NEVER_FURTHER,
    REPEATED,
    SESSIONS,
    TAKE_PLACE_IN_ANOTHER,
    WITH_AWARDS,
)
from thai_newsie.stages.events.triggers import Part, Subject, Trigger, flagged_words
from thai_newsie.stages.events.words import any_word, words
from thai_newsie.stages.statements.patterns import speech_verb_pattern

Pattern = regex.Pattern[str]

_MIN_STRENGTH = 5.5  # what a further event needs that a word tells as one
_CERTAIN_STRENGTH = 8.5  # what it needs where no word says that it is another
_MIN_RESOLUTION = 6.5  # what a resolution needs beside its meeting
_MIN_VISIT_WEIGHT = 5.0  # of the verbs of going at all; "ติดตามความคืบหน้าคดี" is done at a table too
_MIN_SIGHT_WEIGHT = 8.0  # of the verbs of going to see something; "เดินทางไป" says less
_MAX_TO_SIGHT = 40  # characters between a verb of visiting and the place
_MAX_JOINED = 220  # characters from the verb to the second event that it has
_MAX_GATHERING = 350  # characters between an event and the gathering in which it takes place
_SAME_VERB = 8  # characters between two verbs that tell of one event
_NAME_START = 6  # characters that two events' names must not share
_IN_PASSING = {
    Feature.IN_TITLE, Feature.CONTEXT, Feature.NAMED, Feature.OTHERS, Feature.OTHERS_THERE, Feature.SAID_LATER,
}  # fmt: skip

_WITH_IT = regex.compile(r"พร้อม(?:ทั้ง|กันนี้|กับ)? ?(?:ได้|ร่วม|ยังได้|กล่าว)?(?:การ|พิธี)? {0,2}$")
_INSIDE = regex.compile(r"(?:ใน|ระหว่าง|ภายใน|ในช่วง)(?:งาน|เวที)? ?$")
_LECTURE_TOPIC = regex.compile(r"(?:พิเศษ)? ?(?:ใน)?(?:หัวข้อ|เรื่อง)")


@compiled
def _further() -> Pattern:
    """ "โอกาสนี้ นายสมชายได้ร่วม…", "จากนั้น เดินทางไป…", "พร้อมมอบ…"."""
    return regex.compile(rf"{any_word('further')}[^\n]{{0,120}}$")


@compiled
def _intended() -> Pattern:
    """ "ยินดีที่จะเดินทางไปเยี่ยมชม", "เตรียมลงพื้นที่": what is only meant to happen."""
    return regex.compile(rf"{any_word('intended')}{any_word('auxiliary')}{{0,2}} ?$")


@compiled
def _joins_act() -> Pattern:
    """ "พบปะเกษตรกร พร้อมมอบถุงยังชีพ"."""
    return regex.compile(rf"{any_word('joins_act')}(?:{any_word('auxiliary')}|ยังได้)? {{0,2}}$")


@compiled
def _list_over() -> Pattern:
    over = any_word("with_others", "list_over")
    return regex.compile(rf"{over}|{speech_verb_pattern('ends_event')}| ว่า |\n")


@compiled
def _nameless() -> Pattern:
    """ "… และการประชุมที่เกี่ยวข้อง": nothing that has a name."""
    return regex.compile(
        rf"[ฯ ]{{0,2}}(?:[^ \n]{{0,12}}{any_word('unnamed')}|{any_word('points_back')}|$|\n)"
    )


@compiled
def _organizing() -> Pattern:
    """ "แถลงข่าวการจัดงาน…"."""
    return regex.compile(rf"[ฯ ]{{0,2}}(?:การ)?{any_word('organized')}")


@compiled
def _hands_over() -> tuple[str, ...]:
    return words("hands_over")


@compiled
def _goes() -> tuple[str, ...]:
    return words("goes")


class Case(NamedTuple):
    """A candidate that may be a further event, and those that are selected already, the main one first."""

    document: Document
    other: Candidate
    selected: Sequence[Candidate]
    dated: Sequence[DatedMention]

    @property
    def text(self) -> str:
        """The article."""
        return self.document.text

    @property
    def trigger(self) -> Trigger:
        """The candidate's."""
        return self.other.trigger

    @property
    def main(self) -> Candidate:
        """The main event."""
        return self.selected[0]

    @property
    def types(self) -> set[str]:
        """The types of the selected."""
        return {candidate.trigger.type for candidate in self.selected}


Objections = Callable[[Case], Iterator[str]]


def as_further(case: Case) -> Candidate | None:
    """The candidate as a further event, with its relation to the main one; None if it reports none."""
    for relation, objections in _relations_of(case.trigger):
        if next(objections(case), None) is None:
            trigger = case.trigger
            if relation is EventRelation.JOINED:
                trigger = replace(trigger, subject=case.main.trigger.subject)
            elif relation is EventRelation.AROUND:
                trigger = replace(trigger, subject=Subject.NONE)
            return replace(case.other, trigger=trigger, relation=relation)
    return None


def why_not_further(case: Case) -> str:
    """The first objection to each relation, for the trace."""
    return "; ".join(
        f"not “{relation.value}” ({next(objections(case), '')})"
        for relation, objections in _relations_of(case.trigger)
    )


def _against_joined(case: Case) -> Iterator[str]:
    """The main event's verb has a second event: "เป็นประธานการประชุม… และการประชุม…"."""
    main, trigger, text = case.main.trigger, case.trigger, case.text
    if not {main.type, trigger.type} <= SESSIONS:
        yield "one of the two is no meeting, seminar or ceremony"
    if main.part is not Part.OPENER:
        yield "the main event has no verb that may have two"
    if len(case.selected) > 1:
        yield "there is a further event already"
    if not main.end + _NAME_START < trigger.start < main.end + _MAX_JOINED:
        yield "it does not stand behind the main event's verb"
    if not joined_by().search(text, main.end, trigger.start):
        yield "no word like และ or พร้อม joins the two"
    if _nameless().match(text, trigger.end):
        yield "it has no name"
    if _list_over().search(text, main.end, trigger.start):
        yield "something else is told between the two"


def _against_given(case: Case) -> Iterator[str]:
    """Those of the main event also honour or teach: "เปิดโครงการ… พร้อมมอบประกาศนียบัตร…"."""
    main, other, trigger, text = case.main, case.other, case.trigger, case.text
    if not text.startswith(flagged_words("award", "lecture"), trigger.start):
        yield "it is no award and no lecture"
    if main.trigger.type not in WITH_AWARDS:
        yield f"a {main.trigger.type} has no award or lecture as a part"
    if other.in_statement:
        yield "it is only said"
    if other.line_start != main.line_start or trigger.start < main.trigger.end:
        yield "it does not follow the main event in its paragraph"
    if text.startswith(flagged_words("lecture"), trigger.start) and not _LECTURE_TOPIC.match(
        text, trigger.end
    ):
        yield "the lecture has no topic"
    if not _WITH_IT.search(text, max(other.line_start, trigger.start - 30), trigger.start):
        yield "no พร้อม joins it to the main event"


def _against_around(case: Case) -> Iterator[str]:
    """The main event took place in this one: "มอบรางวัล… ในการประชุมวิชาการ…", "บรรยายพิเศษในงานสัมมนา…"."""
    main, trigger, text = case.main, case.trigger, case.text
    if trigger.type not in GATHERINGS or trigger.type == main.trigger.type:
        yield "it is no gathering, or one like the main event"
    if main.trigger.type not in TAKE_PLACE_IN_ANOTHER or main.trigger.part is Part.STATEMENT:
        yield "the main event is none that takes place in a gathering"
    if len(case.selected) > 1:
        yield "there is a further event already"
    if case.other.line_start != main.line_start or abs(trigger.start - main.trigger.start) >= _MAX_GATHERING:
        yield "it stands far from the main event"
    if not _INSIDE.search(text, max(main.line_start, trigger.start - 16), trigger.start):
        yield "no word like ใน stands before it"
    if _nameless().match(text, trigger.end):
        yield "it has no name"


def _against_brought(case: Case) -> Iterator[str]:
    """Those who visit hand something over: "พบปะเกษตรกร พร้อมมอบถุงยังชีพ"."""
    other, trigger, text = case.other, case.trigger, case.text
    if trigger.type != "handover" or not text.startswith(_hands_over(), trigger.start):
        yield "nothing is handed over"
    if "handover" in case.types or "visit" not in case.types:
        yield "no visit is told, or a handover is told already"
    if other.in_statement:
        yield "it is only said"
    if other.features & (_IN_PASSING - {Feature.OTHERS_THERE}):
        yield "it is only named in passing"
    if not _joins_act().search(text, max(other.line_start, trigger.start - 20), trigger.start):
        yield "no word like พร้อม joins it to the visit"


def _against_next(case: Case) -> Iterator[str]:
    """Another event of the main one's type follows: "จากนั้น … เป็นประธานในพิธีวางพวงมาลา"."""
    text, main, other, trigger = case.text, case.main.trigger, case.other, case.trigger
    is_session = trigger.type in SESSIONS
    if trigger.type != main.type or trigger.type not in REPEATED:
        yield "it is not of the main event's type, or of a type that an article tells once only"
    if len(case.selected) > 1:
        yield "there is a further event already"
    if trigger.start < main.end or text.startswith(text[trigger.end : trigger.end + _NAME_START], main.end):
        yield "it stands before the main event or has the same name"
    if other.in_statement or other.features & _IN_PASSING:
        yield "it is only said or named in passing"
    if _nameless().match(text, trigger.end):
        yield "it has no name"
    if is_session and not (trigger.part is Part.OPENER and other.strength >= _CERTAIN_STRENGTH):
        yield "its verb is not strong enough"
    if not next_follows().search(text, max(other.line_start, trigger.start - 140), trigger.start):
        yield "no word like จากนั้น and no other day stands before it"
    if not (is_session or _goes_elsewhere(case.document, trigger)):
        yield "the visit has no place of its own"


def _goes_elsewhere(document: Document, trigger: Trigger) -> bool:
    """Whether a verb of visiting has a place of its own: "ตรวจเยี่ยมโรงพยาบาลสิชล", and not "เยี่ยมชมนิทรรศการ"."""
    if trigger.weight < _MIN_SIGHT_WEIGHT:
        return False
    return any(
        place.label == "LOCATION" and 0 <= place.start - trigger.end < _MAX_TO_SIGHT
        for place in document.entities
    ) or document.text.startswith(_goes(), trigger.start)


def _against_resolved(case: Case) -> Iterator[str]:
    """What a meeting resolved is news too: the headline tells it with the meeting."""
    other = case.other
    if "meeting" not in case.types:
        yield "no meeting is told that took it"
    if "decision" in case.types:
        yield "a decision is told already"
    if other.in_statement:
        yield "it is only said"
    if Feature.TYPE_IN_TITLE not in other.features:
        yield "the headline tells of no decision"
    if other.strength < _MIN_RESOLUTION:
        yield "it is not told strongly enough"
    # Not what a meeting asks for ("สั่งการ") or urges ("กำชับ").
    if not case.text.startswith(flagged_words("resolution"), case.trigger.name_start):
        yield "its verb is none of what a meeting resolves"


def _against_announced(case: Case) -> Iterator[str]:
    """The press was told of what is organized: "แถลงข่าวการจัดงาน…"."""
    other = case.other
    if case.main.trigger.type not in ANNOUNCED_AHEAD or "press" in case.types:
        yield "the main event is none that is announced, or the press is told already"
    if Feature.ACTOR not in other.features or Feature.OTHERS in other.features:
        yield "nobody of the main event tells it"
    if other.in_statement:
        yield "it is only said"
    if not _organizing().match(case.text, case.trigger.end):
        yield "nothing that is organized follows it"


def _against_coming(case: Case) -> Iterator[str]:
    """What is organized for a later day is told beside the news: "จัดงาน… ระหว่างวันที่ 5-7 มีนาคม ณ…"."""
    trigger = case.trigger
    if trigger.type not in ANNOUNCED_AHEAD or trigger.type in case.types:
        yield "it is of no type that is announced for a later day, or of a type that is told already"
    if Feature.CONTEXT in case.other.features:
        yield "it is only named"
    organized = trigger.part is Part.OPENER and trigger.subject is Subject.ORGANIZER
    if not (organized or case.text.startswith(flagged_words("invites"), trigger.start)):
        yield "nobody organizes it or invites to it"
    if coming_day(case.document, case.other, case.main, case.dated) is None:
        yield "no later day with a place follows it"


def _against_another(case: Case) -> Iterator[str]:
    """A strong verb tells it as done: of another type than those told, not named in passing."""
    yield from _against_type(case)
    other, trigger = case.other, case.trigger
    if 0 <= trigger.start - case.main.trigger.end < _SAME_VERB:  # "เยี่ยมชมและหารือแนวทาง…"
        yield "it is the same event: its verb follows the main event's at once"
    if other.strength < _MIN_STRENGTH:
        yield f"a further event needs {_MIN_STRENGTH} points without those lost for standing late"
    if other.features & _IN_PASSING:
        yield "it is only named in passing"
    if not _is_told_as_done(case):
        yield "no word like โอกาสนี้, no strong verb and no headline tells it as another event"


def _against_type(case: Case) -> Iterator[str]:
    """What speaks against its type beside those of the selected."""
    trigger = case.trigger
    if trigger.type in case.types:
        yield f"the same event as the {trigger.type} that is told already, or one more of its type"
    if trigger.type in NEVER_FURTHER:
        yield f"a verb alone tells no further event of the type {trigger.type}"
    if case.types | {trigger.type} >= CONVERSATIONS:
        yield "the same conversation, told as a meeting and as a courtesy call"
    if trigger.type == "visit" and trigger.weight < _MIN_VISIT_WEIGHT:
        yield "its verb may tell of no visit"
    if trigger.type == "campaign" and (trigger.joins or trigger.part is not Part.OPENER):
        yield "nobody organizes the campaign"


def _is_told_as_done(case: Case) -> bool:
    """Whether headline and day, a strong verb or a word before the trigger tell that it took place."""
    other, trigger = case.other, case.trigger
    if {Feature.TYPE_IN_TITLE, Feature.DATE_BEFORE} <= other.features and not trigger.joins:
        return True
    if other.in_statement:
        return False
    is_campaign = trigger.type == "campaign"
    before = case.text[max(other.line_start, trigger.start - 140) : trigger.start]
    if other.strength >= _CERTAIN_STRENGTH and not is_campaign and not _intended().search(before):
        return True
    if trigger.start < case.main.trigger.end:
        return False
    return bool(_further().search(before) or (not is_campaign and _joins_act().search(before)))


_OF_DECISIONS = ((EventRelation.RESOLVED, _against_resolved),)
_OF_PRESS = ((EventRelation.ANNOUNCED, _against_announced),)
_OF_NOUNS = (
    (EventRelation.JOINED, _against_joined),
    (EventRelation.JOINED, _against_given),
    (EventRelation.AROUND, _against_around),
)
_OF_VERBS = (
    (EventRelation.ANOTHER, _against_another),
    (EventRelation.BROUGHT, _against_brought),
    (EventRelation.NEXT, _against_next),
    (EventRelation.COMING, _against_coming),
)


def _relations_of(trigger: Trigger) -> tuple[tuple[EventRelation, Objections], ...]:
    """The relations in which a trigger may tell a further event, in the order in which they are tried."""
    if trigger.type == "decision":
        return _OF_DECISIONS
    if trigger.type == "press":
        return _OF_PRESS
    return _OF_NOUNS if trigger.part is Part.NOUN else _OF_VERBS
