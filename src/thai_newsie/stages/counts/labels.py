"""Numbers that count nothing though a unit stands behind them: labels (ชั้น 3 อาคาร…), years in names, codes, ordinals."""

from __future__ import annotations

import re
from typing import NamedTuple

from thai_newsie.lexicon import compiled, table, words_of
from thai_newsie.lexicon.literals import Literals
from thai_newsie.provenance import pattern, row
from thai_newsie.stages.counts.context import Before, Behind, gap_before
from thai_newsie.stages.counts.units import unit_at, units
from thai_newsie.stages.counts.words import ORDINAL_WORD, alternatives, rule, words
from thai_newsie.stages.numbers import Number
from thai_newsie.text.characters import is_thai_letter

_PER_WORD = "ต่อ"
_MAX_LABEL_DISTANCE = 30  # characters between a label and its number
# "ทล.ชย.3002 แยก…", "0 2448 9128-39 ศูนย์…", "0 2282 1461 ต่อ 110 เว็บไซต์…"
_CODE_BEFORE = re.compile(r"(?:(?<=[ก-ฮ]\.)|(?<=\d[-–])|(?<=\d{4} ต่อ ))")
_NEXT_NUMBER = re.compile(r" ?\d{1,3}+ ?")
_BEHIND_NUMBER = re.compile(r"(?:(?<=\d)|(?<=\d ))")
_HOTLINES = range(1000, 2000)
_GREGORIAN_YEARS, _BUDDHIST_YEARS = range(1990, 2051), range(2500, 2601)


class NoCount(NamedTuple):
    """Why a number counts nothing: the row or pattern that says so, and the reason in words."""

    rule: str
    reason: str


_VAGUE_NUMBER = NoCount(pattern("vague_number"), "the number word names no certain number")
_HEADING_NUMBER = NoCount(pattern("heading_number"), "the number of a heading")
_YEAR_NUMBER = NoCount(pattern("year"), "the number is a year")
_ORDINAL_NUMBER = NoCount(pattern("ordinal"), "an ordinal: ที่ stands before the number")
_CODE_NUMBER = NoCount(pattern("code"), "the number is part of a code or a telephone number")


@compiled
def _street() -> re.Pattern[str]:
    # "ซอยรามคำแหง 29 แขวงหัวหมาก"
    return re.compile(rf"(?P<word>{alternatives('street')}) ?[\u0e01-\u0e4e]{{1,25}} ?\Z")


@compiled
def _hotline() -> re.Pattern[str]:
    return re.compile(alternatives("hotline"))


def why_no_count(text: str, line: int, number: Number, lead: Before, tail: Behind) -> NoCount | None:
    """Why `number`, in the line that begins at `line`, counts nothing; None if it counts.

    >>> from thai_newsie.stages.numbers import find_numbers
    >>> from thai_newsie.stages.counts.context import before, behind
    >>> text = "ห้อง 3 อาคาร 2 ชั้น มาตรา 5 คน"
    >>> for number in find_numbers(text):
    ...     lead, tail = before(text, 0, number.start), behind(text, number.end)
    ...     print(number.value, tail.unit.name, why_no_count(text, 0, number, lead, tail))
    3 อาคาร NoCount(rule='number_labels:ห้อง', reason='the number is a label')
    2 ชั้น None
    5 คน NoCount(rule='number_labels:มาตรา', reason='the number is a label')
    """
    if lead.quantity:
        return None
    if number.words and number.implied and not lead.modifier:
        # หลายหมื่นคน is no ten thousand; กว่าหมื่นคน and "5 คนต่อหมื่นคน" are
        return None if text.endswith(_PER_WORD, line, number.start) else _VAGUE_NUMBER
    opens = tail.unit.opens or _numbers_its_unit(text, tail)
    if not number.words and number.scale == 1:
        figure = text[number.start : number.end]
        if "," in figure:
            return None  # neither labels nor years are parted by commas
        if "." in figure and (opens or (tail.unit.noun and number.start == line)):
            return _HEADING_NUMBER  # "2.1 โครงการ…"
        if found := _year_or_hotline(text, line, number, tail.unit.kind, opens):
            return found
    if tail.unit.kind in ("money", "percent"):
        return None
    return _label(text, line, number, tail, opens)


