"""Stage: mentions to people, organizations and places (see `thai_newsie.resolve`)."""

from __future__ import annotations

from thai_newsie.reading import Reading
from thai_newsie.resolve.organizations import resolve_organizations
from thai_newsie.resolve.people import resolve_people
from thai_newsie.resolve.places import resolve_places


def fill(reading: Reading) -> None:
    """Fill the entries of `reading` from its mentions."""
    reading.organization_entries = resolve_organizations(reading)
    reading.person_entries = resolve_people(reading, reading.organization_entries)
    reading.place_entries = resolve_places(reading)
