"""What an event is called: the phrase from its noun on, to where its circumstances begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from thai_newsie.document import Document, Span
from thai_newsie.lexicon import compiled, table, values, words_of
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.events.candidate import Candidate
from thai_newsie.stages.events.trigger import Part, Trigger
from thai_newsie.stages.events.words import any_word, not_behind
from thai_newsie.text.characters import line_end

_MAX_NAME_LENGTH = 160  # characters behind a trigger
_MAX_TO_ROLE = 6  # characters between a name and its roles: " และ "
_SPEECH_BEGINS = re.compile(r"[^\n]{0,15}")
_QUOTED = re.compile(r"[^“”\"\n]{0,25}(?:“[^”\n]{3,140}”|\"[^\"\n]{3,140}\")")
_LEFT_OVER = regex.compile(r"""(?r)(?:[ "“(,-]|(?<=[ "”])ใน)++""")


@compiled
def _points_back() -> re.Pattern[str]:
    """ "เป็นประธานในพิธี", "เป็นประธานการประชุมครั้งนี้": what was named before."""
    return re.compile(
        rf"[ฯ ]{{0,2}}(?:{any_word('points_back')}|ในวันนี้|(?={any_word('bare_noun_over')}|\(|\n|$))"
    )


@compiled
def _name_over() -> re.Pattern[str]:
    """Where the name is over: its place and day, those present, its purpose, what was said.

    Some of the words begin a clause only behind a blank ("การประชุมชี้แจงแนวทาง", but "… ย้ำทุกหน่วยงาน"); a
    committee's or project's own name may say what it is for ("คณะกรรมการเพื่อขับเคลื่อน…").
    """
    weekday = any_of(form for row in table("weekdays") for form in (row["word"], *values(row["forms"])))
    title = any_of(words_of("titles", "civil", "military", "police", "academic"))
    return re.compile(
        rf" {{0,3}}(?:{any_word('name_over')}|{not_behind('purpose_in_name')}เพื่อ|ในวัน(?=ที่|{weekday})"
        rf"|จำนวน(?= ?{any_word('amount')}? ?\d)|(?<!ระห)(?<!ก)ว่า(?!การ|ด้วย|ที่|จ้าง)|นั้น(?= ))"
        rf"|(?<!ให้)(?<!คือ)(?<!เดิม)(?<! ) {{1,3}}(?:เวลา ?\d|วัน(?:ที่|{weekday}ที่) ?\d)"
        rf"| {{1,3}}(?:{any_word('name_over_behind_blank')}|มี(?= ?{title})|ที่(?= ?{any_word('place', flag='ends_name')}))"
        r"|[ .]{0,20}\n|$"
    )


def naming_trigger(text: str, event: Candidate, ranked: Sequence[Candidate]) -> Trigger:
    """The trigger that names the event: its own, or the one before it where its own only points back.

    "… ร่วมประชุมผู้อำนวยการ ครั้งที่ 4/2563 โดยมี นายสมชาย ใจดี เป็นประธานในการประชุม"
    """
    own = event.trigger
    if not _only_points_back(text, own):
        return own
    named = [
        other.trigger
        for other in ranked
        if other.trigger.type == own.type
        and event.line_start <= other.trigger.start < own.start
        and not _only_points_back(text, other.trigger)
    ]
    return max(named, key=lambda trigger: trigger.start, default=own)


def _only_points_back(text: str, trigger: Trigger) -> bool:
    return _points_back().match(text, trigger.end) is not None


def speaker_end(document: Document, trigger: Trigger) -> int:
    """The end of the person and roles with which a statement begins. The predicate behind them belongs to the name.

    "… เปิดเผยว่า พลเอก สมชาย ใจดี นายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงกลาโหม ขอบคุณ…"
    """
    end = trigger.name_start
    if trigger.part is Part.STATEMENT:
        for named in sorted((*document.people, *document.roles), key=lambda span: span.start):
            if named.end > end and trigger.name_start <= named.start <= end + _MAX_TO_ROLE:
                end = named.end
    return end


def name_of(text: str, trigger: Trigger, speaker_end: int = 0, whole: Sequence[Span] = ()) -> Span:
    """The event's name. It goes on behind `speaker_end`; a quoted one ends with its quotation mark.

    It does not end within one of the `whole` names, those of organizations and areas:
    "ประชุมหารือการทำงานของศูนย์ปฏิบัติการ|เพื่อป้องกัน…", "ลงพื้นที่ตำบลบ้าน|ว่าน".

    >>> from thai_newsie.stages.events.triggers import find_triggers
    >>> from thai_newsie.document import Document
    >>> text = "เป็นประธานในพิธีเปิดงาน “วันดินโลก” ประจำปี 2567 ณ สวนหลวง"
    >>> name = name_of(text, next(find_triggers(Document.from_text(text))))
    >>> text[name.start : name.end]
    'พิธีเปิดงาน “วันดินโลก”'
    """
    quoted = _QUOTED.match(text, trigger.name_start)
    if quoted and quoted.end() > trigger.end:
        return Span(trigger.name_start, quoted.end())
    begins = max(trigger.end, trigger.name_start)
    if trigger.part is Part.STATEMENT:  # what is said goes on for some words: "เพื่อให้ประชาชน…", "ซึ่งขณะนี้…"
        begins = max(begins, speaker_end)
        line = _SPEECH_BEGINS.match(text, begins)
        begins = line.end() if line else begins
    limit = begins + _MAX_NAME_LENGTH
    stop = _cut(text, begins, _end_of_name(text, begins, limit, whole), limit)
    if text.count("“", trigger.name_start, stop) > text.count("”", trigger.name_start, stop):
        closing = text.find("”", stop, line_end(text, stop, limit - stop))  # a title may leave its “ open
        stop = closing + 1 if closing >= 0 else stop
    name = _trimmed(text, trigger.name_start, stop)
    return name if name.end > name.start else Span(trigger.start, trigger.end)


def _end_of_name(text: str, begins: int, limit: int, whole: Sequence[Span]) -> int:
    """Where a word ends the name that is no part of the name of an organization or an area."""
    end = _name_over().search(text, begins, limit)
    while end and (around := next((b for b in whole if b.start < end.start() < b.end), None)):
        end = _name_over().search(text, around.end, limit)
    return end.start() if end else limit


def _cut(text: str, begins: int, stop: int, limit: int) -> int:
    """`stop`; where it is the `limit` itself, the last blank or open bracket before it: names are not cut in a word."""
    if not stop == limit < len(text):
        return stop
    stop = max(text.rfind(" ", begins, limit), begins)
    if text.count("(", begins, stop) > text.count(")", begins, stop):
        stop = text.rfind("(", begins, stop)
    return stop


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without the blanks at both ends, and the opening marks and the ใน of "ใน|ระหว่างวันที่" at its end."""
    left = _LEFT_OVER.match(text, start, end)
    closes = left and left[0] == '"' and text.count('"', start, end) % 2 == 0
    end = left.start() if left and not closes else end
    while start < end and text[start] == " ":
        start += 1
    return Span(start, end)
