"""Organizations named after a person: "มูลนิธิ พล.ต.อ.สมชาย ใจดี" is a foundation, and the person takes no part in the article."""

from __future__ import annotations

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import joined, row
from thai_newsie.stages.persons.person_tables import position_opening

_MAX_DEDICATED_HEAD_LENGTH = 12  # letters, with its space
_WORD_BEFORE_HEAD = regex.compile(r"[ก-๎]{2,20}$")


def split_dedicated(document: Document, persons: list[Entity]) -> tuple[list[Entity], list[Entity]]:
    """The persons among `persons`, and the organizations that are named after the others.

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
        low = max(0, person.start - _MAX_DEDICATED_HEAD_LENGTH)
        head = _dedicated_head().search(document.text, low, person.start)
        if head and not (head["gap"] and _is_of_position(document.text, head.start())):
            rule = joined(row("organization_heads", head["head"]), "pattern:dedicated", person.rule)
            organizations.append(
                Entity(head.start(), person.end, "ORGANIZATION", kind="foundation", rule=rule)
            )
        else:
            people.append(person)
    return people, organizations


def _is_of_position(text: str, start: int) -> bool:
    """Whether a position is written together with the head that begins at `start`.

    "ประธานมูลนิธิ นายสมชาย ใจดี" is the person at the head of the foundation.
    """
    before = _WORD_BEFORE_HEAD.search(text, max(0, start - 20), start)
    return bool(before and position_opening().search(before[0]))


@compiled
def _dedicated_head() -> regex.Pattern[str]:
    heads = (line for line in table("organization_heads") if "dedicated" in values(line["flags"]))
    return regex.compile(rf"(?P<head>{any_of(line['word'] for line in heads)})(?P<gap> ?)$")
