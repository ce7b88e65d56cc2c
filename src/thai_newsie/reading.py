"""What the stages have read so far: one `Reading` travels with each Doc.

All offsets here are offsets of the normalised shadow (`reading.text`); only `assemble` turns them
into offsets of the input. A stage takes the reading of its Doc with `reading_of(doc)`, reads what
earlier stages wrote, and fills its own lists.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from thai_newsie.lexicon import Hit, Matcher
from thai_newsie.limit import Limit
from thai_newsie.text import Shadow, is_thai_letter, thai_runs
from thai_newsie.words import word_starts

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEY = "thai_newsie"


@dataclass(slots=True)
class Span:
    """A stretch of the shadow."""

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

    `source` says what found it: "lexicon", "pattern" or "model".
    """

    label: str
    kind: str = ""
    source: str = "pattern"
    confidence: float = 1.0


@dataclass(slots=True)
class PersonMention(Span):
    """A named person where they stand: the title's span and the name's parts."""

    title: Span | None
    given: Span
    title_kind: str = ""
    family: Span | None = None
    latin: Span | None = None
    roles: list[RoleMention] = field(default_factory=list)

    @property
    def name(self) -> Span:
        """The name without its title."""
        return Span(self.given.start, (self.family or self.given).end)


@dataclass(slots=True)
class RoleMention(Span):
    """An office where it stands: position, the body it is held in, and the person it is given to, if any.

    `relations` and `english` as in the contract.
    """

    position: Span
    organization: Span | None = None
    person: PersonMention | None = None
    relations: tuple[str, ...] = ()
    english: str = ""


@dataclass(slots=True)
class CountMention(Span):
    """A number that counts or measures.

    `unit_span` is where the unit stands (None for % and for an unsaid unit); `of` what is counted;
    `per` what the amount is for one of: "บาทต่อไร่", "วันละ 2 ครั้ง"; `change` as in the contract.
    """

    value: Decimal
    unit: str
    kind: str
    modifier: str | None = None
    of: Span | None = None
    unit_span: Span | None = None
    per: Span | None = None
    change: str | None = None


# Who speaks or presides: a named person, an office, or a body or phrase.
Actor = PersonMention | RoleMention | Entity | Span


@dataclass(slots=True)
class StatementMention(Span):
    """What is said (the span), the verb that tells it (empty for a free-standing quotation), and by whom."""

    cue: Span | None
    speaker: Actor | None
    direct: bool


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
    """One individual: all their mentions, the fullest first, and the offices they are given.

    `family` is a family name that stands with another's name ("นายมานะ และนางวิมล ทองดี").
    """

    mentions: list[PersonMention]
    roles: list[RoleMention]
    offices: list[RoleMention] = field(default_factory=list)  # bare offices that mean this person
    family: Span | None = None


@dataclass(slots=True)
class OrganizationEntry:
    """One body: all its mentions, the fullest form first, and the table row it was linked to."""

    mentions: list[Entity]
    canonical: str = ""
    english: str = ""
    kind: str = ""
    parent: str = ""


@dataclass(slots=True)
class PlaceEntry:
    """One place: its mentions, the fullest first, and where it lies."""

    mentions: list[Entity]
    kind: str
    province: str | None = None
    district: str | None = None
    subdistrict: str | None = None
    code: str | None = None


@dataclass(slots=True)
class Reading:
    """Everything read of one Doc, in the order of the stages."""

    shadow: Shadow
    breaks: frozenset[int]  # where the dictionary begins a word: hypotheses, not facts
    title_end: int = 0  # the title is text[:title_end]; 0 where there is none
    published: date | None = None
    # dates & numbers
    dates: list[DateMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
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
    limit: Limit | None = None  # how long all this may take; None: as long as it takes
    _runs: frozenset[str] | None = None
    hits: dict[Matcher, list[Hit]] = field(default_factory=dict)  # see thai_newsie.one_pass
    text: str = field(init=False)  # the normalised text all offsets refer to

    def __post_init__(self) -> None:
        """The text is the shadow's."""
        self.text = self.shadow.text

    @property
    def runs(self) -> frozenset[str]:
        """The text's runs of Thai letters (`thai_runs`), found once."""
        if self._runs is None:
            self._runs = thai_runs(self.text)
        return self._runs

    def where(self, spans: Iterable[Span]) -> bytearray:
        """For each place of the text, its end included, 1 where one of `spans` stands and 0 elsewhere.

        >>> list(read("กรมการข้าว").where([Span(3, 6)]))
        [0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0]
        """
        places = bytearray(len(self.text) + 1)
        for span in spans:
            places[span.start : span.end] = b"\1" * (span.end - span.start)
        return places

    def may_begin(self, offset: int) -> bool:
        """Whether a word may begin at `offset`: behind no letter, or where the tokenizer begins one."""
        return offset in self.breaks or not is_thai_letter(self.text, offset - 1)

    def check_time(self) -> None:
        """Raise OutOfTimeError where the article's time is over: for loops whose length the text decides."""
        if self.limit:
            self.limit.check()

    def slice(self, span: Span) -> str:
        """The normalised text of a span."""
        return self.text[span.start : span.end]


def reading_of(doc: Doc) -> Reading:
    """The reading that travels with `doc`, made on the first call from any tokenizer's Doc."""
    hook = doc.user_hooks.get(_KEY)
    if hook:
        return cast(Reading, hook())
    # Another tokenizer's words are not looked at, so that a stage reads the same in every pipeline.
    return attach(doc, read(doc.text))


def read(text: str) -> Reading:
    """What all stages start from: the shadow of `text` and its words."""
    shadow = Shadow(text)
    return Reading(shadow, frozenset(word_starts(shadow.text)))


def attach(doc: Doc, reading: Reading) -> Reading:
    """Let `reading` travel with `doc`.

    It hangs among the Doc's hooks, which spaCy does not save: a Doc that is turned into bytes (for
    another process, or a file) keeps its words and entities and leaves the Reading behind.
    """
    doc.user_hooks[_KEY] = lambda: reading
    return reading
