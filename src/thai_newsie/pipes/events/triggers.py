"""Words that tell of an event (data/event_triggers.tsv), alone or put together by a small grammar.

A *verb* tells of an event by itself ("ลงพื้นที่"). An *opener* says what somebody does with one
("เป็นประธาน", "จัด", "เข้าร่วม"); *frames* may follow it ("ในพิธีเปิดโครงการ"), and the *noun* at the end
says what it is ("ประชุม", "สัมมนา", "ลงนาม"). A noun with no opener tells of an event more weakly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import regex

from thai_newsie.lexicon import Matcher, table

Row = Mapping[str, str]

_FAR = 60  # characters from "ครม." to the verb that tells what it did
_RESOLVES = 8.0  # weight of "ครม. … เห็นชอบ"
_JOINS = ("เข้าร่วม", "ร่วม")
# Frames at which an event's name begins: "(เป็นประธานใน)พิธีเปิด…", "(เปิด)การประชุม…".
_NAME_BEGINS = regex.compile(r"(?:รัฐ|พระราช)?พิธี|งาน|การ|โครงการ|กิจกรรม|เทศกาล|เวที")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger where it stands: its type, who its subject is to the event, where the event's name begins.

    `subject` is "chair", "organizer" or "" (the one who is received, the storm …).
    """

    start: int
    end: int
    name_start: int
    type: str
    subject: str
    weight: float
    part: str
    joins: bool = False  # the subject only takes part: "เข้าร่วมการประชุม"


@cache
def _rows() -> dict[str, Row]:
    return {row["phrase"]: row for row in table("event_triggers") if row["part"] != "frame"}


@cache
def _matcher() -> Matcher:
    return Matcher({phrase: phrase for phrase in _rows()})


@cache
def _chain() -> regex.Pattern[str]:
    """What may stand behind an opener: frames, then the noun or verb that says what is opened."""
    frames = [row["phrase"] for row in table("event_triggers") if row["part"] == "frame"]
    nouns = [row["phrase"] for row in _rows().values() if row["part"] in ("noun", "verb") and row["type"]]
    nouns = [noun for noun in nouns if noun not in frames]
    return regex.compile(
        r"[ฯ ]{0,2}(?P<frames>(?:(?!\L<nouns>)(?P<frame>\L<frames>)[ “\"]{0,2})*+)(?P<noun>\L<nouns>)?",
        nouns=sorted(nouns, key=len, reverse=True),
        frames=sorted(frames, key=len, reverse=True),
    )


@cache
def _resolutions() -> regex.Pattern[str]:
    verbs = [row["phrase"] for row in _rows().values() if row["type"] == "decision" and row["part"] == "verb"]
    return regex.compile(r"\L<verbs>", verbs=sorted(verbs, key=len, reverse=True))


def find_triggers(text: str) -> Iterator[Trigger]:
    """Every trigger in the text, from left to right, none overlapping.

    >>> text = "นายสมชาย ใจดี เป็นประธานในพิธีเปิดการประชุมเชิงปฏิบัติการด้านการเกษตร"
    >>> [(text[t.name_start : t.end], t.type) for t in find_triggers(text)]
    [('พิธีเปิดการประชุมเชิงปฏิบัติการ', 'seminar')]
    """
    done = 0
    for start, end, phrase in _matcher().find(text):
        if start < done:
            continue
        row = _rows()[phrase]
        trigger = None
        if row["part"] == "opener":
            trigger = _opened(text, start, end, row)
        elif row["part"] == "cabinet":
            verb = _resolutions().search(text, end, text_end(text, end, _FAR))
            if verb:
                trigger = Trigger(
                    start, verb.end(), verb.start(), row["type"], row["subject"], _RESOLVES, "cabinet"
                )
        elif row["part"] != "not":
            trigger = Trigger(
                start, end, start, row["type"], row["subject"], float(row["weight"]), row["part"]
            )
        if trigger:
            done = trigger.end
            yield trigger


def text_end(text: str, position: int, reach: int) -> int:
    """Where the line ends, at most `reach` characters on."""
    end = text.find("\n", position, position + reach)
    return end if end >= 0 else min(len(text), position + reach)


def _opened(text: str, start: int, end: int, opener: Row) -> Trigger | None:
    """The event that an opener opens; None where no known word follows ("เปิดเผย", "ร่วมมือ")."""
    chain = _chain().match(text, end, text_end(text, end, 100))
    if not chain:
        return None
    frames = chain.captures("frame")
    kinds = [row["type"] for frame in frames for row in _frames()[frame]]
    noun = _rows().get(chain["noun"] or "")
    name = _NAME_BEGINS.search(text, end, chain.end())
    name_start = name.start() if name else chain.start("noun") if noun else chain.end()
    weight = float(opener["weight"])
    if noun:
        kind, subject = noun["type"], opener["subject"]
        if noun["part"] == "verb" and not frames and opener["phrase"] in _JOINS:
            subject = noun["subject"]
    else:
        kind, subject = _kind_of_frames([k for k in kinds if k], opener["subject"]), opener["subject"]
        weight -= 1
    if not kind:
        return None
    joins = opener["phrase"] in _JOINS
    return Trigger(start, chain.end(), name_start, kind, subject, weight, "opener", joins)


@cache
def _frames() -> dict[str, list[Row]]:
    out: dict[str, list[Row]] = {}
    for row in table("event_triggers"):
        if row["part"] == "frame":
            out.setdefault(row["phrase"], []).append(row)
    return out


def _kind_of_frames(kinds: list[str], subject: str) -> str:
    """The type that frames alone give: "พิธี" a ceremony whatever follows, "งาน" what its opener makes of it."""
    if "ceremony" in kinds or (subject == "chair" and {"opening", "gathering"} & set(kinds)):
        return "ceremony"
    return "campaign" if {"campaign", "gathering"} & set(kinds) else ""
