"""Words that tell of an event (data/events/event_triggers.tsv), alone or put together by a small grammar.

A *verb* tells of an event by itself ("ลงพื้นที่"). An *opener* says what somebody does with one
("เป็นประธาน", "จัด", "เข้าร่วม"); *frames* may follow it ("ในพิธีเปิดโครงการ"), and the *noun* at the end
says what it is ("ประชุม", "สัมมนา", "ลงนาม"). A noun with no opener tells of an event more weakly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import regex

from thai_newsie.document import Document
from thai_newsie.lexicon import compiled, table
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.shared_scan import matches, shared
from thai_newsie.text.characters import line_end

Row = Mapping[str, str]

_OPENS = ("เปิด", "ปิด")
HEADLINE_VERB = 52  # characters of a headline in which its own verb ends; what follows tells of purposes
_FAR = 60  # characters from "ครม." to the verb that tells what it did
# Frames at which an event's name begins: "(เป็นประธานใน)พิธีเปิด…", "(เปิด)การประชุม…".
_NAME_BEGINS = regex.compile(r"(?:รัฐ|พระราช)?พิธี|งาน|การ|โครงการ|กิจกรรม|เทศกาล|เวที")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger where it stands: its type, who its subject is to the event, where the event's name begins.

    `subject` is "chair", "guest", "organizer" or "" (the one who is received, the storm …).
    """

    start: int
    end: int
    name_start: int
    type: str
    subject: str
    weight: float
    part: str

    @property
    def joins(self) -> bool:
        """Whether the subject only takes part: "เข้าร่วมการประชุม"."""
        return self.subject == "guest"


@compiled
def _rows() -> dict[str, Row]:
    """The rows that tell of an event or open one, and the lookalikes."""
    return {
        row["word"]: row
        for row in table("event_triggers")
        if row["type"] not in ("frame", "tail", "headline")
    }


@compiled
def _ends() -> dict[str, Row]:
    """What a chain may end with, and the type and subject it gives."""
    return {row["word"]: row for row in table("event_triggers") if row["type"] in ("noun", "verb", "tail")}


@compiled
def _frames() -> dict[str, str]:
    return {row["word"]: row["event_type"] for row in table("event_triggers") if row["type"] == "frame"}


@shared
def _matcher() -> Matcher[str]:
    return Matcher({phrase: phrase for phrase in _rows()})


@compiled
def _in_headlines() -> tuple[Matcher[str], Mapping[str, Row]]:
    """What the verb of a headline tells of that names no event, and the rows of these verbs."""
    rows = {row["word"]: row for row in table("event_triggers") if row["type"] == "headline"}
    return Matcher({phrase: phrase for phrase in rows}), rows


@compiled
def _end_forms() -> Literals:
    return Literals(phrase for phrase in _ends() if phrase not in _frames())


@compiled
def _frame_forms() -> Literals:
    return Literals(_frames())


def _chain(text: str, start: int, limit: int) -> tuple[list[str], str, int]:
    """What stands behind an opener: its frames, the noun or verb that says what is opened, where that begins."""
    frames: list[str] = []
    place = _past(text, start, limit, "ฯ ")
    while not (end := _end_forms().longest_at(text, place, limit)):
        frame = _frame_forms().longest_at(text, place, limit)
        if not frame:
            break
        frames.append(frame)
        place = _past(text, place + len(frame), limit, ' “"')
    return frames, end, place


def _past(text: str, start: int, limit: int, signs: str) -> int:
    """The place behind two such signs at most."""
    for _ in range(2):
        if start < limit and text[start] in signs:
            start += 1
    return start


@compiled
def _resolutions() -> regex.Pattern[str]:
    """From "ครม." to what it does, over its day and its abbreviation: "(ครม.) วันที่ 18 ก.ค. 66 ได้อนุมัติ"."""
    return regex.compile(
        rf"(?:(?!กรณี|หลัง|ต่อ|ถึง|และ|ให้|เพื่อ|เสนอ|\L<verbs>)[^\n]){{0,{_FAR}}}+(?P<verb>\L<verbs>)",
        verbs=[
            row["word"]
            for row in _ends().values()
            if row["type"] in ("verb", "tail") and row["event_type"] == "decision"
        ],
    )


