"""Stage: dates and clock times.

>>> from thai_newsie.document import Document
>>> document = Document.from_text("วันที่ 8 มิ.ย. ๖๔ เวลา ๑๓.๓๐ น.")
>>> fill(document)
>>> document.dates[0].value, document.times[0].value
('2021-06-08', '13:30')
>>> document.dates[0].rule
'date_rules:day'
"""

from __future__ import annotations

from dataclasses import replace

from thai_newsie.document import DateMention, Document, TimeMention
from thai_newsie.provenance import Trace, row
from thai_newsie.stages.dates.find import expressions
from thai_newsie.stages.dates.times import clocks


def fill(document: Document) -> None:
    """Fill `document.dates`, `document.times` and the warnings about what is contradictory in them."""
    trace = None if document.trace is None else Trace()
    for found in expressions(document.text, document.published, trace):
        rule = _rule(found.rule)
        document.dates.append(DateMention(found.start, found.end, found.value, found.kind, rule))
        document.warnings += [f"{found.text!r}: {warning}" for warning in found.warnings]
    for clock in clocks(document.text, trace):
        document.times.append(TimeMention(clock.start, clock.end, clock.value, _rule(clock.rule)))
    if document.trace is not None and trace is not None:
        document.trace.rejections += [replace(r, rule=_rule(r.rule)) for r in trace.rejections]


def _rule(code: str) -> str:
    return row("date_rules", code)
