"""Vowels and tone marks with a space before them, as PDF files have them.

>>> from thai_newsie.text.edits import EditedText
>>> text = EditedText("ส านักงาน ใจด ี ผ ู้ว่า อ ำเภอ")
>>> text.apply(spaced_sara_am(text.text)), text.apply(spaced_marks(text.text))
(None, None)
>>> text.text
'สำนักงาน ใจดี ผู้ว่า อำเภอ'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thai_newsie.text.edits import Edit

# No word begins with า. A font without ำ draws it as a ring and า, and the ring becomes a space: "ส านัก", "น ้าท่วม".
_SPACED_SARA_AM = re.compile(r"(?<=[ก-ฮ]) (?P<tone>[\u0e48-\u0e4b]?)า(?![\u0e48-\u0e4b])|(?<=[ก-ฮ][\u0e48-\u0e4b]) า")
# A combining mark stands on a letter, never on a space. ำ is one letter and combines all the same.
_SPACED_MARK = re.compile(r"(?<=[ก-ฮ\u0e31\u0e34-\u0e39\u0e47-\u0e4b]) (?=[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e])")


def spaced_sara_am(text: str) -> Iterator[Edit]:
    """A space and า, which stand for ำ."""
    if " า" not in text and "า" not in text:
        return
    for found in _SPACED_SARA_AM.finditer(text):
        yield Edit(*found.span(), (found["tone"] or "") + "ำ")


def spaced_marks(text: str) -> Iterator[Edit]:
    """A space before a vowel or a tone mark that combines."""
    for found in _SPACED_MARK.finditer(text):
        yield Edit(*found.span(), "")
