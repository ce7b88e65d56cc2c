"""How much of a stretch of Thai is made of known words: the judge of what was broken and what a mend makes of it."""

from __future__ import annotations

from typing import NamedTuple

import regex

from thai_newsie.once import once
from thai_newsie.text.characters import THAI_LETTER, is_syllable_edge
from thai_newsie.text.words import dictionary

_MAX_WORD_LENGTH = 24
MAX_JUDGED_LENGTH = 100_000  # characters of a text whose faults words decide: a broken one takes seconds
REACH = 20  # letters on both sides by which a place is judged; few words are longer
_THAI_BEFORE = regex.compile(rf"(?r){THAI_LETTER}{{1,{REACH}}}+")
_THAI_BEHIND = regex.compile(rf"{THAI_LETTER}{{1,{REACH}}}+")
_UNKNOWN_COST, _WORD_COST = 4, 3  # of a letter that no word covers; of a word, so that few long ones win


class Reading(NamedTuple):
    """How a stretch is best made of known words: what it costs, and for each letter whether a word covers it."""

    cost: int
    covered: bytearray


@once
def known_words() -> frozenset[str]:
    """The words of the dictionary, of two letters or more, and the names of provinces, districts and subdistricts."""
    import geothai

    provinces = geothai.provinces()
    districts = [area for province in provinces for area in geothai.districts(province.code)]
    subdistricts = [area for district in districts for area in geothai.subdistricts(district.code)]
    names = {area.name_th for area in provinces}
    names |= {area.name_th for area in districts} | {area.name_th for area in subdistricts}
    return frozenset(word for word in names | dictionary() if 1 < len(word) <= _MAX_WORD_LENGTH)


def letters_before(text: str, end: int) -> str:
    """The Thai letters directly before `end`, as many as matter.

    >>> letters_before("พบ นายก", 6), letters_before("พบ ", 3)
    ('นาย', '')
    """
    found = _THAI_BEFORE.match(text, 0, end)
    return found[0] if found else ""


def letters_behind(text: str, start: int) -> str:
    """The Thai letters from `start` on, as many as matter.

    >>> letters_behind("พบนายก 5", 2)
    'นายก'
    """
    found = _THAI_BEHIND.match(text, start)
    return found[0] if found else ""


def reading(text: str) -> Reading:
    """The cheapest way to make `text` of known words, each between edges of syllables.

    The time grows with the length of `text`, so it is for a few words beside a fault.

    >>> reading("อำเภอ").cost < reading("อาเภอ").cost
    True
    >>> list(reading("กฬฬบ้าน").covered)
    [0, 0, 0, 1, 1, 1, 1]
    """
    known, length = known_words(), len(text)
    costs, sources = [0], [0]
    for end in range(1, length + 1):
        free = not "ก" <= text[end - 1] <= "\u0e4e"
        best, source = costs[end - 1] + (0 if free else _UNKNOWN_COST), end - 1
        if is_syllable_edge(text, end):
            for start in range(max(0, end - _MAX_WORD_LENGTH), end - 1):
                if (
                    costs[start] + _WORD_COST < best
                    and text[start:end] in known
                    and is_syllable_edge(text, start)
                ):
                    best, source = costs[start] + _WORD_COST, start
        costs.append(best)
        sources.append(source)
    covered, end = bytearray(length), length
    while end:
        start = sources[end]
        if end - start > 1:
            covered[start:end] = b"\1" * (end - start)
        end = start
    return Reading(costs[-1], covered)