def _year_or_hotline(text: str, line: int, number: Number, kind: str, opens: bool) -> NoCount | None:
    value = int(number.value)
    if value in _BUDDHIST_YEARS:
        return _YEAR_NUMBER if kind in ("thing", "people") else None  # "OTOP ภูมิภาค 2568 ครั้งถัดไป"
    if value in _GREGORIAN_YEARS:
        return _YEAR_NUMBER if opens else None  # "SUBCON 2024 งาน…"
    if value in _HOTLINES and opens:  # "สายด่วน สคบ. 1166 แอปพลิเคชัน…"
        low = max(line, number.start - _MAX_LABEL_DISTANCE)
        found = _hotline().search(text, low, number.start)
        return NoCount(rule(found[0]), "the number is a telephone number") if found else None
    return None


def _label(text: str, line: int, number: Number, tail: Behind, opens: bool) -> NoCount | None:
    """The label that a number is, if it is one."""
    start, line = number.start, max(line, number.start - _MAX_LABEL_DISTANCE)
    types = ["always", *(["name", "series"] if opens else []), *(["words"] if number.words else [])]
    # "ประเภท 3 ประเภท" counts; "ประเภท 3 โครงการ…" and "มาตรา 242 มาตรา 244" do not.
    series = _NEXT_NUMBER.match(text, tail.end)
    for type in types:
        label = _label_before(text, line, start, type)
        if label and (label != tail.unit.name or series):
            return NoCount(row("number_labels", label), "the number is a label")
    if _is_ordinal(text, line, start, opens):
        return _ORDINAL_NUMBER
    if _CODE_BEFORE.match(text, start):
        return _CODE_NUMBER
    if opens and (street := _street().search(text, line, start)):
        return NoCount(rule(street["word"]), "the number of a street")
    return None


def _numbers_its_unit(text: str, tail: Behind) -> bool:
    """Whether the number behind a unit may be the unit's own: "อก.2 ชั้น 3 อาคาร…", not "2 ชั้น 1 หลัง"."""
    number = _NEXT_NUMBER.match(text, tail.end)
    if not number or tail.unit.name not in _labels("name"):
        return False
    counted = unit_at(text, number.end())
    return counted is None or counted[0].opens


@compiled
def _labels(*types: str) -> Literals:
    return Literals(entry["word"] for entry in table("number_labels") if entry["type"] in types)


def _label_before(text: str, line: int, start: int, type: str) -> str:
    """The label before a number, "ที่" and three signs at most between: "ข้อ 5", "ชั้นที่ 3", "No. 7", "โควิด – 19"."""
    gap, labels = 0, _labels(type)
    while gap < 3 and start - gap > line and text[start - gap - 1] in " .–-":
        gap += 1
    for end in range(start - gap, start + 1):  # a sign may be the label's own: "โทร.", "โควิด-"
        for place in (end - len(ORDINAL_WORD), end) if text.endswith(ORDINAL_WORD, line, end) else (end,):
            label = labels.longest_before(text, place, line)
            if label and not (type == "series" and _BEHIND_NUMBER.match(text, place - len(label))):
                return label
    return ""


def _is_ordinal(text: str, line: int, start: int, opens: bool) -> bool:
    """Whether a unit or label with ที่ stands before a number: "ครั้งที่ 2"; before a name (`opens`) any word."""
    end = gap_before(text, line, start)
    if not text.endswith(ORDINAL_WORD, line, end):
        return False
    end -= len(ORDINAL_WORD)
    if opens and is_thai_letter(text, end - 1) and not text.endswith(words("before_th"), line, end):
        return True  # the number is a name's: "สำนักงานชลประทานที่ 4 จังหวัดกำแพงเพชร"
    unit = _ordinals().longest_before(text, end, line)
    # เจ้าหน้าที่ 5 คน: ที่ belongs to the word.
    return bool(unit) and not text.endswith(words("before_unit_th"), line, end - len(unit))


@compiled
def _ordinals() -> Literals:
    counted = [form for form, unit in units().items() if unit.kind in ("people", "thing", "duration")]
    return Literals([*counted, *words_of("number_labels", "always", "name", "series")])
