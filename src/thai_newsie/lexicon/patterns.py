"""Words of a table as a regular expression."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex

from thai_newsie.lexicon.tables import Row, values

NOTHING = "(?!)"  # a pattern that matches nowhere: for words of which there are none

_IN_NO_TEXT = "\0"  # normalized texts have none


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest where several match; for no words a pattern that matches nothing.

    The pattern is a prefix tree, which is quick. The standard library's `re` searches a whole text for it several times
    as fast as `regex` does.

    >>> any_of(["ปี", "ปีงบ", "พ.ศ."])
    '(?:ปี(?:งบ)?|พ\\\\.ศ\\\\.)'
    >>> any_of([])
    '(?!)'
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branches(tree) if tree else NOTHING


def flat_any_of(words: Iterable[str]) -> str:
    """The same as a flat alternation, for a pattern that is read backwards: there a prefix tree finds the shortest.

    >>> flat_any_of(["ปี", "งบประมาณปี"])
    '(?:งบประมาณปี|ปี)'
    """
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(regex.escape, longest_first)) or NOTHING})"


def listed(words: Iterable[str]) -> list[str]:
    """`words` for a named list of `regex`, which without a word would match the empty text; here it matches nothing.

    >>> regex.search(r"\\L<words>", "ปี", words=listed([])) is None
    True
    """
    return list(words) or [_IN_NO_TEXT]


def any_row(rows: Iterable[Row], gap: str = "") -> str:
    """A pattern for the words of `rows`, which need the columns `word` and `not`.

    A word does not match where one of the words in its column `not` stands behind it, or behind it and `gap`, a pattern.

    >>> any_row([{"word": "แพทย์", "not": "ศาสตร์"}, {"word": "ครู", "not": ""}])
    '(?:(?:ครู)|แพทย์(?!(?:ศาสตร์)))'
    """
    rows = list(rows)
    plain = [row["word"] for row in rows if not row["not"]]
    limited = [
        f"{regex.escape(row['word'])}(?!{gap}{any_of(values(row['not']))})" for row in rows if row["not"]
    ]
    return f"(?:{'|'.join([any_of(plain), *limited])})"


def _branches(tree: dict[str, Any]) -> str:
    branches = []
    for character, below in tree.items():
        text = regex.escape(character)
        while len(below) == 1 and "" not in below:  # a run without a fork
            ((character, below),) = below.items()
            text += regex.escape(character)
        if character:
            branches.append(text + ("" if list(below) == [""] else _branches(below)))
    whole = f"(?:{'|'.join(branches)})"
    return whole + "?" if "" in tree else whole
