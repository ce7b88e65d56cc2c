r'''Joins lines that were broken at a width, as in a PDF file.

The page of the government's radio breaks its lines so: "ระหว่างวันที่ 1⏎ม.ค.2565 – 31 ธ.ค.2567", "ได้ 2⏎เท่า". So do 1,161 of
55,586 articles. In the others a line is a paragraph, or an item of a list.

>>> wrapped = """ข่าววันนี้
... กรมสรรพากรยกเว้นภาษีให้แก่ผู้บริจาคเพื่อสนับสนุนการศึกษา ระหว่างวันที่ 1
... ม.ค.2565 – 31 ธ.ค.2567 โดยบุคคลธรรมดาหักลดหย่อนภาษีได้ 2 เท่า และนิติบุคคล
... หักเป็นรายจ่ายได้ 2 เท่าของรายจ่ายที่บริจาคจริง แต่ไม่เกินร้อยละ 10 ของกำไร
... สุทธิก่อนหักรายจ่าย โดยจะต้องเป็นการบริจาคผ่านระบบอิเล็กทรอนิกส์ของกรม
... สรรพากร"""
>>> len(unwrapped(wrapped).splitlines()), "วันที่ 1 ม.ค.2565" in unwrapped(wrapped)
(2, True)
'''

from __future__ import annotations

import re
from collections.abc import Iterator

from thai_newsie.text.characters import occurrences
from thai_newsie.text.edits import Edit
from thai_newsie.text.known_words import known_words, letters_before, letters_behind, reading

_MAX_LINE_WIDTH = 130  # characters of a line that was broken at a width; a paragraph is longer
_MIN_LINE_WIDTH = 60
_MIN_BLOCK_WIDTH = 45
_FULL_SHARE = 0.62  # of the widest line, from which a line is full: the next word did not fit, and a Thai word may be long
_MIN_FULL_LINES = 4  # with fewer of them, that they are equally long is chance
# The beginning of a line of its own: "1. ", "- ", "• ", "(1)", "อันดับที่ 3", "วันที่ …", a quotation, a hashtag.
_OWN_LINE = re.compile(
    r" *(?:\d{1,3} ?[.)]|\(?[\dก-ฮ]\)|[^\w\s(]|[ก-ฮ][.)] |ข้อ|อันดับ|วัน(?:ที่|[ก-๎]{2,8}ที่)|https?:)"
)
_ITEM_PREFIX_LENGTH = (
    6  # lines that share so many first characters are items of a list: "กอร.ฉ. แถลง…", "กอร.ฉ. แถลง…"
)
_ITEM_ENDS = (":", "”", '"')


# What no line of its own ends with: the sentence goes on. "วันที่ 1⏎มกราคม", "อธิบดีกรมการข้าวและ⏎คณะ".
_UNFINISHED = re.compile(
    r"(?:และ|หรือ|ของ|ที่|ใน|การ|ความ|เพื่อ|โดย|จาก|กับ|ให้|เป็น|นาย|นาง|นางสาว|จังหวัด|อำเภอ|ตำบล|จำนวน|เวลา"
    r"|(?:วันที่|จำนวน) ?[\d,.]+) *$"
)
_COLUMNS = "   "  # between the cells of a table, whose rows are as long as each other
# Three lines or more, none too long to have been broken.
_BLOCK = re.compile(
    rf"(?:^(?=.*\S).{{1,{_MAX_LINE_WIDTH}}}\n){{2,}}(?=.*\S).{{1,{_MAX_LINE_WIDTH}}}$", re.MULTILINE
)
_MIN_PARAGRAPH_LINES = 3
_BLOCK_FULL_SHARE = 0.8  # of the widest line: in a few lines, that they are equally long must not be chance


