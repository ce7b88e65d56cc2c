"""Vowels and tone marks with a space before them, as PDF files have them.

>>> from thai_newsie.text.edits import EditedText
>>> text = EditedText("ส านักงาน ใจด ี ผ ู้ว่า อ ำเภอ")
>>> text.apply(spaced_marks(text.text)), text.apply(spaced_sara_am(text.text))
(None, None)
>>> text.text
'สำนักงาน ใจดี ผู้ว่า อำเภอ'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thai_newsie.text.edits import Edit
from thai_newsie.text.known_words import MAX_JUDGED_LENGTH, REACH, letters_before, letters_behind, reading

# No word begins with า. A font without ำ draws it as a ring and า, and the ring becomes a space: "ส านัก", "น ้าท่วม". Where
# all marks have a space before them, it is า: "ว ่าการ"; or the tone mark stands one letter too late: "ใหส้ ามารถ".
_SPACED_SARA_AA = re.compile(
    r"(?P<before>[ก-ฮ](?=[ก-ฮ][\u0e48-\u0e4b] า))?(?P<letter>[ก-ฮ])(?P<tone>[\u0e48-\u0e4b]? | [\u0e48-\u0e4b])า(?![\u0e48-\u0e4b])"
)
_SPACED_A = re.compile(" [\u0e48-\u0e4b]?า")
# A combining mark stands on a letter, never on a space. ำ is one letter and combines all the same.
_SPACED_MARK = re.compile(
    r" (?<=[ก-ฮ\u0e31\u0e34-\u0e39\u0e47-\u0e4b] )(?![\u0e48-\u0e4b]า)(?=[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e])"
)
_SPACED_VOWEL = re.compile(r"[ก-ฮ] [\u0e31\u0e34-\u0e39]")


def spaced_sara_am(text: str) -> Iterator[Edit]:
    """A space and า, which stand for ำ, or for า where words say so."""
    if len(text) > MAX_JUDGED_LENGTH or not _SPACED_A.search(text):
        return
    marks_too = _SPACED_VOWEL.search(text) is not None
    done, mended = 0, ""
    for found in _SPACED_SARA_AA.finditer(text):
        mended = f"{mended}{text[done : found.start()]}"[-REACH:]
        new = _sara_am(text, found, mended, marks_too)
        yield Edit(*found.span(), new)
        mended, done = mended + new, found.end()


def _sara_am(text: str, found: re.Match[str], mended: str, marks_too: bool) -> str:
    """What the letters of `found` are: the first of the forms that makes the best words."""
    before, letter, tone = found["before"] or "", found["letter"], found["tone"].strip()
    forms = [before + letter + tone + "ำ", before + letter + tone + "า"]
    if marks_too and found["tone"] != " ":
        forms.reverse()
    if before:
        forms.append(before + tone + letter + "า")
    left, right = letters_before(mended, len(mended)), letters_behind(text, found.end())
    return min(forms, key=lambda form: reading(left + form + right).cost)


def spaced_marks(text: str) -> Iterator[Edit]:
    """A space before a vowel or a tone mark that combines."""
    for found in _SPACED_MARK.finditer(text):
        yield Edit(*found.span(), "")
