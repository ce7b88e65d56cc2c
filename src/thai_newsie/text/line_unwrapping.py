r'''Lines that were broken at a width, as a typescript's or a PDF file's are, joined again.

The government's radio page is set so: "ระหว่างวันที่ 1⏎ม.ค.2565 – 31 ธ.ค.2567", "ได้ 2⏎เท่า". Of 55,586 articles
1,161 are; in the others a line is a paragraph, or an item of a list.

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

_WIDEST = 130  # characters of a line that was broken at a width; a paragraph is longer
_NARROWEST = 60
_FULL = 0.62  # of the widest: the next word did not fit, and a Thai word may be long
_LEAST = 4  # full lines, without which the width is chance
# What begins a line of its own: "1. ", "- ", "• ", "(1)", "อันดับที่ 3", "วันที่ …", a quotation, a hashtag.
_OWN_LINE = re.compile(
    r" *(?:\d{1,3} ?[.)]|\(?[\dก-ฮ]\)|[^\w\s(]|[ก-ฮ][.)] |ข้อ|อันดับ|วัน(?:ที่|[ก-๎]{2,8}ที่)|https?:)"
)
_ALIKE = 6  # characters that two items of a list may begin with: "กอร.ฉ. แถลง…", "กอร.ฉ. แถลง…"
_ENDS = (":", "”", '"')


def unwrapped(text: str) -> str:
    """`text` with a space for each line break that only the width of its lines made; as long as before.

    Input: a normalized text, its title or first line first, which is never joined. Where any line is longer than a
    line that was broken, or hardly a line is full, the text comes back as it is.
    """
    first = text.find("\n")
    if first < 0 or text.count("\n", first + 1) < _LEAST:
        return text
    lines = text[first + 1 :].split("\n")
    widest = max(map(len, lines))
    if not _NARROWEST <= widest <= _WIDEST:
        return text
    full = [len(line.rstrip()) >= _FULL * widest for line in lines]
    if sum(full) < _LEAST:
        return text
    joined = lines[:1]
    for line, before, was_full in zip(lines[1:], lines, full, strict=False):
        item = _OWN_LINE.match(line) or line[:_ALIKE] == before[:_ALIKE] or before.rstrip().endswith(_ENDS)
        joined += [" " if was_full and line and not item else "\n", line]
    return text[: first + 1] + "".join(joined)
