"""Stage: persons whom no title announces, by the statistical recognizer, where the rules found nobody.

The rules win wherever they found anything that overlaps. The recognizer reads only the stretches where a person may be
named (`windows`). What it adds has the source "model" and the model's confidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import regex

from thai_newsie.document import Document, Entity, Span
from thai_newsie.lexicon import compiled, words_of
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import model as model_rule
from thai_newsie.stages.persons.name_parts import ORDAINED_NAME, read_title
from thai_newsie.stages.persons.person_tables import family_names, given_names, position_opening
from thai_newsie.stages.recognizer.windows import windows
from thai_newsie.text.characters import THAI_LETTER, is_thai_letter

if TYPE_CHECKING:
    from thai_newsie.ner.model import Model
    from thai_newsie.ner.recognize import Recognized

_LETTERS_BEFORE = regex.compile(rf"(?r){THAI_LETTER}{{1,20}}+")
_FAMILY_NAME_BEHIND = re.compile(rf" {{1,2}}({THAI_LETTER}{{2,34}}+)(?!{THAI_LETTER})")
_OF_COUNTRY = re.compile(r" {1,2}(?:แห่ง|ของ)")  # "ประธานาธิบดีโจ ไบเดน| แห่งสหรัฐอเมริกา"
# One person's name: "ทวี-เดชอิศม์" are two, and so are four words.
_PERSON_NAME = regex.compile(r"([\p{L}\p{M}]{2,}+)(?: {1,2}[\p{L}\p{M}.]{2,}+){0,2}+")


def fill(document: Document) -> None:
    """Add to `document.entities` the persons that no rule found.

    Raises ValueError, with the name of the file, where `document.config.recognizer` is a file that holds no model.
    """
    if document.config.recognizer is False:
        return
    found = find_recognized(document, [*document.entities, *document.dates, *document.times])
    document.entities = sorted([*document.entities, *found], key=lambda entity: (entity.start, -entity.end))


def find_recognized(document: Document, others: Sequence[Span]) -> list[Entity]:
    """The persons that the recognizer is sure of, in the order of the text, except what overlaps `others`."""
    taken = document.where(others)
    stretches = windows(document, taken)
    if not stretches:
        return []
    from thai_newsie.ner.recognize import recognize  # with NumPy, which most articles do not need

    text, known, found = document.text, _given_names(document, others), []
    for raw in recognize(text, sorted(document.breaks), model=_model(document), windows=stretches):
        if raw.label != "PERSON":
            continue
        one = _whole(text, raw)
        if reason := _not_taken(document, one, taken, known):
            if document.trace is not None:
                document.trace.reject("people", one.start, one.end, model_rule(one.confidence), reason)
            continue
        rule = model_rule(one.confidence)
        found.append(Entity(one.start, one.end, one.label, "", "model", one.confidence, rule))
    return found


def _model(document: Document) -> Model:
    """The model that the configuration names."""
    from thai_newsie.ner.recognize import model_in, shipped

    choice = document.config.recognizer
    return model_in(choice) if isinstance(choice, Path) else shipped()


def _given_names(document: Document, others: Sequence[Span]) -> set[str]:
    """The given names of the persons that the rules found."""
    text = document.text
    persons = [one for one in others if isinstance(one, Entity) and one.label == "PERSON"]
    names = [_PERSON_NAME.match(text, read_title(text, one.start) or one.start, one.end) for one in persons]
    return {name[1] for name in names if name}


def _whole(text: str, one: Recognized) -> Recognized:
    """The name with what belongs to it and was not recognized, and without what does not belong.

    Of "เยาวภา บุรพลชัย" the tokenizer's "ภา" may be all that was recognized of the given name. A family name may be a
    word besides, "สมชาย |ใจดี", and stay out.
    """
    if of_country := _OF_COUNTRY.search(text, one.start, one.end):
        one = replace(one, end=of_country.start())
    if text.endswith("ฯ", one.start, one.end):  # "ประธานาธิบดีทรัมป์ฯ": a sign of courtesy
        one = replace(one, end=one.end - 1)
    name = _PERSON_NAME.match(text, one.start, one.end)
    glued = _LETTERS_BEFORE.match(text, 0, one.start)
    if name and glued and text[glued.start() : name.end(1)] in given_names():
        one = replace(one, start=glued.start())
    family = _FAMILY_NAME_BEHIND.match(text, one.end) if name and name.end() == name.end(1) else None
    if family and family[1] in family_names():
        one = replace(one, end=family.end())
    return one


def _not_taken(document: Document, one: Recognized, taken: bytearray, known: Set[str]) -> str:
    """Why the stage does not take what the model recognized; "" where it does."""
    if one.confidence < document.config.recognizer_threshold:
        return f"less sure than {document.config.recognizer_threshold}, the threshold of the configuration"
    if any(taken[one.start : one.end]):
        return "overlaps what the rules found"
    return _no_new_name(document, one, known)


def _no_new_name(document: Document, one: Recognized, known: Set[str]) -> str:
    """Why this is no person's name, in whole words and more than a title, or is that of a person whom the rules know.

    Where a known person is named again by the given name, the stage `resolution` sees that without a model, and sees
    where the name ends: '"จุรินทร์ ชู "อาหาร" เป็น…'.
    """
    text = document.text
    if is_thai_letter(text, one.end):
        return "ends inside a word"
    if text.startswith(_known_otherwise(), one.start) or ORDAINED_NAME.match(text, one.start - 1):
        return "royal persons and monks are found by rules alone"
    name = _PERSON_NAME.fullmatch(text, read_title(text, one.start) or one.start, one.end)
    if name is None:
        return "not one name: a title alone, several names or a sign in it"
    if name[1] in known:
        return "a person of this given name is known by a rule"
    if name[1] not in given_names() and _no_name().match(text, one.start):
        return "begins like a position, an organization or a venue"
    return ""


@compiled
def _known_otherwise() -> tuple[str, ...]:
    return words_of("person_words", "known_otherwise")


@compiled
def _no_name() -> re.Pattern[str]:
    """What a position, an organization or a venue begins with: "นายอำเภอ…", "วัดราษฎร์…"."""
    heads = {*words_of("organization_heads"), *words_of("venue_heads")}
    return re.compile(f"{position_opening().pattern}|{any_of(sorted(heads))}")
