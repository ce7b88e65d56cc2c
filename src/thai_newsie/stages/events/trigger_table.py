"""What is made of the table `event_triggers`."""

from __future__ import annotations

import regex

from thai_newsie.lexicon import Row, compiled, table, values
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.patterns import any_of, listed
from thai_newsie.lexicon.shared_scan import shared
from thai_newsie.stages.events.words import any_word

_MAX_TO_RESOLUTION = 60  # characters from "ครม." to the verb of its decision


@shared
def trigger_matcher() -> Matcher[Row]:
    """The search for the words that express an event or open one, and for the lookalikes."""
    others = ("frame", "tail", "headline")
    return Matcher({row["word"]: row for row in table("event_triggers") if row["type"] not in others})


@compiled
def headline_verbs() -> Matcher[Row]:
    """The search for the verbs of a headline that names no event."""
    return Matcher({row["word"]: row for row in table("event_triggers") if row["type"] == "headline"})


@compiled
def ending_rows() -> dict[str, Row]:
    """What a chain may end with, and the type and subject it gives."""
    return {row["word"]: row for row in table("event_triggers") if row["type"] in ("noun", "verb", "tail")}


@compiled
def frame_types() -> dict[str, str]:
    """The frames, each with the type that it may give ("" for none)."""
    return {row["word"]: row["event_type"] for row in table("event_triggers") if row["type"] == "frame"}


@compiled
def flagged_words(*flags: str) -> tuple[str, ...]:
    """The words of the table `event_triggers` that have one of the flags, in its order.

    >>> flagged_words("resolution")
    ('มีมติ', 'เห็นชอบ', 'อนุมัติ', 'ไฟเขียว', 'ลงมติ')
    """
    return tuple(row["word"] for row in table("event_triggers") if set(flags) & set(values(row["flags"])))


@compiled
def ending_forms() -> Literals:
    """The words of `ending_rows` that are no frames."""
    return Literals(phrase for phrase in ending_rows() if phrase not in frame_types())


@compiled
def frame_forms() -> Literals:
    """The frames."""
    return Literals(frame_types())


@compiled
def name_begins() -> regex.Pattern[str]:
    """Frames at which an event's name begins: "(เป็นประธานใน)พิธีเปิด…", "(เปิด)การประชุม…"."""
    return regex.compile(any_of(flagged_words("begins_name")))


@compiled
def resolutions() -> regex.Pattern[str]:
    """From "ครม." to what it does, over its day and its abbreviation: "(ครม.) วันที่ 18 ก.ค. 66 ได้อนุมัติ"."""
    return regex.compile(
        rf"(?:(?!{any_word('not_resolved')}|\L<verbs>)[^\n]){{0,{_MAX_TO_RESOLUTION}}}+(?P<verb>\L<verbs>)",
        verbs=listed(
            row["word"]
            for row in ending_rows().values()
            if row["type"] in ("verb", "tail") and row["event_type"] == "decision"
        ),
    )
