"""Statements on the English pages of Thai agencies: "Government Spokesperson Chai Wacharonke disclosed that …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

import regex

from thai_newsie.lexicon import any_of, table
from thai_newsie.reading import Actor, Reading, Span, StatementMention
from thai_newsie.text import line_end, line_start

_NEAR = 200  # characters from a speaker to the verb: an aside or a date may stand between
_SENTENCE = regex.compile(r"(?<!\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Prof|H\.E|No))[.!?]\s")


@cache
def _cue() -> re.Pattern[str]:
    verbs = any_of(row["word"] for row in table("english_speech_verbs"))
    return re.compile(rf"\b(?P<cue>(?:{verbs}) that) (?=[^\n]{{10}})")


def english_statements(reading: Reading) -> Iterator[StatementMention]:
    """Who disclosed, said or added that …: the last person, office or body before the verb, in its sentence.

    What is said goes on to the next such verb in the line, or to the line's end.

    >>> from thai_newsie.reading import PersonMention
    >>> from thai_newsie.text import Shadow
    >>> reading = Reading(Shadow("Somchai Jaidee disclosed that rice exports rose."), frozenset())
    >>> reading.people.append(PersonMention(0, 14, None, Span(0, 14)))
    >>> [(reading.slice(said.cue), reading.slice(said)) for said in english_statements(reading)]
    [('disclosed that', 'rice exports rose.')]
    """
    text = reading.text
    cues = list(_cue().finditer(text, reading.title_end)) if " that " in text else []
    if not cues:
        return
    actors: list[Actor] = [
        *reading.people,
        *(role for role in reading.roles if not role.person),
        *(entity for entity in reading.entities if entity.label == "ORGANIZATION"),
    ]
    actors.sort(key=lambda actor: actor.end)
    ends = [actor.end for actor in actors]
    end = 0
    for match, following in zip_longest(cues, cues[1:]):
        start = match.end()
        end = end if start < end else line_end(reading.text, start, len(reading.text))
        line = line_start(reading.text, match.start(), _NEAR)
        before = bisect_right(ends, match.start())
        speaker = actors[before - 1] if before else None
        if (
            speaker
            and speaker.start >= line
            and not _SENTENCE.search(reading.text, speaker.end, match.start())
        ):
            goes_on = following and following.start() < end
            last = _sentence_end(reading.text, start, following.start()) if goes_on else end
            yield StatementMention(start, last, Span(*match.span("cue")), speaker, direct=False)


def _sentence_end(text: str, start: int, end: int) -> int:
    """Where the sentence before `end` ends."""
    ends = [match.start() + 1 for match in _SENTENCE.finditer(text, start, end)]
    return ends[-1] if ends else end
