"""Page numbers, and the running heads beside them, of a text that was taken from pages.

>>> from thai_newsie.text.edits import EditedText
>>> text = EditedText("กรมการข้าวแจ้งว่า จะเปิด\\nข่าวกรมการข้าว\\n- 2 -\\nศูนย์ข้าว\\nข่าวกรมการข้าว\\n- 3 -\\nณ จังหวัดน่าน")
>>> text.apply(page_marks(text.text))
>>> text.text.splitlines()
['กรมการข้าวแจ้งว่า จะเปิด', 'ศูนย์ข้าว', 'ณ จังหวัดน่าน']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from thai_newsie.text.edits import Edit

# "- 2 -", "หน้า 2", "หน้าที่ 2/5", "Page 2 of 5"; a bare number may be anything.
_NUMBER = re.compile(
    r"^[^\S\n]*(?:[-–—][^\S\n]?\d{1,4}[^\S\n]?[-–—]|(?:หน้า(?:ที่)?|[Pp]age)[^\S\n]{0,2}\d{1,4}"
    r"(?:[^\S\n]?(?:/|จาก|ของ|of)[^\S\n]?\d{1,4})?)[^\S\n]*$",
    re.MULTILINE,
)
_SIGN = re.compile(r"[-–—] ?\d{1,4} ?[-–—]|หน้า(?:ที่)? {0,2}\d|[Pp]age {0,2}\d")
_DIGITS = re.compile(r"\d+")
_MAX_HEAD_LENGTH = 120  # characters of a line; a head is no paragraph
_REACH = _MAX_HEAD_LENGTH + 10  # characters; some blank lines may stand between
_MIN_HEADS = 2  # a line beside one page number may be anything


class _Line(NamedTuple):
    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        """What the lines of one running head have in common: all but the numbers and blanks."""
        return "".join(_DIGITS.sub("0", self.text).split())


def page_marks(text: str) -> Iterator[Edit]:
    """The lines of page numbers, and lines beside them that come again, each with the line breaks around it."""
    if not _SIGN.search(text):
        return
    numbers = [found.span() for found in _NUMBER.finditer(text)]
    if not numbers:
        return
    marks = [_Line(start, end, text[start:end]) for start, end in numbers]
    beside = [line for mark in marks for line in _beside(text, mark)]
    often = {key for key, count in Counter(line.key for line in beside).items() if count >= _MIN_HEADS}
    lines = sorted({*marks, *(line for line in beside if line.key in often)})
    place = 0
    while place < len(lines):
        start, end = lines[place].start, lines[place].end
        while place + 1 < len(lines) and not text[end : lines[place + 1].start].strip():
            place += 1
            end = lines[place].end
        place += 1
        while start > 0 and text[start - 1].isspace():
            start -= 1
        while end < len(text) and text[end].isspace():
            end += 1
        yield Edit(start, end, "\n" if start > 0 and end < len(text) else "")


def _beside(text: str, mark: _Line) -> Iterator[_Line]:
    """The lines with text before and behind a page number, where they are short enough to be a running head."""
    first = max(0, mark.start - _REACH)
    before = text[first : mark.start].rstrip()
    _, broken, line = before.rpartition("\n")
    if (broken or first == 0) and 0 < len(line) <= _MAX_HEAD_LENGTH and _NUMBER.match(line) is None:
        end = first + len(before)
        yield _Line(end - len(line), end, line)
    behind = text[mark.end : mark.end + _REACH]
    blank = len(behind) - len(behind.lstrip())
    line, broken, _ = behind.lstrip().partition("\n")
    if broken and 0 < len(line) <= _MAX_HEAD_LENGTH and _NUMBER.match(line) is None:
        yield _Line(mark.end + blank, mark.end + blank + len(line), line)
