"""Who speaks: the mention that stands before the verb, or the one that the context gives."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from thai_newsie.document import Actor, Document, Entity, PersonMention, RoleMention, Span
from thai_newsie.lexicon import compiled
from thai_newsie.provenance import pattern, row
from thai_newsie.stages.statements import patterns, speaker_patterns
from thai_newsie.text.characters import line_start

_MAX_SUBJECT = 160  # characters of roles that may stand between a name and its verb
_MAX_SPEAKER_PHRASE = 80  # characters of a phrase that is taken for a speaker as it stands
_MAX_FIGURES = 30  # characters of "ผลการสำรวจล่าสุดของ", which leads to an organization whose figures speak
_MAX_ADVERBS = 100  # characters that adverbs between a subject and its verb may take
_MIN_GIVEN_NAME = 3  # characters of a given name that stands by itself
_MAX_MENTIONS_BACK = 12  # mentions before a place that are looked at

Mention = PersonMention | RoleMention | Entity


class Subject(NamedTuple):
    """Who speaks, and where the clause begins whose subject they are.

    `cited`: another speaker cites them. `rule` tells how they were found; "" where they stand right before the verb.
    """

    actor: Actor
    start: int
    cited: bool = False
    rule: str = ""


_GIVEN_NAME = pattern("given_name")
_FIGURES_SPEAK = pattern("figures_of")
_BEFORE_UNKNOWN_ROLE = pattern("name_before_unknown_role")


@compiled
def selves() -> frozenset[str]:
    """A speaker's words for themselves: "ผม"."""
    return frozenset(patterns.words("self"))


_start = attrgetter("start")
_RANK = {PersonMention: 2, RoleMention: 1, Entity: 0}


