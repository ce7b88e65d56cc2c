"""A person's mention taken apart: title, given name, family name, and the Latin form behind them."""

from __future__ import annotations

import re

import regex

from thai_newsie.document import Document, Entity, PersonMention, Span
from thai_newsie.lexicon import compiled, table
from thai_newsie.stages.persons.name_parts import read_title

_NAME_WORD = re.compile(r"\S+")
# "(Mr. Young Liu)", "(Jong Jin Kim )": the title inside is no part of the name
_LATIN_GLOSS = regex.compile(
    r" ?\( ?(?:(?:H\.E|Mr|Mrs|Ms|Miss|Dr|Prof)\.? ?)*+(?P<name>\p{Lu}[\p{Latin}.'’ -]{2,60}?) ?\)"
)
_THAI_GLOSS = re.compile(r" ?\( ?(?P<name>[ก-ฮเแโใไ][\u0e01-\u0e4e]+(?: [\u0e01-\u0e4e]+){0,3}) ?\)")


@compiled
def _title_types() -> dict[str, str]:
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
    name, latin = _name_and_gloss(text, title_end or person.start, person.end)
    words = [word.span() for word in _NAME_WORD.finditer(text, name.start, name.end)]
    return PersonMention(
        person.start,
        person.end,
        title=title,
        given=Span(*words[0]),
        title_kind=_title_type(document.slice(title)) if title else "",
        family=Span(words[1][0], name.end) if len(words) > 1 else None,
        latin=latin,
        rule=person.rule,
    )


def _name_and_gloss(text: str, start: int, end: int) -> tuple[Span, Span | None]:
    """The name without its title, and the name in Latin letters, of a name that stands at text[start:end].

    "นาย Kevin Cheok (เควิน ฉ็อก)": a foreigner goes by the Thai spelling where there is one.
    """
    first = _NAME_WORD.search(text, start)
    if first and first[0].isascii() and (thai := _THAI_GLOSS.match(text, end)):
        return Span(*thai.span("name")), Span(first.start(), end)
    latin = _LATIN_GLOSS.match(text, end)
    return Span(start, end), Span(*latin.span("name")) if latin else None


def _title_type(title: str) -> str:
    """The type of a title or of the first part that the table knows ("ศาสตราจารย์" of "ศาสตราจารย์ ดร.")."""
    types = _title_types()
    return types.get(title) or next((types[part] for part in title.split() if part in types), "")
