"""Numbers, and what stands around them, to counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from thai_newsie.document import CountMention, Document, Span
from thai_newsie.lexicon import compiled
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import joined
from thai_newsie.stages.counts.context import Before, Behind, Modifier, before, behind, rate, unit_place
from thai_newsie.stages.counts.counted import counted
from thai_newsie.stages.counts.groups import groups
from thai_newsie.stages.counts.labels import why_no_count
from thai_newsie.stages.counts.links import Link, link
from thai_newsie.stages.counts.minus import Minus, sign_before
from thai_newsie.stages.counts.pairs import add, with_ends
from thai_newsie.stages.counts.units import Unit, currency_signs, why_no_unit
from thai_newsie.stages.counts.without_unit import count_without_unit, modifier_within
from thai_newsie.stages.counts.words import words
from thai_newsie.stages.number_words import marks
from thai_newsie.stages.numbers import Number
from thai_newsie.text.characters import line_start

_MAX_LEAD_OF_BARE = 40  # characters before a number in which a word makes a count of it without a unit
_MAX_LINE_BEFORE_NUMBER = 100  # characters of a number's line in which its wording and its labels may begin
_OF_WHOLE = ("ใน", " ใน", "  ใน")  # "1 ใน 5"


class _Measure(NamedTuple):
    """What numbers are counted in: the unit, where it stands behind them as it is named, and where the wording ends."""

    unit: Unit
    span: Span | None
    end: int


class _Reading(NamedTuple):
    """The counts of some numbers, and how they depend on the count before them."""

    counts: Sequence[CountMention] = ()
    link: Link | None = None


_NO_COUNTS = _Reading()


def find_counts(document: Document) -> list[CountMention]:
    """Every number of the text that counts or measures, where it stands, in the order of the text."""
    counts: list[CountMention] = []
    for group in groups(document):
        document.check_time()
        for part in _with_own_units(document.text, group):
            reading = _read(document, part, counts[-1] if counts else None)
            if reading.link and reading.link.old_level:
                rule = joined(counts[-1].rule, reading.link.old_level)
                counts[-1] = replace(counts[-1], change="from", rule=rule)
            add(document.text, counts, reading.counts)
    return counts


def _with_own_units(text: str, group: list[Number]) -> list[list[Number]]:
    """The numbers of a group, parted where one has a unit of its own: "ร้อยละ 20 และ 3 จังหวัด"."""
    if len(group) == 1 or not behind(text, group[-1].end):
        return [group]
    line = line_start(text, group[0].start, _MAX_LINE_BEFORE_NUMBER)
    if not before(text, line, group[0].start).unit:
        return [group]
    return [*_with_own_units(text, group[:-1]), group[-1:]]


def _read(document: Document, group: list[Number], previous: CountMention | None) -> _Reading:
    """The counts of numbers that share one unit, mostly of one number; `previous` is the count before them."""
    text, first, last = document.text, group[0], group[-1]
    line = line_start(text, first.start, _MAX_LINE_BEFORE_NUMBER)
    tail = behind(text, last.end)
    if tail is None and _is_bare(text, line, first, last):
        _reject_bare(document, group)
        return _NO_COUNTS
    lead = before(text, line, first.start)
    if lead.unit:
        return _counts(
            document, group, lead, tail, _measure_before(lead.unit, lead, tail, last.end), previous
        )
    if tail is None:
        count = count_without_unit(document, last, lead) if len(group) == 1 else None
        return _Reading([count]) if count else _NO_COUNTS
    if no_count := why_no_count(text, line, first, lead, tail):
        if document.trace is not None:
            document.trace.reject("counts", first.start, tail.end, no_count.rule, no_count.reason)
        return _NO_COUNTS
    return _counts(document, group, lead, tail, _Measure(tail.unit, tail.unit_span, tail.end), previous)


def _counts(
    document: Document,
    group: list[Number],
    lead: Before,
    tail: Behind | None,
    measure: _Measure,
    previous: CountMention | None,
) -> _Reading:
    """The counts of numbers whose unit is known."""
    text, unit, end, last = document.text, measure.unit, measure.end, group[-1]
    minus = lead.minus if lead.minus and lead.minus.fits(unit) else None
    start, modifier = lead.start, lead.modifier or (tail.modifier if tail else None)
    if minus:
        start = min(start, minus.start)
    elif lead.minus and lead.minus.start >= start:
        start = group[0].start  # "ลบ 5 ข้อความ" counts messages
    if text.startswith(_first_ones(), end):
        start, modifier = group[0].start, None  # "สูงสุด 10 อันดับแรก" is ten, not at most ten
    wording = Span(min(lead.start, lead.each.start) if lead.each else lead.start, end)
    linked = link(document, wording, previous)
    of = _of(document, lead, last, measure, linked, previous)
    half = tail.half if tail else ""
    per = rate(text, end) or lead.each
    counts = []
    for number in group:
        negative = minus is not None and (minus.word or sign_before(text, number.start))
        bound = modifier or modifier_within(number)
        counts.append(
            CountMention(
                start,
                end,
                _value(number, last, half=bool(half), negative=negative) * unit.times,
                unit.name,
                unit.kind,
                bound.sign if bound else None,
                of,
                measure.span,
                per,
                linked.change,
                _rule(unit, bound, half, linked, minus),
                unit.currency or None,
            )
        )
    return _Reading(with_ends(text, group, counts), linked)


def _measure_before(unit: Unit, lead: Before, tail: Behind | None, end: int) -> _Measure:
    """The unit before its number. Money may have its name behind the number too: "฿500 บาท"."""
    if tail and unit.currency and tail.unit.currency == unit.currency:
        return _Measure(tail.unit, tail.unit_span, tail.end)
    return _Measure(unit, lead.sign, end)


def _rule(unit: Unit, modifier: Modifier | None, half: str, linked: Link, minus: Minus | None) -> str:
    """The rows that made a count."""
    if modifier or half or linked.rule or minus:
        parts = (modifier.rule if modifier else "", half, linked.rule, minus.rule if minus else "")
        return joined(unit.rule, *parts)
    return unit.rule


def _of(
    document: Document,
    lead: Before,
    last: Number,
    measure: _Measure,
    linked: Link,
    previous: CountMention | None,
) -> Span | None:
    """What is counted: the noun of the clause, what the count before counts, or the unit itself."""
    unit = measure.unit
    # "4,500 บาท/ไร่ ลดเหลือ 2,500 บาท/ไร่": what the last amount is for one of is its own
    clause_start = max(previous.end, previous.per.end if previous.per else 0) if previous else 0
    clause = Span(clause_start, linked.start)
    # "หน่วยงานของทั้ง 2 ประเทศ", "ทั้งสองฝ่าย": before a noun as unit the clause tells of other things.
    by_unit = unit.noun and unit.kind == "thing" and (unit.opens or last.words) and not lead.quantity
    bare = bool(lead.quantity or linked.change)
    of = None if by_unit else counted(document, unit.kind, clause, measure.end, bare)
    if of is None and linked.hangs and previous and (lead.is_share or unit.name == previous.unit):
        of = previous.of  # "ผู้ป่วย 50 ราย คิดเป็นร้อยละ 5"
    another = of and unit.opens and unit.name not in document.slice(of)
    if unit.noun and (of is None or another):
        return measure.span  # the unit itself is what is counted: "ขยายเวลาความช่วยเหลือจำนวน 8 มาตรการ"
    return of


@compiled
def _first_ones() -> tuple[str, ...]:
    return tuple(gap + word for word in words("first") for gap in (" ", ""))


@compiled
def _words_that_count() -> re.Pattern[str]:
    """What makes a count of a number without a unit."""
    return re.compile(any_of((*words("percent", "rank", "quantity"), *currency_signs(), *marks("minus"))))


def _is_bare(text: str, line: int, first: Number, last: Number) -> bool:
    """Whether numbers without a unit have nothing else about them that may make a count of them."""
    if last.scale > 1 or last.fraction or text.startswith(_OF_WHOLE, last.end):
        return False
    low = max(line, first.start - _MAX_LEAD_OF_BARE)
    return _words_that_count().search(text, low, first.start) is None


def _reject_bare(document: Document, group: list[Number]) -> None:
    """Note numbers without a unit."""
    if document.trace is not None:
        rule, reason = why_no_unit(document.text, unit_place(document.text, group[-1].end))
        document.trace.reject("counts", group[0].start, group[-1].end, rule, reason)


def _value(number: Number, last: Number, *, half: bool, negative: bool) -> Decimal:
    """The value of a number; `last` is the last number of its group, which has the multiplier: 2 - 3 ล้านบาท."""
    value = number.value
    if number.scale == 1 and last.scale > 1 and value * last.scale < last.value:
        value *= last.scale
    if half:
        value += Decimal("0.5")  # 2 เดือนครึ่ง
    return -value if negative else value
