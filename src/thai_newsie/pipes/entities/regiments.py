"""Battalions by the numbers of their regiment and their own: "ร.12 พัน.3 รอ."."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.reading import Entity, Reading

_BATTALION = regex.compile(r"(?<![ก-๎.])(?:ร|ม|ป|ช)\. ?\d{1,3} ?(?:รอ\. ?)?พัน\. ?\d{1,2}(?!\d)(?: ?รอ\.)?")


def find_battalions(reading: Reading) -> Iterator[Entity]:
    """The battalions of the text, in order.

    >>> from thai_newsie.reading import read
    >>> reading = read("กำลังพล ร.99 พัน.3 รอ. ลงพื้นที่ ม.9 ต.ในเมือง")
    >>> [reading.slice(unit) for unit in find_battalions(reading)]
    ['ร.99 พัน.3 รอ.']
    """
    if "พัน." in reading.text:  # hardly ever
        for match in _BATTALION.finditer(reading.text):
            yield Entity(match.start(), match.end(), "ORGANIZATION", kind="military")
