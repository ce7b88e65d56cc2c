"""Stage: persons, organizations and places as names in the text.

What wins where two overlap: a person over everything (their title fixes them), then the body that
begins first. A body in which something takes place is a body and a place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from thai_newsie.pipes import stage
from thai_newsie.pipes.entities.organizations import find_organizations
from thai_newsie.pipes.entities.persons import find_persons
from thai_newsie.pipes.entities.places import find_places
from thai_newsie.pipes.entities.untitled import find_untitled
from thai_newsie.reading import Reading, reading_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span


class Entities:
    """Fills `reading.entities` and shows the same on `doc.ents`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        reading = reading_of(doc)
        persons = find_persons(reading)
        named = {position for person in persons for position in range(person.start, person.end)}
        untitled = [person for person in find_untitled(reading) if person.start not in named]
        persons += untitled
        named |= {position for person in untitled for position in range(person.start, person.end)}
        bodies = [b for b in find_organizations(reading) if b.start not in named and b.end - 1 not in named]
        reading.entities = [*persons, *bodies]
        reading.entities = sorted([*reading.entities, *find_places(reading)], key=lambda e: (e.start, -e.end))
        if len(doc):  # `extract` gives a Doc without words, which has no place for them
            doc.set_ents(_spans(doc, reading), default="unmodified")
        return doc


def _spans(doc: Doc, reading: Reading) -> list[Span]:
    """The entities as spaCy's spans, widened to whole tokens; of those that overlap the longest."""
    from spacy.util import filter_spans

    spans = list(doc.ents)
    for entity in reading.entities:
        start, end = reading.shadow.to_original(entity.start, entity.end)
        span = doc.char_span(start, end, label=entity.label, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    return filter_spans(spans)


@stage("entities")
def create(nlp: Language, name: str) -> Entities:
    """The component `thai_newsie.entities`."""
    return Entities()
