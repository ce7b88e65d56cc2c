"""The state of one article between the stages.

All offsets here are offsets of the normalized text (`document.text`). Only `input_spans` turns them into offsets of
the input. A stage reads what earlier stages assigned and fills its own lists.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from thai_newsie.config import DEFAULT, Config
from thai_newsie.deprecation import deprecated_names
from thai_newsie.lexicon.lost_sara_am import lost_sara_am
from thai_newsie.lexicon.matcher import Hit, Matcher
from thai_newsie.lexicon.readable import unreadable
from thai_newsie.provenance import Trace
from thai_newsie.text.characters import is_thai_letter, thai_runs
from thai_newsie.text.normalized import NormalizedText
from thai_newsie.text.words import word_starts
from thai_newsie.time_limit import Limit

_LEXICON_MENDS = (("sara am read for a sara aa", lost_sara_am),)


@dataclass(slots=True)
class Span:
    """A stretch of the normalized text."""

    start: int
    end: int


@dataclass(slots=True)
class DateMention(Span):
    """An expression that points to a date: EDTF `value`, `kind` as in the contract, the `rule` that read it.

    `value` is "" where the expression could not be resolved (วันนี้ in an article without a date).
    """

    value: str
    kind: str
    rule: str


@dataclass(slots=True)
class TimeMention(Span):
    """A clock time or a stretch of one day."""

    value: str
    rule: str


@dataclass(slots=True)
class Entity(Span):
    """A name found in the text: `label` PERSON, ORGANIZATION or LOCATION; `kind` its finer sort.

    `source` says what found it: "lexicon", "pattern", "model", or "given" (somebody else, see `Document.given_entities`).
    """

    label: str
    kind: str = ""
    source: str = "pattern"
    confidence: float = 1.0
    rule: str = ""  # see thai_newsie.provenance; so in every class below


@dataclass(slots=True)
class PersonMention(Span):
    """A named person where they stand: the title's span and the name's parts."""

    title: Span | None
    given: Span
    title_kind: str = ""
    family: Span | None = None
    latin: Span | None = None
    roles: list[RoleMention] = field(default_factory=list)
    rule: str = ""

    @property
    def name(self) -> Span:
        """The name without its title."""
        return Span(self.given.start, (self.family or self.given).end)


@dataclass(slots=True)
class RoleMention(Span):
    """A role where it stands: the position, what it is held in, and the person who holds it.

    `organization` is an organization or an area; None where the text names none. `person` is None for a bare role, beside
    which no person is named. `relations` and `english` as in the contract.
    """

    position: Span
    organization: Span | None = None
    person: PersonMention | None = None
    relations: tuple[str, ...] = ()
    english: str = ""
    rule: str = ""


@dataclass(slots=True)
class CountMention(Span):
    """A number that counts or measures.

    `unit_span` is where the unit stands (None for % and for an unsaid unit); `of` what is counted;
    `per` what the amount is for one of: "บาทต่อไร่", "วันละ 2 ครั้ง"; `change`, `currency`, `low` and `high` as in the
    contract.
    """

    value: Decimal
    unit: str
    kind: str
    modifier: str | None = None
    of: Span | None = None
    unit_span: Span | None = None
    per: Span | None = None
    change: str | None = None
    rule: str = ""
    currency: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None


# Who speaks or presides: a named person, a bare role, or an organization or phrase.
Actor = PersonMention | RoleMention | Entity | Span


@dataclass(slots=True)
class StatementMention(Span):
    """What is said (the span), the verb that tells it (empty for a free-standing quotation), and by whom."""

    cue: Span | None
    speaker: Actor | None
    direct: bool
    rule: str = ""


@dataclass(slots=True)
class EventMention(Span):
    """An event as slots that point into the text; `rule` tells what found it and how its date was chosen."""

    type: str
    name: Span
    date: DateMention | None = None
    time: TimeMention | None = None
    place: Span | None = None
    chair: PersonMention | RoleMention | None = None
    organizer: Span | None = None
    attendance: CountMention | None = None
    edition: Span | None = None
    theme: Span | None = None
    participants: list[Span] = field(default_factory=list)
    rule: str = ""


@dataclass(slots=True)
class PersonEntry:
    """One individual: all their mentions, the fullest first, and the roles that stand beside one of these.

    `family` is a family name that stands with another's name ("นายมานะ และนางวิมล ทองดี").
    """

    mentions: list[PersonMention]
    roles: list[RoleMention]
    bare_roles: list[RoleMention] = field(default_factory=list)  # those that stand alone and mean this person
    family: Span | None = None
    rule: str = ""  # of the links between the mentions


@dataclass(slots=True)
class OrganizationEntry:
    """One organization: all its mentions, the fullest form first, and the table row it was linked to."""

    mentions: list[Entity]
    canonical: str = ""
    english: str = ""
    kind: str = ""
    parent: str = ""
    rule: str = ""  # of the link to a row


@dataclass(slots=True)
class PlaceEntry:
    """One place: its mentions, the fullest first, and where it lies."""

    mentions: list[Entity]
    kind: str
    province: str | None = None
    district: str | None = None
    subdistrict: str | None = None
    code: str | None = None
    rule: str = ""  # of the link to an area or a row


@dataclass(slots=True)
class Document:
    """Everything that the stages have read of one article, in the order of the stages."""

    normalized: NormalizedText
    breaks: frozenset[int]  # where the dictionary begins a word: hypotheses, not facts
    title_end: int = 0  # the title is text[:title_end]; 0 where there is none
    published: date | None = None
    # dates & numbers
    dates: list[DateMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    # entities that somebody else found (a spaCy component): the stage entities takes those that no rule contradicts
    given_entities: list[Entity] = field(default_factory=list)
    # entities
    entities: list[Entity] = field(default_factory=list)
    # titles & roles
    people: list[PersonMention] = field(default_factory=list)
    roles: list[RoleMention] = field(default_factory=list)
    # counts, statements, events
    counts: list[CountMention] = field(default_factory=list)
    statements: list[StatementMention] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)
    # resolve
    person_entries: list[PersonEntry] = field(default_factory=list)
    organization_entries: list[OrganizationEntry] = field(default_factory=list)
    place_entries: list[PlaceEntry] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    config: Config = DEFAULT
    limit: Limit | None = None  # how long all this may take; None: as long as it takes
    trace: Trace | None = None  # what was considered and rejected; None: nobody asks
    _runs: frozenset[str] | None = None
    hits: dict[Matcher[Any], list[Hit[Any]]] = field(
        default_factory=dict
    )  # see thai_newsie.lexicon.shared_scan
    text: str = field(init=False)  # the normalized text all offsets refer to

    def __post_init__(self) -> None:
        """The text is the normalized text's."""
        self.text = self.normalized.text

    @classmethod
    def from_text(cls, text: str, config: Config = DEFAULT, title_length: int = 0) -> Document:
        """What all stages start from: the normalized text of `text` and its words.

        The first `title_length` characters of `text` are a title, and a line break stands behind them; 0 where it has none.
        """
        normalized = NormalizedText(text, title_length, _LEXICON_MENDS)
        words = frozenset(word_starts(normalized.text))
        return cls(normalized, words, title_end=normalized.title_end, config=config)

    @property
    def input_warnings(self) -> list[str]:
        """What is wrong with the text as it was given, and what of it was mended."""
        return [*self.normalized.warnings, *unreadable(self.text)]

    @property
    def runs(self) -> frozenset[str]:
        """The text's runs of Thai letters (`thai_runs`), found once."""
        if self._runs is None:
            self._runs = thai_runs(self.text)
        return self._runs

    def where(self, spans: Iterable[Span]) -> bytearray:
        """For each place of the text, its end included, 1 where one of `spans` stands and 0 elsewhere.

        >>> list(Document.from_text("กรมการข้าว").where([Span(3, 6)]))
        [0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0]
        """
        places = bytearray(len(self.text) + 1)
        for span in spans:
            places[span.start : span.end] = b"\1" * (span.end - span.start)
        return places

    def may_begin(self, offset: int) -> bool:
        """Whether a word may begin at `offset`: behind no letter, or where the tokenizer begins one."""
        return offset in self.breaks or not is_thai_letter(self.text, offset - 1)

    def word_at(self, offset: int) -> str:
        """The tokenizer's word that `offset` is in, for the reason of a rejection.

        >>> Document.from_text("ได้คว้ารางวัลที่").word_at(7)
        'คว้ารางวัล'
        """
        start, end = offset, offset + 1
        while start > 0 and start not in self.breaks:
            start -= 1
        while end < len(self.text) and end not in self.breaks:
            end += 1
        return self.text[start:end]

    def check_time(self) -> None:
        """Raise OutOfTimeError where the article's time is over: for loops whose length the text decides."""
        if self.limit:
            self.limit.check()

    def slice(self, span: Span) -> str:
        """The normalized text of a span."""
        return self.text[span.start : span.end]


# What `thai_newsie.reading`, now this module, had in version 0.1.
__getattr__ = deprecated_names(
    __name__,
    {
        "Reading": ("thai_newsie.document", "Document"),
        "reading_of": ("thai_newsie.spacy.state", "document_of"),
    },
)
