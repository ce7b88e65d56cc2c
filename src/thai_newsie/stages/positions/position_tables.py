"""What the tables say of positions: their rows, and patterns for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from thai_newsie.lexicon import compiled, table, values, words_of
from thai_newsie.lexicon.patterns import any_of


class Position(NamedTuple):
    """A row of the table of positions; the columns are those of the table."""

    word: str
    type: str
    full: str
    english: str
    relation: str
    flags: frozenset[str]

    @property
    def takes_organization(self) -> bool:
        """Whether an organization or an area normally follows."""
        return "takes_organization" in self.flags


class Prefix(NamedTuple):
    """A row of the table of words before a position (รอง, รักษาราชการแทน)."""

    word: str
    english: str
    relation: str


@compiled
def positions() -> Mapping[str, Position]:
    """The rows of the table of positions by word."""
    return {
        row["word"]: Position(
            row["word"],
            row["type"],
            row["full"],
            row["english"],
            row["relation"],
            frozenset(values(row["flags"])),
        )
        for row in table("positions")
    }


@compiled
def prefixes() -> Mapping[str, Prefix]:
    """The rows of the table of words before a position by word."""
    return {
        row["word"]: Prefix(row["word"], row["english"], row["relation"])
        for row in table("position_prefixes")
    }


@compiled
def position_phrase() -> re.Pattern[str]:
    """The prefixes of a position, and the `position` itself."""
    return re.compile(rf"(?:{any_of(prefixes())} ?){{0,4}}(?P<position>{any_of(positions())})")


@compiled
def prefix() -> re.Pattern[str]:
    """One word before a position."""
    return re.compile(any_of(prefixes()))


def word_of(*types: str) -> str:
    """A pattern for the words of `position_words` that have one of the types."""
    return any_of(words_of("position_words", *types))


def flagged(flag: str) -> tuple[str, ...]:
    """The words of `position_words` that have the flag."""
    return tuple(row["word"] for row in table("position_words") if flag in values(row["flags"]))
