"""Persons by the titles before their names.

A title fixes where a person begins. The name ends at a space, a mark, or, where words are glued to it
("นายธนกรกล่าวว่า", "ชาญวีรกูลรองนายกรัฐมนตรี"), at the word that cannot be part of a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled, table, values, words_of
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.lexicon.shared_scan import matches
from thai_newsie.provenance import row
from thai_newsie.stages.persons.found_name import FoundName
from thai_newsie.stages.persons.monks import is_monk, may_be_monk, repeated_monks
from thai_newsie.stages.persons.name_parts import (
    IN_PALI,
    LATIN_GLOSS,
    Part,
    name_part,
    name_parts,
    read_title,
)
from thai_newsie.stages.persons.person_tables import (
    TitleKind,
    civil_titles,
    first_title,
    flagged_lookalikes,
    given_names,
    royal_rule,
    title_rule,
    titles,
)
from thai_newsie.stages.persons.same_name import with_agreeing_names
from thai_newsie.stages.whole_names import area_around
from thai_newsie.text.characters import is_thai_letter
from thai_newsie.text.words import is_abbreviation_tail

_LONGEST_GIVEN_NAME = 20  # letters; PyThaiNLP's list has none that is longer
_OPTIONAL_GAP = re.compile(r" {0,2}")
_MONK = "พระ"
_PRESIDENT = "นายก"
# "นาย" behind a number counts men, except in a list of names
_COUNTED_MEN = re.compile(r"(?:(?<=\d)|(?<=\d ))นาย")


class _Title(NamedTuple):
    """A match of the titles: where it stands, and what it is."""

    start: int
    end: int
    kind: TitleKind


def find_persons(document: Document) -> list[Entity]:
    """Persons that a title announces, each with their title, in the order of the text.

    >>> from thai_newsie.document import Document
    >>> from thai_newsie.text.normalized import NormalizedText
    >>> document = Document(NormalizedText("นายสมชาย ใจดี และ ดร.มานี รักไทยกล่าวว่า"), frozenset())
    >>> [(document.slice(person), person.rule) for person in find_persons(document)]
    [('นายสมชาย ใจดี', 'titles:นาย'), ('ดร.มานี รักไทย', 'titles:ดร. + name_stops:กล่าวว่า')]
    """
    found = with_agreeing_names(document, _titled(document))
    found += repeated_monks(document, found)
    found += _credited(document)
    return [name.entity() for name in sorted(found, key=lambda name: (name.start, name.parts))]


def _titled(document: Document) -> list[FoundName]:
    """The persons behind titles, and royal persons, in the order of the text."""
    text = document.text
    found: list[FoundName] = []
    dated = {date.end for date in document.dates}
    done = 0
    for start, end, kind in matches(document, titles(), partial(_may_begin, document)):
        title = _within_lookalike(document, _Title(start, end, kind))
        if start < done:
            _reject(document, title, "it is part of the name before it")
        elif reason := _no_title(document, title):
            _reject(document, title, reason)
        elif kind is TitleKind.ROYAL:
            found.append(FoundName(start, (Part(start, end),), royal_rule(text, start, end)))
        else:
            title_end = read_title(text, start)
            gap = _OPTIONAL_GAP.match(text, title_end) if title_end else None
            parts = name_parts(document, gap.end()) if gap else []
            if reason := _no_name(document, title, parts, dated):
                _reject(document, title, reason)
                continue
            found.append(FoundName(start, tuple(parts), title_rule(text, start, title_end)))
            gloss = LATIN_GLOSS.match(text, parts[-1].end)
            done = gloss.end() if gloss else parts[-1].end
    return found


def _within_lookalike(document: Document, word: _Title) -> _Title:
    """The title in a word that only looks like one, where the name behind it proves it: "นายพลภัทร ใจดี" is no นายพล.

    The name is a known one, or a family name follows, and it goes on over the end of the word.
    """
    title = (
        first_title().match(document.text, word.start, word.end) if word.kind is TitleKind.LOOKALIKE else None
    )
    if not title or title[0] not in civil_titles():
        return word
    text, of_rank = document.text, document.text[word.start : word.end] in flagged_lookalikes()
    if not of_rank and not _given_name_over(text, title.end(), word.end):  # as in every "นายกรัฐมนตรี"
        return word
    parts = name_parts(document, title.end())
    if not parts or parts[0].end <= word.end or parts[0].start < title.end():
        return word
    known = parts[0].of(text) in given_names()
    if known or (of_rank and len(parts) > 1 and parts[0].end - word.end > 2):
        return _Title(word.start, title.end(), TitleKind.STRICT)
    return word


def _given_name_over(text: str, start: int, end: int) -> bool:
    """Whether a known given name begins at `start` and goes on over `end`."""
    names = given_names()
    return any(text[start:stop] in names for stop in range(end + 1, end + _LONGEST_GIVEN_NAME))


def _reject(document: Document, title: _Title, reason: str) -> None:
    if document.trace is not None:
        name = "title_lookalikes" if title.kind is TitleKind.LOOKALIKE else "titles"
        word = document.text[title.start : title.end]
        document.trace.reject("people", title.start, title.end, row(name, word), reason)


def _may_begin(document: Document, start: int, end: int) -> bool:
    """Whether a title may begin at `start`: where the tokenizer begins a word, or a rank of several dots, which is in no word.

    One that may not hides no other: "พ.ต.ท." counts in "ภ.จว.น่านพ.ต.ท.มานะ", "นพ." does not.
    """
    text = document.text
    # the tokenizer makes มีนา (March) of "มีนายลวรณ"
    if (
        document.may_begin(start)
        or text.count(".", start, end) > 1
        or text.startswith("มีนาย", max(0, start - 2))
    ):
        return True
    kind = titles().entries[text[start:end]]
    if kind is TitleKind.LOOKALIKE:
        return True
    _reject(document, _Title(start, end, kind), "the tokenizer begins no word here")
    return False


def _no_title(document: Document, title: _Title) -> str:
    """Why no title stands here; "" where one does."""
    text, start = document.text, title.start
    if title.kind is TitleKind.LOOKALIKE and not may_be_monk(text, *title):
        return "a word that begins like a title and is none"
    # the tokenizer makes มีนา (March) of "มีนายลวรณ"
    if is_abbreviation_tail(text, start):
        return "the end of a longer abbreviation"
    if not text[start - 1 : start].isspace() and (
        area := area_around(document, start, title.end)
    ):  # "ตำบลดอนนางหงส์"
        return f"it is a part of the name {area}"
    if title.kind is TitleKind.LOOSE and is_thai_letter(text, start - 1) and _venue_before(text, start):
        return "the venue before it is named after the person"  # "ห้องประชุมหลวงพ่อเพชร"
    if _within_latin(text, start):
        return "the end of a Latin word"
    if title.kind is TitleKind.LOOSE and _other_title().match(text, title.end):
        return "the person's own title follows"
    return ""


def _no_name(document: Document, title: _Title, parts: Sequence[Part], dated: set[int]) -> str:
    """Why the title announces nobody; "" where it does. `parts` are those of the name behind it."""
    text, start = document.text, title.start
    counts_men = _COUNTED_MEN.match(text, start) and dated.isdisjoint((start, start - 1))
    if counts_men and not _is_listed(text, title.end, parts):
        return "behind a number, นาย counts men"
    if not parts:
        return "no name follows the title"
    if _is_president(document, start, parts):
        return "นายก: the letters behind it are no given name"
    if title.kind is TitleKind.STRICT:
        return ""
    if may_be_monk(text, *title) and is_monk(text, start, parts[-1].end):
        return ""
    if title.kind is TitleKind.LOOSE and _is_full_known_name(text, start, parts):
        return ""
    if title.kind is TitleKind.LOOSE:
        return "also an ordinary word, and no known given name with a family name follows"
    return "no monastic position follows"


def _venue_before(text: str, start: int) -> str:
    """The head of a venue that ends at `start`, "" for none."""
    return _venue_heads().longest_before(text, start)


@compiled
def _venue_heads() -> Literals:
    return Literals(words_of("venue_heads"))


@compiled
def _other_title() -> re.Pattern[str]:
    """ "ทนายความ นายสมชาย ใจดี": a title of the person's own. The word before it says what the person does."""
    return re.compile(rf" {{1,3}}+{any_of(words_of('person_words', 'own_title'))}")


