"""Stage: persons, organizations and places as names in the text.

What wins where two overlap: a person over everything (their title fixes them), then the body that
begins first. A body in which something takes place is a body and a place.
"""

from __future__ import annotations

from thai_newsie.pipes.entities.confidence import confidence
from thai_newsie.pipes.entities.rules import find_by_rules
from thai_newsie.reading import Reading


def fill(reading: Reading) -> None:
    """Fill `reading.entities`."""
    reading.entities = find_by_rules(reading)
    for entity in reading.entities:
        entity.confidence = confidence(entity)
