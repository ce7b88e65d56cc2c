"""The score of each trigger: how likely it reports the article's news."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from thai_newsie.document import Document, StatementMention
from thai_newsie.lexicon import compiled
from thai_newsie.stages.events.candidate import Candidate, DatedMention, Feature
from thai_newsie.stages.events.context import is_context, is_in_name
from thai_newsie.stages.events.event_types import CONVERSATIONS
from thai_newsie.stages.events.trigger import Part, Subject, Trigger
from thai_newsie.stages.events.triggers import MAX_HEADLINE_VERB, find_triggers, headline_trigger
from thai_newsie.stages.events.words import any_word, any_word_outside, words
from thai_newsie.text.characters import occurrences

_POINTS = {
    Feature.EXPLAINED: 4.0,
    Feature.IN_TITLE: -1.5,
    Feature.TYPE_IN_TITLE: 2.0,
    Feature.NAME_IN_TITLE: 1.0,
    Feature.DATE_BEFORE: 2.5,
    Feature.TIME_BEFORE: 2.0,
    Feature.ACTOR: 1.0,
    Feature.NO_ACTOR: -2.0,
    Feature.NAMED: -1.0,
    Feature.CONTEXT: -3.0,
    Feature.OTHERS: -5.0,
    Feature.OTHERS_THERE: 0.0,
    Feature.SAID_LATER: -2.0,
}
_CHARACTERS_PER_POINT = 500  # a trigger that stands so much later has a point less
_MAX_LATENESS = 5.0  # points
_STATEMENT_WEIGHT = 3.0  # of a statement as an event of its own
_MAX_OTHERS = 800  # characters over which "โดยมี" reaches
_SHARED_NAME = 14  # characters of an event's name that the headline must share


@compiled
def _talks() -> re.Pattern[str]:
    return re.compile(any_word("talks"))


@compiled
def _explains() -> re.Pattern[str]:
    """ "กรมการข้าวแจงกรณีราคาข้าว": the headline says that somebody explains or denies something."""
    return re.compile(any_word_outside("explains", "explains_lookalike"))


@compiled
def _others() -> tuple[str, ...]:
    """ "โดยมี … เข้าร่วมประชุม": the others' part in an event that has been reported already."""
    return words("others")


@compiled
def _others_over() -> tuple[str, ...]:
    return words("others_over")


def candidates(document: Document, dated: Sequence[DatedMention]) -> list[Candidate]:
    """The triggers of title and text, the strongest first."""
    triggers = list(find_triggers(document))
    in_title = [trigger for trigger in triggers if trigger.start < document.title_end]
    # "ชวนโหลดแอปฯ … ก่อนเดินทางไปต่างประเทศ": the headline reports nothing that it only names
    if all(is_context(document.text, trigger, 0) for trigger in in_title) and (
        headline := headline_trigger(document)
    ):
        triggers.append(headline)
    if statement := _statement_trigger(document):
        triggers.append(statement)
    around = _Surroundings(document, triggers, dated)
    return sorted(map(around.candidate, triggers), key=lambda c: (-c.score, c.trigger.start))


def _statement_trigger(document: Document) -> Trigger | None:
    """The first statement of the text as a trigger: where nothing else happens, speaking to the press is the event."""
    for said in document.statements:
        if said.cue and said.cue.start >= document.title_end:
            speech = said.cue.end if document.slice(said.cue).endswith("ว่า") else said.cue.start
            return Trigger(
                said.cue.start, said.cue.end, speech, "press", Subject.NONE, _STATEMENT_WEIGHT, Part.STATEMENT
            )
    return None


