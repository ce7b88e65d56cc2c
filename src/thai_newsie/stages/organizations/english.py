"""Organizations in Latin letters: "Ministry of Foreign Affairs", "Royal Thai Embassy in Astana", "World Economic Forum Ltd"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import Row, compiled, table, values, words_of
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import row
from thai_newsie.stages.organizations.openings import reject_match
from thai_newsie.text.characters import is_english

_LATIN_STRETCH = re.compile(r"[A-Za-z][ -~À-ɏ’]{4,}")  # a stretch between Thai letters or lines
_CAPITALIZED_WORD = (
    r"(?:(?:[A-Z]\.){2,}+|[A-Z][\p{Latin}\d&-]{0,40}+(?:[.’'](?!s\b)[\p{Latin}\d]{1,40}+){0,3}+)"
)


def find_english_organizations(document: Document) -> Iterator[Entity]:
    """The organizations that a head of the table names in Latin letters, in the order of the text.

    >>> from thai_newsie.text.normalized import NormalizedText
    >>> text = "Deputy Minister of the Ministry of Agriculture and Cooperatives met the Royal Thai Embassy in Astana"
    >>> [text[organization.start : organization.end] for organization in find_english_organizations(Document(NormalizedText(text), frozenset()))]
    ['Ministry of Agriculture and Cooperatives', 'Royal Thai Embassy in Astana']
    """
    text, pages = document.text, "english" if is_english(document.text) else "all"
    head_pattern = _head(pages)
    for run in _LATIN_STRETCH.finditer(text):
        if not head_pattern.search(run[0]):
            continue
        for match in _organization(pages).finditer(text, *run.span()):
            head = _rows()[match["head"]]
            rule = row("english_organization_heads", head["word"])
            if " " in match[0] or "alone" in values(head["flags"]):
                yield Entity(*match.span(), "ORGANIZATION", head["type"], rule=rule)
            else:
                reject_match(document, *match.span(), rule, "no other word of a name stands beside it")


@compiled
def _heads(pages: str) -> str:
    """Pattern of the heads that are read on English pages, or on all."""
    return any_of(
        line["word"]
        for line in table("english_organization_heads")
        if pages == "english" or "english_pages" not in values(line["flags"])
    )


@compiled
def _head(pages: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_heads(pages)}\b")


@compiled
def _organization(pages: str) -> regex.Pattern[str]:
    head = _heads(pages)
    not_first = any_of(words_of("organization_words", "english_not_first"))
    # "Ministry of Digital Economy" and "the Digital Economy Agency" are names, "Digital Economy" alone a programme
    programme = any_of(words_of("organization_words", "english_programme"))
    word = rf"(?!{not_first}\b|{head}\b){_CAPITALIZED_WORD}"
    return regex.compile(
        rf"(?<![\p{{Latin}}\d.])(?:(?:(?<=[Tt]he )|(?!{programme}\b)){word} (?:and (?=[A-Z])|& )?){{0,6}}+(?:Co\.,? )?"
        rf"(?P<head>{head})\b(?! Stores?\b)"
        rf"(?: (?:of|for|on) (?:the )?{word}(?:(?:, (?:and )?| and | )(?:(?:of|for) (?:the )?)?{word}){{0,8}})?+"
        rf"(?:(?<=Embassy|Consulate),? (?:in )?{_CAPITALIZED_WORD}(?: {_CAPITALIZED_WORD})?)?+"
    )


@compiled
def _rows() -> dict[str, Row]:
    return {line["word"]: line for line in table("english_organization_heads")}
