"""Places: areas, countries, venues and other named places."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled, table
from thai_newsie.stages.places.area_names import find_areas, find_names
from thai_newsie.stages.places.english import find_english
from thai_newsie.stages.places.numbered_roads import find_numbered_roads
from thai_newsie.stages.places.transport import find_stretches, find_ways
from thai_newsie.stages.places.venues import find_venues


@compiled
def _seat() -> regex.Pattern[str]:
    """ณ and the seat of a family."""
    return regex.compile(
        r" {0,2}ณ {1,2}(?=\L<seats>)", seats=[row["word"] for row in table("family_name_places")]
    )


def _is_numbered(document: Document, name: Entity) -> bool:
    """Whether a name is a road's by its number: ทล.4027, where ทล. alone is the Department of Highways."""
    return document.text.startswith("ทล.", name.start)


def find_places(document: Document, entities: Sequence[Entity]) -> list[Entity]:
    """The places of `document`, in order, none overlapping; `entities` are its persons and organizations.

    An area inside the name of an organization or a person is no place; an organization that serves as a venue is one.
    """
    organizations = [entity for entity in entities if entity.label in ("ORGANIZATION", "PERSON")]
    held = document.where(organizations)
    # ท่าอากาศยานสุวรรณภูมิ is an organization and a place; Bangkok, whom somebody works with, is no place there
    whole = {(entity.start, entity.end) for entity in organizations if entity.kind != "local_government"}
    names = [
        name
        for name in (
            *find_areas(document),
            *find_names(document),
            *find_ways(document),
            *find_numbered_roads(document),
            *find_stretches(document),
            *find_english(document),
        )
        if (name.start, name.end) in whole or not held[name.start] or _is_numbered(document, name)
    ]
    # After a person's name ณ begins the seat of the family, not a place: นางวิมล สิริกุล ณ อยุธยา
    seats = {
        m.end() for e in organizations if e.label == "PERSON" and (m := _seat().match(document.text, e.end))
    }
    places = [
        place for place in (*find_venues(document, names, entities), *names) if place.start not in seats
    ]
    found: list[Entity] = []
    for place in sorted(places, key=lambda e: (e.start, -e.end)):
        if not found or place.start >= found[-1].end:
            found.append(place)
    return found
