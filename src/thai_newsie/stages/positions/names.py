"""A person's words taken apart: title, given name, family name, and the Latin form behind them."""

from __future__ import annotations

import regex

from thai_newsie.document import Document, Entity, PersonMention, Span
from thai_newsie.lexicon import compiled, table
from thai_newsie.stages.persons.name_parts import read_title

_WORD = regex.compile(r"\S+")
# "(Mr. Young Liu)", "(Jong Jin Kim )": the title inside is no part of the name
_LATIN = regex.compile(
    r" ?\( ?(?:(?:H\.E|Mr|Mrs|Ms|Miss|Dr|Prof)\.? ?)*+(?P<name>\p{Lu}[\p{Latin}.'’ -]{2,60}?) ?\)"
)

_THAI = regex.compile(r" ?\( ?(?P<name>[ก-ฮเแโใไ][\u0e01-\u0e4e]+(?: [\u0e01-\u0e4e]+){0,3}) ?\)")


@compiled
def _title_kinds() -> dict[str, str]:
    return {row["word"]: row["type"] for row in table("titles")}


def split_name(document: Document, person: Entity) -> PersonMention:
    """The parts of a PERSON entity; a title chain ("ศาสตราจารย์ ดร.") counts as one title.

    >>> from thai_newsie.text.normalized import NormalizedText
    >>> document = Document(NormalizedText("นายสมชาย ใจดี (Somchai Jaidee)"), frozenset())
    >>> mention = split_name(document, Entity(0, 13, "PERSON"))
    >>> [document.slice(part) for part in (mention.title, mention.given, mention.family, mention.latin)]
    ['นาย', 'สมชาย', 'ใจดี', 'Somchai Jaidee']
    """
    text = document.text
    title_end = read_title(text, person.start)
    if title_end >= person.end:  # "ข่าว เภสัชกร": a given name that is a title elsewhere
        title_end = 0
    title = Span(person.start, title_end) if title_end else None
    start, end = title_end or person.start, person.end
    gloss = _LATIN.match(text, person.end)
    latin = Span(*gloss.span("name")) if gloss else None
    if thai := _THAI.match(text, person.end):
        # "นาย Kevin Cheok (เควิน ฉ็อก)": a foreigner goes by the Thai spelling where there is one
        first_letter = _WORD.search(text, start)
        if first_letter and first_letter[0].isascii():
            latin = Span(first_letter.start(), end)
            start, end = thai.span("name")
    words = [word.span() for word in _WORD.finditer(text, start, end)]
    return PersonMention(
        person.start,
        person.end,
        title=title,
        given=Span(*words[0]),
        title_kind=_kind(document.slice(title)) if title else "",
        family=Span(words[1][0], end) if len(words) > 1 else None,
        latin=latin,
    )


def _kind(title: str) -> str:
    """The kind of a title or of the first part that the table knows ("ศาสตราจารย์" of "ศาสตราจารย์ ดร.")."""
    kinds = _title_kinds()
    return kinds.get(title) or next((kinds[part] for part in title.split() if part in kinds), "")
