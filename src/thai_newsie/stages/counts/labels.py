"""Numbers that only look as if they counted: labels (ชั้น 3 อาคาร…), years in names, codes, ordinals."""

from __future__ import annotations

import re

from thai_newsie.lexicon import compiled, table
from thai_newsie.lexicon.literals import Literals
from thai_newsie.stages.counts.context import Before, Behind, gap_before
from thai_newsie.stages.counts.units import unit_at, units
from thai_newsie.stages.numbers import Number
from thai_newsie.text.characters import is_thai_letter

_PER = "ต่อ"
_FAR = 30  # how far before a number its label may begin
_NOT_NUMBERED = ("อยู่", "พื้น", "เนื้อ", "หน้า", "สถาน", "ท้อง", "คง", "เต็ม", "บาง")  # whose own word ที่ ends
_STREET = re.compile(r"(?:ซอย|ซ\.|ถนน|ถ\.) ?[\u0e01-\u0e4e]{1,25} ?\Z")  # "ซอยรามคำแหง 29 แขวงหัวหมาก"
# "ทล.ชย.3002 แยก…", "0 2448 9128-39 ศูนย์…", "0 2282 1461 ต่อ 110 เว็บไซต์…"
_CODE = re.compile(r"(?:(?<=[ก-ฮ]\.)|(?<=\d[-–])|(?<=\d{4} ต่อ ))")
_FIGURE = re.compile(r" ?\d{1,3}+ ?")
_BEHIND_FIGURE = re.compile(r"(?:(?<=\d)|(?<=\d ))")
_TH = "ที่"
_HOTLINE = re.compile("สายด่วน|โทร")
_HOTLINES = range(1000, 2000)
_GREGORIAN_YEARS, _BUDDHIST_YEARS = range(1990, 2051), range(2500, 2601)


def counts_nothing(text: str, line: int, number: Number, lead: Before, tail: Behind) -> bool:
    """Whether `number`, in the line that begins at `line`, counts nothing though a unit stands behind it.

    >>> from thai_newsie.stages.numbers import find_numbers
    >>> from thai_newsie.stages.counts.context import before, behind
    >>> text = "ห้อง 3 อาคาร 2 ชั้น มาตรา 5 คน"
    >>> for number in find_numbers(text):
    ...     lead, tail = before(text, 0, number.start), behind(text, number.end)
    ...     print(number.value, tail.unit.name, counts_nothing(text, 0, number, lead, tail))
    3 อาคาร True
    2 ชั้น False
    5 คน True
    """
    if lead.quantity:
        return False
    if number.words and number.implied and not lead.modifier:
        # หลายหมื่นคน is no ten thousand; กว่าหมื่นคน and "5 คนต่อหมื่นคน" are
        return not text.endswith(_PER, line, number.start)
    opens = tail.unit.opens or _numbers_its_unit(text, tail)
    if not number.words and number.scale == 1:
        figure = text[number.start : number.end]
        if "," in figure:
            return False  # neither labels nor years are parted by commas
        if "." in figure and (opens or (tail.unit.noun and number.start == line)):
            return True  # a heading's number: "2.1 โครงการ…"
        if _is_year_or_hotline(text, line, number, tail.unit.kind, opens):
            return True
    return tail.unit.kind not in ("money", "percent") and _is_label(text, line, number, tail, opens)


def _is_year_or_hotline(text: str, line: int, number: Number, kind: str, opens: bool) -> bool:
    value = int(number.value)
    if value in _BUDDHIST_YEARS:
        return kind in ("thing", "people")  # "OTOP ภูมิภาค 2568 ครั้งถัดไป"
    if value in _GREGORIAN_YEARS:
        return opens  # "SUBCON 2024 งาน…"
    if value in _HOTLINES and opens:  # "สายด่วน สคบ. 1166 แอปพลิเคชัน…"
        return bool(_HOTLINE.search(text, max(line, number.start - _FAR), number.start))
    return False


def _is_label(text: str, line: int, number: Number, tail: Behind, opens: bool) -> bool:
    start, line = number.start, max(line, number.start - _FAR)
    reaches = ["always", *(["name", "series"] if opens else []), *(["words"] if number.words else [])]
    found = (_label_before(text, line, start, reach) for reach in reaches)
    # "ประเภท 3 ประเภท" counts; "ประเภท 3 โครงการ…" and "มาตรา 242 มาตรา 244" do not.
    series = _FIGURE.match(text, tail.end)
    if any(label and (label != tail.unit.name or series) for label in found):
        return True
    if _is_ordinal(text, line, start, opens) or _CODE.match(text, start):
        return True
    return opens and bool(_STREET.search(text, line, start))


def _numbers_its_unit(text: str, tail: Behind) -> bool:
    """Whether the number behind a unit may be the unit's own: "อก.2 ชั้น 3 อาคาร…", not "2 ชั้น 1 หลัง"."""
    figure = _FIGURE.match(text, tail.end)
    if not figure or tail.unit.name not in _labels("name"):
        return False
    counted = unit_at(text, figure.end())
    return counted is None or counted[0].opens


@compiled
def _labels(*reaches: str) -> Literals:
    return Literals(row["word"] for row in table("number_labels") if row["type"] in reaches)


def _label_before(text: str, line: int, start: int, reach: str) -> str:
    """The label before a number, "ที่" and three signs at most between: "ข้อ 5", "ชั้นที่ 3", "No. 7", "โควิด – 19"."""
    gap = 0
    while gap < 3 and start - gap > line and text[start - gap - 1] in " .–-":
        gap += 1
    for end in range(start - gap, start + 1):  # a sign may be the label's own: "โทร.", "โควิด-"
        for place in (end - len(_TH), end) if text.endswith(_TH, line, end) else (end,):
            label = _labels(reach).longest_before(text, place, line)
            if label and not (reach == "series" and _BEHIND_FIGURE.match(text, place - len(label))):
                return label
    return ""


def _is_ordinal(text: str, line: int, start: int, opens: bool) -> bool:
    """Whether a unit or label with ที่ stands before a number: "ครั้งที่ 2"; before a name (`opens`) any word."""
    end = gap_before(text, line, start)
    if not text.endswith(_TH, line, end):
        return False
    end -= len(_TH)
    if opens and is_thai_letter(text, end - 1) and not text.endswith(_NOT_NUMBERED, line, end):
        return True  # "สำนักงานชลประทานที่ 4 จังหวัดกำแพงเพชร" bears a number
    unit = _ordinals().longest_before(text, end, line)
    # เจ้าหน้าที่ 5 คน: the ที่ is the word's own.
    return bool(unit) and not text.endswith(("เจ้า", "ทำ"), line, end - len(unit))


@compiled
def _ordinals() -> Literals:
    counted = [form for form, unit in units().items() if unit.kind in ("people", "thing", "duration")]
    labels = (row["word"] for row in table("number_labels") if row["type"] in ("always", "name", "series"))
    return Literals([*counted, *labels])
