"""Rules for expressions read against the article's own day: วันนี้, เมื่อวานนี้, สัปดาห์หน้า, วันศุกร์นี้, เมื่อ 3 วันก่อน.

The expressions are rows of the table relative_dates. Some have a placeholder: "{number} วันที่แล้ว", "วัน{weekday} หน้า",
"(วันที่) {day} (นี้)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import regex

from thai_newsie.lexicon import compiled
from thai_newsie.lexicon.patterns import NOTHING, any_of, flat_any_of
from thai_newsie.provenance import Trace
from thai_newsie.stages.dates.candidate import Candidate, Offset
from thai_newsie.stages.dates.patterns import (
    TO,
    Finder,
    Match,
    Pattern,
    column,
    weekday,
    words_backwards,
)
from thai_newsie.stages.dates.rejections import reject_date
from thai_newsie.stages.dates.relative_table import (
    RelativeExpression,
    around,
    with_number,
    without_placeholder,
)
from thai_newsie.stages.dates.values import Point
from thai_newsie.stages.number_words import counting_words, spoken_numbers

_DAY_NUMBER = r"(?:3[01]|[12][0-9]|[1-9])"
_COUNTED_RULE = "relative.counted"
_FURTHEST = 899  # units, as in the schema of the table: years from any year of a calendar stay in Python's


@compiled
def _finder() -> Finder:
    """Any expression. Each alternative begins with a letter: `re` passes over all places that begin with others."""
    listed = [*without_placeholder(), *with_number()]
    words = any_of(listed)[len("(?:") : -len(")")] if listed else NOTHING
    return re.compile(
        rf"{words}"
        rf"|{_side('{weekday}', 0)}(?P<weekday>{weekday()}) ?(?P<which>{_side('{weekday}', 1)})"
        rf"|{_side('{day}', 0)} {{0,2}}(?P<days>(?:(?P<first>{_DAY_NUMBER}){TO})?(?P<day>{_DAY_NUMBER}))"
        rf" {{0,2}}(?P<which_month>{_side('{day}', 1)})"
    )


def _side(placeholder: str, side: int) -> str:
    """Pattern of the words before (0) or behind (1) a placeholder."""
    words = list(dict.fromkeys(key[side] for key in around(placeholder)))
    return regex.escape(words[0]) if len(words) == 1 else any_of(words)


_DAY_BEFORE_MONTH = regex.compile(
    rf"(?r)ที่ {{0,2}}(?:(?P<first>{_DAY_NUMBER}){TO})?(?P<day>{_DAY_NUMBER}) {{0,2}}(?:ของ)?"
)


@compiled
def _duration() -> Pattern:
    """What stands before "5 ปีที่ผ่านมา", "หลายเดือนที่ผ่านมา", which are durations, and "ช่วงเดียวกันของปีก่อน", which compares."""
    return regex.compile(
        rf"(?r)(?:[0-9๐-๙]|{flat_any_of(counting_words())}|{words_backwards('duration')}) {{0,2}}"
    )


@compiled
def _opener() -> Pattern:
    """What makes ปีก่อน "last year"; else ก่อน belongs to what follows (3 เดือนก่อนคลอด)."""
    return regex.compile(rf"(?r){words_backwards('ago_opener', 'part')} ?")


@compiled
def _number_before() -> Pattern:
    """The number of an expression that counts, and the words that must stand before the number."""
    openers = any_of(before for befores in with_number().values() for before in befores if before)
    return regex.compile(
        rf"(?r)(?P<before>(?:{openers} {{0,2}})?)(?<![0-9][.,]?)(?P<number>[0-9]{{1,2}}|{any_of(spoken_numbers())}) {{0,2}}"
    )


def relatives(text: str, trace: Trace | None = None) -> Iterator[Candidate]:
    """The expressions of `text` that count from the article's own day."""
    plain = without_placeholder()
    for match in _finder().finditer(text):
        if match["days"]:
            candidate = _day_of_month(text, match, trace)
        elif match["weekday"]:
            candidate = _weekday(text, match, trace)
        elif match[0] in plain:
            candidate = _by_words(text, match, plain[match[0]], trace)
        else:
            candidate = _counted(text, match, trace)
        if candidate:
            yield candidate


def _goes_on(text: str, expression: RelativeExpression, end: int) -> bool:
    """Whether letters follow that make the expression another word: วันก่อน + หน้า."""
    return any(text.startswith(word, end) for word in expression.never_before)


