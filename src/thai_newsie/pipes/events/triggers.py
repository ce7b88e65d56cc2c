"""Words that tell of an event (data/event_triggers.tsv), and how much each place in the article counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from thai_newsie.lexicon import Matcher, table
from thai_newsie.reading import Reading

_LEAD = 500  # characters of the body that carry the news; what comes later counts less and less
_IN_TITLE_TOO = 3.0


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger where it stands, the line it stands in, and how strongly it tells of the article's event."""

    start: int
    end: int
    line_start: int
    line_end: int
    row: Mapping[str, str]
    score: float


@cache
def _matcher() -> tuple[Matcher, dict[str, Mapping[str, str]]]:
    rows = {row["trigger"]: row for row in table("event_triggers")}
    return Matcher({trigger: trigger for trigger in rows}), rows


def find_triggers(reading: Reading) -> list[Trigger]:
    """The triggers of the body, the strongest first.

    A trigger counts by its weight, by how early it stands, and by whether the title tells of an
    event of the same type. What is only said by somebody (behind "ว่า") is not yet news of itself.
    """
    matcher, rows = _matcher()
    text = reading.text
    in_title = {rows[t]["type"] for _, _, t in matcher.find(text[: reading.title_end])}
    found = []
    for start, end, trigger in matcher.find(text):
        if start < reading.title_end:
            continue
        row = rows[trigger]
        score = float(row["weight"]) - (start - reading.title_end) / _LEAD
        score += _IN_TITLE_TOO * (row["type"] in in_title)
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        found.append(Trigger(start, end, line_start, line_end if line_end >= 0 else len(text), row, score))
    return sorted(found, key=lambda t: (-t.score, t.start))
