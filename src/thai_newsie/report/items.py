"""The lists of an article as items to show: words, notes about them, and places in the article.

The notebook and the report both show these items, so they show the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from thai_newsie.schema.article import Article, Count, Event, Mention, Organization, Person, Place, Statement

Note = tuple[str, str]  # a field of the contract, and its value as a reader sees it

# The values of these fields are clear by themselves: they are shown without the name of the field.
NOTES_WITHOUT_NAME = ("title", "type", "kind", "value", "latin", "english")


@dataclass(frozen=True)
class Item:
    """One line of a list. `kind` gives the colour (`highlights.HIGHLIGHTS`); `parts` are the roles of a person."""

    kind: str
    text: str
    notes: tuple[Note, ...] = ()
    mentions: tuple[Mention, ...] = ()
    parts: tuple[Item, ...] = ()


def lists(article: Article) -> dict[str, tuple[Item, ...]]:
    """The lists of `article` that are not empty, by their names in the contract. Dates and times are one list.

    >>> from thai_newsie import extract
    >>> found = lists(extract("นายสมชาย ใจดี อธิบดีกรมการข้าว"))
    >>> [(name, item.text, item.notes) for name, items in found.items() for item in items]
    [('people', 'สมชาย ใจดี', (('title', 'นาย'),)), ('organizations', 'กรมการข้าว', ...)]
    """
    every = {
        "events": tuple(map(_event, article.events)),
        "people": tuple(map(_person, article.people)),
        "organizations": tuple(map(_organization, article.organizations)),
        "places": tuple(map(_place, article.places)),
        "dates": (
            *(
                _item_of_mention("date", date, ("value", date.value), ("kind", date.kind))
                for date in article.dates
            ),
            *(
                _item_of_mention("date", time, ("value", time.value), ("kind", "time"))
                for time in article.times
            ),
        ),
        "counts": tuple(map(_count, article.counts)),
        "statements": tuple(map(_statement, article.statements)),
    }
    return {name: items for name, items in every.items() if items}


def _item_of_mention(kind: str, mention: Mention, *notes: tuple[str, object]) -> Item:
    return Item(kind, mention.text, _filled(*notes), (mention,))


def _filled(*notes: tuple[str, object]) -> tuple[Note, ...]:
    """The notes with a value."""
    return tuple((key, str(value)) for key, value in notes if value not in (None, "", ()))


def _person(person: Person) -> Item:
    roles = tuple(_item_of_mention("role", role, ("english", role.english)) for role in person.roles)
    notes = _filled(("title", person.title), ("latin", person.latin))
    return Item("person", person.name, notes, person.mentions, roles)


def _organization(organization: Organization) -> Item:
    canonical = organization.canonical if organization.canonical != organization.name else ""
    others = ", ".join(organization.aliases)
    notes = _filled(("aliases", others), ("canonical", canonical), ("english", organization.english))
    return Item("organization", organization.name, notes, organization.mentions)


def _place(place: Place) -> Item:
    # For a province, the name of the province would be a repetition.
    province = place.province if place.kind != "province" else None
    notes = _filled(("kind", place.kind), ("province", province), ("english", place.english))
    return Item("place", place.text, notes, place.mentions)


def _count(count: Count) -> Item:
    value = f"{count.modifier or ''} {count.value:,} {count.unit}".strip()
    shown = "" if value == count.text else value
    return _item_of_mention(
        "count", count, ("value", shown), ("of", count.of), ("per", count.per), ("change", count.change)
    )


def _event(event: Event) -> Item:
    return Item("event", event.name or event.text, tuple(_slots(event)), (event,))


def _slots(event: Event) -> Iterator[Note]:
    yield "type", event.type
    for slot in ("date", "time", "place", "chair", "organizer", "attendance", "edition", "theme"):
        value = getattr(event, slot)
        if value is not None:
            yield slot, f"{value:,}" if slot == "attendance" else str(value)
    if event.participants:
        yield "participants", ", ".join(event.participants)


def _statement(statement: Statement) -> Item:
    return _item_of_mention("statement", statement, ("speaker", statement.speaker), ("cue", statement.cue))
