"""schema.org as JSON-LD: one graph of articles with their events, people, organizations and places.

People and organizations are those of the registry, one node for each; the articles mention them. The vocabulary cannot
say when a position was observed. So a position becomes a `jobTitle` and an `affiliation`, and former ones are left out.
The ids of nodes are fragments (`#person-…`); a publisher makes addresses of them with an `@base`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from thai_newsie.corpus.registry import Builder
from thai_newsie.corpus.registry.models import Office, RegisteredOrganization, RegisteredPerson
from thai_newsie.corpus.registry.observations import name_key, stable_id
from thai_newsie.exports.local_ids import LocalId, organizer_of, with_registered_ids
from thai_newsie.exports.periods import first_and_last
from thai_newsie.exports.popolo import office_label
from thai_newsie.exports.state_kinds import STATE_KINDS
from thai_newsie.io.writers.atomic_files import atomic_file
from thai_newsie.schema.article import Article, Event, Failure, Place

_CONTEXT = "https://schema.org"
_THAI_TIME = "+07:00"
_SCHEMA_ORG_GENDERS = {"f": f"{_CONTEXT}/Female", "m": f"{_CONTEXT}/Male"}
_ORGANIZATION_TYPES_OF_KINDS = {
    **dict.fromkeys(STATE_KINDS, "GovernmentOrganization"),
    "party": "PoliticalParty", "company": "Corporation", "state_enterprise": "Corporation", "bank": "Corporation",
    "university": "CollegeOrUniversity", "school": "School", "hospital": "Hospital", "media": "NewsMediaOrganization",
}  # fmt: skip
_AREA_TYPES = {
    "country": "Country",
    **dict.fromkeys(("province", "district", "subdistrict"), "AdministrativeArea"),
}

Node = dict[str, Any]


def export(records: Iterable[Article | Failure], target: Path) -> None:
    """Write the graph of `records`, one node a line."""
    builder = Builder()
    places: dict[str, Node] = {}
    waiting = [(number, _article(article, places)) for number, article in builder.watch(records)]
    with atomic_file(target) as stream:
        stream.write(f'{{"@context": "{_CONTEXT}", "@graph": [')
        comma = "\n"
        for node in _graph(builder, places, waiting):
            stream.write(comma + json.dumps(_filled(node), ensure_ascii=False))
            comma = ",\n"
        stream.write("\n]}\n")


def _graph(builder: Builder, places: dict[str, Node], waiting: list[tuple[int, Node]]) -> Iterator[Node]:
    registry = builder.registry
    ids = {organization.name: organization.id for organization in registry.organizations}
    yield from (_person(person) for person in registry.people)
    yield from (_organization(organization, ids) for organization in registry.organizations)
    yield from (places[id] for id in sorted(places))
    for number, node in waiting:
        yield with_registered_ids(node, lambda id: _reference(builder.id_of(number, id)))  # noqa: B023 - called at once


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _reference(id: str) -> Node:
    return {"@id": f"#{id}"}


def _person(person: RegisteredPerson) -> Node:
    held = [office for office in person.offices if _is_held(office)]
    organizations = dict.fromkeys(office.organization_id for office in held if office.organization_id)
    return {
        "@id": f"#{person.id}",
        "@type": "Person",
        "name": person.name,
        "alternateName": [name.text for name in person.names if name.text != person.name]
        + [person.latin] * bool(person.latin),
        "honorificPrefix": person.titles[0].text if person.titles else None,
        "gender": _SCHEMA_ORG_GENDERS.get(person.gender),
        "jobTitle": list(dict.fromkeys(office_label(office) for office in held)),
        "affiliation": [_reference(id) for id in organizations],
    }


def _is_held(office: Office) -> bool:
    return not {"former", "designate"} & set(office.relations)


def _organization(organization: RegisteredOrganization, ids: dict[str, str]) -> Node:
    return {
        "@id": f"#{organization.id}",
        "@type": _ORGANIZATION_TYPES_OF_KINDS.get(organization.kind, "Organization"),
        "name": organization.name,
        "alternateName": [n.text for n in organization.names if n.text != organization.name]
        + [organization.english] * bool(organization.english),
        "parentOrganization": _reference(ids[organization.parent]) if organization.parent in ids else None,
    }


def _place(place: Place, places: dict[str, Node]) -> str:
    """The id of a place; `places` gets its node if it is new."""
    id = stable_id("place", place.kind, place.code or name_key(place.text), place.province or "")
    if place.kind == "country":
        address = {"addressCountry": place.code}
    else:
        address = {
            "addressCountry": "TH" if place.province else None,
            "addressRegion": place.province,
            "addressLocality": place.district,
        }
    places.setdefault(
        id,
        {
            "@id": f"#{id}",
            "@type": _AREA_TYPES.get(place.kind, "Place"),
            "name": place.text,
            "alternateName": place.english,
            "identifier": place.code,
            "address": {"@type": "PostalAddress", **_filled(address)} if _filled(address) else None,
        },
    )
    return id


def _article(article: Article, places: dict[str, Node]) -> Node:
    """The article with its events. People and organizations have their ids in the article until the registry is complete."""
    id = stable_id("article", article.id, article.title, article.text)
    own = {place.text: _place(place, places) for place in article.places}
    return {
        "@id": f"#{id}",
        "@type": "NewsArticle",
        "identifier": article.id,
        "url": article.url,
        "headline": article.title,
        "datePublished": article.published,
        "inLanguage": "th",
        "publisher": {"@type": "Organization", "name": article.source} if article.source else None,
        "about": [_event(article, event, own) for event in article.events],
        "mentions": [
            *(LocalId(person.id) for person in article.people),
            *(LocalId(organization.id) for organization in article.organizations),
            *(_reference(place) for place in dict.fromkeys(own.values())),
        ],
    }


def _event(article: Article, event: Event, places: dict[str, str]) -> Node:
    first, last = first_and_last(event.date)
    is_day = first and first.count("-") == 2  # a clock time needs a day
    start = f"{first}T{event.time[:5]}:00{_THAI_TIME}" if event.time and is_day else first
    organizer = organizer_of(event, article)
    place = places.get(event.place or "")
    return _filled({
        "@type": "Event",
        "name": event.name or event.text,
        "startDate": start,
        "endDate": last if last != first else None,
        "location": _reference(place) if place else {"@type": "Place", "name": event.place} if event.place else None,
        "organizer": organizer or ({"@type": "Organization", "name": event.organizer} if event.organizer else None),
        "attendee": {"@type": "Role", "roleName": "chair", "attendee": LocalId(event.chair_id)} if event.chair_id else None,
        "about": {"@type": "Thing", "name": event.theme} if event.theme else None,
    })  # fmt: skip
