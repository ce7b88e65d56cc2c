"""Further events that belong to the main one: a part of it, what it is a part of, what came of it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.lexicon import compiled
from thai_newsie.stages.events.argument_sharing import joined_by
from thai_newsie.stages.events.candidate import EventRelation, Feature
from thai_newsie.stages.events.event_types import (
    ANNOUNCED_AHEAD,
    GATHERINGS,
    SESSIONS,
    TAKE_PLACE_IN_ANOTHER,
    WITH_AWARDS,
)
from thai_newsie.stages.events.further_case import (
    NAME_START_LENGTH,
    Case,
    RelationRule,
    joins_act,
    nameless,
)
from thai_newsie.stages.events.trigger import Part
from thai_newsie.stages.events.trigger_table import flagged_words
from thai_newsie.stages.events.words import any_word, words
from thai_newsie.stages.statements.patterns import speech_verb_pattern

Pattern = regex.Pattern[str]

_MIN_RESOLUTION = 6.5  # what a resolution needs beside its meeting
_MAX_JOINED = 220  # characters from the verb to the second event that it has
_MAX_GATHERING = 350  # characters between an event and the gathering in which it takes place
_WITH_IT = regex.compile(r"พร้อม(?:ทั้ง|กันนี้|กับ)? ?(?:ได้|ร่วม|ยังได้|กล่าว)?(?:การ|พิธี)? {0,2}$")
_INSIDE = regex.compile(r"(?:ใน|ระหว่าง|ภายใน|ในช่วง)(?:งาน|เวที)? ?$")
_LECTURE_TOPIC = regex.compile(r"(?:พิเศษ)? ?(?:ใน)?(?:หัวข้อ|เรื่อง)")
_ONLY_NAMED = {Feature.IN_TITLE, Feature.CONTEXT, Feature.NAMED, Feature.OTHERS, Feature.SAID_LATER}


@compiled
def _list_over() -> Pattern:
    over = any_word("with_others", "list_over")
    return regex.compile(rf"{over}|{speech_verb_pattern('ends_event')}| ว่า |\n")


@compiled
def _organizing() -> Pattern:
    """ "แถลงข่าวการจัดงาน…"."""
    return regex.compile(rf"[ฯ ]{{0,2}}(?:การ)?{any_word('organized')}")


@compiled
def _hands_over() -> tuple[str, ...]:
    return words("hands_over")


@compiled
def _awards() -> tuple[str, ...]:
    return flagged_words("award", "lecture")


def _may_be_joined(case: Case) -> bool:
    return {case.main.trigger.type, case.trigger.type} <= SESSIONS


def _against_joined(case: Case) -> Iterator[str]:
    """Against a second event of the main event's verb: "เป็นประธานการประชุม… และการประชุม…"."""
    main, trigger, text = case.main.trigger, case.trigger, case.text
    between = main.end, min(trigger.start, main.end + _MAX_JOINED)
    if main.part is not Part.OPENER:
        yield "the main event has no verb that may have two"
    if len(case.selected) > 1:
        yield "there is a further event already"
    if not main.end + NAME_START_LENGTH < trigger.start < main.end + _MAX_JOINED:
        yield "it does not stand behind the main event's verb"
    if not joined_by().search(text, *between):
        yield "no word like และ or พร้อม joins the two"
    if nameless().match(text, trigger.end):
        yield "it has no name"
    if _list_over().search(text, *between):
        yield "something else stands between the two"


def _is_award(case: Case) -> bool:
    return case.text.startswith(_awards(), case.trigger.start)


def _against_award(case: Case) -> Iterator[str]:
    """Against an award or a lecture in the main event: "เปิดโครงการ… พร้อมมอบประกาศนียบัตร…"."""
    main, other, trigger, text = case.main, case.other, case.trigger, case.text
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


def _may_be_around(case: Case) -> bool:
    return case.trigger.type in GATHERINGS and case.trigger.type != case.main.trigger.type


def _against_around(case: Case) -> Iterator[str]:
    """Against a gathering in which the main event took place: "มอบรางวัล… ในการประชุมวิชาการ…", "บรรยายพิเศษในงานสัมมนา…"."""
    main, trigger, text = case.main, case.trigger, case.text
    if main.trigger.type not in TAKE_PLACE_IN_ANOTHER or main.trigger.part is Part.STATEMENT:
        yield "the main event is none that takes place in a gathering"
    if len(case.selected) > 1:
        yield "there is a further event already"
    if case.other.line_start != main.line_start or abs(trigger.start - main.trigger.start) >= _MAX_GATHERING:
        yield "it stands far from the main event"
    if not _INSIDE.search(text, max(main.line_start, trigger.start - 16), trigger.start):
        yield "no word like ใน stands before it"
    if nameless().match(text, trigger.end):
        yield "it has no name"


def _is_handed_over(case: Case) -> bool:
    return case.trigger.type == "handover" and case.text.startswith(_hands_over(), case.trigger.start)


def _against_brought(case: Case) -> Iterator[str]:
    """Against something that the visitors hand over: "พบปะเกษตรกร พร้อมมอบถุงยังชีพ"."""
    other, trigger, text = case.other, case.trigger, case.text
    if "handover" in case.types or "visit" not in case.types:
        yield "no visit is selected, or another handover is"
    if other.in_statement:
        yield "it is only said"
    if other.features & _ONLY_NAMED:
        yield "it is only named in passing"
    if not joins_act().search(text, max(other.line_start, trigger.start - 20), trigger.start):
        yield "no word like พร้อม joins it to the visit"


def _is_decision(case: Case) -> bool:
    return case.trigger.type == "decision"


def _against_resolved(case: Case) -> Iterator[str]:
    """Against a resolution that is news beside its meeting: the headline reports it."""
    other = case.other
    if "meeting" not in case.types:
        yield "no meeting is selected that took it"
    if "decision" in case.types:
        yield "another decision is selected"
    if other.in_statement:
        yield "it is only said"
    if Feature.TYPE_IN_TITLE not in other.features:
        yield "the headline reports no decision"
    if other.strength < _MIN_RESOLUTION:
        yield f"its strength is below {_MIN_RESOLUTION}"
    # Not what a meeting asks for ("สั่งการ") or urges ("กำชับ").
    if not case.text.startswith(flagged_words("resolution"), case.trigger.name_start):
        yield "its verb is none of what a meeting resolves"


def _is_press(case: Case) -> bool:
    return case.trigger.type == "press"


def _against_announced(case: Case) -> Iterator[str]:
    """Against a press conference about what is organized: "แถลงข่าวการจัดงาน…"."""
    other = case.other
    if case.main.trigger.type not in ANNOUNCED_AHEAD or "press" in case.types:
        yield "the main event is none that is announced, or another event of the press is selected"
    if Feature.ACTOR not in other.features or Feature.OTHERS in other.features:
        yield "nobody stands before it who may announce it"
    if other.in_statement:
        yield "it is only said"
    if not _organizing().match(case.text, case.trigger.end):
        yield "nothing that is organized follows it"


JOINED_RULE = RelationRule(EventRelation.JOINED, _may_be_joined, _against_joined)
AWARD_RULE = RelationRule(EventRelation.JOINED, _is_award, _against_award)
AROUND_RULE = RelationRule(EventRelation.AROUND, _may_be_around, _against_around)
BROUGHT_RULE = RelationRule(EventRelation.BROUGHT, _is_handed_over, _against_brought)
RESOLVED_RULE = RelationRule(EventRelation.RESOLVED, _is_decision, _against_resolved)
ANNOUNCED_RULE = RelationRule(EventRelation.ANNOUNCED, _is_press, _against_announced)
