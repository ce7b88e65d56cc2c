"""Verbs of saying, and where the speech stands that each of them tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from thai_newsie.document import Span
from thai_newsie.lexicon import compiled
from thai_newsie.provenance import Trace, joined, pattern, row
from thai_newsie.stages.statements import patterns
from thai_newsie.text.characters import line_end

_MAX_THAT_DISTANCE = 600  # characters between a verb and its later "ว่า"
_MAX_GIVER = 200  # characters for whoever gave a report, and what it is about
_OBJECT = pattern("object")
_MIN_CLAUSE = 20  # nearer than this to another verb's "ว่า" there is no room for a speech


class Kind(Enum):
    """How a verb of saying points to the speech."""

    OPENS = "opens"  # "ว่า", a quotation mark or "ดังนี้" opens it: "กล่าวว่า …"
    CLOSES = "closes"  # the verb ends the paragraph, the speech stands before: "“…” นายสมชายกล่าว"
    BARE = "bare"  # neither: "เผยความคืบหน้าโครงการ…", "“…” นายสมชายกล่าว ทั้งนี้ …"


class Cue(NamedTuple):
    """A verb of saying: its span, its verb without adverbs, and where speech begins that follows it.

    `opened_by` is the pattern that opens the speech, "" where "ว่า" stands directly behind the verb.
    """

    start: int
    end: int
    verb: str
    kind: Kind
    speech: int
    opened_by: str = ""
    direct: bool = False
    takes_object: bool = False  # what follows without "ว่า" is speech if a speaker stands before
    far: bool = False  # its "ว่า" stands behind words that no table knows: the speaker must stand beside it
    ends_line: bool = False  # nothing follows on its line, though "ว่า" announces it
    quotes: bool = False  # a quotation mark alone opens it
    giver: Span | None = None  # who gave the report: "ได้รับรายงานจาก|กรมทางน้ำ|ว่า"

    @property
    def verb_rule(self) -> str:
        """The row of the verb."""
        return row("speech_verbs", self.verb)

    @property
    def rule(self) -> str:
        """The row of the verb, and the pattern that opens the speech."""
        return joined(self.verb_rule, self.opened_by)


class _Opening(NamedTuple):
    """Where the speech of a verb opens, and by what; the other fields as in `Cue`."""

    at: int
    opened_by: str = ""
    far: bool = False
    ends_line: bool = False
    quotes: bool = False
    giver: Span | None = None


@compiled
def documents() -> frozenset[str]:
    """Verbs that reports and rumours take as well as people: their speaker must stand beside them."""
    return frozenset(patterns.words("document", "hearsay"))


@compiled
def hearsay() -> frozenset[str]:
    """Verbs that tell what others say than the article's speaker: "โดยอ้างว่า"."""
    return frozenset(patterns.words("hearsay"))


def find_cues(text: str, start: int, trace: Trace | None = None) -> Iterator[Cue]:
    """The cues of `text` from `start` on, from left to right.

    >>> [cue.kind.value for cue in find_cues("นายกฯ กล่าวถึงกรณีน้ำท่วม ว่า เร่งช่วยเหลือ", 0)]
    ['opens']
    """
    part_of_word = patterns.compound().match
    matches = []
    for match in patterns.verb().finditer(text, start):
        if other := part_of_word(text, match.start()):
            if trace is not None:
                _reject_part(trace, match, other["first"])
        else:
            matches.append(match)
    # A verb's later "ว่า" never lies behind another verb that has its own.
    limits = [len(text)] * len(matches)
    for index in range(len(matches) - 2, -1, -1):
        follower = matches[index + 1]
        limits[index] = follower.start() if follower["wa"] else limits[index + 1]
    for match, limit in zip(matches, limits, strict=True):
        yield _cue(text, match, limit)


def _reject_part(trace: Trace, match: re.Match[str], first: str) -> None:
    """Note a verb that only ends another word."""
    verb = match["verb"]
    reason = f"{first}{verb} is another word: {first} is in speech_words as compound"
    trace.reject("statements", match.start(), match.end(), row("speech_verbs", verb), reason)


