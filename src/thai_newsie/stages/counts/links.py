"""How a count hangs on what stands before it: จาก … เป็น …, เพิ่มขึ้น …, … หรือคิดเป็น …"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import regex

from thai_newsie.document import CountMention, Document, Span
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.literals import Literals
from thai_newsie.stages.counts.context import gap_before
from thai_newsie.text.characters import line_start

_REACH = 90  # how far before a count the word that links it may begin
_LINE = 400  # how far before a count the one that it hangs on may begin
_GAP = re.compile(r"(?: ?(?:ต่อ|/) ?[\u0e01-\u0e4e]{1,14}+)?[ ,(]{0,3}(?:โดย|ซึ่ง)? ?")
# What the change is measured against may stand between: "ลดลงจากปีก่อน 5 ราย", "เพิ่มขึ้นเมื่อเทียบกับปี 2564 ร้อยละ 5".
_AGAINST_OPENS = re.compile("จาก|เทียบ|กว่า")
_AGAINST = (
    r"(?:(?:จาก|เมื่อเทียบ|เทียบ|กว่า)[^\n,()]{0,40}?(?:ปี|เดือน|ไตรมาส|ช่วง|วัน|สัปดาห์|ก่อน|เดิม)[^\n,()]{0,25}?)?"
)
_LEADS_ON = ("ถึง", "อีก", "ที่")


@dataclass(frozen=True, slots=True)
class Link:
    """What links a count to what stands before it.

    `start` is where the linking words begin, `change` what change they tell; `hangs`: the last count
    stands directly before them.
    """

    start: int
    change: str | None = None
    hangs: bool = False


@compiled
def _changes(*, paired: bool) -> Mapping[str, str]:
    return {
        row["word"]: row["type"]
        for row in table("count_links")
        if ("paired" in values(row["flags"])) == paired
    }


@compiled
def _forms() -> Literals:
    return Literals([*_changes(paired=False), *_changes(paired=True)])


@compiled
def _against_pattern() -> regex.Pattern[str]:
    forms = "|".join(
        map(regex.escape, sorted({*_changes(paired=False), *_changes(paired=True)}, key=len, reverse=True))
    )
    return regex.compile(rf"(?r)(?P<form>{forms})\ ?{_AGAINST}(?:{'|'.join(_LEADS_ON)})?\ {{0,2}}")


def _linking(text: str, low: int, end: int) -> tuple[str, int] | None:
    """The words that link what begins at `end` to what stands before it, and where they begin."""
    if _AGAINST_OPENS.search(text, low, end):
        match = _against_pattern().match(text, low, end)
        return (match["form"], match.start()) if match else None
    end = gap_before(text, low, end)
    lead = next((len(word) for word in _LEADS_ON if text.endswith(word, low, end)), 0)
    for place in dict.fromkeys((end - lead, end)):  # "ขยายตัว|ที่ 5", but "มาอยู่ที่ 5"
        place -= text.endswith(" ", low, place)
        if form := _forms().longest_before(text, place, low):
            return form, place - len(form)
    return None


def link(document: Document, count: Span, previous: CountMention | None) -> Link:
    """What links a count with the wording `count` to what stands before it, `previous` the count there.

    A count that begins เป็น or เหลือ is the new level only if จาก leads the one before it; that one's
    change is set to "from" then.

    >>> from decimal import Decimal
    >>> from thai_newsie.text.normalized import NormalizedText
    >>> document = Document(NormalizedText("ผู้ป่วย 50 ราย เพิ่มขึ้นร้อยละ 5"), frozenset({0, 15}))
    >>> link(document, Span(24, 32), CountMention(8, 14, Decimal(50), "ราย", "people"))
    Link(start=15, change='up', hangs=True)
    """
    text = document.text
    line = line_start(text, count.start, _LINE)
    last = previous if previous and line <= previous.start and previous.end <= count.start else None
    low = max(line, last.end if last else 0, count.start - _REACH)
    linking = _linking(text, low, count.start)
    if linking is None or not document.may_begin(linking[1]):
        opened = last and text[last.end : count.start] in (" (", "(")
        return Link(count.start, None, bool(opened))
    form, start = linking
    hangs = last is not None and bool(_GAP.fullmatch(text, last.end, start))
    change = _changes(paired=False).get(form)
    if change is None and hangs and last and last.change != "to" and _changes(paired=True)[form] == "to":
        lead = _linking(text, max(line, last.start - _REACH), last.start)
        if (lead and _changes(paired=True).get(lead[0]) == "from") or last.change == "from":
            last.change = "from"
            return Link(start, "to", True)
    return Link(start if change else count.start, change or None, hangs and form in _changes(paired=False))
