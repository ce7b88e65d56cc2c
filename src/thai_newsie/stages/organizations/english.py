"""Organizations in Latin letters: "Ministry of Foreign Affairs", "Royal Thai Embassy in Astana", "World Economic Forum Ltd"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.patterns import any_of

_LATIN = re.compile(r"[A-Za-z][ -~À-ɏ’]{4,}")  # a stretch between Thai letters or lines
_WORD = r"(?:(?:[A-Z]\.){2,}+|[A-Z][\p{Latin}\d&-]{0,40}+(?:[.’'](?!s\b)[\p{Latin}\d]{1,40}+){0,3}+)"
# What stands before an organization and is an office or an article
_NOT_FIRST = (
    r"(?:The|This|That|Its|Our|His|Her|Deputy|Vice|Permanent|Prime|Minister|Secretary|Secretary-General|Director"
    r"|Director-General|President|Chairman|Chairperson|Governor|Ambassador|Spokesperson|Head|Member|Member-States"
    r"|Acting|Former|Non|Russian)"  # Russian Federation: a country
)
# What says that a programme or a kind is meant, though not behind "of" or "the": "Ministry of Digital Economy"
_PROGRAMMES = r"(?:Smart|Green|Virtual|Digital|AI|Competent|Competence)"


def find_english_organizations(document: Document) -> Iterator[Entity]:
    """The organizations that a head of the table names in Latin letters, in the order of the text.

    >>> from thai_newsie.text.normalized import NormalizedText
    >>> text = "Deputy Minister of the Ministry of Agriculture and Cooperatives met the Royal Thai Embassy in Astana"
    >>> [text[organization.start : organization.end] for organization in find_english_organizations(Document(NormalizedText(text), frozenset()))]
    ['Ministry of Agriculture and Cooperatives', 'Royal Thai Embassy in Astana']
    """
    text, pages = document.text, "english" if is_english(document.text) else "all"
    for run in _LATIN.finditer(text):
        if not _head(pages).search(run[0]):
            continue
        for match in _organization(pages).finditer(text, *run.span()):
            if " " in match[0] or "alone" in values(_rows()[match["head"]]["flags"]):
                yield Entity(*match.span(), "ORGANIZATION", _rows()[match["head"]]["type"])


def is_english(text: str) -> bool:
    """Whether an article is written in English; in a Thai one English is a gloss."""
    thai = (len(text.encode()) - len(text)) // 2  # a Thai letter is three bytes
    return 2 * thai <= len(text)


@compiled
def _heads(pages: str) -> str:
    """Pattern of the heads that are read on English pages, or on all."""
    return any_of(
        row["word"]
        for row in table("english_organization_heads")
        if pages == "english" or "english_pages" not in values(row["flags"])
    )


@compiled
def _head(pages: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_heads(pages)}\b")


@compiled
def _organization(pages: str) -> regex.Pattern[str]:
    head = _heads(pages)
    organization = rf"(?!{_NOT_FIRST}\b|{head}\b){_WORD}"
    return regex.compile(
        rf"(?<![\p{{Latin}}\d.])(?:(?:(?<=[Tt]he )|(?!{_PROGRAMMES}\b)){organization} (?:and (?=[A-Z])|& )?){{0,6}}+(?:Co\.,? )?"
        rf"(?P<head>{head})\b(?! Stores?\b)"
        rf"(?: (?:of|for|on) (?:the )?{organization}(?:(?:, (?:and )?| and | )(?:(?:of|for) (?:the )?)?{organization}){{0,8}})?+"
        rf"(?:(?<=Embassy|Consulate),? (?:in )?{_WORD}(?: {_WORD})?)?+"
    )


@compiled
def _rows() -> dict[str, dict[str, str]]:
    return {row["word"]: dict(row) for row in table("english_organization_heads")}
