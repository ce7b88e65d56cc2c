"""How a count depends on what stands before it: จาก … เป็น …, เพิ่มขึ้น …, … หรือคิดเป็น …"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import regex

from thai_newsie.document import CountMention, Document, Span
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.patterns import flat_any_of
from thai_newsie.provenance import row
from thai_newsie.stages.counts.context import gap_before
from thai_newsie.stages.counts.words import alternatives, literals
from thai_newsie.text.characters import line_start

_MAX_LINK_DISTANCE = 90  # characters between a count and the words that link it
_MAX_LINE_TO_PREVIOUS = 400  # characters of one line between a count and the count it depends on
_BETWEEN_COUNTS = re.compile(r"(?: ?(?:ต่อ|/) ?[\u0e01-\u0e4e]{1,14}+)?[ ,(]{0,3}(?:โดย|ซึ่ง)? ?")


class Link(NamedTuple):
    """What links a count to what stands before it.

    `start` is where the linking words begin, `change` the change that they tell, `rule` their row ("" where they tell
    none). `hangs`: the previous count stands directly before them. `old_level`: the row of the word that makes the previous
    count the old level of the pair จาก … เป็น …; "" where it is none.
    """

    start: int
    change: str | None = None
    rule: str = ""
    hangs: bool = False
    old_level: str = ""


class _Words(NamedTuple):
    """Words of count_links.tsv: their change, "" for none, and whether they tell it only beside a partner (จาก … เป็น …)."""

    change: str
    paired: bool
    rule: str


@compiled
def _link_words() -> Mapping[str, _Words]:
    rows = sorted(table("count_links"), key=lambda entry: "paired" in values(entry["flags"]))
    return {
        entry["word"]: _Words(
            entry["type"], "paired" in values(entry["flags"]), row("count_links", entry["word"])
        )
        for entry in rows
    }


@compiled
def _link_literals() -> Literals:
    return Literals(_link_words())


@compiled
def _link_tails() -> Literals:
    return literals("link_tail")


@compiled
def _comparison() -> re.Pattern[str]:
    """What opens the words that a change is measured against; a quick test before `_link_before_comparison`."""
    return re.compile(alternatives("compared_with"))


@compiled
def _link_before_comparison() -> regex.Pattern[str]:
    """The linking words and what the change is measured against, backwards from the number.

    "ลดลงจากปีก่อน 5 ราย", "เพิ่มขึ้นเมื่อเทียบกับปี 2564 ร้อยละ 5".
    """
    against = rf"(?:{alternatives('compared_with')}[^\n,()]{{0,40}}?{alternatives('compared_period')}[^\n,()]{{0,25}}?)?"
    return regex.compile(
        rf"(?r)(?P<form>{flat_any_of(_link_words())})\ ?{against}{alternatives('link_tail')}?\ {{0,2}}"
    )


def _linking(text: str, low: int, end: int) -> tuple[str, int] | None:
    """The words that link what begins at `end` to what stands before it, and where they begin."""
    if _comparison().search(text, low, end):
        match = _link_before_comparison().match(text, low, end)
        return (match["form"], match.start()) if match else None
    end = gap_before(text, low, end)
    tail = _link_tails().longest_before(text, end, low)
    for place in dict.fromkeys((end - len(tail), end)):  # "ขยายตัว|ที่ 5", but "มาอยู่ที่ 5"
        place -= text.endswith(" ", low, place)
        if form := _link_literals().longest_before(text, place, low):
            return form, place - len(form)
    return None


def link(document: Document, count: Span, previous: CountMention | None) -> Link:
    """What links a count with the wording `count` to what stands before it; `previous` is the count before it.

    A count behind เป็น or เหลือ is a new level only if จาก leads the previous one, which then is the old level.

    >>> from decimal import Decimal
    >>> from thai_newsie.text.normalized import NormalizedText
    >>> document = Document(NormalizedText("ผู้ป่วย 50 ราย เพิ่มขึ้นร้อยละ 5"), frozenset({0, 15}))
    >>> link(document, Span(24, 32), CountMention(8, 14, Decimal(50), "ราย", "people"))
    Link(start=15, change='up', rule='count_links:เพิ่มขึ้น', hangs=True, old_level='')
    """
    text = document.text
    line = line_start(text, count.start, _MAX_LINE_TO_PREVIOUS)
    last = previous if previous and line <= previous.start and previous.end <= count.start else None
    low = max(line, last.end if last else 0, count.start - _MAX_LINK_DISTANCE)
    linking = _linking(text, low, count.start)
    if linking is None or not document.may_begin(linking[1]):
        opened = last and text[last.end : count.start] in (" (", "(")
        return Link(count.start, hangs=bool(opened))
    form, start = linking
    words = _link_words()[form]
    hangs = last is not None and bool(_BETWEEN_COUNTS.fullmatch(text, last.end, start))
    if not words.paired:
        return Link(
            start if words.change else count.start,
            words.change or None,
            words.rule if words.change else "",
            hangs,
        )
    if words.change == "to" and hangs and last and last.change != "to":
        if last.change == "from":
            return Link(start, "to", words.rule, hangs=True)
        if old_level := _old_level(text, line, last):
            return Link(start, "to", words.rule, hangs=True, old_level=old_level)
    return Link(count.start)


def _old_level(text: str, line: int, count: CountMention) -> str:
    """The row of the word that makes a count the old level of a pair (จาก); "" without one."""
    lead = _linking(text, max(line, count.start - _MAX_LINK_DISTANCE), count.start)
    words = _link_words()[lead[0]] if lead else None
    return words.rule if words and words.paired and words.change == "from" else ""
