"""Persons without a title, by a known given name, a family name and an office behind it.

"พิพัฒน์ รัชกิจประการ รมว.แรงงาน", "คารม พลพรกลาง รองโฆษกประจำสำนักนายกรัฐมนตรี"
"""

from __future__ import annotations

from functools import cache

from thai_newsie.lexicon import Matcher
from thai_newsie.pipes.entities.name_parts import before_office, name_parts
from thai_newsie.pipes.entities.person_tables import given_names
from thai_newsie.reading import Entity, Reading
from thai_newsie.text import is_thai_letter

_SHORTEST = 3  # letters of a given name that is looked for without a title


@cache
def _given() -> Matcher:
    # Behind the name a space: it is a word of its own.
    return Matcher({name + " ": "" for name in given_names() if len(name) >= _SHORTEST})


def find_untitled(reading: Reading) -> list[Entity]:
    """Given name, family name, office: a person, though no title says so.

    >>> from thai_newsie.text import Shadow
    >>> reading = Reading(Shadow("สมชาย ใจดี รองโฆษกประจำสำนักนายกรัฐมนตรี"), frozenset())
    >>> [reading.slice(person) for person in find_untitled(reading)]
    ['สมชาย ใจดี']
    """
    found = []
    for start, _, _ in _given().find(
        reading.text, lambda start, end: not is_thai_letter(reading.text, start - 1)
    ):
        parts = name_parts(reading, start)
        if len(parts) > 1 and before_office(reading.text, parts[-1][1]):
            found.append(Entity(start, parts[-1][1], "PERSON"))
    return found
