"""Stage: dates and clock times.

>>> from thai_newsie.document import Document
>>> document = Document.from_text("วันที่ 8 มิ.ย. ๖๔ เวลา ๑๓.๓๐ น.")
>>> fill(document)
>>> document.dates[0].value, document.times[0].value
('2021-06-08', '13:30')
"""

from __future__ import annotations

from thai_newsie.document import DateMention, Document, TimeMention
from thai_newsie.stages.dates.find import expressions
from thai_newsie.stages.dates.times import clocks


def fill(document: Document) -> None:
    """Fill `document.dates`, `document.times` and the warnings about what is contradictory in them."""
    for found in expressions(document.text, document.published, document.trace):
        document.dates.append(DateMention(found.start, found.end, found.value, found.kind, found.rule))
        document.warnings += [f"{found.text!r}: {warning}" for warning in found.warnings]
    for clock in clocks(document.text, document.trace):
        document.times.append(TimeMention(clock.start, clock.end, clock.value, clock.rule))
