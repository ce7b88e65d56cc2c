"""The numbers that may count: those that no date and no name holds, and which of them share one unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from thai_newsie.document import DateMention, Document, Entity, Span, TimeMention
from thai_newsie.provenance import pattern
from thai_newsie.stages.counts.minus import sign_before
from thai_newsie.stages.numbers import Number, find_numbers

# Between the numbers of a range (3.0 - 4.0) and of a list that shares its unit (5, 6 และ 7 คน).
_RANGE = re.compile(r" {0,2}(?:[-–—~]|(?P<word>ถึง|จนถึง|\bto\b)) {0,2}(?P<minus>(?<=[ งo])[-–−])?")
_LIST_JOINT = re.compile(r", |,? ?(?:และ|หรือ|กับ) ?-?")
_MAX_JOINT = 10  # characters between two numbers that belong together
_MAX_AMOUNT_IN_WORDS = 300  # characters of an amount that words in parentheses say again
_MAX_LISTED = 20  # numbers that share one unit: each of them is handed out with the words of all


def groups(document: Document) -> Iterator[list[Number]]:
    """The numbers of the text, those of a range or a list together.

    >>> from thai_newsie.text.normalized import NormalizedText
    >>> document = Document(NormalizedText("5 - 7 คน และ 3 คัน"), frozenset())
    >>> [[int(number.value) for number in group] for group in groups(document)]
    [[5, 7], [3]]
    """
    group: list[Number] = []
    for number in _free(document):
        if group and (len(group) == _MAX_LISTED or not _joined(document.text, group[-1], number)):
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _free(document: Document) -> Iterator[Number]:
    """The numbers that no date, time or name holds, and that do not say an amount again in words."""
    text = document.text
    holders: list[Span] = [*document.dates, *document.times, *document.entities]
    holders.sort(key=attrgetter("start", "end"))
    reach = index = 0
    holder = Span(0, 0)
    for number in find_numbers(text):
        while index < len(holders) and holders[index].start <= number.start:
            if holders[index].end > reach:
                holder, reach = holders[index], holders[index].end
            index += 1
        if number.start < reach:
            _reject_held(document, number, holder)
        elif number.words and text[number.start - 1 : number.start] == "(":
            # 53 บาท (ห้าสิบสามบาท)
            reach = max(number.end, text.find(")", number.end, number.end + _MAX_AMOUNT_IN_WORDS))
            holder = Span(number.start, reach)
            _reject_held(document, number, holder)
        else:
            yield number


def _reject_held(document: Document, number: Number, holder: Span) -> None:
    """Note a number that is part of something else."""
    if document.trace is None:
        return
    said = document.slice(holder)
    if isinstance(holder, Entity):
        rule, reason = holder.rule or pattern("name"), f"the number is part of the name {said}"
    elif isinstance(holder, DateMention | TimeMention):
        rule, reason = pattern("date"), f"the number is part of the date or time {said}"
    else:
        rule, reason = pattern("amount_in_words"), f"{said} says the amount before it again"
    document.trace.reject("counts", number.start, number.end, rule, reason)


def _joined(text: str, one: Number, other: Number) -> bool:
    """Whether two numbers belong to one range or one list."""
    if other.start - one.end > _MAX_JOINT:
        return False
    if _LIST_JOINT.fullmatch(text, one.end, other.start):
        return True
    joint = _RANGE.fullmatch(text, one.end, other.start)
    if joint is None:
        return False
    if sign_before(text, one.start):
        return bool(joint["minus"] or joint["word"])  # "-5 ถึง -3 องศา", "-5 ถึง 3 องศา"
    return not joint["minus"] and _reaches(one, other)


def is_range(text: str, start: int, end: int) -> bool:
    """Whether what stands between two numbers makes them the ends of a range.

    >>> is_range("3 - 4", 1, 4), is_range("3, 4", 1, 3)
    (True, False)
    """
    return end - start <= _MAX_JOINT and _RANGE.fullmatch(text, start, end) is not None


def _reaches(one: Number, other: Number) -> bool:
    """Whether the second number is the higher end of a range: "ตราด 23 - 4 ราย" is none."""
    return one.value < other.value or (one.scale == 1 and one.value * other.scale < other.value)
