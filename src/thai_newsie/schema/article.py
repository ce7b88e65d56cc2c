"""What comes out: typed, immutable models of one article, and their JSON Schema.

docs/contract.md says what each field means. Offsets count Unicode characters (code points) of the `field` they name,
"title" or "text", as it was given: `text[start:end]` is exactly the item's `text`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field as ModelField
from pydantic import JsonValue

from thai_newsie.schema import display
from thai_newsie.schema.integrity import first_fault
from thai_newsie.schema.record import Model, Record

Field = Literal["title", "text"]
DateKind = Literal["day", "month", "year", "range", "fiscal_year", "academic_year"]
PlaceKind = Literal["venue", "province", "district", "subdistrict", "country", "other"]
CountKind = Literal["people", "thing", "money", "percent", "measure", "duration", "rank"]
EventType = Literal[
    "meeting", "seminar", "ceremony", "visit", "courtesy_call", "decision",
    "press", "handover", "enforcement", "disaster", "campaign", "other",
]  # fmt: skip
EVENT_TYPES: Mapping[str, str] = {  # what each is; data/README.md shows it
    "meeting": "a meeting",
    "seminar": "a seminar or a training",
    "press": "a press conference or a statement to the press",
    "decision": "a decision",
    "visit": "a visit",
    "courtesy_call": "a courtesy call",
    "ceremony": "a ceremony",
    "handover": "something is handed over",
    "campaign": "a campaign, a project or a fair",
    "enforcement": "the law is enforced",
    "disaster": "a disaster",
    "other": "any other event",
}

# Whoever clicks on an address must get to a web page, so nothing else is one: no script, no file; no blank, quote or mark
# that changes how the address looks within.
_WEB_ADDRESS = re.compile(
    r"""https?://[^\s\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff<>"'`\\]{1,4000}""",
    re.IGNORECASE,
)

# What the holder of a role is to the position: deputy, acting, former and so on.
Relation = Literal[
    "deputy", "assistant", "acting", "former", "designate", "adviser", "secretary", "spokesperson",
    "representative", "working_group",
]  # fmt: skip


class Mention(Model):
    """A stretch of the article: `article.<field>[start:end] == text`."""

    text: str
    start: int
    end: int
    field: Field = "text"


class Role(Mention):
    """A role that the article gives a person: `text` is the whole phrase, `position` the position in it.

    `organization` is the organization or area in which the role is held, as the article has it. `relations` are those that
    the words tell, in their order (รักษาราชการแทน + รอง + อธิบดี: acting, deputy). `english` is the position without the
    organization. `rule`, here and in the other models, says which rows and patterns made the item.
    """

    position: str
    relations: tuple[Relation, ...] = ()
    english: str = ""
    organization: str | None = None
    organization_id: str | None = None
    rule: str = ""