def find_triggers(document: Document) -> Iterator[Trigger]:
    """Every trigger in the text, from left to right, none overlapping.

    >>> from thai_newsie.document import Document
    >>> text = "นายสมชาย ใจดี เป็นประธานในพิธีเปิดการประชุมเชิงปฏิบัติการด้านการเกษตร"
    >>> [(text[t.name_start : t.end], t.type) for t in find_triggers(Document.from_text(text))]
    [('พิธีเปิดการประชุมเชิงปฏิบัติการ', 'seminar')]
    """
    text, done = document.text, 0
    for start, end, phrase in matches(document, _matcher()):
        if start >= done and (trigger := _read(text, start, end, _rows()[phrase])):
            done = trigger.end
            yield trigger


def headline_trigger(document: Document) -> Trigger | None:
    """The verb near the beginning of the headline that tells what kind of news it is.

    >>> from thai_newsie.document import Document
    >>> document = Document.from_text("ธ.ก.ส. เพิ่มวงเงินสินเชื่อ")
    >>> document.title_end = len(document.text)
    >>> headline_trigger(document).type
    'decision'
    """
    matcher, rows = _in_headlines()
    for start, end, phrase in matcher.find(document.text[: min(document.title_end, HEADLINE_VERB)]):
        row = rows[phrase]
        if row["event_type"]:
            return Trigger(
                start, end, start, row["event_type"], row["subject"], float(row["weight"]), row["type"]
            )
    return None


def _read(text: str, start: int, end: int, row: Row) -> Trigger | None:
    part = row["type"]
    if part == "opener":
        return _opened(text, start, end, row)
    if part == "cabinet":
        resolution = _resolutions().match(text, end)
        if not resolution:
            return None
        name_start, end = resolution.span("verb")
    elif part == "lookalike":
        return None
    else:
        name_start = start
    return Trigger(start, end, name_start, row["event_type"], row["subject"], float(row["weight"]), part)


def _opened(text: str, start: int, end: int, opener: Row) -> Trigger | None:
    """The event that an opener opens; None where no known word follows ("เปิดเผย", "ร่วมมือ")."""
    frames, found, place = _chain(text, end, line_end(text, end, 100))
    frame_kinds = {_frames()[frame] for frame in frames}
    kind = _kind_of_frames(frame_kinds, opener)
    subject, weight = opener["subject"], float(opener["weight"])
    if last := _ends().get(found):
        # "พิธีเปิดงานนิทรรศการ" is a ceremony as "พิธีเปิดงาน" is; "งานสัมมนา" says what the gathering is.
        show = "gathering" in frame_kinds or {"ceremony", "opening"} <= frame_kinds
        shown = kind == "ceremony" and show and last["event_type"] == "campaign"
        shown = shown and not (subject == "guest" and frame_kinds <= {"", "gathering"})
        if not kind or (last["type"] != "tail" and not shown):
            kind = last["event_type"]
        if subject == "guest" and not frames and (last["type"], last["subject"]) != ("noun", "chair"):
            subject = last["subject"]  # "ร่วมลงนาม", "ร่วมมอบถุงยังชีพ": the event is what they do together
    else:
        weight -= 1
    if not kind:
        return None
    name = _NAME_BEGINS.search(text, end, place)
    name_start = name.start() if name else place
    return Trigger(start, place + len(found), name_start, kind, subject, weight, "opener")


def _kind_of_frames(kinds: set[str], opener: Row) -> str:
    """The type that frames alone give: "พิธี" a ceremony whatever follows, "งาน" what its opener makes of it.

    Who opens a campaign ("เป็นประธานเปิดโครงการ", "เปิดกิจกรรม") does so in a ceremony.
    """
    opened = opener["subject"] == "chair" and ("opening" in kinds or opener["word"] in _OPENS)
    gathers = opener["subject"] != "organizer" and {"opening", "gathering"} & kinds
    if "ceremony" in kinds or opened or (gathers and "campaign" not in kinds):
        return "ceremony" if kinds & {"ceremony", "opening", "gathering", "campaign"} else ""
    return "campaign" if {"campaign", "gathering"} & kinds else ""
