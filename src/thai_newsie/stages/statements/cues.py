"""Verbs of saying, and where the speech stands that each of them tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from thai_newsie.document import Span
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.stages.statements import patterns
from thai_newsie.text.characters import line_end

_FAR = 600  # characters between a verb and its later "ว่า"

_RECEIVED = ("รายงาน", "แจ้ง")  # verbs whose noun one receives
_GIVER = 200  # characters for whoever gave a report, and what it is about

_CLAUSE = 20  # nearer than this to another verb's "ว่า" there is no room for a speech


class Kind(Enum):
    """How a verb of saying points to the speech."""

    OPENS = "opens"  # "ว่า", a quotation mark or "ดังนี้" opens it: "กล่าวว่า …"
    CLOSES = "closes"  # the verb ends the paragraph, the speech stands before: "“…” นายสมชายกล่าว"
    BARE = "bare"  # neither: "เผยความคืบหน้าโครงการ…", "“…” นายสมชายกล่าว ทั้งนี้ …"


@dataclass(slots=True)
class Cue:
    """A verb of saying: its span, its verb without adverbs, and where speech begins that follows it."""

    start: int
    end: int
    verb: str
    kind: Kind
    speech: int
    direct: bool = False
    takes_object: bool = False  # what follows without "ว่า" is speech if a speaker stands before
    far: bool = False  # its "ว่า" stands behind words that no table knows: the speaker must stand beside it
    ends_line: bool = False  # nothing follows on its line, though "ว่า" announces it
    quotes: bool = False  # a mark alone opens it
    giver: Span | None = None  # who gave the report: "ได้รับรายงานจาก|กรมทางน้ำ|ว่า"


@compiled
def _needs_wa() -> frozenset[str]:
    return frozenset(row["word"] for row in table("speech_verbs") if "needs_wa" in values(row["flags"]))


@compiled
def closing_verbs() -> frozenset[str]:
    """Verbs that stand behind a quotation: "“…” นายสมชายกล่าว"."""
    return frozenset(
        row["word"] for row in table("speech_verbs") if "closes_quotation" in values(row["flags"])
    )


@compiled
def documents() -> frozenset[str]:
    """Verbs that reports and rumours take as well as people: their speaker must stand beside them."""
    return frozenset(patterns.words("document", "hearsay"))


@compiled
def hearsay() -> frozenset[str]:
    """Verbs that tell what others say than the article's speaker: "โดยอ้างว่า"."""
    return frozenset(patterns.words("hearsay"))


def find_cues(text: str, start: int) -> Iterator[Cue]:
    """The cues of `text` from `start` on, from left to right.

    >>> [cue.kind.value for cue in find_cues("นายกฯ กล่าวถึงกรณีน้ำท่วม ว่า เร่งช่วยเหลือ", 0)]
    ['opens']
    """
    part_of_word = patterns.compound().match
    matches = [m for m in patterns.verb().finditer(text, start) if not part_of_word(text, m.start())]
    # A verb's later "ว่า" never lies behind another verb that has its own.
    limits = [len(text)] * len(matches)
    for index in range(len(matches) - 2, -1, -1):
        follower = matches[index + 1]
        limits[index] = follower.start() if follower["wa"] else limits[index + 1]
    for match, limit in zip(matches, limits, strict=True):
        yield _read(text, match, limit)


def _read(text: str, match: re.Match[str], limit: int) -> Cue:
    """The cue that a verb is, from what follows it."""
    cue = Cue(match.start(), match.end(), match["verb"], Kind.OPENS, match.end())
    if match["wa"]:
        cue.ends_line = bool(patterns.PARAGRAPH_CLOSES.match(text, cue.end))
        return _open(text, cue, cue.end)
    if cue.verb in closing_verbs() and patterns.PARAGRAPH_CLOSES.match(text, cue.end):
        cue.kind = Kind.CLOSES
        return cue
    if cue.verb in _RECEIVED and (giver := _giver(text, cue)):
        cue.giver = giver
        return _open(text, cue, giver.end + len("ว่า"))
    topic = patterns.topic().match(text, cue.end)
    wish = patterns.wish().match(text, cue.end)
    announces = bool(topic) or not wish
    if announces and (summary := patterns.SUMMARY.match(text, cue.end)):
        return _open(text, cue, summary.end())
    if cue.verb in closing_verbs() and patterns.MARK_FOLLOWS.match(text, cue.end):
        cue.quotes = True
        return _open(text, cue, cue.end)
    far = line_end(text, cue.end, _FAR)
    limit = min(limit, far)
    announced = announces and text.find("ว่า", cue.end, limit) >= 0
    later = patterns.later_wa().search(text, cue.end, limit) if announced else None
    if not later and patterns.CASE.match(text, cue.end) and (asked := patterns.verb().match(text, limit)):
        # "กล่าวถึงกรณีที่ฝ่ายค้านระบุว่า … ว่า …": the answer's "ว่า" stands behind the question's.
        later, limit = patterns.later_wa().search(text, asked.end(), far), far
    if later and (
        topic or later.lastgroup == "told" or (later.lastgroup == "apart" and cue.verb not in documents())
    ):
        cue.far = not topic
        return _open(text, cue, later.end())
    if cue.verb == "ให้สัมภาษณ์" and (thereby := patterns.THEREBY.search(text, cue.end, limit - _CLAUSE)):
        return _open(text, cue, thereby.end())
    if patterns.CASE.match(text, cue.end) and (that := patterns.AS_FOR_THAT.search(text, cue.end, limit)):
        return _open(text, cue, that.end())
    cue.kind = Kind.BARE
    about = patterns.ABOUT.match(text, cue.end)
    circumstance = topic and not topic["topic"]
    cue.takes_object = bool(about) or not (wish or circumstance or cue.verb in _needs_wa())
    return _open(text, cue, about.end() if about else cue.end)


def _giver(text: str, cue: Cue) -> Span | None:
    """Whoever gave the report that somebody received, up to its "ว่า"."""
    if not patterns.RECEIVED.match(text, cue.start) or not (by := patterns.GIVEN_BY.match(text, cue.end)):
        return None
    given = patterns.given_wa().search(text, by.end(), line_end(text, by.end(), _GIVER))
    return Span(by.end(), given.start()) if given else None


def _open(text: str, cue: Cue, at: int) -> Cue:
    """The cue with its speech begun at `at`, behind blanks and opening marks."""
    opened = patterns.SPEECH_OPENS.match(text, at)
    cue.speech, cue.direct = (opened.end(), bool(opened["quote"])) if opened else (at, False)
    return cue
