"""Organizations named after a person: "มูลนิธิ พล.ต.อ.สมชาย ใจดี" is a foundation, and nobody of the article."""

from __future__ import annotations

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.stages.persons.person_tables import position_opening

_LONGEST_HEAD = 12  # letters, with its space
_NAMED_AFTER = regex.compile(r"(?P<head>มูลนิธิ|กองทุน)(?P<gap> ?)$")
_OFFICE = regex.compile(r"[ก-๎]{2,20}$")  # "ประธานมูลนิธิ นายสมชาย ใจดี" is the foundation's head


def split_dedicated(document: Document, persons: list[Entity]) -> tuple[list[Entity], list[Entity]]:
    """The persons of the text, and the organizations that are named after the others.

    >>> from thai_newsie.text.normalized import NormalizedText
    >>> text = "มูลนิธิ นายแพทย์มานะ ทองดี มอบทุน ประธานมูลนิธิ นายสมชาย ใจดี กล่าวว่า"
    >>> document = Document(NormalizedText(text), frozenset())
    >>> names = "นายแพทย์มานะ ทองดี", "นายสมชาย ใจดี"
    >>> found = [Entity(text.index(name), text.index(name) + len(name), "PERSON") for name in names]
    >>> [[document.slice(entity) for entity in kind] for kind in split_dedicated(document, found)]
    [['นายสมชาย ใจดี'], ['มูลนิธิ นายแพทย์มานะ ทองดี']]
    """
    people, organizations = [], []
    for person in persons:
        head = _NAMED_AFTER.search(document.text, max(0, person.start - _LONGEST_HEAD), person.start)
        if head and not (head["gap"] and _is_of_office(document.text, head.start())):
            organizations.append(Entity(head.start(), person.end, "ORGANIZATION", kind="foundation"))
        else:
            people.append(person)
    return people, organizations


def _is_of_office(text: str, start: int) -> bool:
    """Whether an office is written together with the head that begins at `start`."""
    before = _OFFICE.search(text, max(0, start - 20), start)
    return bool(before and position_opening().search(before[0]))
