"""Where a person may be named whom no title announces: the few stretches that the recognizer reads.

A name without a title stands before a position ("แพทองธาร ชินวัตร นายกรัฐมนตรี"), behind a president's or a premier's
("ประธานาธิบดีสี จิ้นผิง"), or begins with a given name that is no word besides ("ปลัดฯ ณัฐพล นำคณะ…",
"“ชัยวุฒิ” สั่งฟ้อง"). Not every other article has such a stretch. What else stands in quotation marks is a film or a
song as often as a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thai_newsie.document import Document
from thai_newsie.lexicon import compiled, table, values, words_of
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.persons.person_tables import given_names
from thai_newsie.text.characters import THAI_LETTER, line_end, line_start, occurrences, whole_runs
from thai_newsie.text.words import dictionary

Window = tuple[int, int]

_CONTEXT_CHARACTERS = 40  # to each side, that are read with a name
_MIN_TELLING_NAME = 4  # letters of a given name that tells a person by itself
# A given name, to which words may be glued, and a family name.
_TWO_WORDS = re.compile(rf"(?<!{THAI_LETTER}){THAI_LETTER}{{2,}}+( {{1,2}}){THAI_LETTER}{{2,34}}$")
_MAX_TWO_WORDS = 140  # characters of those two words
_MAX_GIVEN_NAME = 34  # letters
_NAME_BEHIND = re.compile(rf"{THAI_LETTER}{{2,20}}+(?: {{1,2}}{THAI_LETTER}{{2,20}}+)?")


@compiled
def _positions() -> re.Pattern[str]:
    """A position behind a word and a space."""
    words = {word for word in words_of("positions") if not word.isascii()}
    words |= {*words_of("position_prefixes")}
    return re.compile(rf" (?<={THAI_LETTER} ) {{0,2}}{any_of(sorted(words))}")


@compiled
def _positions_before_names() -> tuple[tuple[str, bool], ...]:
    """The positions that are written with the name right behind, and whether the words behind must look like a name.

    A premier is seldom named so ("นายกรัฐมนตรีฮุน มาเนต"): "นายกรัฐมนตรีเชื่อมั่นว่า …" is what he does.
    """
    rows = (row for row in table("person_words") if row["type"] == "before_name")
    return tuple((row["word"], "needs_name" in values(row["flags"])) for row in rows)


@compiled
def _countries() -> tuple[str, ...]:
    return tuple(name for row in table("countries") for name in (row["word"], *values(row["forms"])))


@compiled
def _telling_names() -> frozenset[str]:
    """Given names that are no words besides."""
    return frozenset(name for name in given_names() - dictionary() if len(name) >= _MIN_TELLING_NAME)


def windows(document: Document, taken: bytearray) -> list[Window]:
    """The stretches to read, in order, each within its line; none overlap, and none begins at a place that is `taken`.

    >>> from thai_newsie.document import Document
    >>> document = Document.from_text("ในการนี้ แพทองธาร ชินวัตร นายกรัฐมนตรีกล่าวเปิดงาน")
    >>> [document.text[start:end] for start, end in windows(document, document.where([]))]
    ['ในการนี้ แพทองธาร ชินวัตร นายกรัฐมนตรีกล่าวเปิดงาน']
    >>> document = Document.from_text("ประชุมคณะรัฐมนตรีในวันนี้")
    >>> windows(document, document.where([]))
    []
    """
    text = document.text
    found: list[Window] = []
    for start, end in sorted(
        {*_before_positions(text, taken), *_behind_positions(document), *_by_given_names(document)}
    ):
        if taken[start]:
            continue
        least = line_start(text, start, _MAX_TWO_WORDS)
        begin = _word_start(document, max(least, start - _CONTEXT_CHARACTERS), least)
        stop = line_end(text, end, _CONTEXT_CHARACTERS)
        if found and begin <= found[-1][1]:
            begin = found.pop()[0]
        found.append((begin, stop))
    return found


def _word_start(document: Document, offset: int, least: int) -> int:
    """The last place up to `offset` where a word begins; `least` if none does behind it."""
    while offset > least and offset not in document.breaks:
        offset -= 1
    return offset


def _before_positions(text: str, taken: bytearray) -> Iterator[Window]:
    for position in _positions().finditer(text):
        end = position.start()
        if not taken[end - 1] and (words := _TWO_WORDS.search(text, max(0, end - _MAX_TWO_WORDS), end)):
            yield max(words.start(), words.start(1) - _MAX_GIVEN_NAME), end


def _behind_positions(document: Document) -> Iterator[Window]:
    for position, needs_name in _positions_before_names():
        for place in occurrences(document.text, position):
            name = _NAME_BEHIND.match(document.text, place + len(position))
            if not name or (needs_name and not _looks_like_name(document, name)):
                continue
            if not name[0].startswith(_countries()):
                yield name.span()


def _looks_like_name(document: Document, name: re.Match[str]) -> bool:
    """Whether the first word is a given name, or a word that the dictionary does not have."""
    start, end = name.span()
    first = document.text[start : next((n for n in range(start + 1, end) if n in document.breaks), end)]
    return first in given_names() or first not in dictionary()


def _by_given_names(document: Document) -> Iterator[Window]:
    yield from whole_runs(document.text, _telling_names() & document.runs)
