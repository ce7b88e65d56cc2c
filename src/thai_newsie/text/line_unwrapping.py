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

_MAX_LINE_WIDTH = 130  # characters of a line that was broken at a width; a paragraph is longer
_MIN_LINE_WIDTH = 60
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


def unwrapped(text: str, title_end: int = 0) -> str:
    """`text` with a space for each line break that only the width of the lines made.

    Input: a normalized text. The title, `text[:title_end]`, is never joined, with the text or within itself; 0 stands for the
    first line. Output: a text of the same length. The text comes back unchanged where one line is too long to have been
    broken, or where hardly a line is full.
    """
    first = text.find("\n", title_end)
    if first < 0 or text.count("\n", first + 1) < _MIN_FULL_LINES:
        return text
    lines = text[first + 1 :].split("\n")
    widest = max(map(len, lines))
    if not _MIN_LINE_WIDTH <= widest <= _MAX_LINE_WIDTH:
        return text
    full = [len(line.rstrip()) >= _FULL_SHARE * widest for line in lines]
    if sum(full) < _MIN_FULL_LINES:
        return text
    joined = lines[:1]
    for line, before, was_full in zip(lines[1:], lines, full, strict=False):
        item = (
            _OWN_LINE.match(line)
            or line[:_ITEM_PREFIX_LENGTH] == before[:_ITEM_PREFIX_LENGTH]
            or before.rstrip().endswith(_ITEM_ENDS)
        )
        joined += [" " if was_full and line and not item else "\n", line]
    return text[: first + 1] + "".join(joined)
