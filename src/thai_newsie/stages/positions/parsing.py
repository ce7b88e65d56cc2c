"""A position's words taken apart: the prefixes (รอง, รักษาราชการแทน, อดีต), and the position.

The prefixes say what the holder is to the position, the relations. Prefixes and position both have an English wording.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from thai_newsie.lexicon import compiled, remembered
from thai_newsie.provenance import joined, row
from thai_newsie.stages.positions.constituencies import constituency_end, house_end
from thai_newsie.stages.positions.position_tables import (
    Position,
    position_phrase,
    positions,
    prefix,
    prefixes,
    word_of,
)

_PARSED_POSITIONS_KEPT = 4096  # a year of news has fewer


class ParsedPosition(NamedTuple):
    """What the tables say of a position.

    `relations` are in the order of the words. `english` is "" if the tables do not know all the words. `rule` names the rows.
    """

    relations: tuple[str, ...]
    english: str
    rule: str


@compiled
def _cut_short() -> re.Pattern[str]:
    """What ends a position whose organization ฯ stands for: "ปลัดฯ", "ปลัดกระทรวงฯ"."""
    return re.compile(rf" *(?:{word_of('cut_short')}?ฯ)?+ *")


def _is_seat(position: Position, words: str, end: int) -> bool:
    """Whether the words from `end` on are a member's constituency, which no table translates: "ส.ส.|เชียงใหม่ เขต 3"."""
    of_constituency = "of_constituency" in position.flags
    return of_constituency and constituency_end(words, house_end(words, end)) == len(words)


@remembered(_PARSED_POSITIONS_KEPT)
def parse_position(words: str) -> ParsedPosition:
    """What the tables say of the words of a position, without its organization.

    >>> parse_position("รักษาราชการแทนรองอธิบดี").relations
    ('acting', 'deputy')
    >>> parse_position("อดีตที่ปรึกษารัฐมนตรีว่าการ").english
    'Former Adviser to the Minister'
    >>> parse_position("รองปลัดกระทรวงฯ")
    ParsedPosition(relations=('deputy',), english='Deputy Permanent Secretary',
                   rule='position_prefixes:รอง + positions:ปลัด')
    >>> parse_position("รองผู้ว่าการพัฒนาโรงไฟฟ้า").english
    ''
    """
    match = position_phrase().match(words)
    if not match:
        return ParsedPosition((), "", "")
    before = [prefixes()[found] for found in prefix().findall(words, 0, match.start("position"))]
    position = positions()[match["position"]]
    whole = _cut_short().fullmatch(words, match.end()) or _is_seat(position, words, match.end())
    return ParsedPosition(
        tuple(filter(None, (*(found.relation for found in before), position.relation))),
        " ".join((*(found.english for found in before), position.english)) if whole else "",
        joined(*(row("position_prefixes", found.word) for found in before), row("positions", position.word)),
    )
