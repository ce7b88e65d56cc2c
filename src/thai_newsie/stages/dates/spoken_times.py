"""Rules for clock times in words: บ่ายสามโมง, สองทุ่มครึ่ง, ตีสอง, เที่ยงวัน.

The day is spoken of in four parts (Royal Society dictionary). ตี counts the hours from midnight, โมงเช้า from six, บ่าย and
โมงเย็น from noon, ทุ่ม from six in the evening.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.lexicon import compiled, table
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import Trace
from thai_newsie.stages.dates.patterns import Match, Pattern, words, words_backwards
from thai_newsie.stages.dates.rejections import reject_time
from thai_newsie.stages.number_words import spoken_numbers

_SPOKEN_RULE = "clock.spoken"
_HOUR_WORDS = ("โมง", "ทุ่ม", "เที่ยง", "ตี")  # every spoken time has one of them
_NIGHT_HOURS = range(1, 6)
_NOON, _EVENING, _LAST_HOUR = 12, 18, 23


@compiled
def _spoken_time() -> Pattern:
    """A word of the clock: โมง but not ชั่วโมง, ทุ่ม but not ทุ่มเท, ตีสอง but not โจมตีสองครั้ง."""
    before_noon = any_of(row["word"] for row in table("date_words") if row["flags"] == "noon")
    night = any_of(word for word, number in spoken_numbers().items() if number in _NIGHT_HOURS)
    return regex.compile(
        rf"(?:(?<!ชั่ว)โมง(?: ?(?:(?P<morning>เช้า)|(?P<evening>เย็น)|ตรง))?"
        rf"|(?P<night_fall>ทุ่ม)(?={words('after_evening')}|[^ก-๛]|$)"
        rf"|(?P<noon>เที่ยง(?:วัน|(?=ครึ่ง)|(?<={before_noon} ?เที่ยง)ตรง))|(?P<midnight>เที่ยงคืน)"
        rf"|ตี ?(?P<night>[1-5](?![0-9.]| ?ครั้ง)|{night}(?=ครึ่ง|ตรง|[^ก-๛0-9.]|$)))(?P<half>ครึ่ง)?(?:ตรง)?"
    )


@compiled
def _hour_before() -> Pattern:
    """The hour before โมง and ทุ่ม."""
    number = rf"(?:1[01]|[1-9]|{'|'.join(spoken_numbers())})"
    return regex.compile(
        rf"(?r)(?<![0-9.,])(?P<afternoon>(?:บ่าย ?)?)(?P<hour>{number}) ?|(?P<only_afternoon>บ่าย) ?"
    )


@compiled
def _before_night() -> Pattern:
    """What may stand before ตี."""
    return regex.compile(rf"(?r)(?:{words_backwards('clock_opener')}|[^ก-๛]) ?|^")


def spoken_times(text: str, trace: Trace | None = None) -> Iterator[tuple[int, int, str]]:
    """The clock times of `text` in words: start, end and ISO 8601 value of each."""
    if not any(word in text for word in _HOUR_WORDS):
        return
    for match in _spoken_time().finditer(text):
        before = _hour_before().match(text, 0, match.start())
        hour = _hour(text, match, before)
        by_itself = match["noon"] or match["midnight"] or match["night"]
        start = before.start() if before and not by_itself else match.start()
        if hour is None:
            reject_time(
                trace, start, match.end(), _SPOKEN_RULE, "no number stands before it, or another word"
            )
        elif hour > _LAST_HOUR:
            reject_time(trace, start, match.end(), _SPOKEN_RULE, "the day has no such hour")
        else:
            yield start, match.end(), f"{hour:02d}:{30 if match['half'] else 0:02d}"


def _hour(text: str, match: Match, before: Match | None) -> int | None:
    """The hour of the day of a spoken time; None where the words are no time."""
    number = _value(before["hour"]) if before and before["hour"] else None
    if match["noon"] or match["midnight"]:
        return _NOON if match["noon"] else 0
    if match["night"]:
        return _value(match["night"]) if _before_night().match(text, 0, match.start()) else None
    if match["night_fall"]:
        return _EVENING + (number or 1) if number or match["half"] else None
    if not before:
        return None
    afternoon = bool(before["afternoon"] or before["only_afternoon"] or match["evening"])
    return hour_of_mong(number or 1, afternoon, bool(match["morning"]))


def _value(written: str) -> int:
    return int(written) if written.isdigit() else spoken_numbers()[written]


def hour_of_mong(number: int, afternoon: bool, morning: bool) -> int:
    """The hour of the day of "… โมง": บ่ายสามโมง is 15, สี่โมงเย็น 16, สามโมงเช้า, the third of the morning, 9.

    >>> hour_of_mong(3, True, False), hour_of_mong(4, True, False), hour_of_mong(3, False, True)
    (15, 16, 9)
    >>> hour_of_mong(9, False, False), hour_of_mong(2, False, False)
    (9, 14)
    """
    if afternoon:
        return _NOON + number
    if number < 6:
        return number + (6 if morning else _NOON)
    return number
