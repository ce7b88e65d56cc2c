"""The constituency of a member of parliament, behind the position: a province and its ward, or a party's list."""

from __future__ import annotations

import regex

from thai_newsie.lexicon import compiled
from thai_newsie.lexicon.areas import area_names
from thai_newsie.stages.positions.position_tables import word_of

# "สมาชิก|สภาผู้แทนราษฎร (สส.) |จังหวัดร้อยเอ็ด เขต 4", "ส.ส.|แบบบัญชีรายชื่อ"
_HOUSE = regex.compile(r"สภาผู้แทนราษฎร(?: ?\(ส\.?ส\.\))?")
_PROVINCE_WORD = regex.compile(r" ?(?:จังหวัด|จ\.)? ?")
_WARD = regex.compile(r" ?เขต(?:เลือกตั้ง)?(?:ที่)? ?\d{1,2}(?!\d)")


def house_end(text: str, start: int) -> int:
    """Where the house ends whose name begins at `start`; `start` itself if none does.

    >>> house_end("สมาชิกสภาผู้แทนราษฎรจังหวัดน่าน", 6)
    20
    """
    house = _HOUSE.match(text, start)
    return house.end() if house else start


def constituency_end(text: str, start: int) -> int:
    """Where the constituency ends that begins at `start`; `start` itself if none does.

    >>> constituency_end("ส.ส.น่าน เขต 2 พรรคร่วมใจ", 4), constituency_end("ส.ส.พรรคร่วมใจ", 4)
    (14, 4)
    """
    if listed := _party_list().match(text, start):
        return listed.end()
    if first := _WARD.match(text, start):  # "สส.เขต 3 จังหวัดน่าน"
        return _province_end(text, first.end()) or first.end()
    end = _province_end(text, start)
    ward = _WARD.match(text, end) if end else None
    return ward.end() if ward else end or start


@compiled
def _party_list() -> regex.Pattern[str]:
    return regex.compile(rf" ?{word_of('party_list')}")


def _province_end(text: str, start: int) -> int:
    """Where the province ends that is named at `start`; 0 if none is."""
    word = _PROVINCE_WORD.match(text, start)
    begin = word.end() if word else start
    name = area_names("จังหวัด").longest_at(text, begin)
    return begin + len(name) if name else 0
