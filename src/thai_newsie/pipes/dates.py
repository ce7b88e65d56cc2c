"""Stage: dates and clock times.

>>> import spacy
>>> from thai_newsie.reading import reading_of
>>> nlp = spacy.blank("th")
>>> _ = nlp.add_pipe("thai_newsie.dates", name="dates")
>>> reading = reading_of(nlp("วันที่ 8 มิ.ย. ๖๔ เวลา ๑๓.๓๐ น."))
>>> reading.dates[0].value, reading.times[0].value
('2021-06-08', '13:30')
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from thai_newsie.pipes import stage
from thai_newsie.reading import DateMention, TimeMention, reading_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Dates:
    """Fills the reading's dates, clock times and what is contradictory about them."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        from thai_newsie.dates.find import expressions
        from thai_newsie.dates.times import clocks

        reading = reading_of(doc)
        for found in expressions(reading.text, reading.published):
            reading.dates.append(DateMention(found.start, found.end, found.value, found.kind, found.rule))
            reading.warnings += [f"{found.text!r}: {warning}" for warning in found.warnings]
        for clock in clocks(reading.text):
            reading.times.append(TimeMention(clock.start, clock.end, clock.value, clock.rule))
        return doc


@stage("dates")
def create(nlp: Language, name: str) -> Dates:
    """The component `thai_newsie.dates`."""
    return Dates()