def _cue(text: str, match: re.Match[str], limit: int) -> Cue:
    """The cue that a verb is, from what follows it."""
    end, verb = match.end(), match["verb"]
    flags = patterns.flags_of_verbs()[verb]
    if match["wa"]:
        ends_line = bool(patterns.PARAGRAPH_CLOSES.match(text, end))
        return _opened(text, match, _Opening(end, ends_line=ends_line))
    if "closes_quotation" in flags and patterns.PARAGRAPH_CLOSES.match(text, end):
        return Cue(match.start(), end, verb, Kind.CLOSES, end)
    if "received" in flags and (giver := _giver(text, match.start(), end)):
        at = giver.end + len("ว่า")
        return _opened(text, match, _Opening(at, pattern("received_report"), giver=giver))
    topic, wish = patterns.topic().match(text, end), patterns.wish().match(text, end)
    announces = bool(topic) or not wish
    about_topic = topic is not None
    if announces and (summary := patterns.SUMMARY.match(text, end)):
        return _opened(text, match, _Opening(summary.end(), pattern("summary")))
    if "closes_quotation" in flags and patterns.QUOTATION_FOLLOWS.match(text, end):
        return _opened(text, match, _Opening(end, pattern("quotation"), quotes=True))
    if opening := _later_opening(text, match, limit, announces=announces, about_topic=about_topic):
        return _opened(text, match, opening)
    about = patterns.about().match(text, end)
    circumstance = topic is not None and not topic["topic"]
    takes_object = bool(about) or not (wish or circumstance or "needs_wa" in flags)
    speech, direct = _speech(text, about.end() if about else end)
    return Cue(match.start(), end, verb, Kind.BARE, speech, _OBJECT, direct, takes_object=takes_object)


def _later_opening(
    text: str, match: re.Match[str], limit: int, *, announces: bool, about_topic: bool
) -> _Opening | None:
    """What opens the speech behind a topic or a case: a later "ว่า", "โดย" or "นั้น".

    `announces`: a later "ว่า" may belong to the verb. `about_topic`: the verb's own topic or circumstance follows it.
    """
    end, verb = match.end(), match["verb"]
    far = line_end(text, end, _MAX_THAT_DISTANCE)
    limit = min(limit, far)
    case = patterns.case().match(text, end)
    announced = announces and text.find("ว่า", end, limit) >= 0
    later = patterns.later_wa().search(text, end, limit) if announced else None
    if not later and case and (asked := patterns.verb().match(text, limit)):
        # "กล่าวถึงกรณีที่ฝ่ายค้านระบุว่า … ว่า …": the answer's "ว่า" stands behind the question's.
        later, limit = patterns.later_wa().search(text, asked.end(), far), far
    if later and (
        about_topic or later.lastgroup == "told" or (later.lastgroup == "apart" and verb not in documents())
    ):
        return _Opening(later.end(), pattern("later_wa"), far=not about_topic)
    if "doy_opens_speech" in patterns.flags_of_verbs()[verb] and (
        thereby := patterns.THEREBY.search(text, end, limit - _MIN_CLAUSE)
    ):
        return _Opening(thereby.end(), pattern("later_doy"))
    if case and (that := patterns.behind_case().search(text, end, limit)):
        return _Opening(that.end(), pattern("behind_case"))
    return None


def _giver(text: str, start: int, end: int) -> Span | None:
    """Whoever gave the report that somebody received, up to its "ว่า"; the report's noun stands from `start` to `end`."""
    if not patterns.received().match(text, start) or not (by := patterns.given_by().match(text, end)):
        return None
    given = patterns.given_wa().search(text, by.end(), line_end(text, by.end(), _MAX_GIVER))
    return Span(by.end(), given.start()) if given else None


def _opened(text: str, match: re.Match[str], opening: _Opening) -> Cue:
    """The cue of a verb that opens a speech."""
    speech, direct = _speech(text, opening.at)
    return Cue(
        match.start(),
        match.end(),
        match["verb"],
        Kind.OPENS,
        speech,
        opening.opened_by,
        direct,
        far=opening.far,
        ends_line=opening.ends_line,
        quotes=opening.quotes,
        giver=opening.giver,
    )


def _speech(text: str, at: int) -> tuple[int, bool]:
    """Where a speech begins, behind blanks and opening quotation marks, and whether such a mark opens it."""
    opened = patterns.SPEECH_OPENS.match(text, at)
    return (opened.end(), bool(opened["quote"])) if opened else (at, False)
