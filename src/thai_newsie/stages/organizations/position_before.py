"""Whether an office stands before a place of the text: what it is written together with is an organization's name."""

from __future__ import annotations

from thai_newsie.lexicon import compiled, table
from thai_newsie.lexicon.literals import Literals

_REACH = 40  # letters of the longest office


@compiled
def offices() -> tuple[str, ...]:
    """The offices of the table."""
    return tuple(row["word"] for row in table("positions"))


def follows_office(text: str, start: int) -> bool:
    """Whether an office ends at `start`.

    >>> follows_office("อธิบดีกรมการข้าว", 6), follows_office("กรมการข้าว", 3)
    (True, False)
    """
    return bool(_forms().longest_before(text, start, max(0, start - _REACH)))


@compiled
def _forms() -> Literals:
    return Literals(offices())
