"""Statements on the English pages of Thai agencies: "Government Spokesperson Chai Wacharonke disclosed that …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import zip_longest

import regex

from thai_newsie.document import Actor, Document, Span, StatementMention
from thai_newsie.lexicon import compiled, words_of
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import row
from thai_newsie.text.characters import line_end, line_start

_MAX_SPEAKER_DISTANCE = 200  # characters from a speaker to the verb: an aside or a date may stand between
_SENTENCE_END = regex.compile(r"(?<!\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Prof|H\.E|No))[.!?]\s")


@compiled
def _cue() -> re.Pattern[str]:
    verbs = any_of(words_of("english_speech_verbs"))
    return re.compile(rf"\b(?P<cue>(?P<verb>{verbs}) that) (?=[^\n]{{10}})")


def english_statements(document: Document) -> Iterator[StatementMention]:
    """Who disclosed, said or added that …: the last person, role or organization before the verb, in its sentence.

    What is said goes on to the next such verb in the line, or to the line's end.

    >>> from thai_newsie.document import PersonMention
    >>> from thai_newsie.text.normalized import NormalizedText
    >>> document = Document(NormalizedText("Somchai Jaidee disclosed that rice exports rose."), frozenset())
    >>> document.people.append(PersonMention(0, 14, None, Span(0, 14)))
    >>> [(document.slice(said.cue), document.slice(said)) for said in english_statements(document)]
    [('disclosed that', 'rice exports rose.')]
    """
    text = document.text
    cues = list(_cue().finditer(text, document.title_end)) if " that " in text else []
    if not cues:
        return
    actors: list[Actor] = [
        *document.people,
        *(role for role in document.roles if not role.person),
        *(entity for entity in document.entities if entity.label == "ORGANIZATION"),
    ]
    actors.sort(key=lambda actor: actor.end)
    ends = [actor.end for actor in actors]
    end = 0
    for match, following in zip_longest(cues, cues[1:]):
        start = match.end()
        end = end if start < end else line_end(text, start, len(text))
        before = bisect_right(ends, match.start())
        speaker = actors[before - 1] if before else None
        rule = row("english_speech_verbs", match["verb"])
        if speaker and _in_one_sentence(text, speaker, match.start()):
            goes_on = following and following.start() < end
            last = _last_sentence_end(text, start, following.start()) if goes_on else end
            yield StatementMention(start, last, Span(*match.span("cue")), speaker, direct=False, rule=rule)
        elif document.trace is not None:
            reason = "no person, role or organization stands before the verb in its sentence"
            document.trace.reject("statements", match.start(), match.end(), rule, reason)


def _in_one_sentence(text: str, speaker: Actor, verb: int) -> bool:
    """Whether a speaker stands in the sentence of the verb at `verb`."""
    line = line_start(text, verb, _MAX_SPEAKER_DISTANCE)
    return speaker.start >= line and not _SENTENCE_END.search(text, speaker.end, verb)


def _last_sentence_end(text: str, start: int, end: int) -> int:
    """Where the last sentence that ends between `start` and `end` ends; `end` where none does."""
    ends = [match.start() + 1 for match in _SENTENCE_END.finditer(text, start, end)]
    return ends[-1] if ends else end
