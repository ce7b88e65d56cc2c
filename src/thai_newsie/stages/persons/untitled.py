"""Persons without a title, by their position: behind a known given name and a family name, or before a Latin name.

"พิพัฒน์ รัชกิจประการ รมว.แรงงาน", "Prime Minister Srettha Thavisin"
"""

from __future__ import annotations

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import words_of
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.shared_scan import matches, shared
from thai_newsie.provenance import pattern
from thai_newsie.stages.persons.name_parts import Part, before_position, name_parts
from thai_newsie.stages.persons.person_tables import family_names, given_names
from thai_newsie.text.characters import whole_runs
from thai_newsie.text.words import dictionary

_NAME_BEFORE_POSITION = pattern("known_name_before_position")


@shared
def _english_positions() -> Matcher[str]:
    """English positions, each with a space behind it; the payload is the position."""
    return Matcher({word + " ": word for word in words_of("positions") if word.isascii()})


def find_untitled(document: Document) -> list[Entity]:
    """Persons whom no title announces, in the order of the text.

    >>> from thai_newsie.text.normalized import NormalizedText
    >>> document = Document(NormalizedText("สมชาย ใจดี รองโฆษกประจำสำนักนายกรัฐมนตรี met Prime Minister John Smith here"), frozenset())
    >>> [(document.slice(person), person.rule) for person in find_untitled(document)]
    [('สมชาย ใจดี', 'pattern:known_name_before_position'), ('John Smith', 'positions:Prime Minister')]
    """
    text = document.text
    found = []
    given = given_names() & document.runs
    for start, end in whole_runs(text, given):
        parts = name_parts(document, start) if text[end : end + 1] == " " else []
        if len(parts) < 2 or not before_position(text, parts[-1].end):
            continue
        if _is_a_name(text, parts):
            found.append(Entity(start, parts[-1].end, "PERSON", rule=_NAME_BEFORE_POSITION))
        elif document.trace is not None:
            reason = "both words are ordinary ones, and no title stands before them"
            document.trace.reject("people", start, parts[-1].end, _NAME_BEFORE_POSITION, reason)
    for _, end, position in matches(document, _english_positions()):
        parts = name_parts(document, end)
        if len(parts) > 1 and text[end].isascii():
            found.append(Entity(end, parts[-1].end, "PERSON", rule=f"positions:{position}"))
    return sorted(found, key=lambda person: person.start)


def _is_a_name(text: str, parts: list[Part]) -> bool:
    """Whether given and family name are not just two words before a position: "จำนวน 6 |ราย นั้น| นายกรัฐมนตรี…"."""
    return parts[0].of(text) not in dictionary() or parts[1].of(text) in family_names()
