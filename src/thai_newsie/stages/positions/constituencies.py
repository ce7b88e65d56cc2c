"""The seat of a member of parliament, behind the office: a province and its ward, or a party's list."""

from __future__ import annotations

import regex

from thai_newsie.lexicon.areas import area_names

# "สมาชิก|สภาผู้แทนราษฎร (สส.) |จังหวัดร้อยเอ็ด เขต 4", "ส.ส.|แบบบัญชีรายชื่อ"
_HOUSE = regex.compile(r"สภาผู้แทนราษฎร(?: ?\(ส\.?ส\.\))?")
_LIST = regex.compile(r" ?(?:(?:แบบ|ระบบ)?(?:บัญชีรายชื่อ|แบ่งเขต)|ปาร์ตี้ลิสต์)")
_PROVINCE = regex.compile(r" ?(?:จังหวัด|จ\.)? ?")
_WARD = regex.compile(r" ?เขต(?:เลือกตั้ง)?(?:ที่)? ?\d{1,2}(?!\d)")


def house_end(text: str, start: int) -> int:
    """Where the house ends whose name begins at `start`; `start` itself if none does.

    >>> house_end("สมาชิกสภาผู้แทนราษฎรจังหวัดน่าน", 6)
    20
    """
    house = _HOUSE.match(text, start)
    return house.end() if house else start


def seat_end(text: str, start: int) -> int:
    """Where the seat ends that begins at `start`; `start` itself if none does.

    >>> seat_end("ส.ส.น่าน เขต 2 พรรคร่วมใจ", 4), seat_end("ส.ส.พรรคร่วมใจ", 4)
    (14, 4)
    """
    if listed := _LIST.match(text, start):
        return listed.end()
    if first := _WARD.match(text, start):  # "สส.เขต 3 จังหวัดน่าน"
        return _province_end(text, first.end()) or first.end()
    end = _province_end(text, start)
    ward = _WARD.match(text, end) if end else None
    return ward.end() if ward else end or start


def _province_end(text: str, start: int) -> int:
    """Where the province ends that is named at `start`; 0 if none is."""
    word = _PROVINCE.match(text, start)
    begin = word.end() if word else start
    name = area_names("จังหวัด").longest_at(text, begin)
    return begin + len(name) if name else 0
