"""Stage: numbers that count or measure.

>>> from thai_newsie.document import Document
>>> from thai_newsie.text.normalized import NormalizedText
>>> text = "ผู้เข้าร่วมประชุม จำนวน 420 คน วงเงินไม่เกิน 4 พันล้านบาท ครั้งที่ 1/2562"
>>> for count in find_counts(Document(NormalizedText(text), frozenset())):
...     print(text[count.start : count.end], int(count.value), count.unit, count.kind, count.modifier)
จำนวน 420 คน 420 คน people None
ไม่เกิน 4 พันล้านบาท 4000000000 บาท money <=
"""

from __future__ import annotations

from thai_newsie.document import Document
from thai_newsie.stages.counts.impossible import impossible
from thai_newsie.stages.counts.reader import find_counts


def fill(document: Document) -> None:
    """Fill `document.counts` with every number that counts or measures, each where it stands.

    A figure that cannot be true keeps its value, and a warning tells of it.
    """
    document.counts = find_counts(document)
    document.warnings += impossible(document)
