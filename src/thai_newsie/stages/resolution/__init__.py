"""Stage: mentions to people, organizations and places."""

from __future__ import annotations

from thai_newsie.document import Document
from thai_newsie.stages.resolution.organizations import resolve_organizations
from thai_newsie.stages.resolution.people import resolve_people
from thai_newsie.stages.resolution.places import resolve_places


def fill(document: Document) -> None:
    """Fill the entries of `document` from its mentions."""
    document.organization_entries = resolve_organizations(document)
    document.person_entries = resolve_people(document, document.organization_entries)
    document.place_entries = resolve_places(document)
