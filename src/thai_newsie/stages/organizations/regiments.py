"""Battalions that are named by the number of their regiment and their own number: "ร.12 พัน.3 รอ."."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.document import Document, Entity

_BATTALION = regex.compile(r"(?<![ก-๎.])(?:ร|ม|ป|ช)\. ?\d{1,3} ?(?:รอ\. ?)?พัน\. ?\d{1,2}(?!\d)(?: ?รอ\.)?")


def find_battalions(document: Document) -> Iterator[Entity]:
    """The battalions of the text, in order.

    >>> from thai_newsie.document import Document
    >>> document = Document.from_text("กำลังพล ร.99 พัน.3 รอ. ลงพื้นที่ ม.9 ต.ในเมือง")
    >>> [document.slice(unit) for unit in find_battalions(document)]
    ['ร.99 พัน.3 รอ.']
    """
    if "พัน." in document.text:  # hardly ever
        for match in _BATTALION.finditer(document.text):
            yield Entity(
                match.start(), match.end(), "ORGANIZATION", kind="military", rule="pattern:battalion"
            )
