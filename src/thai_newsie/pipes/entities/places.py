"""Places: areas, countries, venues and other named places."""

from __future__ import annotations

from functools import cache

import regex

from thai_newsie.lexicon import table
from thai_newsie.pipes.entities.english_places import find_english
from thai_newsie.pipes.entities.numbered_roads import find_numbered_roads
from thai_newsie.pipes.entities.place_names import find_areas, find_names
from thai_newsie.pipes.entities.venues import find_venues
from thai_newsie.pipes.entities.ways import find_stretches, find_ways
from thai_newsie.reading import Entity, Reading


@cache
def _seat() -> regex.Pattern[str]:
    """ณ and the seat of a family."""
    return regex.compile(
        r" {0,2}ณ {1,2}(?=\L<seats>)", seats=[row["word"] for row in table("family_name_places")]
    )


def _is_numbered(reading: Reading, name: Entity) -> bool:
    """Whether a name is a road's by its number: ทล.4027, where ทล. alone is the Department of Highways."""
    return reading.text.startswith("ทล.", name.start)


def find_places(reading: Reading) -> list[Entity]:
    """The places of `reading`, in order, none overlapping; organizations and persons are already there.

    An area inside the name of a body or a person is no place; a body that serves as a venue is one.
    """
    bodies = [entity for entity in reading.entities if entity.label in ("ORGANIZATION", "PERSON")]
    held = reading.where(bodies)
    # ท่าอากาศยานสุวรรณภูมิ is a body and a place; Bangkok, whom somebody works with, is no place there
    whole = {(entity.start, entity.end) for entity in bodies if entity.kind != "local_government"}
    names = [
        name
        for name in (
            *find_areas(reading),
            *find_names(reading),
            *find_ways(reading),
            *find_numbered_roads(reading),
            *find_stretches(reading),
            *find_english(reading),
        )
        if (name.start, name.end) in whole or not held[name.start] or _is_numbered(reading, name)
    ]
    # After a person's name ณ begins the seat of the family, not a place: นางวิมล สิริกุล ณ อยุธยา
    seats = {m.end() for e in bodies if e.label == "PERSON" and (m := _seat().match(reading.text, e.end))}
    places = [place for place in (*find_venues(reading, names), *names) if place.start not in seats]
    found: list[Entity] = []
    for place in sorted(places, key=lambda e: (e.start, -e.end)):
        if not found or place.start >= found[-1].end:
            found.append(place)
    return found
