"""What completes the name of an organization: its number, the province it is in, its campus, a cooperative's legal form."""

from __future__ import annotations

import re

import regex

from thai_newsie.lexicon import compiled
from thai_newsie.lexicon.areas import provinces
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.text.characters import THAI_LETTER

# What numbers an organization or says which one of its kind: "กองพลทหารราบที่ 9", "ตำรวจภูธรภาค 8", "เขต 5"
NUMBER = regex.compile(
    r" ?(?:ที่|ภาค|ภาคที่|เขต|เขตพื้นที่) ?\d{1,3}(?!\d|[.:/]\d| ?(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา))"
    r"|(?<=ราบ|ม้า|พราน|ปืนใหญ่|ชายแดน)ที่ ?\d{4}(?!\d)"  # a company has four digits
)
_BARE_NUMBER = regex.compile(
    r"(?<=(?<!ภูมิ)ภาค|ที่|เขต|\bภ\.) ?\d{1,3}(?![\d.:])"  # "ศูนย์ฟื้นฟูสมรรถภาพคนงานภาค 2"
    r"|(?<=สนับสนุนวิชาการ|บริการสาธารณสุข|สสว\.) ?\d{1,2}(?![\d,.:]| ?[-–]| แห่ง)"  # one of them, not "1 - 11"
)
_GOES_ON = re.compile(
    r" ?(?:ที่|ภาค|เขต|วิทยาเขต|จำกัด|ส่วนหน้า|ณ|ในพระ|\d)"
)  # what each of them begins with: most names end there
_SEATED = regex.compile(rf" ?\((?:จังหวัด)?{THAI_LETTER}{{2,20}}\)")  # "สำนักงานทางหลวงที่ 10 (นครราชสีมา)"
_CAMPUS = regex.compile(rf" ?วิทยาเขต{THAI_LETTER}++")
_FORWARD = regex.compile(
    r" ?ส่วนหน้า(?!กาก)"
)  # "ศบค. ส่วนหน้า": the part of an organization that is on the ground
_ABROAD = regex.compile(  # "สำนักงานแรงงาน ณ กรุงมะนิลา"
    rf"(?<=สำนักงานแรงงาน|ในต่างประเทศ|บีโอไอ|ฝ่ายเกษตร|สคต\.|สนร\.) ?ณ ?(?:กรุง|นคร|เมือง) ?{THAI_LETTER}++"
)
_PATRONAGE = regex.compile(r" ?ในพระ(?:บรม)?ราช(?:ิน)?ูปถัมภ์")  # "สภาทนายความ ในพระบรมราชูปถัมภ์"
_COOPERATIVE = regex.compile(rf"(?<=สหกรณ์{THAI_LETTER}{{0,40}}) ?จำกัด")
_COMPLETIONS = (NUMBER, _BARE_NUMBER, _CAMPUS, _FORWARD, _ABROAD, _PATRONAGE, _COOPERATIVE)


def with_number(text: str, end: int) -> int:
    """Where a name ends that a number, a campus, a seat abroad, its patron, its forward part or a cooperative's legal form completes.

    >>> with_number("กองพลทหารราบที่ 9 ฝึก", 12)
    17
    """
    if not _GOES_ON.match(text, end):
        return end
    more = (completion.match(text, end) for completion in _COMPLETIONS)
    whole = next((match.end() for match in more if match), end)
    seat = _SEATED.match(text, whole) if whole > end else None
    return seat.end() if seat and _seats().search(seat[0]) else whole


def with_province(text: str, end: int) -> int:
    """Where an abbreviation ends that a province is written together with: "กกต.ตรัง" is the commission's office there.

    >>> with_province("กกต.ตรัง", 4), with_province("กกต.จว.ตรัง", 4), with_province("กกต.เลย", 4)
    (8, 11, 4)
    """
    match = _province_behind().match(text, end)
    return match.end() if match and text[end - 1] == "." else end


@compiled
def _seats() -> re.Pattern[str]:
    return re.compile(rf"\((?:จังหวัด)?{any_of(provinces())}\)")


@compiled
def _province_behind() -> re.Pattern[str]:
    """A province that is no adverb or verb as well ("เลย", "แพร่")."""
    names = provinces().keys() - {"เลย", "แพร่", "กทม", "กทม."}
    return re.compile(f"(?:จว?\\. ?|จังหวัด)?{any_of(names)}(?!{THAI_LETTER})")
