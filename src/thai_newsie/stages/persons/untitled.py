"""Persons without a title, by their office: behind a known given name and a family name, or before a Latin name.

"พิพัฒน์ รัชกิจประการ รมว.แรงงาน", "Prime Minister Srettha Thavisin"
"""

from __future__ import annotations

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import table
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.shared_scan import matches, shared
from thai_newsie.stages.persons.name_parts import Part, before_office, name_parts
from thai_newsie.stages.persons.person_tables import family_names, given_names
from thai_newsie.text.characters import whole_runs
from thai_newsie.text.words import dictionary


@shared
def _english_offices() -> Matcher:
    return Matcher({row["word"] + " ": "" for row in table("positions") if row["word"].isascii()})


def find_untitled(document: Document) -> list[Entity]:
    """Persons whom no title announces, in the order of the text.

    >>> from thai_newsie.text.normalized import NormalizedText
    >>> document = Document(NormalizedText("สมชาย ใจดี รองโฆษกประจำสำนักนายกรัฐมนตรี met Prime Minister John Smith here"), frozenset())
    >>> [document.slice(person) for person in find_untitled(document)]
    ['สมชาย ใจดี', 'John Smith']
    """
    text = document.text
    found = []
    given = given_names() & document.runs
    for start, end in whole_runs(text, given):
        parts = name_parts(document, start) if text[end : end + 1] == " " else []
        if len(parts) > 1 and before_office(text, parts[-1][1]) and _is_a_name(text, parts):
            found.append(Entity(start, parts[-1][1], "PERSON"))
    for _, end, _ in matches(document, _english_offices()):
        parts = name_parts(document, end)
        if len(parts) > 1 and text[end].isascii():
            found.append(Entity(end, parts[-1][1], "PERSON"))
    return sorted(found, key=lambda person: person.start)


def _is_a_name(text: str, parts: list[Part]) -> bool:
    """Whether given and family name are not just two words before an office: "จำนวน 6 |ราย นั้น| นายกรัฐมนตรี…"."""
    return text[slice(*parts[0])] not in dictionary() or text[slice(*parts[1])] in family_names()
