"""What stands before and behind a number that counts: จำนวน, modifiers, its unit, what it is per."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import regex

from thai_newsie.lexicon import table, values
from thai_newsie.literals import Literals
from thai_newsie.pipes.counts.units import Unit, one_of, unit_at, units
from thai_newsie.reading import Span

_FAR = 80  # how far before a number its wording may begin
_PER = regex.compile(r"\ ?(?:ต่อ\ ?(?:หนึ่ง)?|/\ ?)")


@cache
def _modifiers(side: str) -> Mapping[str, str]:
    return {row["form"]: row["modifier"] for row in table("count_modifiers") if row["side"] == side}


@dataclass(frozen=True, slots=True)
class Before:
    """What leads up to a number: where its wording begins, and what that says."""

    start: int
    modifier: str | None
    percent: bool
    rank: bool
    quantity: bool  # จำนวน: what follows is certainly a count
    each: Span | None  # ไร่ละ: what the amount is for one of


# Read backwards, (?r): a match ends at the number, and each part is tried from the number outwards.
_SHARE = regex.compile(r"(?r)(?:(?P<percent>ร้อยละ\ {0,2}[-–]?)|(?P<rank>อันดับ(?:ที่)?\ {0,2})|(?P<all>ทั้ง))?")
_EACH = regex.compile(r"(?r)(?:\ ?ๆ\ ?)?ละ\ {0,2}")


@cache
def _units_of_rates() -> Literals:
    return Literals(form for form, unit in units().items() if unit.kind not in ("money", "percent"))


def _each(text: str, low: int, end: int) -> Span | None:
    """What the amount is for one of, where ละ ends before `end`: "ไร่ละ"."""
    if not text.endswith(("ละ", "ละ ", "ละ  "), low, end):
        return None
    each = _EACH.match(text, low, end)
    unit = _units_of_rates().longest_before(text, each.start(), low) if each else ""
    return Span(each.start() - len(unit), each.start()) if each and unit else None


@cache
def _lead_pattern() -> regex.Pattern[str]:
    # The letters of งบประมาณ end in ประมาณ.
    modifiers = [
        "".join(rf"(?<!{regex.escape(other)})" for other in values(row["not_after"]))
        + regex.escape(row["form"])
        for row in sorted(table("count_modifiers"), key=lambda row: -len(row["form"]))
        if row["side"] == "before"
    ]
    return regex.compile(
        rf"""(?rx)
        (?P<quantity> จำนวน (?:ทั้งสิ้น|ทั้งหมด|รวมทั้งสิ้น|รวม|ถึง|กว่า|เพียง|มากถึง)? \ {{0,2}} )?
        (?: (?P<modifier> {"|".join(modifiers)} ) \ {{0,2}} )?
        (?P<after> จำนวน \ {{0,2}} )?
        """
    )


def before(text: str, line: int, start: int) -> Before:
    """What leads up to the number at `start`, in the line that begins at `line`.

    >>> lead = before("ไม่เกินรายละ 5 ไร่", 0, 13)
    >>> lead.start, lead.modifier, lead.each
    (0, '<=', Span(start=7, end=10))
    """
    low = max(line, start - _FAR)
    share = _SHARE.match(text, low, start)
    assert share  # all its parts are optional
    each = _each(text, low, share.start())
    match = _lead_pattern().match(text, low, each.start if each else share.start())
    assert match  # likewise
    word = match["modifier"]
    begin = start
    if share["rank"]:
        begin, word = share.start(), None
    elif match["quantity"] or word or match["after"]:
        begin = match.start()
    elif share["percent"] or share["all"]:
        begin = share.start()
    modifier = _modifiers("before")[word] if word else None
    if not word and (match["quantity"] or "").rstrip().endswith("กว่า"):
        modifier = ">"  # จำนวนกว่า 600,000 ราย
    return Before(
        begin,
        modifier,
        bool(share["percent"]),
        bool(share["rank"]),
        bool(match["quantity"] or match["after"]),
        each,
    )


@cache
def _within_pattern() -> regex.Pattern[str]:
    return regex.compile(rf"\ ?(?P<within>{one_of(_modifiers('within'))})?\ {{0,2}}")


@cache
def _after_pattern() -> regex.Pattern[str]:
    return regex.compile(
        rf"\ ?(?P<half>ครึ่ง(?!ทาง|แรก|หลัง|ปี|เดือน))|\ ?(?P<after>{one_of(_modifiers('after'))})"
    )


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
