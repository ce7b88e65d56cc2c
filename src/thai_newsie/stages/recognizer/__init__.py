"""Stage: persons whom no title announces, by the statistical recognizer, where the rules found nobody.

The rules win wherever they found anything that overlaps; the recognizer reads only the stretches
where a person may be named (`windows`). What it adds has the source "model" and the model's confidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from thai_newsie.document import Document, Entity, Span
from thai_newsie.lexicon import compiled, table
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.persons.name_parts import ORDAINED_NAME, read_title
from thai_newsie.stages.persons.person_tables import family_names, given_names, position_opening
from thai_newsie.stages.recognizer.windows import windows
from thai_newsie.text.characters import THAI_LETTER, is_thai_letter

if TYPE_CHECKING:
    from thai_newsie.ner.recognize import Recognized

_ROYAL_OR_ORDAINED = ("พระ", "สมเด็จ")  # whom the rules know by name or office
# One person's name: "ทวี-เดชอิศม์" are two, and so are four words.
_LETTERS_BEFORE = regex.compile(rf"(?r){THAI_LETTER}{{1,20}}+")
_FAMILY = re.compile(rf" {{1,2}}({THAI_LETTER}{{2,34}}+)(?!{THAI_LETTER})")
_OF = re.compile(r" {1,2}(?:แห่ง|ของ)")  # "ประธานาธิบดีโจ ไบเดน| แห่งสหรัฐอเมริกา"
_NAME = regex.compile(r"([\p{L}\p{M}]{2,}+)(?: {1,2}[\p{L}\p{M}.]{2,}+){0,2}+")


def fill(document: Document) -> None:
    """Add to `document.entities` the persons that no rule found."""
    if document.config.recognizer is False:
        return
    found = find_recognized(document, [*document.entities, *document.dates, *document.times])
    document.entities = sorted([*document.entities, *found], key=lambda entity: (entity.start, -entity.end))


def find_recognized(document: Document, others: Sequence[Span]) -> list[Entity]:
    """The persons that the recognizer is sure of, in the order of the text, but for what overlaps `others`."""
    taken = document.where(others)
    stretches = windows(document, taken)
    if not stretches:
        return []
    from thai_newsie.ner.recognize import recognize  # with NumPy, which most articles do not need

    known = _given_names(document, others)
    return [
        Entity(one.start, one.end, one.label, source="model", confidence=one.confidence)
        for one in (
            _whole(document.text, found)
            for found in recognize(document.text, sorted(document.breaks), windows=stretches)
        )
        if one.label == "PERSON"
        and one.confidence >= document.config.recognizer_threshold
        and not any(taken[one.start : one.end])
        and _is_new_name(document, one, known)
    ]


def _given_names(document: Document, others: Sequence[Span]) -> set[str]:
    """The given names of the persons that the rules found."""
    text = document.text
    persons = [one for one in others if isinstance(one, Entity) and one.label == "PERSON"]
    names = [_NAME.match(text, read_title(text, one.start) or one.start, one.end) for one in persons]
    return {name[1] for name in names if name}


def _whole(text: str, one: Recognized) -> Recognized:
    """The name with what belongs to it and was not recognized, without what does not belong.

    Its first letters, of "เยาวภา บุรพลชัย" the tokenizer's "ภา" may be all that was seen; and a family name that
    is a word besides: "สมชาย |ใจดี".
    """
    if of := _OF.search(text, one.start, one.end):
        one = replace(one, end=of.start())
    if text.endswith("ฯ", one.start, one.end):  # "ประธานาธิบดีทรัมป์ฯ": of courtesy
        one = replace(one, end=one.end - 1)
    name = _NAME.match(text, one.start, one.end)
    glued = _LETTERS_BEFORE.match(text, 0, one.start)
    if name and glued and text[glued.start() : name.end(1)] in given_names():
        one = replace(one, start=glued.start())
    family = _FAMILY.match(text, one.end) if name and name.end() == name.end(1) else None
    if family and family[1] in family_names():
        one = replace(one, end=family.end())
    return one


def _is_new_name(document: Document, one: Recognized, known: Set[str]) -> bool:
    """Whether it is a person's name in whole words, more than a title, and of nobody the rules know.

    Where a known person is named again by the given name, `resolve` sees that without a model, and sees
    where the name ends: '"จุรินทร์ ชู "อาหาร" เป็น…'.
    """
    text = document.text
    if text.startswith(_ROYAL_OR_ORDAINED, one.start) or is_thai_letter(text, one.end):
        return False
    if ORDAINED_NAME.match(text, one.start - 1):  # of a monk, whom the rules find by it
        return False
    name = _NAME.fullmatch(text, read_title(text, one.start) or one.start, one.end)
    if name is None or name[1] in known:
        return False
    return name[1] in given_names() or not _no_name().match(text, one.start)


@compiled
def _no_name() -> re.Pattern[str]:
    """What an office, an organization or a venue begins with: "นายอำเภอ…", "วัดราษฎร์…"."""
    heads = {row["word"] for row in (*table("organization_heads"), *table("venue_heads"))}
    return re.compile(f"{position_opening().pattern}|{any_of(sorted(heads))}")
