"""Names by rule: what titles, tables, head words and gazetteers tell."""

from __future__ import annotations

from thai_newsie.document import Document, Entity
from thai_newsie.stages.organizations.city_administrations import find_city_organizations
from thai_newsie.stages.organizations.dedicated import split_dedicated
from thai_newsie.stages.organizations.english import find_english_organizations
from thai_newsie.stages.organizations.finder import find_organizations
from thai_newsie.stages.organizations.regiments import find_battalions
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
    begun = {
        organization.start for organization in english
    }  # there is no general in "General Border Committee"
    titled = [person for person in find_persons(document) if person.start not in begun]
    persons, dedicated = split_dedicated(document, titled)
    named = document.where([*persons, *dedicated])
    persons += [person for person in find_untitled(document) if not named[person.start]]
    named = document.where([*persons, *dedicated])
    document.check_time()
    found = [b for b in find_organizations(document) if not (named[b.start] or named[b.end - 1])]
    organizations = sorted([*dedicated, *found], key=lambda organization: organization.start)
    named = document.where([*persons, *organizations])
    more = (*english, *find_city_organizations(document, organizations), *find_battalions(document))
    organizations += [
        organization for organization in more if not any(named[organization.start : organization.end])
    ]
    document.check_time()
    before, document.entities = (
        document.entities,
        [*persons, *organizations],
    )  # a place is read with those around it
    places = find_places(document)
    document.entities = before
    return sorted([*persons, *organizations, *places], key=lambda entity: (entity.start, -entity.end))
