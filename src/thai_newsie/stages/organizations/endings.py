"""What the modules of this package say about the end of a name: where it ends and why, or why there is no name."""

from __future__ import annotations

from typing import NamedTuple

_BOUNDARIES = {
    " ": "space", "\n": "line_end", "": "text_end",
    **dict.fromkeys("()[]{}", "bracket"),
    **dict.fromkeys("“”\"‘’'«»", "quotation_mark"),
    **dict.fromkeys("0123456789๐๑๒๓๔๕๖๗๘๙", "digit"),
    **dict.fromkeys("ฯๆ", "sign"),
}  # fmt: skip


class NameEnd(NamedTuple):
    """Where a name ends, and the rule of the row or the pattern that ended it."""

    end: int
    rule: str = ""


class NoName(NamedTuple):
    """Why an opening begins no name: the rule that says so, "" where none does, and the reason in plain words."""

    rule: str
    reason: str


Ending = NameEnd | NoName


def boundary(text: str, end: int) -> str:
    """The rule of what stands at `end`, where a name stops because nothing that it may hold follows.

    >>> boundary("กรมการข้าว (กข.)", 10), boundary("กรมการข้าว(กข.)", 10), boundary("กรมการข้าวABC", 10)
    ('pattern:space', 'pattern:bracket', 'pattern:latin')
    """
    character = text[end : end + 1]
    name = _BOUNDARIES.get(character)
    if name is None:
        name = "latin" if character.isalpha() and character < "ก" else "punctuation"
    return f"pattern:{name}"
