"""Stage: persons, organizations and places as names in the text.

What wins where two overlap: a person over everything (their title fixes them), then the body that
begins first. A body in which something takes place is a body and a place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from thai_newsie.pipes import stage
from thai_newsie.pipes.entities.rules import find_by_rules
from thai_newsie.reading import Reading, reading_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span


class Entities:
    """Fills `reading.entities` and shows the same on `doc.ents`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        reading = reading_of(doc)
        reading.entities = find_by_rules(reading)
        show(doc, reading)
        return doc


def show(doc: Doc, reading: Reading) -> None:
    """Put the entities of `reading` on `doc.ents`, widened to whole tokens; of those that overlap the longest."""
    from spacy.util import filter_spans

    if not len(doc):  # `extract` gives a Doc without words, which has no place for them
        return
    spans: list[Span] = list(doc.ents)
    for entity in reading.entities:
        start, end = reading.shadow.to_original(entity.start, entity.end)
        span = doc.char_span(start, end, label=entity.label, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    doc.set_ents(filter_spans(spans), default="unmodified")


@stage("entities")
def create(nlp: Language, name: str) -> Entities:
    """The component `thai_newsie.entities`."""
    return Entities()
