"""How a count hangs on what stands before it: จาก … เป็น …, เพิ่มขึ้น …, … หรือคิดเป็น …"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import regex

from thai_newsie.lexicon import table
from thai_newsie.pipes.counts.units import one_of
from thai_newsie.reading import CountMention, Reading, Span
from thai_newsie.text import line_start

_REACH = 90  # how far before a count the word that links it may begin
_LINE = 400  # how far before a count the one that it hangs on may begin
_PER = r"(?:\ ?(?:ต่อ|/)\ ?[\u0e01-\u0e4e]{1,14}+)?"
# What the change is measured against may stand between: "ลดลงจากปีก่อน 5 ราย", "เพิ่มขึ้นเมื่อเทียบกับปี 2564 ร้อยละ 5".
_AGAINST_OPENS = ("จาก", "เทียบ", "กว่า")
_AGAINST = (
    r"(?:(?:จาก|เมื่อเทียบ|เทียบ|กว่า)[^\n,()]{0,40}?(?:ปี|เดือน|ไตรมาส|ช่วง|วัน|สัปดาห์|ก่อน|เดิม)[^\n,()]{0,25}?)?"
)


@dataclass(frozen=True, slots=True)
class Link:
    """What links a count to what stands before it.

    `start` is where the linking words begin, `change` what change they tell; `hangs`: the last count
    stands directly before them.
    """

    start: int
    change: str | None = None
    hangs: bool = False


@cache
def _changes(paired: str) -> Mapping[str, str]:
    return {row["form"]: row["change"] for row in table("count_links") if row["paired"] == paired}


@cache
def _link_pattern(against: bool) -> regex.Pattern[str]:
    return regex.compile(
        rf"(?r)(?P<form>{one_of([*_changes(''), *_changes('yes')])})\ ?{_AGAINST if against else ''}(?:ถึง|อีก|ที่)?\ {{0,2}}"
    )


def _linking(text: str, low: int, end: int) -> regex.Match[str] | None:
    """The words that link what begins at `end` to what stands before it."""
    against = any(text.find(word, low, end) >= 0 for word in _AGAINST_OPENS)
    return _link_pattern(against).match(text, low, end)


@cache
def _gap() -> regex.Pattern[str]:
    return regex.compile(rf"{_PER}[\ ,(]{{0,3}}(?:โดย|ซึ่ง)?\ ?")


def link(reading: Reading, count: Span, previous: CountMention | None) -> Link:
    """What links a count with the wording `count` to what stands before it, `previous` the count there.

    A count that begins เป็น or เหลือ is the new level only if จาก leads the one before it; that one's
    change is set to "from" then.

    >>> from decimal import Decimal
    >>> from thai_newsie.text import Shadow
    >>> reading = Reading(Shadow("ผู้ป่วย 50 ราย เพิ่มขึ้นร้อยละ 5"), frozenset({0, 15}))
    >>> link(reading, Span(24, 32), CountMention(8, 14, Decimal(50), "ราย", "people"))
    Link(start=15, change='up', hangs=True)
    """
    text = reading.text
    line = line_start(text, count.start, _LINE)
    last = previous if previous and line <= previous.start and previous.end <= count.start else None
    low = max(line, last.end if last else 0, count.start - _REACH)
    match = _linking(text, low, count.start)
    if match is None or not reading.may_begin(match.start()):
        opened = last and text[last.end : count.start] in (" (", "(")
        return Link(count.start, None, bool(opened))
    form = match["form"]
    hangs = last is not None and bool(_gap().fullmatch(text, last.end, match.start()))
    change = _changes("").get(form)
    if change is None and hangs and last and last.change != "to" and _changes("yes")[form] == "to":
        lead = _linking(text, max(line, last.start - _REACH), last.start)
        if (lead and _changes("yes").get(lead["form"]) == "from") or last.change == "from":
            last.change = "from"
            return Link(match.start(), "to", True)
    return Link(match.start() if change else count.start, change or None, hangs and form in _changes(""))