class _Surroundings:
    """What the article's other mentions say of a trigger."""

    def __init__(self, document: Document, triggers: list[Trigger], dated: Sequence[DatedMention]) -> None:
        """Index the document once for all its triggers."""
        self.document = document
        self.breaks = [-1, *_places(document.text, ("\n",)), len(document.text)]
        title = document.text[: document.title_end]
        explains = _explains().search(title)
        self.explained = explains is not None and explains.start() < MAX_HEADLINE_VERB
        self.types_in_title = {
            t.type for t in triggers if t.start < document.title_end and not is_context(title, t, 0)
        }
        if _talks().search(title):  # "นายกฯ หารือ ทูตญี่ปุ่น": a meeting or a call, the text says which
            self.types_in_title |= CONVERSATIONS
        if explains is not None:
            self.types_in_title.add("press")
        self.days = sorted(mention.start for mention, _ in dated)
        self.times = sorted(t.start for t in document.times)
        self.triggers = sorted(t.start for t in triggers)
        self.actors = sorted(a.start for a in (*document.people, *document.roles))
        self.organizations = sorted(
            e.start
            for e in document.entities
            if e.label == "ORGANIZATION" and _begins_clause(document, e.start)
        )
        self.others = _places(document.text, _others())
        self.others_over = _places(document.text, _others_over())
        self.statements = sorted(document.statements, key=lambda s: s.start)
        self.statement_starts = [s.start for s in self.statements]
        # Where the line ends in which the first statement begins: "กล่าวว่า ได้รับรายงานจากกรมฯ ว่า …" are two statements
        # of one speech.
        self.first_speech_end = (
            self.breaks[bisect_right(self.breaks, self.statement_starts[0])] if self.statements else 0
        )

    def candidate(self, trigger: Trigger) -> Candidate:
        """The trigger with its score."""
        statement = self._statement_around(trigger)
        line = bisect_right(self.breaks, trigger.start)
        line_start, line_end = self.breaks[line - 1] + 1, self.breaks[line]
        scope = max(line_start, statement.start if statement else 0)
        features = frozenset(
            (
                *self._of_title(trigger, scope),
                *self._of_words_before(trigger, line_start),
                *self._of_subject(trigger, line_start, scope),
                *self._of_statement(trigger, statement),
            )
        )
        late = max(0, trigger.start - self.document.title_end) / _CHARACTERS_PER_POINT
        return Candidate(
            trigger,
            line_start,
            line_end,
            scope,
            statement is not None,
            trigger.weight + sum(map(_POINTS.__getitem__, features)),
            min(late, _MAX_LATENESS),
            features,
        )

    def _of_title(self, trigger: Trigger, scope: int) -> Iterator[Feature]:
        """What the headline says; of a trigger of the text, the day or hour before it too."""
        text, title_end = self.document.text, self.document.title_end
        if trigger.type == "press" and self.explained:
            yield Feature.EXPLAINED
        if trigger.start < title_end:
            yield Feature.IN_TITLE
            return
        if trigger.type in self.types_in_title:
            yield Feature.TYPE_IN_TITLE
        name = text[trigger.name_start : trigger.name_start + _SHARED_NAME]
        if "\n" not in name and text.find(name, 0, title_end) >= 0:
            yield Feature.NAME_IN_TITLE
        if _any_between(self.days, scope, trigger.start):
            yield Feature.DATE_BEFORE
        elif _any_between(self.times, scope, trigger.start):
            yield Feature.TIME_BEFORE

    def _of_words_before(self, trigger: Trigger, line_start: int) -> tuple[Feature, ...]:
        if is_context(self.document.text, trigger, line_start):
            return (Feature.CONTEXT,)
        return (Feature.NAMED,) if is_in_name(self.document.text, trigger, line_start) else ()

    def _of_subject(self, trigger: Trigger, line_start: int, scope: int) -> Iterator[Feature]:
        """The subject of the trigger: somebody before it, nobody, or the others behind "โดยมี"."""
        needs_actor = trigger.subject in (Subject.CHAIR, Subject.GUEST)
        has_actor = needs_actor and self._has_actor(trigger, scope)
        if needs_actor:
            yield Feature.ACTOR if has_actor else Feature.NO_ACTOR
        if self._is_of_others(trigger, line_start):
            yield Feature.OTHERS if trigger.joins else Feature.OTHERS_THERE
        elif trigger.joins and not has_actor:  # "เกษตรกรที่เข้าร่วมโครงการ"
            yield Feature.OTHERS

    def _has_actor(self, trigger: Trigger, scope: int) -> bool:
        """Whether a person or role stands before the trigger, or an organization that may take part."""
        return _any_between(self.actors, scope, trigger.start) or (
            trigger.joins and _any_between(self.organizations, scope, trigger.start)
        )

    def _of_statement(self, trigger: Trigger, statement: StatementMention | None) -> tuple[Feature, ...]:
        if not statement or statement.start <= self.first_speech_end:
            return ()
        if trigger.part is Part.CABINET and trigger.type not in self.types_in_title:
            return Feature.SAID_LATER, Feature.CONTEXT  # "… รอมติคณะรัฐมนตรี ซึ่งมีมติเมื่อ…"
        return (Feature.SAID_LATER,)

    def _is_of_others(self, trigger: Trigger, line_start: int) -> bool:
        """Whether a list of others, which nothing has ended, and before it a trigger stand before this one."""
        low = max(line_start, trigger.start - _MAX_OTHERS)
        if ended := bisect_left(self.others_over, trigger.start):
            low = max(low, self.others_over[ended - 1])
        first = bisect_left(self.others, low)
        if first == len(self.others) or self.others[first] >= trigger.start:
            return False
        return _any_between(self.triggers, line_start, self.others[first])

    def _statement_around(self, trigger: Trigger) -> StatementMention | None:
        n = bisect_right(self.statement_starts, trigger.start) - 1
        return self.statements[n] if n >= 0 and trigger.start < self.statements[n].end else None


def _begins_clause(document: Document, start: int) -> bool:
    """Whether an organization stands where a line or clause begins, as a subject does."""
    return start == 0 or document.text[start - 1] in '\n “"'


def _places(text: str, words: tuple[str, ...]) -> list[int]:
    """Where any of the words begins, in order."""
    return sorted(place for word in words for place in occurrences(text, word))


def _any_between(starts: list[int], start: int, end: int) -> bool:
    return bisect_left(starts, start) < bisect_left(starts, end)
