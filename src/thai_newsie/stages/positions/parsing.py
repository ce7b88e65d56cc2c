"""An office's words taken apart: what stands before the office (รอง, รักษาราชการแทน, อดีต), and the office.

The words before it say what its holder is to it, its relations; both have an English wording.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

from thai_newsie.lexicon import compiled, remembered, table
from thai_newsie.lexicon.patterns import any_of

# What stands behind an office that goes on in the reader's mind: "ปลัดฯ", "ปลัดกระทรวงฯ"
_CUT_SHORT = regex.compile(r" *(?:(?:กระทรวง|กรม|จังหวัด|สมาคม|มูลนิธิ|สำนักงาน)?ฯ)?+ *")
_REMEMBERED = 4096  # wordings of offices kept; a year of news has fewer


class Wording(NamedTuple):
    """Relations in the order of the words, and the office in English, "" if the tables do not know it whole."""

    relations: tuple[str, ...]
    english: str


@compiled
def _prefixes() -> dict[str, dict[str, str]]:
    return {row["word"]: dict(row) for row in table("position_prefixes")}


@compiled
def positions() -> dict[str, dict[str, str]]:
    """The rows of the table of offices."""
    return {row["word"]: dict(row) for row in table("positions")}


@compiled
def phrase() -> re.Pattern[str]:
    """An office: what stands before it, and the `position` of the table."""
    return re.compile(rf"(?:{any_of(_prefixes())} ?){{0,4}}(?P<position>{any_of(positions())})")


@compiled
def _prefix() -> re.Pattern[str]:
    return re.compile(any_of(_prefixes()))


@remembered(_REMEMBERED)
def wording(office: str) -> Wording:
    """What the tables say of an office's words, the organization it is held in not among them.

    >>> wording("รักษาราชการแทนรองอธิบดี")
    Wording(relations=('acting', 'deputy'), english='Acting Deputy Director-General')
    >>> wording("อดีตที่ปรึกษารัฐมนตรีว่าการ")
    Wording(relations=('former', 'adviser'), english='Former Adviser to the Minister')
    >>> wording("รมช.")
    Wording(relations=('deputy',), english='Deputy Minister')
    >>> wording("รองปลัดกระทรวงฯ").english
    'Deputy Permanent Secretary'
    >>> wording("รองผู้ว่าการพัฒนาโรงไฟฟ้า")
    Wording(relations=('deputy',), english='')
    """
    match = phrase().match(office)
    if not match:
        return Wording((), "")
    before = [_prefixes()[prefix] for prefix in _prefix().findall(office, 0, match.start("position"))]
    position = positions()[match["position"]]
    whole = _CUT_SHORT.fullmatch(office, match.end())
    return Wording(
        tuple(filter(None, (*(row["relation"] for row in before), position["relation"]))),
        " ".join((*(row["english"] for row in before), position["english"])) if whole else "",
    )
