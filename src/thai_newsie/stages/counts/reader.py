"""Numbers, and what stands around them, to counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import regex

from thai_newsie.document import CountMention, Document, Span
from thai_newsie.stages.counts.context import Before, before, behind, rate
from thai_newsie.stages.counts.counted import counted, noun_at
from thai_newsie.stages.counts.labels import counts_nothing
from thai_newsie.stages.counts.links import link
from thai_newsie.stages.counts.units import NO_UNIT, PERCENT, Unit
from thai_newsie.stages.numbers import Number, find_numbers
from thai_newsie.text.characters import line_start

_LEADS = ("ร้อยละ", "อันดับ", "ลำดับ", "จำนวน")  # what makes a count of a number without a unit
_LEAD = 40  # characters before a number in which they stand
# Between the numbers of a range (3.0 - 4.0) and of a list that shares its unit (5, 6 และ 7 คน).
_RANGE = re.compile(r" {0,2}(?:[-–—~]|ถึง|จนถึง|\bto\b) {0,2}")
_LIST = re.compile(r", |,? ?(?:และ|หรือ|กับ) ?-?")
_OF_WHOLE = re.compile(r" {0,2}ใน {0,2}(?P<whole>\d{1,3})(?!\d|[.,]\d)(?= ?ของ)")
_MINUS = re.compile(r"[-–](?:(?<=[\s(].)|(?<=ร้อยละ.)|(?<=และ.))")
_WORD_GOES_ON = regex.compile(r"[\p{L}\p{M}]")
_LINE = 100  # how far before a number its wording and its labels may begin
_ASIDE = 300  # the longest amount that words in brackets say again
_MOST_LISTED = 20  # numbers that share one unit: each of them is handed out with the words of all
_RANKED = (" แรก", "แรก")  # "สูงสุด 10 อันดับแรก" is ten, not at most ten


def find_counts(document: Document) -> Iterator[CountMention]:
    """Every number of the text that counts or measures, where it stands, in the order of the text."""
    previous: CountMention | None = None
    for group in _groups(document):
        document.check_time()
        found = list(_counts(document, group, previous))
        previous = found[-1] if found else previous
        yield from found


def _groups(document: Document) -> Iterator[list[Number]]:
    """The numbers of the text, those of a range or a list together."""
    group: list[Number] = []
    for number in _free(document):
        if group and (len(group) == _MOST_LISTED or not _joined(document.text, group[-1], number)):
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _free(document: Document) -> Iterator[Number]:
    """The numbers that no date, time or name holds, and that do not say an amount again in words."""
    text = document.text
    held = sorted((span.start, span.end) for span in (*document.dates, *document.times, *document.entities))
    reach = index = 0
    for number in find_numbers(text):
        while index < len(held) and held[index][0] <= number.start:
            reach = max(reach, held[index][1])
            index += 1
        if number.start < reach:
            continue
        if number.words and text[number.start - 1 : number.start] == "(":
            reach = max(number.end, text.find(")", number.end, number.end + _ASIDE))  # 53 บาท (ห้าสิบสามบาท)
            continue
        yield number


def _joined(text: str, one: Number, other: Number) -> bool:
    """Whether two numbers belong to one range or one list."""
    gap = other.start - one.end
    if gap > 10:
        return False
    return bool(_LIST.fullmatch(text, one.end, other.start)) or (
        bool(_RANGE.fullmatch(text, one.end, other.start)) and _reaches(one, other)
    )


def _reaches(one: Number, other: Number) -> bool:
    """Whether the second number is the higher end of a range: "ตราด 23 - 4 ราย" is none."""
    return one.value < other.value or (one.scale == 1 and one.value * other.scale < other.value)


def _counts(document: Document, group: list[Number], previous: CountMention | None) -> Iterator[CountMention]:
    """The counts of numbers joined to a range or a list; one number is the usual case.

    `previous` is the count before them.
    """
    text, last = document.text, group[-1]
    line = line_start(text, group[0].start, _LINE)
    tail = behind(text, last.end)
    if tail is None and _is_bare(text, line, group[0], last):
        return
    lead = before(text, line, group[0].start)
    if tail and len(group) > 1 and (lead.percent or lead.rank) and tail.unit is not PERCENT:
        # "ร้อยละ 20 และ 3 จังหวัด": the last one counts something else.
        listed = list(_counts(document, group[:-1], previous))
        yield from listed
        yield from _counts(document, group[-1:], listed[-1] if listed else previous)
        return
    if lead.percent or lead.rank:
        unit, end = (PERCENT if lead.percent else Unit(lead.rank, "rank")), last.end
    elif tail and not counts_nothing(text, line, group[0], lead, tail):
        unit, end = tail.unit, tail.end
    else:
        if not tail and len(group) == 1:
            yield from _untabled(document, last, lead) if lead.quantity else _without_unit(text, last, lead)
        return
    start, modifier = lead.start, lead.modifier or (tail.modifier if tail else None)
    if text.startswith(_RANKED, end):
        start, modifier = group[0].start, None
    wording = Span(min(lead.start, lead.each.start) if lead.each else lead.start, end)
    written = tail.unit_span if tail and unit is tail.unit else None
    linked = link(document, wording, previous)
    # "4,500 บาท/ไร่ ลดเหลือ 2,500 บาท/ไร่": what the last amount is for one of is its own
    clause = Span(max(previous.end, previous.per.end if previous.per else 0) if previous else 0, linked.start)
    # "หน่วยงานของทั้ง 2 ประเทศ", "ทั้งสองฝ่าย": before a noun as unit the clause tells of other things.
    tells = unit.noun and unit.kind == "thing" and (unit.opens or last.words) and not lead.quantity
    of = None if tells else counted(document, unit.kind, clause, end, lead.quantity or bool(linked.change))
    if of is None and linked.hangs and previous and (unit is PERCENT or unit.name == previous.unit):
        of = previous.of  # "ผู้ป่วย 50 ราย คิดเป็นร้อยละ 5"
    other = of and unit.opens and unit.name not in document.slice(of)
    if unit.noun and (of is None or other):
        of = written  # the unit names itself what is counted: "ขยายเวลาความช่วยเหลือจำนวน 8 มาตรการ"
    for number in group:
        yield CountMention(
            start,
            end,
            _value(text, number, last, unit, bool(tail and tail.half)),
            unit.name,
            unit.kind,
            modifier or (">" if number.more else None),
            of,
            written,
            rate(text, end) or lead.each,
            linked.change,
        )


def _is_bare(text: str, line: int, first: Number, last: Number) -> bool:
    """Whether numbers without a unit have nothing else about them that may make a count of them."""
    if last.scale > 1 or last.fraction or text.startswith(("ใน", " ใน", "  ใน"), last.end):
        return False
    lead = text[max(line, first.start - _LEAD) : first.start]
    return not any(word in lead for word in _LEADS)


def _value(text: str, number: Number, last: Number, unit: Unit, half: bool) -> Decimal:
    value = number.value
    if number.scale == 1 and last.scale > 1 and value * last.scale < last.value:
        value *= last.scale  # 2 - 3 ล้านบาท
    if half:
        value += Decimal("0.5")  # 2 เดือนครึ่ง
    if unit is PERCENT and number.start and _MINUS.match(text, number.start - 1):
        value = -value  # ร้อยละ -5.2
    return value * unit.times


def _untabled(document: Document, number: Number, lead: Before) -> Iterator[CountMention]:
    """A count in a noun that the table of units lacks; only จำนวน tells that it is one: "จำนวน 4 พาน"."""
    text = document.text
    if not number.words and (noun := noun_at(document, number.end)):
        word = document.slice(noun)
        of = counted(document, "thing", Span(0, lead.start), number.end, True) or noun
        yield CountMention(
            lead.start, noun.end, number.value, word, "thing", lead.modifier, of, noun, rate(text, noun.end)
        )
    else:
        yield from _without_unit(text, number, lead)


def _without_unit(text: str, number: Number, lead: Before) -> Iterator[CountMention]:
    """Shares of a whole (1 ใน 5 ของ…, ครึ่งหนึ่ง) and amounts that leave unsaid of what (6 หมื่นล้าน)."""
    if number.fraction:
        yield CountMention(lead.start, number.end, number.value, "", "percent", lead.modifier)
    elif share := _OF_WHOLE.match(text, number.end):
        whole = Decimal(share["whole"])
        if number.value < whole:
            yield CountMention(lead.start, share.end(), number.value / whole, "", "percent", lead.modifier)
    elif not _WORD_GOES_ON.match(text, number.end):
        # "ผู้ป่วยสะสม จำนวน 1,552,552 และ…": จำนวน makes an amount of a figure alone.
        quantity = lead.quantity and "," in text[number.start : number.end]
        if number.scale > 1 or quantity:
            kind = "thing" if quantity else NO_UNIT.kind
            modifier = lead.modifier or (">" if number.more else None)
            yield CountMention(lead.start, number.end, number.value, NO_UNIT.name, kind, modifier)
