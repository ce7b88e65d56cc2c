"""The last step: a Document, in offsets of the normalized text, becomes an Article, in offsets of the input.

No item crosses the border of title and text, and none is blank: what a stage made so all the same is dropped before an
item is made of it (`assembled`).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from thai_newsie.document import (
    Actor,
    CountMention,
    DateMention,
    Document,
    EventMention,
    OrganizationEntry,
    PersonEntry,
    PersonMention,
    PlaceEntry,
    RoleMention,
    StatementMention,
    TimeMention,
)
from thai_newsie.input_spans import SPACE_RUN, InputSpans, MisplacedError, Plain
from thai_newsie.lexicon.english import named_place_english, place_english, title_english, title_gender
from thai_newsie.misplaced import drop_misplaced
from thai_newsie.provenance import joined
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema import article as contract

Dated = TypeVar("Dated", DateMention, TimeMention)
Made = TypeVar("Made")
_MAX_FLOAT_EXPONENT = sys.float_info.max_10_exp - 1  # of ten: a float with it is finite, whatever its digits
_MAX_COMMON_NUMBER = 20  # up to this one number may count different things in an article: "2 ราย"
_BEGINNING_LENGTH = 25  # characters of a statement's `begins`


def assemble(document: Document, raw: RawArticle) -> contract.Article:
    """The Article that `document` amounts to; every span leads back into `raw`'s title or text."""
    return assembled(document, raw, Assembly.article)


def assembled(document: Document, raw: RawArticle, make: Callable[[Assembly], Made]) -> Made:
    """What `make` makes of the Assembly of `document`; if it meets a misplaced mention, all of them are dropped first."""
    assembly = Assembly(document, raw)
    try:
        return make(assembly)
    except MisplacedError:
        drop_misplaced(document, assembly.is_placed)
        return make(Assembly(document, raw))


