"""Where a person may be named whom no title announces: the few stretches that the recognizer reads.

A name without a title stands before an office ("แพทองธาร ชินวัตร นายกรัฐมนตรี"), behind a president's or a
premier's ("ประธานาธิบดีสี จิ้นผิง"), or begins with a given name that is no word besides ("ปลัดฯ ณัฐพล นำคณะ…",
"“ชัยวุฒิ” สั่งฟ้อง"). Not every other article has such a stretch. What else stands in quotes is a film or a song
as often as a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thai_newsie.document import Document
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.persons.person_tables import given_names
from thai_newsie.text.characters import THAI_LETTER, line_end, line_start, occurrences, whole_runs
from thai_newsie.text.words import dictionary

Window = tuple[int, int]

_ASIDE = 40  # characters to each side that are read with a name
_SHORTEST_NAME = 4  # letters of a given name that tells a person by itself
# A given name, to which words may be glued, and a family name.
_TWO_WORDS = re.compile(rf"(?<!{THAI_LETTER}){THAI_LETTER}{{2,}}+( {{1,2}}){THAI_LETTER}{{2,34}}$")
_REACH = 140  # characters of those two words
_GIVEN = 34  # letters of a given name
# The offices that are called with the name right behind, and a name's words. A premier is named so rarely enough
# ("นายกรัฐมนตรีฮุน มาเนต") for the words to tell: "นายกรัฐมนตรีเชื่อมั่นว่า …" is what he does.
_PREMIER = "นายกรัฐมนตรี"
_CALLED = ("ประธานาธิบดี", _PREMIER)
_NAME_BEHIND = re.compile(rf"{THAI_LETTER}{{2,20}}+(?: {{1,2}}{THAI_LETTER}{{2,20}}+)?")


@compiled
def _offices() -> re.Pattern[str]:
    """An office behind a word and a space."""
    words = {row["word"] for row in table("positions") if not row["word"].isascii()}
    words |= {row["word"] for row in table("position_prefixes")}
    return re.compile(rf" (?<={THAI_LETTER} ) {{0,2}}{any_of(sorted(words))}")


@compiled
def _countries() -> tuple[str, ...]:
    return tuple(name for row in table("countries") for name in (row["word"], *values(row["forms"])))


@compiled
def _telling_names() -> frozenset[str]:
    """Given names that are no words besides."""
    return frozenset(name for name in given_names() - dictionary() if len(name) >= _SHORTEST_NAME)


def windows(document: Document, taken: bytearray) -> list[Window]:
    """The stretches to read, each within its line, in order, none overlapping; none begins in what is `taken`.

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
        {*_before_offices(text, taken), *_behind_offices(document), *_telling(document)}
    ):
        if taken[start]:
            continue
        least = line_start(text, start, _REACH)
        begin = _word_edge(document, max(least, start - _ASIDE), least)
        stop = line_end(text, end, _ASIDE)
        if found and begin <= found[-1][1]:
            begin = found.pop()[0]
        found.append((begin, stop))
    return found


def _word_edge(document: Document, offset: int, least: int) -> int:
    """The last place up to `offset` where a word begins."""
    while offset > least and offset not in document.breaks:
        offset -= 1
    return offset


def _before_offices(text: str, taken: bytearray) -> Iterator[Window]:
    for office in _offices().finditer(text):
        end = office.start()
        if not taken[end - 1] and (words := _TWO_WORDS.search(text, max(0, end - _REACH), end)):
            yield max(words.start(), words.start(1) - _GIVEN), end


def _behind_offices(document: Document) -> Iterator[Window]:
    for office in _CALLED:
        for place in occurrences(document.text, office):
            name = _NAME_BEHIND.match(document.text, place + len(office))
            if (
                name
                and (office != _PREMIER or _is_no_word(document, name))
                and not name[0].startswith(_countries())
            ):
                yield name.span()


def _is_no_word(document: Document, name: re.Match[str]) -> bool:
    """Whether the first word is a given name, or none that the dictionary has."""
    start, end = name.span()
    first = document.text[start : next((n for n in range(start + 1, end) if n in document.breaks), end)]
    return first in given_names() or first not in dictionary()


def _telling(document: Document) -> Iterator[Window]:
    yield from whole_runs(document.text, _telling_names() & document.runs)
