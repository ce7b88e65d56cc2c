"""Words that express an event (data/events/event_triggers.tsv), alone or put together by a small grammar.

A *verb* expresses an event by itself ("ลงพื้นที่"). An *opener* says what somebody does with one
("เป็นประธาน", "จัด", "เข้าร่วม"); *frames* may follow it ("ในพิธีเปิดโครงการ"), and the *noun* at the end
says what it is ("ประชุม", "สัมมนา", "ลงนาม"). A noun with no opener has a lower weight.
"""

from __future__ import annotations

from collections.abc import Iterator

from thai_newsie.document import Document
from thai_newsie.lexicon import Row, values
from thai_newsie.lexicon.shared_scan import matches
from thai_newsie.provenance import row
from thai_newsie.stages.events.trigger import Part, Subject, Trigger
from thai_newsie.stages.events.trigger_table import (
    ending_forms,
    ending_rows,
    frame_forms,
    frame_types,
    headline_verbs,
    name_begins,
    resolutions,
    trigger_matcher,
)
from thai_newsie.text.characters import line_end

MAX_HEADLINE_VERB = 52  # characters of a headline in which its own verb ends; what follows are purposes
_MAX_CHAIN = 100  # characters behind an opener in which its noun ends
_SUBJECTS = {subject.value: subject for subject in Subject}
_PARTS = {part.value: part for part in Part}
_LOOKALIKE = "a lookalike: it only holds the words of an event"
_WHY_NO_TRIGGER = {
    "opener": "no word behind it says what the event is",
    "cabinet": "no verb of a decision follows",
    "lookalike": _LOOKALIKE,
    "headline": _LOOKALIKE,  # the only ones of these that make no trigger
}


def find_triggers(document: Document) -> Iterator[Trigger]:
    """Every trigger in the text, from left to right, none overlapping.

    >>> from thai_newsie.document import Document
    >>> text = "นายสมชาย ใจดี เป็นประธานในพิธีเปิดการประชุมเชิงปฏิบัติการด้านการเกษตร"
    >>> [(text[t.name_start : t.end], t.type) for t in find_triggers(Document.from_text(text))]
    [('พิธีเปิดการประชุมเชิงปฏิบัติการ', 'seminar')]
    """
    text, done = document.text, 0
    for start, end, found in matches(document, trigger_matcher()):
        if start >= done:
            if trigger := _read(text, start, end, found):
                done = trigger.end
                yield trigger
            else:
                _reject(document, start, end, found)


def headline_trigger(document: Document) -> Trigger | None:
    """The verb near the beginning of the headline that says what kind of news it is.

    >>> from thai_newsie.document import Document
    >>> document = Document.from_text("ธ.ก.ส. เพิ่มวงเงินสินเชื่อ")
    >>> document.title_end = len(document.text)
    >>> headline_trigger(document).type
    'decision'
    """
    for start, end, found in headline_verbs().find(
        document.text[: min(document.title_end, MAX_HEADLINE_VERB)]
    ):
        if found["event_type"]:
            return _of_row(found, start, end, start)
        _reject(document, start, end, found)
    return None


def _reject(document: Document, start: int, end: int, found: Row) -> None:
    """Note a row that makes no trigger."""
    if document.trace is not None:
        reason = _WHY_NO_TRIGGER[found["type"]]
        document.trace.reject("events", start, end, row("event_triggers", found["word"]), reason)


def _of_row(found: Row, start: int, end: int, name_start: int, *verb: str) -> Trigger:
    """The trigger that one row makes, or the cabinet's with the verb behind it (`verb`)."""
    return Trigger(
        start,
        end,
        name_start,
        found["event_type"],
        _SUBJECTS[found["subject"]],
        float(found["weight"]),
        _PARTS[found["type"]],
        (found["word"], *verb),
    )


def _read(text: str, start: int, end: int, found: Row) -> Trigger | None:
    part = found["type"]
    if part == "lookalike":
        return None
    if part == "opener":
        return _opened(text, start, end, found)
    if part == "cabinet":
        resolution = resolutions().match(text, end)
        return resolution and _of_row(
            found, start, resolution.end(), resolution.start("verb"), resolution["verb"]
        )
    return _of_row(found, start, end, start)


def _opened(text: str, start: int, end: int, opener: Row) -> Trigger | None:
    """The event that an opener opens; None where no known word follows ("เปิดเผย", "ร่วมมือ")."""
    frames, found, place = _chain(text, end, line_end(text, end, _MAX_CHAIN))
    kinds = {frame_types()[frame] for frame in frames}
    type_ = _type_of_frames(kinds, opener)
    subject, weight = opener["subject"], float(opener["weight"])
    if last := ending_rows().get(found):
        if not type_ or (last["type"] != "tail" and not _is_shown(type_, kinds, opener, last)):
            type_ = last["event_type"]
        if subject == "guest" and not frames and (last["type"], last["subject"]) != ("noun", "chair"):
            subject = last["subject"]  # "ร่วมลงนาม", "ร่วมมอบถุงยังชีพ": the event is what they do together
    else:
        weight -= 1
    if not type_:
        return None
    name = name_begins().search(text, end, place)
    return Trigger(
        start,
        place + len(found),
        name.start() if name else place,
        type_,
        _SUBJECTS[subject],
        weight,
        Part.OPENER,
        (opener["word"], *frames, *filter(None, [found])),
    )


def _chain(text: str, start: int, limit: int) -> tuple[list[str], str, int]:
    """What stands behind an opener: its frames, the noun or verb that says what is opened, where that begins."""
    frames: list[str] = []
    endings, frame_words = ending_forms(), frame_forms()
    place = _past(text, start, limit, "ฯ ")
    while not (end := endings.longest_at(text, place, limit)):
        frame = frame_words.longest_at(text, place, limit)
        if not frame:
            break
        frames.append(frame)
        place = _past(text, place + len(frame), limit, ' “"')
    return frames, end, place


def _past(text: str, start: int, limit: int, characters: str) -> int:
    """The place behind two such characters at most."""
    for _ in range(2):
        if start < limit and text[start] in characters:
            start += 1
    return start


def _is_shown(type_: str, kinds: set[str], opener: Row, last: Row) -> bool:
    """Whether a ceremony only shows the campaign at the chain's end, and is the event.

    "พิธีเปิดงานนิทรรศการ" is a ceremony as "พิธีเปิดงาน" is; "งานสัมมนา" says what the gathering is.
    """
    if type_ != "ceremony" or last["event_type"] != "campaign":
        return False
    if opener["subject"] == "guest" and kinds <= {"", "gathering"}:
        return False
    return "gathering" in kinds or {"ceremony", "opening"} <= kinds


def _type_of_frames(kinds: set[str], opener: Row) -> str:
    """The type that frames alone give: "พิธี" a ceremony whatever follows, "งาน" what its opener makes of it.

    Who opens a campaign ("เป็นประธานเปิดโครงการ", "เปิดกิจกรรม") does so in a ceremony.
    """
    opened = opener["subject"] == "chair" and ("opening" in kinds or "opens" in values(opener["flags"]))
    gathers = opener["subject"] != "organizer" and {"opening", "gathering"} & kinds
    if "ceremony" in kinds or opened or (gathers and "campaign" not in kinds):
        return "ceremony" if kinds & {"ceremony", "opening", "gathering", "campaign"} else ""
    return "campaign" if {"campaign", "gathering"} & kinds else ""
