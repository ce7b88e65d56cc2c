"""FollowTheMoney: entities for Aleph, OpenSanctions and their tools, one JSON object a line.

There is one entity for each person and organization of the corpus, one for each position, and an Occupancy for each
person in a position. Each article has its events, and a Documentation link to each person and organization in it. The
dates of an Occupancy are the days of the first and the last article that mentions it, not its beginning and end.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from thai_newsie.corpus.registry import Builder
from thai_newsie.corpus.registry.models import Registry
from thai_newsie.corpus.registry.observations import stable_id
from thai_newsie.exports.local_ids import LocalId, organizer_of, with_registered_ids
from thai_newsie.exports.periods import first_and_last
from thai_newsie.exports.popolo import office_label
from thai_newsie.exports.state_kinds import STATE_KINDS
from thai_newsie.extras import require
from thai_newsie.io.writers.atomic_files import atomic_file
from thai_newsie.schema.article import Article, Event, Failure

_FTM_GENDERS = {"f": "female", "m": "male"}
_COUNTRY = "th"
# Kinds of organizations for which the country is not known.
_KINDS_WITHOUT_COUNTRY = frozenset({"international", "foreign", "other"})

Values = dict[str, Any]
# An entity before the registry is complete: schema, id, properties with the ids of the article, number of the article.
_Waiting = tuple[str, str, Values, int]


def export(records: Iterable[Article | Failure], target: Path) -> None:
    """Write the entities of `records`. A value that the schema does not allow for its property is left out."""
    make = require("followthemoney", "ftm").model.make_entity
    builder = Builder()
    waiting = [
        entity for number, article in builder.watch(records) for entity in _of_article(article, number)
    ]
    with atomic_file(target) as stream:
        for schema, id, values in chain(_of_registry(builder.registry), _resolved(waiting, builder)):
            entity = make(schema)
            entity.id = id
            for name, value in values.items():
                entity.add(name, value, quiet=True)
            properties = {
                name: sorted(found) for name, found in sorted(entity.to_dict()["properties"].items())
            }
            line = {"id": id, "schema": schema, "properties": properties}
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")


def _resolved(waiting: Iterable[_Waiting], builder: Builder) -> Iterator[tuple[str, str, Values]]:
    for schema, id, values, number in waiting:
        yield schema, id, with_registered_ids(values, lambda own: builder.id_of(number, own))  # noqa: B023 - called at once


def _of_registry(registry: Registry) -> Iterator[tuple[str, str, Values]]:
    ids = {organization.name: organization.id for organization in registry.organizations}
    for organization in registry.organizations:
        yield (
            "PublicBody" if organization.kind in STATE_KINDS else "Organization",
            organization.id,
            {
                "name": organization.name,
                "alias": [name.text for name in organization.names if name.text != organization.name]
                + [organization.english],
                "classification": organization.kind,
                "country": _COUNTRY
                if organization.linked and organization.kind not in _KINDS_WITHOUT_COUNTRY
                else None,
                "parent": ids.get(organization.parent),
                "sourceUrl": list(organization.sources),
            },
        )
    posts: set[str] = set()
    for person in registry.people:
        yield (
            "Person",
            person.id,
            {
                "name": person.name,
                "alias": [name.text for name in person.names if name.text != person.name] + [person.latin],
                "title": [title.text for title in person.titles],
                "gender": _FTM_GENDERS.get(person.gender),
                "sourceUrl": list(person.sources),
            },
        )
        for office in person.offices:
            if office.id not in posts:
                posts.add(office.id)
                yield (
                    "Position",
                    office.id,
                    {"name": office_label(office), "organization": office.organization_id},
                )
            yield (
                "Occupancy",
                stable_id("occupancy", person.id, office.id),
                {
                    "holder": person.id,
                    "post": office.id,
                    "date": [office.first, office.last],
                    "description": f"seen in {office.articles} articles",
                },
            )


def _of_article(article: Article, number: int) -> Iterator[_Waiting]:
    # An article may have no id, or one that another collection uses too. Its text makes the id unique.
    id = stable_id("article", article.id, article.title, article.text)
    published: Values = {
        "title": article.title,
        "name": article.title or article.id,
        "publishedAt": article.published,
        "publisher": article.source,
        "sourceUrl": article.url,
        "recordId": article.id,
        "language": "tha",
    }
    yield "Article", id, published, number
    for own in (
        *(person.id for person in article.people),
        *(organization.id for organization in article.organizations),
    ):
        link = {"document": id, "entity": LocalId(own), "role": "named"}
        yield "Documentation", stable_id("documentation", id, own), link, number
    for place, event in enumerate(article.events):
        yield "Event", stable_id("event", id, str(place)), _event(article, event) | {"proof": id}, number


def _event(article: Article, event: Event) -> Values:
    first, last = first_and_last(event.date)
    return {
        "name": event.name or event.text,
        "keywords": event.type,
        "date": first if first == last else None,
        "startDate": first if first != last else None,
        "endDate": last if first != last else None,
        "location": event.place,
        "organizer": organizer_of(event, article),
        "involved": LocalId(event.chair_id) if event.chair_id else None,
        "summary": event.theme,
        "publisher": article.source,
        "sourceUrl": article.url,
    }
