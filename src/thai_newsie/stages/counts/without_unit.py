"""Counts without a unit of units.tsv: nouns behind จำนวน, shares of a whole, amounts that leave their unit unsaid."""

from __future__ import annotations

import re
from decimal import Decimal

import regex

from thai_newsie.document import CountMention, Document, Span
from thai_newsie.provenance import joined, pattern
from thai_newsie.stages.counts.context import Before, Modifier, rate, unit_place
from thai_newsie.stages.counts.counted import counted, noun_at
from thai_newsie.stages.counts.units import why_no_unit
from thai_newsie.stages.numbers import Number

_PART_OF_WHOLE = re.compile(r" {0,2}ใน {0,2}(?P<whole>\d{1,3})(?!\d|[.,]\d)(?= ?ของ)")
_WORD_GOES_ON = regex.compile(r"[\p{L}\p{M}]")
_MORE_WITHIN = Modifier(">", pattern("more_within_number"))


def modifier_within(number: Number) -> Modifier | None:
    """The modifier that stands within a number: 40 กว่าล้าน."""
    return _MORE_WITHIN if number.more else None


def count_without_unit(document: Document, number: Number, lead: Before) -> CountMention | None:
    """The count that a number is though no unit of the table stands behind it; None if it counts nothing.

    >>> from thai_newsie.stages.counts.context import before
    >>> from thai_newsie.stages.numbers import find_numbers
    >>> text = "ประชาชน 1 ใน 5 ของประเทศ"
    >>> count = count_without_unit(Document.from_text(text), next(find_numbers(text)), before(text, 0, 8))
    >>> count.value, count.kind, count.rule
    (Decimal('0.2'), 'percent', 'pattern:part_of_whole')
    """
    text = document.text
    if lead.minus and lead.minus.word and not lead.minus.only_signed and not number.words:
        # "เศรษฐกิจไตรมาสแรกติดลบ 3 ถือว่า…": what it is below nought in is left unsaid
        kind, rule = "money" if number.scale > 1 else "measure", lead.minus.rule
        lead = lead._replace(start=min(lead.start, lead.minus.start))
        return _nameless(lead, number.end, -number.value, kind, lead.modifier, rule)
    if lead.quantity and not number.words and (noun := noun_at(document, number.end)):
        return _in_noun(document, number, lead, noun)
    if number.fraction:
        return _nameless(lead, number.end, number.value, "percent", lead.modifier, pattern("half"))
    if share := _PART_OF_WHOLE.match(text, number.end):
        whole = Decimal(share["whole"])
        if number.value < whole:
            part, rule = number.value / whole, pattern("part_of_whole")
            return _nameless(lead, share.end(), part, "percent", lead.modifier, rule)
    elif not _WORD_GOES_ON.match(text, number.end):
        modifier = lead.modifier or modifier_within(number)
        # "ผู้ป่วยสะสม จำนวน 1,552,552 และ…": จำนวน makes an amount of a figure alone.
        if lead.quantity and "," in text[number.start : number.end]:
            return _nameless(lead, number.end, number.value, "thing", modifier, lead.quantity)
        if number.scale > 1:
            rule = pattern("amount_without_unit")
            return _nameless(lead, number.end, number.value, "money", modifier, rule)
    if document.trace is not None:
        rule, reason = why_no_unit(text, unit_place(text, number.end))
        document.trace.reject("counts", number.start, number.end, rule, reason)
    return None


def _in_noun(document: Document, number: Number, lead: Before, noun: Span) -> CountMention:
    """A count in a noun that the table of units lacks; only จำนวน tells that it is one: "จำนวน 4 พาน"."""
    modifier = lead.modifier
    return CountMention(
        lead.start,
        noun.end,
        number.value,
        document.slice(noun),
        "thing",
        modifier.sign if modifier else None,
        counted(document, "thing", Span(0, lead.start), number.end, True) or noun,
        noun,
        rate(document.text, noun.end),
        rule=joined(lead.quantity, pattern("noun_as_unit"), modifier.rule if modifier else ""),
    )


def _nameless(
    lead: Before, end: int, value: Decimal, kind: str, modifier: Modifier | None, rule: str
) -> CountMention:
    """A count whose unit is not said."""
    sign = modifier.sign if modifier else None
    rule = joined(rule, modifier.rule) if modifier else rule
    return CountMention(lead.start, end, value, "", kind, sign, rule=rule)
