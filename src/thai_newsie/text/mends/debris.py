"""Single letters that fonts and programs put in the place of others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thai_newsie.text.edits import Edit
from thai_newsie.text.known_words import letters_before, letters_behind, reading

# ๅ belongs to ฤๅ and ฦๅ alone; typed for า it looks the same: "นๅย", "จังหวัดน่ๅน".
_FALSE_SARA_AA = re.compile(r"(?<![ฤฦๅ])ๅ")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
# "สำ\ufffdราญ": the half of ำ that the font draws above had no name.
_UNREAD_IN_WORD = re.compile("(?<=[ก-\u0e4e])\ufffd(?=[ก-\u0e4e])")


def false_sara_aa(text: str) -> Iterator[Edit]:
    """ๅ in the place of า.

    >>> list(false_sara_aa("นๅย ฤๅษี"))
    [Edit(start=1, end=2, new='า')]
    """
    if "ๅ" in text:
        for found in _FALSE_SARA_AA.finditer(text):
            yield Edit(*found.span(), "า")


def ligatures(text: str) -> Iterator[Edit]:
    """Two or three Latin letters in one: "ﬁ".

    >>> list(ligatures("oﬃce"))
    [Edit(start=1, end=2, new='ffi')]
    """
    for found in _LIGATURE.finditer(text):
        yield Edit(*found.span(), _LIGATURES[found[0]])


def unread_letters(text: str) -> Iterator[Edit]:
    """U+FFFD within a Thai word: nothing behind ำ, and ำ where that alone makes known words.

    >>> [edit.new for edit in unread_letters("สำ\ufffdราญ ส\ufffdนักงาน ก\ufffdด")]
    ['', 'ำ']
    """
    if "\ufffd" not in text:
        return
    for found in _UNREAD_IN_WORD.finditer(text):
        start, end = found.span()
        if text[start - 1] == "ำ":
            yield Edit(start, end, "")
            continue
        left, right = letters_before(text, start), letters_behind(text, end)
        if right and all(reading(left + "ำ" + right).covered) and not all(reading(left + right).covered):
            yield Edit(start, end, "ำ")
