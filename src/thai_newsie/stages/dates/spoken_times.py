"""Rules for clock times in words: บ่ายสามโมง, สองทุ่มครึ่ง, ตีสอง, เที่ยงวัน, ห้าโมงเย็นสิบนาที, สิบเจ็ดนาฬิกา.

The day is spoken of in four parts (Royal Society dictionary). ตี counts the hours from midnight, โมงเช้า from six, บ่าย and
โมงเย็น from noon, ทุ่ม from six in the evening.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.lexicon import compiled, table, words_of
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import Trace
from thai_newsie.stages.dates.patterns import Match, Pattern, guarded, words, words_backwards
from thai_newsie.stages.dates.rejections import reject_time
from thai_newsie.stages.number_words import TEN, spoken_minutes, spoken_numbers

_SPOKEN_RULE = "clock.spoken"
_NIGHT_HOURS = range(1, 6)
_NOON, _EVENING, _LAST_HOUR = 12, 18, 23
_HALF_HOUR = 30
_LETTER_FOLLOWS = "(?![ก-๛])"


@compiled
def _hour_words() -> tuple[str, ...]:
    """The words of which every spoken time has one."""
    return ("โมง", "ทุ่ม", "เที่ยง", "ตี", *_thai_o_clock())


@compiled
def _thai_o_clock() -> tuple[str, ...]:
    return tuple(word for word in words_of("date_words", "o_clock") if not word.isascii())


@compiled
def minutes() -> str:
    """Pattern of the minutes behind the hour: "สิบสองนาที", " 30 นาที". Without นาที only a number from ten on, at the end of a word."""
    spoken = spoken_minutes()
    alone = any_of(word for word, number in spoken.items() if number >= TEN)
    figures = r"(?:[1-5][0-9]|[0-9])(?![0-9.,])"
    return (
        rf"(?: {{0,2}}(?P<minutes>(?:{any_of(spoken)}|{figures}) {{0,2}}){guarded('minute')}"
        rf"|(?P<minutes>{alone}){_LETTER_FOLLOWS})"
    )


@compiled
def _spoken_time() -> Pattern:
    """A word of the clock: โมง but not ชั่วโมง, ทุ่ม but not ทุ่มเท, ตีสอง but not โจมตีสองครั้ง."""
    before_noon = any_of(row["word"] for row in table("date_words") if row["flags"] == "noon")
    night = any_of(word for word, number in spoken_numbers().items() if number in _NIGHT_HOURS)
    past = minutes()
    return regex.compile(
        rf"(?:(?<!ชั่ว)โมง(?: ?(?:(?P<morning>เช้า)|(?P<evening>เย็น)|ตรง))?"
        rf"|(?P<night_fall>ทุ่ม)(?={words('after_evening')}|{past}|[^ก-๛]|$)"
        rf"|(?P<noon>เที่ยง(?:วัน|(?=ครึ่ง|{past})|(?<={before_noon} ?เที่ยง)ตรง))|(?P<midnight>เที่ยงคืน)"
        rf"|(?P<o_clock>{any_of(_thai_o_clock())})"
        rf"|ตี ?(?P<night>[1-5](?![0-9.]| ?ครั้ง)|{night}(?=ครึ่ง|ตรง|{past}|[^ก-๛0-9.]|$)))"
        rf"(?:(?P<half>ครึ่ง)|{past})?(?:ตรง)?"
    )


@compiled
def _hour_before() -> Pattern:
    """The hour before โมง and ทุ่ม."""
    number = rf"(?:1[01]|[1-9]|{'|'.join(spoken_numbers())})"
    return regex.compile(
        rf"(?r)(?<![0-9.,])(?P<afternoon>(?:บ่าย ?)?)(?P<hour>{number}) ?|(?P<only_afternoon>บ่าย) ?"
    )


@compiled
def _hour_of_day() -> Pattern:
    """The hour in words before นาฬิกา: สิบเจ็ดนาฬิกา. Figures before it are read with those of other times."""
    hours = [word for word, number in spoken_minutes().items() if number <= _LAST_HOUR]
    return regex.compile(rf"(?r)(?P<hour>{'|'.join(sorted(hours, key=len, reverse=True))}) ?")


@compiled
def _before_night() -> Pattern:
    """What may stand before ตี."""
    return regex.compile(rf"(?r)(?:{words_backwards('clock_opener')}|[^ก-๛]) ?|^")


def spoken_times(text: str, trace: Trace | None = None) -> Iterator[tuple[int, int, str]]:
    """The clock times of `text` in words: start, end and ISO 8601 value of each."""
    if not any(word in text for word in _hour_words()):
        return
    for match in _spoken_time().finditer(text):
        before = (_hour_of_day() if match["o_clock"] else _hour_before()).match(text, 0, match.start())
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
            yield start, match.end(), f"{hour:02d}:{_minute(match):02d}"


def _minute(match: Match) -> int:
    """The minute of a spoken time."""
    if match["half"]:
        return _HALF_HOUR
    return minutes_value(match["minutes"])


def minutes_value(written: str | None) -> int:
    """The number of the minutes that `minutes` has found; 0 where there are none."""
    return _value(written.strip()) if written else 0


def _hour(text: str, match: Match, before: Match | None) -> int | None:
    """The hour of the day of a spoken time; None where the words are no time."""
    number = _value(before["hour"]) if before and before["hour"] else None
    if match["noon"] or match["midnight"]:
        return _NOON if match["noon"] else 0
    if match["night"]:
        return _value(match["night"]) if _before_night().match(text, 0, match.start()) else None
    if match["o_clock"]:
        return number
    if match["night_fall"]:
        return _EVENING + (number or 1) if number or match["half"] or match["minutes"] else None
    if not before:
        return None
    afternoon = bool(before["afternoon"] or before["only_afternoon"] or match["evening"])
    return hour_of_mong(number or 1, afternoon, bool(match["morning"]))


def _value(written: str) -> int:
    return int(written) if written.isdigit() else spoken_minutes()[written]


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
