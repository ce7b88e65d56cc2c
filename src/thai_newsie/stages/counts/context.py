"""What stands before and behind a number that counts: จำนวน, modifiers, its unit, what it is per."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from thai_newsie.document import Span
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.counts.units import Unit, unit_at, units
from thai_newsie.text.characters import is_thai_letter

_FAR = 80  # how far before a number its wording may begin
_PER = re.compile(r" ?(?:ต่อ ?(?:หนึ่ง)?|/ ?)")
_EACH = ("ละ", "ละ ", "ละ  ")
_REPEATED = ("ๆ", " ๆ", "ๆ ", " ๆ ")  # "คนๆ ละ"
_SHARES = Literals(("ร้อยละ", "อันดับ", "อันดับที่", "ลำดับที่"))
_RANKS = ("อันดับ", "ลำดับ")
_ALL = "ทั้ง"
_QUANTITY = Literals(("จำนวน",))
_QUANTITIES = Literals(
    f"จำนวน{more}" for more in ("", "ทั้งสิ้น", "ทั้งหมด", "รวมทั้งสิ้น", "รวม", "ถึง", "กว่า", "เพียง", "มากถึง")
)


@compiled
def _modifiers(side: str) -> Mapping[str, str]:
    return {row["word"]: row["modifier"] for row in table("count_modifiers") if row["type"] == side}


@dataclass(frozen=True, slots=True)
class Before:
    """What leads up to a number: where its wording begins, and what that says."""

    start: int
    modifier: str | None
    percent: bool
    rank: str  # the unit of a rank: อันดับ, ลำดับ
    quantity: bool  # จำนวน: what follows is certainly a count
    each: Span | None  # ไร่ละ: what the amount is for one of


@compiled
def _units_of_rates() -> Literals:
    return Literals(form for form, unit in units().items() if unit.kind not in ("money", "percent"))


@compiled
def _leads() -> Literals:
    """The modifiers before a number, and the words that only end like one: งบประมาณ."""
    others = (
        other.removesuffix("…") + row["word"]
        for row in table("count_modifiers")
        for other in values(row["not"])
    )
    return Literals([*_modifiers("before"), *others])


def gap_before(text: str, low: int, end: int) -> int:
    """Where the spaces before `end` begin, two at most."""
    start = end
    while start > low and end - start < 2 and text[start - 1] == " ":
        start -= 1
    return start


def _led_by(forms: Literals, text: str, low: int, end: int) -> tuple[str, int]:
    """The longest of the forms that leads on to `end`, and where it begins; "" and `end` where none does."""
    place = gap_before(text, low, end)
    form = forms.longest_before(text, place, low)
    return (form, place - len(form)) if form else ("", end)


def _share(text: str, low: int, start: int) -> tuple[str, int]:
    """What makes a share, a rank or all there are of the number at `start`: "ร้อยละ -5.2", "อันดับที่ 3", "ทั้งสอง"."""
    if text.endswith(_ALL, low, start):
        return _ALL, start - len(_ALL)
    signed = text.endswith(("-", "–"), low, start)
    word, place = _led_by(_SHARES, text, low, start - signed)
    if word == "ลำดับที่" and not is_thai_letter(text, place - 1):
        return "", start  # "ลำดับที่ 1 นายสมชาย" numbers a list, "คู่ค้าลำดับที่ 3" ranks
    return (word, place) if word == "ร้อยละ" or not signed else ("", start)


def _each(text: str, low: int, end: int) -> Span | None:
    """What the amount is for one of, where ละ ends before `end`: "ไร่ละ"."""
    if not text.endswith(_EACH, low, end):
        return None
    place = text.rfind(_EACH[0], low, end)
    place -= max((len(sign) for sign in _REPEATED if text.endswith(sign, low, place)), default=0)
    unit = _units_of_rates().longest_before(text, place, low)
    return Span(place - len(unit), place) if unit else None


def before(text: str, line: int, start: int) -> Before:
    """What leads up to the number at `start`, in the line that begins at `line`: each part from the number outwards.

    >>> lead = before("ไม่เกินรายละ 5 ไร่", 0, 13)
    >>> lead.start, lead.modifier, lead.each
    (0, '<=', Span(start=7, end=10))
    """
    low = max(line, start - _FAR)
    share, place = _share(text, low, start)
    percent, rank = share == "ร้อยละ", next((rank for rank in _RANKS if share.startswith(rank)), "")
    each = _each(text, low, place)
    after, begin = _led_by(_QUANTITY, text, low, each.start if each else place)
    word, place_of_word = _led_by(_leads(), text, low, begin)
    modifier = _modifiers("before").get(word)
    quantity, begin = _led_by(_QUANTITIES, text, low, place_of_word if modifier else begin)
    if rank:
        begin, modifier = place, None
    elif not (quantity or modifier or after):
        begin = place
    if not modifier and quantity.endswith("กว่า"):
        modifier = ">"  # จำนวนกว่า 600,000 ราย
    return Before(begin, modifier, percent, rank, bool(quantity or after), each)


@compiled
def _within_pattern() -> re.Pattern[str]:
    # "500,000.- บาท": a dash fills the place of the satang.
    return re.compile(rf"(?:\.-)? ?(?P<within>{any_of(_modifiers('within'))})? {{0,2}}")


@compiled
def _after_pattern() -> re.Pattern[str]:
    return re.compile(rf" ?(?:(?P<half>ครึ่ง(?!ทาง|แรก|หลัง|ปี|เดือน))|(?P<after>{any_of(_modifiers('after'))}))")


@dataclass(frozen=True, slots=True)
class Behind:
    """What follows a number: its unit, where the wording ends, and what a modifier there says."""

    unit: Unit
    unit_span: Span | None
    end: int
    modifier: str | None
    half: bool


def behind(text: str, end: int) -> Behind | None:
    """The unit behind the number that ends at `end`, with กว่า before it and ขึ้นไป or ครึ่ง behind it.

    >>> found = behind("60 ปีขึ้นไป", 2)
    >>> found.unit.name, found.end, found.modifier
    ('ปี', 11, '>=')
    """
    gap = _within_pattern().match(text, end)
    assert gap  # all its parts are optional
    found = unit_at(text, gap.end())
    if found is None:
        return None
    unit, unit_end = found
    end = unit_end
    modifier = _modifiers("within")[gap["within"]] if gap["within"] else None
    half = False
    if tail := _after_pattern().match(text, unit_end):
        end, half = tail.end(), bool(tail["half"])
        modifier = _modifiers("after")[tail["after"]] if tail["after"] else modifier
    written = text.startswith(unit.name, gap.end())
    return Behind(unit, Span(gap.end(), unit_end) if written else None, end, modifier, half)


def rate(text: str, end: int) -> Span | None:
    """What an amount that ends at `end` is for one of.

    >>> text = "5.22 ครั้งต่อคนต่อปี"
    >>> found = rate(text, 10)
    >>> text[found.start : found.end]
    'คนต่อปี'
    """
    start = stop = 0
    while opener := _PER.match(text, stop or end):
        found = unit_at(text, opener.end())
        if found is None:
            break
        start, stop = start or opener.end(), found[1]
    return Span(start, stop) if stop else None
