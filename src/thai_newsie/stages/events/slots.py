"""The attendance, edition and theme of an event."""

from __future__ import annotations

import regex

from thai_newsie.document import CountMention, Document, Span
from thai_newsie.lexicon import compiled
from thai_newsie.stages.events.candidate import Candidate
from thai_newsie.stages.events.event_types import IN_EDITIONS
from thai_newsie.stages.events.trigger import Trigger
from thai_newsie.stages.events.words import any_word, not_behind
from thai_newsie.stages.statements.patterns import speech_verb_pattern

Pattern = regex.Pattern[str]

_MAX_TO_EDITION = 300  # characters from the trigger that names an event to its edition
_MAX_TO_ATTENDANCE = 400  # characters behind the event's line in which a line of its own tells who came
_MAX_TO_THEME = 600  # characters from a trigger to the theme


@compiled
def _edition() -> Pattern:
    return regex.compile(
        rf"{any_word('edition')} ?(?P<number>\d+(?:-\d+)?(?:/\d+)?)|\b(?P<number>\d+)(?:st|nd|rd|th)\b"
    )


@compiled
def _name_over() -> Pattern:
    """Behind these words, an edition belongs to another thing than the event."""
    return regex.compile(
        rf"{any_word('with_others')}|{not_behind('purpose_in_name')}เพื่อ|{speech_verb_pattern('ends_event')}| ณ | ว่า "
    )


@compiled
def _theme() -> Pattern:
    return regex.compile(
        rf"(?:ภายใต้|ใน)?{any_word('theme')}(?:หลัก)? {{0,2}}[“\"](?P<theme>[^”\"\n]{{3,150}})[”\"]"
    )


@compiled
def _attendance() -> Pattern:
    return regex.compile(any_word("attendance"))


@compiled
def _attendance_line() -> Pattern:
    """What may stand before the number in such a line: "🔹 จำนวนผู้เข้าร่วมประชุม ทั้งสิ้น "."""
    return regex.compile(rf"[^ก-๛\n]{{0,6}}(?:มี|จำนวน)?(?:ผู้)?{any_word('attendance')}[ก-๛ ]{{0,30}}[ :]*")


def attendance_of(document: Document, event: Candidate) -> CountMention | None:
    """The number of people beside "เข้าร่วม" in the trigger's line, else in a line of its own: "ผู้เข้าร่วม จำนวน 64 คน"."""
    if event.trigger.type not in IN_EDITIONS:
        return None
    people = [count for count in document.counts if count.kind == "people"]
    if beside := [count for count in people if _is_beside_attendance(document.text, event, count)]:
        return next((count for count in beside if _counts_attendance(document, count)), beside[0])
    near = (count for count in people if 0 <= count.start - event.line_end < _MAX_TO_ATTENDANCE)
    return next((count for count in near if _fills_line(document.text, count)), None)


def _is_beside_attendance(text: str, event: Candidate, count: CountMention) -> bool:
    """Whether a count of the trigger's line stands beside a word of coming."""
    if not event.line_start <= count.start < event.line_end:
        return False
    around = max(event.line_start, count.start - 60), min(event.line_end, count.end + 30)
    return _attendance().search(text, *around) is not None


def _counts_attendance(document: Document, count: CountMention) -> bool:
    """Whether those who came are what is counted: "โรงเรียนที่มีนักเรียนต่ำกว่า 65 คน มีผู้เข้าร่วม 30 คน"."""
    return count.of is not None and _attendance().search(document.slice(count.of)) is not None


def _fills_line(text: str, count: CountMention) -> bool:
    """Whether a line says who came and how many, and no more."""
    start, end = text.rfind("\n", 0, count.start) + 1, text.find("\n", count.end)
    behind = text[count.end : end if end >= 0 else len(text)]
    return not behind.strip(" .") and _attendance_line().fullmatch(text, start, count.start) is not None


def edition_of(document: Document, event: Candidate, naming: Trigger) -> Span | None:
    """The edition behind the trigger that names the event: "ครั้งที่ 1/2562"."""
    if event.trigger.type not in IN_EDITIONS:
        return None
    start = naming.name_start
    end = max(start, min(event.line_end, naming.end + _MAX_TO_EDITION))
    over = _name_over().search(document.text, naming.end, end)
    match = _edition().search(document.text, start, over.start() if over else end)
    return Span(*match.span("number")) if match else None


def theme_of(document: Document, event: Candidate) -> Span | None:
    """The theme in quotation marks: "ภายใต้หัวข้อ “…”"."""
    end = min(event.line_end, event.trigger.end + _MAX_TO_THEME)
    match = _theme().search(document.text, event.trigger.start, max(end, event.trigger.start))
    return Span(*match.span("theme")) if match else None