class Assembly(InputSpans):
    """Turns the Document of an article into items of the contract; the lists share its indexes of entries."""

    def __init__(self, document: Document, raw: RawArticle) -> None:
        """`document` is what the stages made of `raw`."""
        super().__init__(document, raw)
        self.raw = raw
        people = [(f"p{number}", entry) for number, entry in enumerate(document.person_entries, 1)]
        # By identity: an actor is the very mention or role that a stage found.
        self._persons = {id(found): person for person in people for found in _standing_for(person[1])}
        self._organization_ids = {
            (mention.start, mention.end): f"o{number}"
            for number, entry in enumerate(document.organization_entries, 1)
            for mention in entry.mentions
        }

    def article(self) -> contract.Article:
        """The whole article."""
        document, raw = self.document, self.raw
        published = raw.published_date
        found = {
            "id": raw.id,
            "title": raw.title,
            "published": published.isoformat() if published else None,
            "source": raw.source,
            "meta": raw.meta,
            "text": raw.text,
            "people": tuple(self.person(f"p{n}", e) for n, e in enumerate(document.person_entries, 1)),
            "organizations": tuple(
                self.organization(f"o{n}", e) for n, e in enumerate(document.organization_entries, 1)
            ),
            "places": tuple(self.place(f"l{n}", e) for n, e in enumerate(document.place_entries, 1)),
            "dates": tuple(self.date(d) for d in self.distinct_dates()),
            "times": tuple(self.time(t) for t in self.distinct_times()),
            "counts": tuple(self.count(c) for c in self.distinct_counts()),
            "events": tuple(self.event(e) for e in document.events),
            "statements": tuple(self.statement(s) for s in document.statements),
            "warnings": tuple(dict.fromkeys((*raw.warnings, *document.warnings))),
        }
        return contract.Article.model_validate(found)  # all at once: a model at a time takes twice as long

    # --- which mentions are items of the article

    def distinct_dates(self) -> list[DateMention]:
        """The dates that could be resolved, each text and value once."""
        return self._first_of_each(date for date in self.document.dates if date.value)

    def distinct_times(self) -> list[TimeMention]:
        """The times, each text and value once."""
        return self._first_of_each(self.document.times)

    def distinct_counts(self) -> list[CountMention]:
        """One count for each value and unit, in its fullest wording; what is counted, from where it is said."""
        alike: dict[tuple[Decimal, str], list[CountMention]] = {}
        for count in self.document.counts:
            alike.setdefault((count.value, count.unit), []).append(count)
        return [_fullest(counts) for counts in alike.values()]

    def _first_of_each(self, mentions: Iterable[Dated]) -> list[Dated]:
        first: dict[tuple[str, str], Dated] = {}
        for mention in mentions:
            first.setdefault((SPACE_RUN.sub(" ", self.verbatim(mention) or ""), mention.value), mention)
        return list(first.values())

    # --- the lists of the contract

    def person(self, key: str, entry: PersonEntry) -> Plain:
        """The item of a person; `key` is their id."""
        fullest = entry.mentions[0]
        name = self.name(entry)
        given_latin = self.plain(next((m.latin for m in entry.mentions if m.latin), None))
        latin = given_latin or (name if name.isascii() else "")
        title = next((m.title for m in entry.mentions if m.title), None)
        # as the table has it: พันตำรวจเอก is also typed with ํ and า
        known = self.document.slice(title) if title else ""
        return {
            "id": key,
            "name": name,
            "given": self.plain(fullest.given),
            "family": self.plain(fullest.family or entry.family),
            "title": self.verbatim(title) or "",
            "title_kind": next((m.title_kind for m in entry.mentions if m.title), ""),
            "title_english": title_english(known),
            "gender": title_gender(known),
            "latin": latin,
            "latin_source": "article" if latin else "",
            "rule": _rule(fullest.rule, entry.rule),
            "roles": tuple(self.role(r) for r in entry.roles),
            "mentions": tuple(self.at(m) for m in entry.mentions),
        }

    def name(self, entry: PersonEntry) -> str:
        """The fullest form; a family name shared with another stands elsewhere."""
        return f"{self.plain(entry.mentions[0].name)} {self.plain(entry.family)}".rstrip()

    def role(self, role: RoleMention) -> Plain:
        """The item of a role."""
        organization = role.organization
        return dict(
            **self.at(role),
            position=self.verbatim(role.position) or "",
            relations=role.relations,
            english=role.english,
            rule=role.rule,
            organization=self.verbatim(organization),
            organization_id=self._organization_ids.get((organization.start, organization.end))
            if organization
            else None,
        )

    def organization(self, key: str, entry: OrganizationEntry) -> Plain:
        """The item of an organization; `key` is its id."""
        forms = dict.fromkeys(str(self.verbatim(m)) for m in entry.mentions)
        return {
            "id": key,
            "name": next(iter(forms)),
            "aliases": tuple(forms)[1:],
            "canonical": entry.canonical,
            "english": entry.english,
            "kind": entry.kind,
            "parent": entry.parent,
            "rule": _rule(entry.mentions[0].rule, entry.rule),
            "mentions": tuple(self.at(m) for m in entry.mentions),
        }

    def place(self, key: str, entry: PlaceEntry) -> Plain:
        """The item of a place; `key` is its id."""
        return {
            "id": key,
            "text": self.verbatim(entry.mentions[0]) or "",
            "kind": entry.kind,
            "province": entry.province,
            "district": entry.district,
            "subdistrict": entry.subdistrict,
            "code": entry.code,
            "english": place_english(entry.code or "") or named_place_english(self.plain(entry.mentions[0])),
            "rule": _rule(entry.mentions[0].rule, entry.rule),
            "mentions": tuple(self.at(m) for m in entry.mentions),
        }

    def date(self, date: DateMention) -> Plain:
        """The item of a date."""
        return dict(**self.at(date), value=date.value, kind=date.kind, rule=date.rule)

    def time(self, time: TimeMention) -> Plain:
        """The item of a time."""
        return dict(**self.at(time), value=time.value, rule=time.rule)

    def count(self, count: CountMention) -> Plain:
        """The item of a count."""
        return dict(
            **self.at(count),
            value=_number(count.value),
            unit=self.verbatim(count.unit_span) or count.unit,
            kind=count.kind,
            modifier=count.modifier,
            of=self.verbatim(count.of),
            per=self.verbatim(count.per),
            change=count.change,
            currency=count.currency,
            low=None if count.low is None else _number(count.low),
            high=None if count.high is None else _number(count.high),
            rule=count.rule,
        )

    def event(self, event: EventMention) -> Plain:
        """The item of an event."""
        chair, chair_id = self.actor(event.chair)
        return dict(
            **self.at(event),
            type=event.type,
            name=self.verbatim(event.name) or "",
            date=(event.date.value or None) if event.date else None,
            time=event.time.value if event.time else None,
            place=self.verbatim(event.place),
            chair=chair,
            chair_id=chair_id,
            organizer=self.verbatim(event.organizer),
            attendance=_number(event.attendance.value) if event.attendance else None,
            edition=self.verbatim(event.edition),
            theme=self.verbatim(event.theme),
            participants=tuple(str(self.verbatim(p)) for p in event.participants),
            rule=event.rule,
        )

    def statement(self, statement: StatementMention) -> Plain:
        """The item of a statement."""
        speaker, speaker_id = self.actor(statement.speaker)
        said = self.at(statement)
        return dict(
            **said,
            speaker=speaker or "",
            speaker_id=speaker_id,
            cue=self.verbatim(statement.cue) or "",
            begins=said["text"][:_BEGINNING_LENGTH],
            direct=statement.direct,
            rule=statement.rule,
        )

    def actor(self, actor: Actor | None) -> tuple[str | None, str | None]:
        """The name and the person's id; the phrase without an id for one whom the article does not name."""
        key, entry = self._persons.get(id(actor), (None, None))
        return (self.name(entry), key) if entry else (self.verbatim(actor), None)


def _standing_for(entry: PersonEntry) -> Iterator[PersonMention | RoleMention]:
    """The mentions and roles that mean a person."""
    yield from entry.bare_roles
    yield from entry.roles
    yield from entry.mentions


def _rule(mention: str, link: str) -> str:
    """The rule of an entry: of its fullest mention, and of its links where they name other rows or patterns."""
    return joined(mention, "" if link in mention else link)


def _fullest(counts: list[CountMention]) -> CountMention:
    """The count of the fullest wording among several of one value and unit, with what another of them counts."""
    fullest = max(counts, key=lambda count: (count.modifier is not None, count.end - count.start))
    if fullest.of or fullest.value <= _MAX_COMMON_NUMBER:
        return fullest
    return replace(fullest, of=next((count.of for count in counts if count.of), None))


def _number(value: Decimal) -> int | float:
    """A whole number as int, any other as float, cut to a whole one where no float is so large.

    >>> _number(Decimal("4E+9")), _number(Decimal("1.5")), _number(Decimal("1E+309") + Decimal("0.5")) == 10**309
    (4000000000, 1.5, True)
    """
    whole = value == value.to_integral_value()
    return int(value) if whole or value.adjusted() > _MAX_FLOAT_EXPONENT else float(value)