def _by_words(
    text: str, match: Match, expression: RelativeExpression, trace: Trace | None
) -> Candidate | None:
    """An expression without a placeholder: วันนี้, สัปดาห์หน้า."""
    start, end, offset = match.start(), match.end(), expression.offset
    rule = f"relative.{offset.unit}"
    if offset == _ZERO_DAYS and text.endswith(_EVERY_WORD, 0, start):
        reject_date(trace, start, end, rule, "ทุก stands before it: every day is meant")
        return None
    # ภายในวันที่ 7 เดือนนี้
    if offset.unit == "month" and (day := _DAY_BEFORE_MONTH.match(text, 0, start)):
        return _days(day, day.start("first") if day["first"] else day.start("day"), end, offset)
    if offset.unit != "day" and _duration().match(text, 0, start):
        return _counted(text, match, trace)
    if expression.needs_opener and not _opener().match(text, 0, start):
        reject_date(trace, start, end, rule, "no word such as เมื่อ or ของ stands before it")
        return None
    if _goes_on(text, expression, end):
        reject_date(trace, start, end, rule, _ANOTHER_WORD)
        return None
    return Candidate(start, end, rule, relative=offset)


_ZERO_DAYS = Offset("day", 0)
_EVERY_WORD = "ทุก"
_ANOTHER_WORD = "the letters behind it make it another word"


def _weekday(text: str, match: Match, trace: Trace | None) -> Candidate | None:
    """A weekday: วันศุกร์นี้, วันอังคารหน้า."""
    start, end = match.span()
    expression = around("{weekday}").get((text[start : match.start("weekday")], match["which"]))
    if not expression or _goes_on(text, expression, end):
        reject_date(trace, start, end, "relative.weekday", _ANOTHER_WORD)
        return None
    candidate = Candidate(
        start if expression.takes_before else match.start("weekday"),
        end if expression.takes_behind else match.end("weekday"),
        "relative.weekday",
    )
    candidate.weekday = int(column("weekdays", "word", "forms")[match["weekday"]])
    candidate.relative = Offset("weekday", expression.offset.distance)
    return candidate


def _day_of_month(text: str, match: Match, trace: Trace | None) -> Candidate | None:
    """A day, or a range of days, of a month that the words tell: ภายในวันที่ 26-27 นี้."""
    before = text[match.start() : match.start("days")].strip()
    expression = around("{day}").get((before, match["which_month"]))
    if not expression or _goes_on(text, expression, match.end()):
        reject_date(trace, *match.span(), "relative.month", _ANOTHER_WORD)
        return None
    start = match.start() if expression.takes_before else match.start("days")
    end = match.end() if expression.takes_behind else match.end("days")
    return _days(match, start, end, Offset("month", expression.offset.distance))


def _days(match: Match, start: int, end: int, offset: Offset) -> Candidate:
    """A day, or a range of days, of the month that lies `offset` from that of the article's own day."""
    last = Candidate(start, end, "relative.month", Point(day=int(match["day"])), relative=offset)
    if not match["first"]:
        return last
    return replace(last, point=Point(day=int(match["first"])), until=last)


def _counted(text: str, match: Match, trace: Trace | None) -> Candidate | None:
    """An expression with a number before it: "เมื่อ 3 วันก่อน", "2 เดือนที่แล้ว"."""
    start, end = match.span()
    expressions = with_number().get(match[0])
    number = _number_before().match(text, 0, start)
    if not number or not expressions:
        # "5 ปีที่ผ่านมา"; "90 วันก่อนขึ้นภาษี" has a number, but no เมื่อ
        reject_date(trace, start, end, _COUNTED_RULE, "a duration, or a comparison: it counts to no date")
        return None
    start = number.start("number")
    expression = expressions.get(number["before"].strip()) or expressions.get("")
    if not expression:
        reason = f"{' or '.join(expressions)} does not stand before the number"
        reject_date(trace, start, end, _COUNTED_RULE, reason)
        return None
    if _goes_on(text, expression, end):
        reject_date(trace, start, end, _COUNTED_RULE, _ANOTHER_WORD)
        return None
    if expression.before and expression.takes_before:
        start = number.start("before")
    if not expression.takes_behind:
        end = number.end("number")
    unit, each = expression.offset
    written = number["number"]
    distance = each * (int(written) if written.isdigit() else spoken_numbers()[written])
    if abs(distance) > _FURTHEST:
        reject_date(trace, start, end, _COUNTED_RULE, "so far away that no calendar has the date")
        return None
    return Candidate(start, end, _COUNTED_RULE, relative=Offset(unit, distance))
