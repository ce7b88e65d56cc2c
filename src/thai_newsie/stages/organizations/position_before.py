"""Whether a position stands before a place of the text: what it is written together with is an organization's name."""

from __future__ import annotations

from thai_newsie.lexicon import compiled, words_of
from thai_newsie.lexicon.literals import Literals

_MAX_POSITION_LENGTH = 40  # letters


@compiled
def position_words() -> tuple[str, ...]:
    """The positions of the table."""
    return words_of("positions")


def follows_position(text: str, start: int) -> bool:
    """Whether a position ends at `start`.

    >>> follows_position("อธิบดีกรมการข้าว", 6), follows_position("กรมการข้าว", 3)
    (True, False)
    """
    return bool(_literals().longest_before(text, start, max(0, start - _MAX_POSITION_LENGTH)))


@compiled
def _literals() -> Literals:
    return Literals(position_words())
