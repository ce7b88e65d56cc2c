"""Where an item comes from, and what was considered and rejected.

A rule is a short text. `titles:นาย` is a row of a table, `pattern:couple` a pattern of a stage by name, `model:0.93` the
statistical recognizer with its confidence, `given` an entity that somebody else found. Several rules of one item are joined with " + ".
"""

from __future__ import annotations

from dataclasses import dataclass, field

GIVEN = "given"  # the rule of an entity that the caller gave (see `Document.given_entities`)


def row(table: str, word: str) -> str:
    """The rule of a table's row.

    >>> row("titles", "นาย")
    'titles:นาย'
    """
    return f"{table}:{word}"


def pattern(name: str) -> str:
    """The rule of a pattern.

    >>> pattern("couple")
    'pattern:couple'
    """
    return f"pattern:{name}"


def model(confidence: float) -> str:
    """The rule of the statistical recognizer, with its confidence between 0 and 1.

    >>> model(0.9312)
    'model:0.93'
    """
    return f"model:{confidence:.2f}"


def joined(*rules: str) -> str:
    """Several rules of one item.

    >>> joined("titles:นาย", "", "name_stops:กล่าว")
    'titles:นาย + name_stops:กล่าว'
    """
    return " + ".join(filter(None, rules))


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate that did not become an item: its span, the list it was considered for, its rule, and the reason."""

    start: int
    end: int
    list: str
    rule: str
    reason: str


@dataclass(slots=True)
class Trace:
    """What the stages considered and rejected, in the order in which they did. Offsets are of the normalized text."""

    rejections: list[Rejection] = field(default_factory=list)

    def reject(self, list: str, start: int, end: int, rule: str, reason: str) -> None:
        """Note a rejected candidate of the output list `list`. `reason` is one short sentence without a full stop."""
        self.rejections.append(Rejection(start, end, list, rule, reason))
