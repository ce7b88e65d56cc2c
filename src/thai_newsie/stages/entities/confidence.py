"""How sure an entity that a rule found is: how often such entities were right in annotated articles."""

from __future__ import annotations

from collections.abc import Mapping

from thai_newsie.document import Entity
from thai_newsie.lexicon import compiled, table

_ALL_KINDS = "*"


@compiled
def _measured() -> Mapping[tuple[str, str, str], float]:
    return {
        (row["label"], row["found_by"], row["type"]): float(row["confidence"])
        for row in table("entity_confidence")
    }


def confidence(entity: Entity) -> float:
    """The share of right ones among entities of the same label, source and kind; 1 where the table has none.

    >>> confidence(Entity(0, 9, "PERSON")) > confidence(Entity(0, 9, "ORGANIZATION", "center"))
    True
    """
    measured = _measured()
    found = measured.get((entity.label, entity.source, entity.kind))
    return measured.get((entity.label, entity.source, _ALL_KINDS), 1.0) if found is None else found