def unwrapped(text: str, title_end: int = 0) -> str:
    """`text` with a space for each line break that only the width of the lines made.

    Input: a normalized text. The title, `text[:title_end]`, is never joined, with the text or within itself; 0 stands for the
    first line. Output: a text of the same length. Either the whole text is broken at one width, or a paragraph of three lines
    or more is: its lines but the last are equally long, and a sentence runs on from one to the next.
    """
    first = text.find("\n", title_end)
    if first < 0:
        return text
    whole = _joined_throughout(text[first + 1 :])
    if whole is not None:
        return text[: first + 1] + whole
    start = first + 1 if title_end else 0
    if not _has_block(text[start:].split("\n")):
        return text
    return text[:start] + _BLOCK.sub(_joined_block, text[start:])


def words_across(lines: str, joined: str) -> Iterator[Edit]:
    r"""The spaces of `joined`, the unwrapped text of `lines`, that stand within a known word: "กระทรวง⏎มหาดไทย".

    >>> list(words_across("ผู้ว่าราช\nการ", "ผู้ว่าราช การ"))
    [Edit(start=9, end=10, new='')]
    """
    for place in occurrences(lines, "\n"):
        left, right = letters_before(joined, place), letters_behind(joined, place + 1)
        is_joined = joined[place] == " " and left and right and _word_across(left, right)
        if is_joined and reading(left + right).cost < reading(left).cost + reading(right).cost:
            yield Edit(place, place + 1, "")


def _word_across(left: str, right: str) -> bool:
    """Whether a known word begins in `left` and ends in `right`; to ask this is quicker than to read both."""
    known = known_words()
    return any(
        left[-before:] + right[:behind] in known
        for before in range(1, len(left) + 1)
        for behind in range(1, len(right) + 1)
    )


def _joined_throughout(text: str) -> str | None:
    """`text` with its lines joined; None where one is too long to have been broken, or where hardly one is full."""
    if text.count("\n") < _MIN_FULL_LINES:
        return None
    lines = text.split("\n")
    widest = max(map(len, lines))
    if not _MIN_LINE_WIDTH <= widest <= _MAX_LINE_WIDTH:
        return None
    full = [len(line.rstrip()) >= _FULL_SHARE * widest for line in lines]
    return _joined(lines, full) if sum(full) >= _MIN_FULL_LINES else None


def _has_block(lines: list[str]) -> bool:
    """Whether lines of no more than the greatest width follow each other that may be a broken paragraph."""
    in_a_row = 0
    for line in lines:
        in_a_row = in_a_row + 1 if 0 < len(line) <= _MAX_LINE_WIDTH else 0
        if in_a_row >= _MIN_PARAGRAPH_LINES:
            return True
    return False


def _joined_block(block: re.Match[str]) -> str:
    """The lines of `block`, joined in each paragraph that is broken at a width."""
    lines = block[0].split("\n")
    widest = max(map(len, lines))
    if widest < _MIN_BLOCK_WIDTH or _COLUMNS in block[0].strip():
        return block[0]
    full = [len(line.rstrip()) >= _BLOCK_FULL_SHARE * widest for line in lines]
    ends = [n for n, line_is_full in enumerate(full, 1) if not line_is_full]
    parts = [slice(*span) for span in zip([0, *ends], [*ends, len(lines)], strict=True)]
    return "\n".join(
        _joined(lines[part], full[part]) if _runs_on(lines[part]) else "\n".join(lines[part])
        for part in parts
        if lines[part]
    )


def _runs_on(lines: list[str]) -> bool:
    """Whether there are lines enough, and a sentence goes on from one to the next."""
    return len(lines) >= _MIN_PARAGRAPH_LINES and any(map(_UNFINISHED.search, lines[:-1]))


def _joined(lines: list[str], full: list[bool]) -> str:
    joined = lines[:1]
    for line, before, was_full in zip(lines[1:], lines, full, strict=False):
        item = (
            _OWN_LINE.match(line)
            or line[:_ITEM_PREFIX_LENGTH] == before[:_ITEM_PREFIX_LENGTH]
            or before.rstrip().endswith(_ITEM_ENDS)
        )
        joined += [" " if was_full and line and not item else "\n", line]
    return "".join(joined)
