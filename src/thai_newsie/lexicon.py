"""The one door to the tables of data/.

A table is a TSV file with a header; lines that begin with "#" are remarks. Cells that hold several
values part them with "|". `lexicon_schemas` says what each table holds. Tables are read once, on first use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import ahocorasick
import regex

from thai_newsie.lexicon_schemas import SCHEMAS, check_rows

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "data"  # where the wheel puts the tables
DATA = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parents[1] / "data"


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of the table `name`, in data/<stage>/<name>.tsv, as mappings from column to cell.

    Raises FileNotFoundError for a table that does not exist and TableError, naming file and line, for a
    table that does not fit its schema.

    >>> table("months")[0]["word"]
    'มกราคม'
    """
    if name not in SCHEMAS:
        raise FileNotFoundError(f"there is no table “{name}”")
    schema = SCHEMAS[name]
    path = DATA / schema.stage / f"{name}.tsv"
    rows = read_rows(path)
    check_rows(schema, path, rows)
    header = rows[0][1]
    return tuple(dict(zip(header, cells, strict=True)) for _, cells in rows[1:])


def read_rows(path: Path) -> list[tuple[int, list[str]]]:
    """The lines of a table that are no remarks, each with its number and parted into cells."""
    with path.open(encoding="utf-8") as lines:
        return [
            (number, line.rstrip("\n").split("\t"))
            for number, line in enumerate(lines, 1)
            if not line.startswith("#")
        ]


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell, parted by "|".

    >>> values("พ.ศ.|พศ.")
    ('พ.ศ.', 'พศ.')
    >>> values("")
    ()
    """
    return tuple(filter(None, cell.split("|")))


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest where several match, cut like a prefix tree so that it is quick.

    The standard library's `re` searches a whole text for it several times as fast as `regex` does.

    >>> any_of(["ปี", "ปีงบ", "พ.ศ."])
    '(?:ปี(?:งบ)?|พ\\\\.ศ\\\\.)'
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branches(tree)


def _branches(tree: dict[str, Any]) -> str:
    ways = []
    for character, below in tree.items():
        text = regex.escape(character)
        while len(below) == 1 and "" not in below:  # a run without a fork
            ((character, below),) = below.items()
            text += regex.escape(character)
        if character:
            ways.append(text + ("" if list(below) == [""] else _branches(below)))
    whole = f"(?:{'|'.join(ways)})"
    return whole + "?" if "" in tree else whole


# Where a literal begins, minus where it ends, its value: sorted, the longest of those that begin together is first.
Hit = tuple[int, int, str]


class Matcher:
    """Finds many literal strings in one pass over a text (Aho-Corasick), however many they are.

    Of matches that overlap, the one that begins first wins, then the longest. A match whose edge
    would cut a syllable is none: "ยะลา" is not found in "ยะลาน".

    >>> matcher = Matcher({"กรม": "head", "กรมการข้าว": "name"})
    >>> list(matcher.find("อธิบดีกรมการข้าว"))
    [(6, 16, 'name')]
    """

    def __init__(self, entries: Mapping[str, str] | Iterable[tuple[str, str]]) -> None:
        """From each string to find, to the value it stands for."""
        self.entries = dict(entries)

    @cached_property
    def _automaton(self) -> ahocorasick.Automaton:
        automaton = ahocorasick.Automaton()
        for literal, value in self.entries.items():
            automaton.add_word(literal, (len(literal), value))
        automaton.make_automaton()
        return automaton

    def find(
        self, text: str, accept: Callable[[int, int], bool] | None = None
    ) -> Iterator[tuple[int, int, str]]:
        """Start, end and value of each match that `accept` lets stand, from left to right, none overlapping."""
        if not self.entries:
            return iter(())
        found = self._automaton.iter(text)
        hits = [(last + 1 - length, -last - 1, value) for last, (length, value) in found]
        return self.chosen(text, hits, accept)

    @staticmethod
    def chosen(
        text: str, hits: list[Hit], accept: Callable[[int, int], bool] | None
    ) -> Iterator[tuple[int, int, str]]:
        """The matches that stand, of all places where a literal does."""
        done = 0
        for start, negative_end, value in sorted(hits):
            end = -negative_end
            if (
                start >= done
                and is_syllable_edge(text, end)
                and is_syllable_edge(text, start)
                and (accept is None or accept(start, end))
            ):
                done = end
                yield start, end, value


# Vowels that stand before their consonant, and signs that hang on the letter before them.
_LEADS = frozenset("เแโใไ")
_HANGS = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅ")


def is_syllable_edge(text: str, offset: int) -> bool:
    """Whether a word may begin or end at `offset`: no sign hangs over it.

    >>> [is_syllable_edge("เขต", n) for n in range(4)]
    [True, False, True, True]
    """
    return text[offset : offset + 1] not in _HANGS and text[offset - 1 : offset] not in _LEADS
