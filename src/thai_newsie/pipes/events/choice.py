"""Which of the triggers tells of the article's news, and which others tell of a second event."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

import regex

from thai_newsie.pipes.events.triggers import Trigger, find_triggers
from thai_newsie.reading import Reading, StatementMention

_LEAD = 500  # characters of the body after which a trigger has lost a point
_LATEST = 5.0  # points that a trigger loses at most for standing late
_LEAST = 3.0  # a weaker trigger tells of nothing that the article reports as its news
_LEAST_OTHER = 5.0  # what a second event needs
_SAME_NAME = 14  # characters of an event's name that the title must share

# What stands before words that tell of an event without reporting it.
_NOT_NEWS = regex.compile(
    r"(?:(?<!เปิด)การ|ผู้|ก่อน|ภายหลัง|หลัง|หลังจาก|ผล|คณะ|จาก|ครั้ง|หาก|สามารถ|ต้อง|ตามที่|เนื่องจาก|เพื่อ|เคย) ?(?:การ)?$"
)
# "โดยมี … เข้าร่วมประชุม": the others' part in the event that has been told already
_OTHERS = regex.compile(r"โดยมี|พร้อมด้วย")
# What introduces a second event of the same day.
_ALSO = regex.compile(
    r"(?:โอกาสนี้|ในโอกาสนี้|โอกาสเดียวกันนี้|พร้อมนี้|พร้อมกันนี้|นอกจากนี้|จากนั้น|ต่อมา|หลังจากนั้น|พร้อมทั้ง|พร้อม|และ|รวมทั้ง|ก่อน)"
    r"[^\n]{0,60}$"
)
_WITHIN = regex.compile(r"(?:ใน|ระหว่าง|ภายใต้) ?(?:งาน|การ)?$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger in its surroundings: the line, where its clause's circumstances begin, its score and why."""

    trigger: Trigger
    line_start: int
    line_end: int
    scope: int
    said: bool
    score: float
    signs: tuple[str, ...]


def candidates(reading: Reading) -> list[Candidate]:
    """The triggers of title and body, the strongest first."""
    text, title_end = reading.text, reading.title_end
    found = list(find_triggers(text))
    title = text[:title_end]
    in_title = {t.type for t in found if t.start < title_end}
    days = sorted(d.start for d in reading.dates if d.kind in ("day", "range") and d.value)
    said = sorted(reading.statements, key=lambda s: s.start)
    starts = [s.start for s in said]
    out = []
    for trigger in found:
        statement = _statement_around(said, starts, trigger)
        line_start = text.rfind("\n", 0, trigger.start) + 1
        line_end = text.find("\n", trigger.end)
        line_end = line_end if line_end >= 0 else len(text)
        scope = max(line_start, statement.start if statement else 0)
        score, signs = trigger.weight, []
        if trigger.start < title_end:
            score -= 2.5
            signs.append("title")
        else:
            score -= min((trigger.start - title_end) / _LEAD, _LATEST)
            if trigger.type in in_title:
                score += 2
                signs.append("type in title")
            name = text[trigger.name_start : trigger.name_start + _SAME_NAME]
            if "\n" not in name and name in title:
                score += 2
                signs.append("name in title")
            if bisect_right(days, trigger.start) > bisect_right(days, scope - 1):
                score += 2
                signs.append("date before")
        before = text[max(line_start, trigger.start - 14) : trigger.start]
        if _NOT_NEWS.search(before):
            score -= 3
            signs.append("nominal")
        if trigger.subject == "chair" and not _has_actor(reading, scope, trigger.start):
            score -= 2
            signs.append("no actor")
        if statement and statement is not said[0]:
            score -= 2
            signs.append("said")
        out.append(Candidate(trigger, line_start, line_end, scope, bool(statement), score, tuple(signs)))
    return sorted(out, key=lambda c: (-c.score, c.trigger.start))


def choose(reading: Reading) -> list[Candidate]:
    """The article's events, the main one first: at most three."""
    ranked = candidates(reading)
    if not ranked or ranked[0].score < _LEAST:
        return []
    main = ranked[0]
    chosen = [main]
    for other in ranked[1:]:
        if len(chosen) < 3 and _is_another(reading, other, chosen):
            chosen.append(other)
    return chosen


def _is_another(reading: Reading, other: Candidate, chosen: list[Candidate]) -> bool:
    trigger, main = other.trigger, chosen[0]
    if trigger.type in {c.trigger.type for c in chosen} or trigger.type in ("press", "decision", "other"):
        return False
    if other.score < _LEAST_OTHER or trigger.start < reading.title_end:
        return False
    before = reading.text[max(other.line_start, trigger.start - 80) : trigger.start]
    if "type in title" in other.signs and "date before" in other.signs:
        return True
    return bool(_ALSO.search(before)) and not other.said and trigger.start > main.trigger.end


def _statement_around(
    said: list[StatementMention], starts: list[int], trigger: Trigger
) -> StatementMention | None:
    n = bisect_right(starts, trigger.start) - 1
    return said[n] if n >= 0 and trigger.start < said[n].end else None


def _has_actor(reading: Reading, start: int, end: int) -> bool:
    return any(start <= a.start < end for a in (*reading.people, *reading.roles))
