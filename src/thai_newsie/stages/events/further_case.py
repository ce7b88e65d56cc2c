"""A candidate for a further event, the rules of its relations to the main one, and the patterns that rules share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import regex

from thai_newsie.document import Document
from thai_newsie.lexicon import compiled
from thai_newsie.stages.events.candidate import Candidate, DatedMention, EventRelation
from thai_newsie.stages.events.trigger import Trigger
from thai_newsie.stages.events.words import any_word

CERTAIN_STRENGTH = 8.5  # what a further event needs where no word says that it is another
NAME_START_LENGTH = 6  # characters that two events' names must not share


class Case(NamedTuple):
    """A candidate that may be a further event, and those that are selected already, the main one first."""

    document: Document
    text: str
    other: Candidate
    trigger: Trigger  # the candidate's
    selected: Sequence[Candidate]
    main: Candidate  # the first of the selected
    types: frozenset[str]  # of the selected
    dated: Sequence[DatedMention]


class RelationRule(NamedTuple):
    """When a trigger reports a further event in one relation to the main one.

    `applies` says whether it is of a type that may do so; `objections` gives the reasons against it in plain words;
    where there is none, it reports one.
    """

    relation: EventRelation
    applies: Callable[[Case], bool]
    objections: Callable[[Case], Iterator[str]]


@compiled
def joins_act() -> regex.Pattern[str]:
    """ "พบปะเกษตรกร พร้อมมอบถุงยังชีพ"."""
    return regex.compile(rf"{any_word('joins_act')}(?:{any_word('auxiliary')}|ยังได้)? {{0,2}}$")


@compiled
def nameless() -> regex.Pattern[str]:
    """ "… และการประชุมที่เกี่ยวข้อง": nothing that has a name."""
    return regex.compile(
        rf"[ฯ ]{{0,2}}(?:[^ \n]{{0,12}}{any_word('unnamed')}|{any_word('points_back')}|$|\n)"
    )
