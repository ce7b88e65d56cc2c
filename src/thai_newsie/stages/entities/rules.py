"""Names by rule: titles, tables, head words and gazetteers announce them."""

from __future__ import annotations

from thai_newsie.document import Document, Entity
from thai_newsie.stages.organizations.city_administrations import find_city_organizations
from thai_newsie.stages.organizations.dedicated import split_dedicated
from thai_newsie.stages.organizations.dotted import find_leveled, find_units
from thai_newsie.stages.organizations.english import find_english_organizations
from thai_newsie.stages.organizations.finder import find_organizations
from thai_newsie.stages.overlaps import Overlaps
from thai_newsie.stages.persons.finder import find_persons
from thai_newsie.stages.persons.untitled import find_untitled
from thai_newsie.stages.places.finder import find_places


def find_by_rules(document: Document) -> list[Entity]:
    """Persons, organizations and places in the order of the text; `document` itself stays as it is.

    >>> from thai_newsie.text.normalized import NormalizedText
    >>> document = Document(NormalizedText("นายสมชาย ใจดี อธิบดีกรมการข้าว"), frozenset())
    >>> [(document.slice(entity), entity.label) for entity in find_by_rules(document)]
    [('นายสมชาย ใจดี', 'PERSON'), ('กรมการข้าว', 'ORGANIZATION')]
    """
    english = list(find_english_organizations(document))
    persons, dedicated = _persons(document, english)
    document.check_time()
    organizations = _organizations(document, persons, dedicated, english)
    document.check_time()
    places = find_places(document, [*persons, *organizations])
    return sorted([*persons, *organizations, *places], key=lambda entity: (entity.start, -entity.end))


def _persons(document: Document, english: list[Entity]) -> tuple[list[Entity], list[Entity]]:
    """The persons of the text, and the organizations that are named after a person."""
    begun = {organization.start: organization for organization in english}
    titled = []
    for person in find_persons(document):
        if organization := begun.get(person.start):  # there is no general in "General Border Committee"
            _reject(document, "people", person, Overlaps([organization]))
        else:
            titled.append(person)
    persons, dedicated = split_dedicated(document, titled)
    named = document.where([*persons, *dedicated])
    persons += [person for person in find_untitled(document) if not named[person.start]]
    return persons, dedicated


def _organizations(
    document: Document, persons: list[Entity], dedicated: list[Entity], english: list[Entity]
) -> list[Entity]:
    """The organizations that overlap no person and no organization found before them."""
    before = [*persons, *dedicated]
    named, others = document.where(before), Overlaps(before)
    organizations = list(dedicated)
    for organization in find_organizations(document):
        if named[organization.start] or named[organization.end - 1]:
            _reject(document, "organizations", organization, others)
        else:
            organizations.append(organization)
    organizations.sort(key=lambda organization: organization.start)
    before = [*persons, *organizations]
    named, others = document.where(before), Overlaps(before)
    for organization in (
        *english,
        *find_city_organizations(document, organizations),
        *find_units(document),
        *find_leveled(document),
    ):
        if any(named[organization.start : organization.end]):
            _reject(document, "organizations", organization, others)
        else:
            organizations.append(organization)
            named[organization.start : organization.end] = b"\1" * (organization.end - organization.start)
    return organizations


def _reject(document: Document, output: str, entity: Entity, others: Overlaps[Entity]) -> None:
    """Note for the document's trace, where there is one, that a name gives way to the first of `others` it overlaps."""
    if document.trace is not None and (other := others.first(entity.start, entity.end)):
        reason = f"overlaps the {other.label.lower()} {document.slice(other)}"
        document.trace.reject(output, entity.start, entity.end, entity.rule, reason)
