"""The words of the patterns of this stage, from `counts_words.tsv`, in the shapes that the patterns need."""

from __future__ import annotations

import re

from thai_newsie.lexicon import compiled, table, values, words_of
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.patterns import NOTHING, any_of
from thai_newsie.provenance import row

ORDINAL_WORD = "ที่"  # makes an ordinal of the number behind it: ครั้งที่ 2

_WORDS_TABLE = "counts_words"


@compiled
def words(*types: str) -> tuple[str, ...]:
    """The words of some types, for `str.startswith` and `str.endswith`.

    >>> words("hotline")
    ('สายด่วน', 'โทร')
    """
    return words_of(_WORDS_TABLE, *types)


@compiled
def literals(*types: str) -> Literals:
    """The words of some types, to be found at a place.

    >>> literals("percent", "rank").longest_before("คิดเป็นร้อยละ", 13)
    'ร้อยละ'
    """
    return Literals(words(*types))


def alternatives(*types: str) -> str:
    """The words of some types as a part of a pattern, without what may not follow them (the column `not`)."""
    return any_of(words(*types))


@compiled
def guarded(type: str) -> str:
    """The words of a type as a part of a pattern, each with what may not follow it.

    >>> guarded("half")
    '(?:ครึ่ง(?!(?:ทาง|แรก|หลัง|ปี|เดือน)))'
    """
    rows = sorted(
        (row for row in table(_WORDS_TABLE) if row["type"] == type),
        key=lambda row: len(row["word"]),
        reverse=True,
    )
    found = [
        re.escape(row["word"]) + (f"(?!{any_of(values(row['not']))})" if row["not"] else "") for row in rows
    ]
    return f"(?:{'|'.join(found) or NOTHING})"


def rule(word: str) -> str:
    """The rule of a word of this table.

    >>> rule("ร้อยละ")
    'counts_words:ร้อยละ'
    """
    return row(_WORDS_TABLE, word)
