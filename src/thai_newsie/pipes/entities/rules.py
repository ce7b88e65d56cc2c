"""Names by rule: what titles, tables, head words and gazetteers tell."""

from __future__ import annotations

from thai_newsie.pipes.entities.city_bodies import find_city_bodies
from thai_newsie.pipes.entities.dedicated import split_dedicated
from thai_newsie.pipes.entities.english_organizations import find_english_organizations
from thai_newsie.pipes.entities.organizations import find_organizations
from thai_newsie.pipes.entities.persons import find_persons
from thai_newsie.pipes.entities.places import find_places
from thai_newsie.pipes.entities.regiments import find_battalions
from thai_newsie.pipes.entities.untitled import find_untitled
from thai_newsie.reading import Entity, Reading


def find_by_rules(reading: Reading) -> list[Entity]:
    """Persons, bodies and places in the order of the text; `reading` itself stays as it is.

    >>> from thai_newsie.text import Shadow
    >>> reading = Reading(Shadow("นายสมชาย ใจดี อธิบดีกรมการข้าว"), frozenset())
    >>> [(reading.slice(entity), entity.label) for entity in find_by_rules(reading)]
    [('นายสมชาย ใจดี', 'PERSON'), ('กรมการข้าว', 'ORGANIZATION')]
    """
    english = list(find_english_organizations(reading))
    begun = {body.start for body in english}  # there is no general in "General Border Committee"
    titled = [person for person in find_persons(reading) if person.start not in begun]
    persons, dedicated = split_dedicated(reading, titled)
    named = reading.where([*persons, *dedicated])
    persons += [person for person in find_untitled(reading) if not named[person.start]]
    named = reading.where([*persons, *dedicated])
    reading.check_time()
    found = [b for b in find_organizations(reading) if not (named[b.start] or named[b.end - 1])]
    bodies = sorted([*dedicated, *found], key=lambda body: body.start)
    named = reading.where([*persons, *bodies])
    more = (*english, *find_city_bodies(reading, bodies), *find_battalions(reading))
    bodies += [body for body in more if not any(named[body.start : body.end])]
    reading.check_time()
    before, reading.entities = reading.entities, [*persons, *bodies]  # a place is read with those around it
    places = find_places(reading)
    reading.entities = before
    return sorted([*persons, *bodies, *places], key=lambda entity: (entity.start, -entity.end))
