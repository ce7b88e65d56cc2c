"""Provinces and countries without a word before them, and the places of data/places/places.tsv."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.areas import LEVELS, provinces
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.shared_scan import matches, shared
from thai_newsie.provenance import pattern, row
from thai_newsie.stages.places.area_lists import ends, in_brackets, on_route
from thai_newsie.stages.places.place_words import is_free, is_of_office, one_of, words

_MIN_TELLING_LENGTH = 8  # letters of a region or a venue that is no part of a word wherever it stands
_MIN_UNBROKEN_LENGTH = 15  # letters of a name that ends there whatever the tokenizer makes of it
_GROUP = "กลุ่มจังหวัด"
_REGION = "ภาค"
_WORDS_BEFORE_AREAS = tuple(LEVELS)  # behind one, `find_areas` decides


class _Name(NamedTuple):
    """A name of the tables: the kind of the place, the name, and the rule of its row. No kind: a lookalike."""

    kind: str
    name: str
    rule: str


@shared
def _names() -> Matcher[_Name]:
    """Bare names, and the longer words that hold one (แพร่ระบาด)."""
    entries = {word: _Name("", word, row("place_words", word)) for word in words("lookalike")}
    entries |= {name: _Name("province", name, pattern("province")) for name in provinces()}
    for country in table("countries"):
        for form in (country["word"], *values(country["forms"])):
            for name in (form, f"ประเทศ{form}"):
                entries[name] = _Name("country", name, row("countries", country["word"]))
    for place in table("places"):
        rule = row("places", place["word"])
        if place["type"] == "province":
            forms = values(place["forms"])
        else:
            forms = (place["word"], *values(place["forms"]))
        entries |= {form: _Name(place["type"], form, rule) for form in forms}
    return Matcher(entries)


@compiled
def _between() -> regex.Pattern[str]:
    """What may stand between two names of one list: ภูเก็ต(76,704ราย) สุราษฎร์ธานี 1 แห่ง และตาก."""
    return regex.compile(rf"(?:[^ก-ฺเ-์A-Za-z\n]|{one_of('between')})*+")


@compiled
def _group_number() -> regex.Pattern[str]:
    return regex.compile(rf" ?\d(?![\d.,)]| ?{one_of('group_unit')})")


def _with_group(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of a region, or of the group of provinces that it names: กลุ่มจังหวัดภาคเหนือตอนบน 2."""
    if not text.endswith(_GROUP, 0, start):
        return start, end
    number = _group_number().match(text, end)
    return start - len(_GROUP), number.end() if number else end


def find_names(document: Document) -> Iterator[Entity]:
    """The bare names of the text, in its order, each with the districts in brackets behind it and on its route."""
    text, common = document.text, frozenset(words("common"))
    found = []
    for start, end, name in matches(document, _names()):
        if reason := _no_place(document, start, end, name):
            if document.trace is not None and not text.endswith(_WORDS_BEFORE_AREAS, 0, start):
                document.trace.reject("places", start, end, name.rule, reason)
            continue
        if name.name.startswith(_REGION):
            start, end = _with_group(text, start, end)
        entity = Entity(start, end, "LOCATION", name.kind, "lexicon", rule=name.rule)
        found.append((entity, name.name in common))
    beside = {
        id(entity)
        for (left, _), (right, _) in pairwise(found)
        if left.kind == right.kind and _between().fullmatch(text, left.end, right.start)
        for entity in (left, right)
    }
    for entity, doubtful in found:
        if doubtful and id(entity) not in beside:
            if document.trace is not None:
                reason = "also an everyday word, and no other name of its kind stands beside it"
                document.trace.reject("places", entity.start, entity.end, entity.rule, reason)
            continue
        yield entity
        if entity.kind == "province":
            yield from in_brackets(document, entity)
            yield from on_route(document, entity)


def _no_place(document: Document, start: int, end: int, name: _Name) -> str:
    """Why no place stands here; "" where one does."""
    text = document.text
    if not name.kind:
        return "a longer word that holds a name"
    if not (ends(text, end, document.breaks) or end - start >= _MIN_UNBROKEN_LENGTH):
        return "the tokenizer does not end a word here"
    if name.kind != "venue" and is_of_office(text, start):  # สำนักนายกรัฐมนตรี ทำเนียบรัฐบาล
        return "part of the name of a position or an organization"
    telling = name.kind in ("venue", "other") and len(name.name) >= _MIN_TELLING_LENGTH
    if (telling and start in document.breaks) or name.name.startswith(words("official")):
        return ""
    if not is_free(text, start):
        return "glued to a word that does not lead to places"
    return ""