def _is_president(document: Document, start: int, parts: Sequence[Part]) -> bool:
    """Whether the premier does something, in letters glued to นายก that are no name: "นายก|สั่งเร่งเยียวยา"."""
    text = document.text
    if len(parts) != 1 or not text.startswith(_PRESIDENT, start):
        return False
    return start + len(_PRESIDENT) in document.breaks and parts[0].of(text) not in given_names()


def _is_listed(text: str, title_end: int, parts: Sequence[Part]) -> bool:
    """Whether a number before นาย is a list's, "1 นายสมชาย ใจดี", and does not count men: "ตำรวจ 9 นาย รถยนต์ 4 คัน"."""
    known = bool(parts) and parts[0].of(text) in given_names()
    return known or (len(parts) > 1 and parts[0].start == title_end)


def _within_latin(text: str, start: int) -> bool:
    """Whether a title is only the end of a Latin word: "HE" in "THE"."""
    return text[start].isascii() and start > 0 and text[start - 1].isascii() and text[start - 1].isalnum()


def _is_full_known_name(text: str, start: int, parts: Sequence[Part]) -> bool:
    """What a loose title such as "คุณ" needs behind it: a known given name, or Latin, and a family name.

    A monk's second name is Pali: "พระสมชาย สุจิตโต", but "พระปรีชา สามารถ" are virtues of a king.
    """
    given = parts[0].of(text)
    if len(parts) == 1 or not (given in given_names() or given[0].isascii()):
        return False
    return (
        text[start : parts[0].start].rstrip() != _MONK or IN_PALI.fullmatch(text, *parts[1][:2]) is not None
    )


@compiled
def _credit() -> re.Pattern[str]:
    """The beginning of a line that names a reporter or a photographer: "ข่าว อัจฉราปชส.สพฐ."."""
    first = any_of(words_of("person_words", "credit"))
    rows = (word for word in table("person_words") if "second" in values(word["flags"]))
    second = any_of(word["word"] for word in rows)
    return re.compile(rf"^ {{0,3}}(?P<word>{first})(?: ?/ ?{second})? ?:? ?(?=[^\n]{{2,50}}$)", re.MULTILINE)


def _credited(document: Document) -> list[FoundName]:
    """Who wrote or photographed, by a line at the end."""
    found = []
    for line in _credit().finditer(document.text, document.title_end):
        part = name_part(document, line.end(), first=True)
        if part and part.of(document.text) in given_names():
            found.append(FoundName(part.start, (part,), row("person_words", line["word"])))
    return found
