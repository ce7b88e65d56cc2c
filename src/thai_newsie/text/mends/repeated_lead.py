"""A lead that is printed a second time at the head of the text, as one of 45 articles of the government's news site has it.

>>> from thai_newsie.text.edits import EditedText
>>> lead = "กรมการข้าวแจกเมล็ดพันธุ์ข้าวให้ชาวนาในจังหวัดน่านสองร้อยครัวเรือนก่อนฤดูเพาะปลูก"
>>> text = EditedText(f"{lead}\\n{lead}\\nเนื้อข่าว")
>>> text.apply(repeated_lead(text.text))
>>> text.text.count(lead), text.text.endswith("เนื้อข่าว")
(1, True)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import regex

from thai_newsie.text.edits import Edit

_MIN_LENGTH, _MAX_LEADS = 60, 6  # characters of a line that is a lead, and how many lines are looked at
_SAME_BEGINNING = 3  # letters, by which most lines differ
_LONG_LINE = regex.compile(rf"^[^\n]{{{_MIN_LENGTH},}}+$", regex.MULTILINE)


def repeated_lead(text: str) -> Iterator[Edit]:
    """The first of the long lines where it stands again, whatever its spaces, and those that follow it as they did."""
    leads: list[str] = []
    repeated = 0
    for line in islice(_LONG_LINE.finditer(text), _MAX_LEADS):
        if repeated < len(leads) and _are_alike(line[0], leads[repeated]):
            repeated += 1
            yield Edit(line.start() - 1, line.end(), "")
        else:
            leads.append(line[0])


def _are_alike(one: str, other: str) -> bool:
    """Whether two lines have the same words, whatever their spaces."""
    same_beginning = one.lstrip()[:_SAME_BEGINNING] == other.lstrip()[:_SAME_BEGINNING]
    return same_beginning and "".join(one.split()) == "".join(other.split())
