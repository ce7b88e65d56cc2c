"""Places: areas, countries, venues and other named places."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled, words_of
from thai_newsie.stages.overlaps import Overlaps
from thai_newsie.stages.places.area_names import find_areas
from thai_newsie.stages.places.english import find_english
from thai_newsie.stages.places.named_places import find_names
from thai_newsie.stages.places.numbered_roads import find_numbered_roads
from thai_newsie.stages.places.stretches import find_stretches
from thai_newsie.stages.places.transport import find_transport
from thai_newsie.stages.places.venues import find_venues

_HIGHWAY = "ทล."  # with a number a road (ทล.4027); alone the Department of Highways


@compiled
def _before_family_place() -> regex.Pattern[str]:
    """ณ before the place in a family name."""
    return regex.compile(r" {0,2}ณ {1,2}(?=\L<places>)", places=list(words_of("family_name_places")))


def find_places(document: Document, entities: Sequence[Entity]) -> list[Entity]:
    """The places of `document`, in order, none overlapping; `entities` are its persons and organizations.

    An area inside the name of an organization or a person is no place; an organization that serves as a venue is one.
    """
    organizations = [entity for entity in entities if entity.label in ("ORGANIZATION", "PERSON")]
    names = _named(document, organizations)
    before_family_place = _before_family_place()
    # Behind a person's name ณ may begin the end of the family name, and no place: นางวิมล สิริกุล ณ อยุธยา
    family_places = {
        family.end()
        for person in organizations
        if person.label == "PERSON" and (family := before_family_place.match(document.text, person.end))
    }
    places = [
        place
        for place in (*find_venues(document, names, entities), *names)
        if place.start not in family_places
    ]
    return _first_and_longest(document, places)


def _named(document: Document, organizations: Sequence[Entity]) -> list[Entity]:
    """The areas and other named places that are no part of an organization or a person."""
    held, holders = document.where(organizations), Overlaps(organizations)
    # ท่าอากาศยานสุวรรณภูมิ is an organization and a place; Bangkok, when somebody works with it, is no place there
    whole = {(entity.start, entity.end) for entity in organizations if entity.kind != "local_government"}
    names = []
    for name in (
        *find_areas(document),
        *find_names(document),
        *find_transport(document),
        *find_numbered_roads(document),
        *find_stretches(document),
        *find_english(document),
    ):
        numbered = document.text.startswith(_HIGHWAY, name.start)
        if (name.start, name.end) in whole or not held[name.start] or numbered:
            names.append(name)
        elif document.trace is not None and (holder := holders.first(name.start, name.start + 1)):
            reason = f"inside the {holder.label.lower()} {document.slice(holder)}"
            document.trace.reject("places", name.start, name.end, name.rule, reason)
    return names


def _first_and_longest(document: Document, places: Sequence[Entity]) -> list[Entity]:
    """`places` in order; of those that overlap, the one that begins first, then the longest."""
    found: list[Entity] = []
    for place in sorted(places, key=lambda e: (e.start, -e.end)):
        if not found or place.start >= found[-1].end:
            found.append(place)
        elif document.trace is not None and (place.start, place.end) != (found[-1].start, found[-1].end):
            reason = f"overlaps the place {document.slice(found[-1])}"
            document.trace.reject("places", place.start, place.end, place.rule, reason)
    return found