class Person(Model):
    """An individual who is named; `name` has no title and one plain space between its parts.

    `latin_source` tells whether the article has the name in Latin letters, or `latin` is a transcription by machine.
    """

    id: str
    name: str
    given: str = ""
    family: str = ""
    title: str = ""
    title_kind: str = ""
    title_english: str = ""
    gender: Literal["f", "m", ""] = ""
    latin: str = ""
    latin_source: Literal["article", "transcription", ""] = ""
    rule: str = ""
    roles: tuple[Role, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Organization(Model):
    """A named organization: its fullest form in the article, and the other forms."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    canonical: str = ""
    english: str = ""
    kind: str = ""
    parent: str = ""
    rule: str = ""
    mentions: tuple[Mention, ...] = ()


class Place(Model):
    """A venue, an administrative area, a country or another named place.

    `province` is the bare name of a Thai place's province; `code` the area's official code (two
    digits for a province, four for a district, six for a subdistrict), or a country's of ISO 3166-1.
    """

    id: str
    text: str
    kind: PlaceKind
    province: str | None = None
    district: str | None = None
    subdistrict: str | None = None
    code: str | None = None
    english: str = ""
    rule: str = ""
    mentions: tuple[Mention, ...] = ()


class Date(Mention):
    """An expression that points to a date; `value` is ISO 8601 / EDTF, Gregorian."""

    value: str
    kind: DateKind
    rule: str = ""


class Time(Mention):
    """A clock time, "13:00", or a stretch of one day, "20:20/22:00"."""

    value: str
    rule: str = ""


class Count(Mention):
    """A number that counts or measures: `value` of `unit`; `of` is what is counted, `per` for each what.

    `change` tells that the number is the level before (จาก 5) or after a change (เป็น 6), or a rise (เพิ่มขึ้นร้อยละ 5) or a fall.
    `currency` is the code of money in ISO 4217, `low` and `high` are the ends of the range that the number is one end of.
    """

    value: int | float
    unit: str
    kind: CountKind
    modifier: Literal[">", "<", ">=", "<=", "~"] | None = None
    of: str | None = None
    per: str | None = None
    change: Literal["from", "to", "up", "down"] | None = None
    currency: str | None = None
    low: int | float | None = None
    high: int | float | None = None
    rule: str = ""


class Event(Mention):
    """What happened or will happen, as slots; `text` is the phrase that tells it."""

    type: EventType
    name: str
    date: str | None = None
    time: str | None = None
    place: str | None = None
    chair: str | None = None
    chair_id: str | None = None
    organizer: str | None = None
    attendance: int | float | None = None
    edition: str | None = None
    theme: str | None = None
    participants: tuple[str, ...] = ()
    rule: str = ""


class Statement(Mention):
    """A stretch of speech, direct or reported; `text` is what is said, `begins` its first 25 characters."""

    speaker: str
    speaker_id: str | None = None
    cue: str
    begins: str
    direct: bool
    rule: str = ""


class Article(Record):
    """One article and what it says.

    >>> article = Article(id="1", text="ข่าว")
    >>> article.to_dict()["people"]
    []
    >>> Article.from_json(article.to_json()) == article
    True
    """

    id: str = ""
    title: str = ""
    published: str | None = None
    source: str | None = None
    meta: Mapping[str, JsonValue] = ModelField(default_factory=dict)
    text: str = ""
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[Date, ...] = ()
    times: tuple[Time, ...] = ()
    counts: tuple[Count, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def url(self) -> str | None:
        """The address of the article on the web, `meta["url"]`; None where that is no http or https address.

        >>> Article(meta={"url": "https://example.go.th/1"}).url, Article(meta={"url": "javascript:alert(1)"}).url
        ('https://example.go.th/1', None)
        """
        url = self.meta.get("url")
        return url if isinstance(url, str) and _WEB_ADDRESS.fullmatch(url) else None

    def __hash__(self) -> int:
        """Equal articles have equal hashes; `meta`, which has none, is left out."""
        return hash((self.id, self.title, self.text))

    def check(self) -> None:
        """Raise ValueError, in one line, where something is not as the contract says.

        Every offset must show its text, every day be in the calendar, every id be unique and lead to its entry. An
        article that `extract` made is always right; ask for one made by hand or by another program.

        >>> Article(text="ข่าว", published="2022-02-30").check()
        Traceback (most recent call last):
        ValueError: published: '2022-02-30' is no day such as 2024-08-24
        """
        super().check()
        if (fault := first_fault(self)) is not None:
            raise ValueError(fault)

    def _repr_html_(self) -> str | None:
        """The article as HTML, for a notebook; None where no function was registered to make it."""
        return display.html(self)


class Failure(Record):
    """The record in the place of an article that cannot be read: each input gives one record.

    `source` is the file that the article is in, with its line or number there, where that is known. `meta` is that of the
    article, where it could be read.
    """

    id: str = ""
    source: str | None = None
    meta: Mapping[str, JsonValue] = ModelField(default_factory=dict)
    error: str

    def __hash__(self) -> int:
        """Equal failures have equal hashes; `meta`, which has none, is left out."""
        return hash((self.id, self.source, self.error))


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of an extracted article.

    >>> json_schema()["title"]
    'Article'
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Article.model_json_schema(mode="serialization"),
    }
