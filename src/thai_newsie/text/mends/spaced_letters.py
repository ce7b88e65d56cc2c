"""Words whose letters stand apart, as titles of documents have them: "ป ร ะ ก า ศ".

>>> from thai_newsie.text.edits import EditedText
>>> text = EditedText("ป ร ะ ก า ศ จังหวัดน่าน ข้อ ก ข ค ง")
>>> text.apply(spaced_letters(text.text))
>>> text.text
'ประกาศ จังหวัดน่าน ข้อ ก ข ค ง'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thai_newsie.text.edits import Edit
from thai_newsie.text.known_words import reading

_LONE_LETTER = r"(?:[ก-ฮเ-ไ][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{0,2}|[ะาำ])"
_MAX_LETTERS = 60
# Six letters or more with one space between them; fewer are said one by one: "สุ จิ ปุ ลิ".
_SPACED = re.compile(rf"(?<![^\s“\"(]){_LONE_LETTER}(?: {_LONE_LETTER}){{5,{_MAX_LETTERS}}}(?![^\s”\"),.])")
_LONE_LETTERS = re.compile(rf" {_LONE_LETTER} {_LONE_LETTER} {_LONE_LETTER} ")  # hardly any text has them


def spaced_letters(text: str) -> Iterator[Edit]:
    """The spaces between letters that make known words together, and nothing else."""
    if not _LONE_LETTERS.search(text):
        return
    for found in _SPACED.finditer(text):
        if all(reading(found[0].replace(" ", "")).covered):
            yield Edit(*found.span(), found[0].replace(" ", ""))
