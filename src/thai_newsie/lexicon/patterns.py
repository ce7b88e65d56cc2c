"""Words of a table as a regular expression."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest where several match, cut like a prefix tree so that it is quick.

    Without words the pattern matches nowhere: a user may remove all rows of a list.

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
    return _branches(tree) if tree else "(?!)"


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
