"""Stage: dates and clock times.

>>> from thai_newsie.reading import read
>>> reading = read("วันที่ 8 มิ.ย. ๖๔ เวลา ๑๓.๓๐ น.")
>>> fill(reading)
>>> reading.dates[0].value, reading.times[0].value
('2021-06-08', '13:30')
"""

from __future__ import annotations

from thai_newsie.dates.find import expressions
from thai_newsie.dates.times import clocks
from thai_newsie.reading import DateMention, Reading, TimeMention


def fill(reading: Reading) -> None:
    """Fill `reading.dates`, `reading.times` and the warnings about what is contradictory in them."""
    for found in expressions(reading.text, reading.published):
        reading.dates.append(DateMention(found.start, found.end, found.value, found.kind, found.rule))
        reading.warnings += [f"{found.text!r}: {warning}" for warning in found.warnings]
    for clock in clocks(reading.text):
        reading.times.append(TimeMention(clock.start, clock.end, clock.value, clock.rule))
