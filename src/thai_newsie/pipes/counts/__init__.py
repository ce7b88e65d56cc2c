"""Stage: numbers that count or measure.

>>> from thai_newsie.reading import Reading
>>> from thai_newsie.text import Shadow
>>> text = "ผู้เข้าร่วมประชุม จำนวน 420 คน วงเงินไม่เกิน 4 พันล้านบาท ครั้งที่ 1/2562"
>>> for count in find_counts(Reading(Shadow(text), frozenset())):
...     print(text[count.start : count.end], int(count.value), count.unit, count.kind, count.modifier)
จำนวน 420 คน 420 คน people None
ไม่เกิน 4 พันล้านบาท 4000000000 บาท money <=
"""

from __future__ import annotations

from thai_newsie.pipes.counts.reader import find_counts
from thai_newsie.reading import Reading


def fill(reading: Reading) -> None:
    """Fill `reading.counts` with every number that counts or measures, each where it stands."""
    reading.counts = list(find_counts(reading))