class Speakers:
    """The people, roles and organizations of a document, found by where they stand."""

    def __init__(self, document: Document) -> None:
        """Index what earlier stages read."""
        self._text = document.text
        organizations = [entity for entity in document.entities if entity.label == "ORGANIZATION"]
        mentions: list[Mention] = [*document.people, *document.roles, *organizations]
        mentions.sort(key=lambda m: (m.end, _RANK[type(m)], -m.start))
        self._mentions = mentions
        self._ends = [mention.end for mention in mentions]
        self._by_start = sorted(mentions, key=lambda m: (m.start, -_RANK[type(m)]))
        self._starts = [mention.start for mention in self._by_start]
        self._somebody = [mention for mention in self._by_start if not isinstance(mention, Entity)]
        self._given = {document.slice(person.given): person for person in reversed(document.people)}
        lengths = {len(given) for given in self._given if len(given) >= _MIN_GIVEN_NAME}
        self._lengths = sorted(lengths, reverse=True)
        self._times = sorted(time.end for time in (*document.dates, *document.times))

    # --- right before the verb

    def beside(self, position: int, floor: int) -> Subject | None:
        """Who stands right before `position`, and where their phrase begins; nothing before `floor` counts.

        Adverbs, a closing quotation mark and a gloss in brackets may stand between: "นายสมชาย (ซ้าย) ยังได้ | กล่าว".
        """
        for mention in self._before(position, floor):
            if not speaker_patterns.between().fullmatch(self._text, mention.end, position):
                continue
            if isinstance(mention, Entity):
                if subject := self._organization(mention, floor):
                    return subject
            elif not self._is_led(mention):
                return Subject(self._person(mention), self._phrase_start(mention, floor))
        return self._by_given_name(position, floor)

    def _organization(self, organization: Entity, floor: int) -> Subject | None:
        """Who speaks where an organization's name stands before the verb; None if it is no subject."""
        low = max(floor, organization.start - _MAX_FIGURES)
        if figures := speaker_patterns.figures_of().search(self._text, low, organization.start):
            return Subject(organization, figures.start(), cited=True, rule=_FIGURES_SPEAK)
        # "สถานทูตไทย (Royal Thai Embassy) กล่าวว่า": the gloss is not the name;
        # "เรื่องการทำงานของกระทรวงกลาโหม ยืนยัน …": the organization is another word's complement.
        gloss = self._text[organization.end : organization.end + 1] == ")"
        if gloss or speaker_patterns.governed().match(self._text, organization.start):
            return None
        if near := self.near(organization.start, floor):
            return near  # "นายสมชาย ใจดี แพทย์ โรงพยาบาลกลาง กล่าวว่า"
        mention = self._role_before(organization, floor) or self._organization_above(organization, floor)
        return Subject(self._person(mention), self._phrase_start(mention, floor))

    def _is_led(self, mention: PersonMention | RoleMention) -> bool:
        """Whether somebody else leads the holder of the role: "ปลัดกระทรวงนำทีมผู้บริหาร แถลง…"."""
        bare = isinstance(mention, RoleMention) and not mention.person
        return bare and bool(speaker_patterns.governed().match(self._text, mention.start))

    def _by_given_name(self, position: int, floor: int) -> Subject | None:
        """The person of the article with the given name right before `position`: "รมช.มานี กล่าว"."""
        floor = max(floor, position - _MAX_SPEAKER_PHRASE)
        said = self._text[floor : self._subject_end(position, floor)]
        for length in self._lengths:
            if length <= len(said) and (person := self._given.get(said[-length:])):
                return Subject(person, floor + len(said) - length, rule=_GIVEN_NAME)
        return None

    def _subject_end(self, position: int, floor: int) -> int:
        """Where the subject ends whose verb stands at `position`: adverbs stand between."""
        between = speaker_patterns.adverbs().search(self._text, max(floor, position - _MAX_ADVERBS), position)
        return between.start() if between else position

    def _person(self, mention: Mention) -> Actor:
        """The person whose role it is, where the article says so; else the mention itself."""
        if not isinstance(mention, RoleMention):
            return mention
        if mention.person:
            return mention.person
        # "นายสมชาย ใจดี รองอธิบดีกรมการข้าว ปฏิบัติหน้าที่โฆษกกระทรวงเกษตรฯ": the last role of a chain.
        near = self.near(mention.start, line_start(self._text, mention.start, _MAX_SUBJECT))
        return near.actor if near else mention

    def _phrase_start(self, mention: Mention, floor: int) -> int:
        """Where the subject begins: a role behind a name begins with the name."""
        person = mention.person if isinstance(mention, RoleMention) else None
        return person.start if person and floor <= person.start < mention.start else mention.start

    def _role_before(self, organization: Entity, floor: int) -> RoleMention | None:
        """The role that ends with this organization: "โฆษกศูนย์ช่วยเหลือผู้ประสบภัย หรือ ศชภ. กล่าวว่า"."""
        for mention in self._before(organization.end, max(floor, organization.start - _MAX_SUBJECT)):
            if isinstance(mention, RoleMention) and mention.start < organization.start:
                if mention.end > organization.start:
                    return mention  # a role that was read up to the first words of its organization
                joined = speaker_patterns.OTHER_NAMES.fullmatch(self._text, mention.end, organization.start)
                return mention if joined else None
        return None

    def _organization_above(self, organization: Entity, floor: int) -> Entity:
        """The organization that speaks where its ministry stands behind it: "กรมการข้าว กระทรวงเกษตรฯ เปิดเผยว่า"."""
        while above := self._glossed_by(organization, floor):
            organization = above
        return organization

    def _glossed_by(self, organization: Entity, floor: int) -> Entity | None:
        """The nearest organization before this one from which only a gloss parts it."""
        for mention in self._before(organization.start, floor):
            if isinstance(mention, Entity) and speaker_patterns.GLOSS.fullmatch(
                self._text, mention.end, organization.start
            ):
                return mention
        return None

    # --- elsewhere before the verb

    def voice(self, position: int, floor: int) -> Subject | None:
        """A speaker without a name right before `position`: "ผู้สื่อข่าว"."""
        floor = max(floor, position - _MAX_SPEAKER_PHRASE)
        found = speaker_patterns.voice().search(self._text, floor, position)
        if not found or speaker_patterns.predicate().search(found["rest"]):
            return None  # "เจ้าหน้าที่ยังไม่ได้รับ|รายงานว่า"
        start, end = found.span("voice")
        return Subject(Span(start, end), start, rule=row("speech_words", found["word"]))

    def near(self, position: int, floor: int) -> Subject | None:
        """The name before `position` with but one more phrase behind it, a role that was not read."""
        for mention in self._before(position, max(floor, position - _MAX_SUBJECT)):
            if isinstance(mention, PersonMention):
                end = self._subject_end(position, mention.end)
                if speaker_patterns.another_clause().search(self._text, mention.end, end):
                    return None
                return Subject(mention, mention.start, rule=_BEFORE_UNKNOWN_ROLE)
        return None

    def first(self, start: int, end: int) -> Actor | None:
        """The first person or role that stands in a stretch: its subject, most likely."""
        place = bisect_left(self._somebody, start, key=_start)
        if place == len(self._somebody) or self._somebody[place].start >= end:
            return None
        return self._person(self._somebody[place])

    def answering(self, start: int, end: int) -> Entity | None:
        """The organization that begins, in a stretch, the answer to a rumour or a question: "“…” กรมทางน้ำ ตรวจสอบแล้ว"."""
        place = bisect_left(self._answering, end, key=_start) - 1
        return self._answering[place] if place >= 0 and self._answering[place].start >= start else None

    @cached_property
    def _answering(self) -> list[Entity]:
        """The organizations that begin an answer, in their order."""
        answers = speaker_patterns.answers_case()
        return [m for m in self._by_start if isinstance(m, Entity) and answers.match(self._text, m.start)]

    def head(self, start: int, end: int) -> Actor | None:
        """Who or what a stretch begins with, an opening quotation mark set aside."""
        for mention in self._between(start, end):
            lead = self._text[start : mention.start].strip(patterns.OPENING + " ")
            numbered = self._text[mention.end : mention.end + 1].isdigit()  # "มท.1" is a person's byname
            return None if lead or numbered else self._person(mention)
        return None

    def phrase(self, start: int, end: int) -> Span | None:
        """What stands in a stretch, taken for a speaker as it stands, if it is short."""
        if self._times and (times := bisect_right(self._times, end)):
            start = max(start, self._times[times - 1])  # "วันนี้ ประธานสมาคม กล่าวว่า"
        opened = speaker_patterns.opener().match(self._text, start, end)
        start = opened.end() if opened else start
        start = min(start + 1, end) if self._text[start : start + 1] == " " else start
        end = self._subject_end(end, start)
        if not speaker_patterns.PHRASE.fullmatch(self._text, start, end):
            return None
        if self._text[start:end].strip() in selves():
            return None
        clause = speaker_patterns.another_clause().search(self._text, start, end)
        return None if clause or speaker_patterns.joint().search(self._text, start, end) else Span(start, end)

    # --- mentions by place

    def _before(self, position: int, floor: int) -> Iterator[Mention]:
        """The last mentions that end at or before `position`, the nearest first."""
        last = bisect_right(self._ends, position)
        for mention in reversed(self._mentions[max(0, last - _MAX_MENTIONS_BACK) : last]):
            if mention.start >= floor:
                yield mention

    def _between(self, start: int, end: int) -> Iterator[Mention]:
        """The mentions that begin in a stretch, in their order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return (self._by_start[n] for n in range(first, last))
