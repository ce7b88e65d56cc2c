"""Rules for clock times in figures: 09.30 น., เวลา 13:00, 20.20-22.00 น., 06:56 ก่อนเที่ยง; and all clock times of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import regex

from thai_newsie.lexicon import compiled, words_of
from thai_newsie.lexicon.patterns import NOTHING
from thai_newsie.provenance import Trace
from thai_newsie.stages.dates.patterns import AND, TO, Match, Pattern, words, words_backwards
from thai_newsie.stages.dates.rejections import reject_time, without_parts
from thai_newsie.stages.dates.spoken_times import minutes, minutes_value, spoken_times

_CLOCK_RULE, _CLOCK_RANGE_RULE = "clock", "clock.range"


@dataclass(slots=True)
class Clock:
    """A clock time or a stretch of one day, `text[start:end]`; `value` is ISO 8601: "09:30", "20:20/22:00"."""

    start: int
    end: int
    text: str
    value: str
    rule: str


# Software writes seconds too: "14:20:05.331". The value has hours and minutes.
_SECONDS = r"(?::[0-5][0-9](?:\.[0-9]{1,9})?)"
_CLOCK_FIGURE = (
    rf"(?:(?:2[0-4]|[01]?[0-9])(?::[0-5][0-9]{_SECONDS}|[.:][0-5][0-9])|(?:2[0-4]|1[0-9]|0?[0-9]))"
)
_CLOCK_FIGURES = (
    r"(?<![0-9])(?<![0-9][.,:/])"
    rf"(?P<figures>(?:{_CLOCK_FIGURE}(?: {{0,2}}น\.)?(?:{TO}|{AND})(?:เวลา {{0,2}})?){{0,8}}{_CLOCK_FIGURE})(?![0-9]|[.:][0-9])"
)


# A pattern that begins at a figure is found quickest; what stands before is then read backwards from it.
@compiled
def _clock_unit() -> Pattern:
    """The unit behind the figures of a clock time. "10 เม.ย. 2564 น.ส.ไตรศุลี": น. heads a title there."""
    plain, morning, afternoon = map(_any_case, ("o_clock", "before_noon", "after_noon"))
    return regex.compile(
        rf"[0-9] {{0,3}}(?P<unit>น\.(?! ?ส\.)|น(?![ก-๛.])|{plain}{minutes()}?|(?P<morning>{morning})|(?P<afternoon>{afternoon}))"
    )


def _any_case(type: str) -> str:
    """Pattern of the words of a type. Those in Latin letters end where the word does, with or without a dot."""
    listed = sorted(words_of("date_words", type), key=len, reverse=True)
    patterns = (regex.escape(word) + (r"\b\.?" if word.isascii() else "") for word in listed)
    return f"(?i:{'|'.join(patterns) or NOTHING})"


_WITH_MINUTES = regex.compile(r"[.:]")
_RANK_BEHIND = regex.compile(r"[ก-ฮ]\.")
_FIGURES_BEFORE_UNIT = regex.compile(rf"(?r){_CLOCK_FIGURES}")
_MILITARY_TIME = regex.compile(r"(?r)(?<![0-9]|[0-9][.,:/-])(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])")


@compiled
def _figures_behind_word() -> re.Pattern[str]:
    """Figures behind เวลา."""
    return re.compile(rf"เวลา {{0,2}}{words('about')}? {{0,2}}{_CLOCK_FIGURES}")


_COLON = re.compile(r":[0-5][0-9]")  # quick to find; the hour is then read backwards
_HOUR = regex.compile(r"(?r)(?<![0-9])[0-9]{1,2}")
_FIGURES = regex.compile(_CLOCK_FIGURES)
# "ออกเดินทาง 06:45" and "เปิด 10:30-16:00": an hour with a nought, and a stretch, need no word. "1:10" may be a ratio.
_PLAIN_TIME = regex.compile(r"0[0-9]:|[0-9]{2}:[0-9]{2} ?[-–] ?[0-9]{2}:[0-9]{2}(?![0-9]|[.:][0-9])")


@compiled
def _colon_lead() -> Pattern:
    """What makes figures with a colon a clock time: a word, or a date as software writes it."""
    return regex.compile(
        rf"(?r)(?:{words_backwards('colon_opener')} {{0,2}}|[0-9]{{4}},? |[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T|[./-] ?[0-9]{{2}},? )"
    )


_ONE_TIME = regex.compile(
    rf"(?P<range>{TO})?(?:{AND})?(?:เวลา {{0,2}})?(?P<hour>[0-9]{{1,2}})(?:[.:](?P<minute>[0-9]{{2}}))?{_SECONDS}?(?: {{0,2}}น\.)?"
)


def clocks(text: str, trace: Trace | None = None) -> list[Clock]:
    """The clock times of a normalized text, in figures and as spoken, in its order; `trace` notes what is none."""
    rejected = None if trace is None else Trace()
    found = _before_units(text, rejected)
    taken = {clock.start for clock in found}
    for behind in _figures_behind_word().finditer(text):
        if _WITH_MINUTES.search(behind["figures"]):
            found += [
                new for new in _chain(text, behind, behind.end(), None, rejected) if new.start not in taken
            ]
    found += _with_colon(text, [(clock.start, clock.end) for clock in found], rejected)
    for start, end, value in spoken_times(text, rejected):
        found.append(Clock(start, end, text[start:end], value, "clock.spoken"))
    found.sort(key=lambda clock: clock.start)
    if trace is not None and rejected is not None:
        trace.rejections += without_parts(rejected.rejections, ((clock.start, clock.end) for clock in found))
    return found


def _before_units(text: str, trace: Trace | None) -> list[Clock]:
    """The clock times in figures that a unit follows."""
    found: list[Clock] = []
    for unit in _clock_unit().finditer(text):
        figures_end = unit.start() + 1
        if military := _MILITARY_TIME.match(text, 0, figures_end):
            start, value = military.start(), f"{military['hour']}:{military['minute']}"
            found.append(Clock(start, unit.end(), text[start : unit.end()], value, _CLOCK_RULE))
        elif figures := _FIGURES_BEFORE_UNIT.match(text, 0, figures_end):
            start = figures.start("figures")
            if not _WITH_MINUTES.search(figures["figures"]) and _RANK_BEHIND.match(text, unit.end()):
                # "จำนวน 12 น.อ.": officers
                reject_time(trace, start, unit.end(), _CLOCK_RULE, "น. is the beginning of a rank")
                continue
            # "09.00 น. - 16.00 น.": what the first น. gave is read again as part of the whole.
            while found and found[-1].start >= start:
                found.pop()
            found += _chain(text, figures, unit.end(), unit, trace)
    return found


def _with_colon(text: str, taken: Iterable[tuple[int, int]], trace: Trace | None) -> list[Clock]:
    """The clock times that their colon, with a word or a date before them, makes certain."""
    found: list[Clock] = []
    done = 0
    for hint in _COLON.finditer(text):
        hour = _HOUR.match(text, done, hint.start())
        if not hour or any(low <= hour.start() < high for low, high in taken):
            continue
        start = hour.start()
        figures = _FIGURES.match(text, start)
        if figures and (_PLAIN_TIME.match(text, start) or _colon_lead().match(text, 0, start)):
            found += _chain(text, figures, figures.end(), None, trace)
            done = figures.end()
    return found


@dataclass(slots=True)
class _Stretch:
    """A time of a list, or the stretch between two of them."""

    start: int
    end: int
    first: str
    last: str = ""


def _chain(text: str, figures: Match, end: int, unit: Match | None, trace: Trace | None) -> list[Clock]:
    """The times of a list or range: "10.00, 13.00 และ 15.00 น.", "09.00 - 16.00 น."."""
    found: list[_Stretch] = []
    offset = figures.start("figures")
    for one in _ONE_TIME.finditer(figures["figures"]):
        hour, minute = (
            _on_24_hours(int(one["hour"]), unit),
            int(one["minute"] or minutes_value(unit["minutes"] if unit else None)),
        )
        if hour == 24 and minute:
            reject_time(trace, offset, end, _CLOCK_RULE, "no time is later than 24:00")
            return []
        value = f"{hour:02d}:{minute:02d}"
        if one["range"] and found and not found[-1].last:
            found[-1].last, found[-1].end = value, offset + one.end()
        else:
            found.append(_Stretch(offset + one.start("hour"), offset + one.end(), value))
    if found:
        found[-1].end = end
    return list(_clocks_of(text, found))


def _clocks_of(text: str, stretches: Iterable[_Stretch]) -> Iterable[Clock]:
    for start, end, first, last in ((s.start, s.end, s.first, s.last) for s in stretches):
        value, rule = (f"{first}/{last}", _CLOCK_RANGE_RULE) if last else (first, _CLOCK_RULE)
        yield Clock(start, end, text[start:end], value, rule)


def _on_24_hours(hour: int, unit: Match | None) -> int:
    """The hour of the day that the words behind it make of an hour of half a day."""
    if unit and unit["afternoon"] and hour < 12:
        return hour + 12
    if unit and unit["morning"] and hour == 12:
        return 0
    return hour
