"""What an event is called: the phrase from its noun on, to where its circumstances begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import regex

from thai_newsie.document import Document, Span
from thai_newsie.stages.events.triggers import Trigger

if TYPE_CHECKING:
    from thai_newsie.stages.events.scoring import Candidate

_LONGEST = 160
_TO_OFFICE = 6  # characters between a name and its offices: " และ "
_ENOUGH = regex.compile(r"[^\n]{0,15}")
# "เป็นประธานในพิธี", "เป็นประธานการประชุมครั้งนี้": what was named before.
_POINTS_BACK = regex.compile(
    r"[ฯ ]{0,2}(?:(?:ใน)?ครั้งนี้|ดังกล่าว|ในวันนี้)|[ฯ ]{0,2}(?=ณ |เพื่อ|โดย|มี|พร้อม|ซึ่ง|ว่า|กล่าว|และมี|\(|\n|$)"
)
_QUOTED = regex.compile(r"[^“”\"\n]{0,25}(?:“[^”\n]{3,140}”|\"[^\"\n]{3,140}\")")
# Where the name is over: its place and day, those present, its purpose, what was said. Some of the
# words begin a clause only behind a space ("การประชุมชี้แจงแนวทาง", but "… ย้ำทุกหน่วยงาน"); a committee's or
# project's own name may say what it is for ("คณะกรรมการเพื่อขับเคลื่อน…").
_ENDS = re.compile(
    r" {0,3}(?:โดยมี|(?<!กรรมการ)(?<!คณะทำงาน)(?<!โครงการ)เพื่อ|เมื่อวัน|ในวัน(?=ที่|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|ระหว่างวัน|พร้อมด้วย|ซึ่ง|จำนวน(?= ?(?:กว่า|ทั้งสิ้น|มากกว่า|ประมาณ)? ?\d)"
    r"|ผ่านระบบ|ในครั้งนี้|ในโอกาส|เนื่องใน|จัดโดย|(?<!ระห)(?<!ก)ว่า(?!การ|ด้วย|ที่|จ้าง)|นั้น(?= )|และได้|และกล่าว|ดังนี้|หลังจาก)"
    r"|(?<!ให้)(?<!คือ)(?<!เดิม)(?<! ) {1,3}(?:เวลา ?\d|วัน(?:ที่|(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)ที่) ?\d)"
    r"| {1,3}(?:ณ(?= )|ผ่าน|ที่(?= ?(?:ห้อง|โรงแรม|อาคาร|จังหวัด|ศูนย์))|โดย|พร้อม|และให้|ให้|หวัง|ชู|ย้ำ|เน้น|เผย|ชี้|ขอ|เดินหน้า|มุ่ง|สร้าง|ขับเคลื่อน|ติดตาม|ลดความ|ตั้งเป้า|กล่าว|ก่อน|ส่งผล|ทำให้)"
    r"|[ .]{0,20}\n|$"
)

_LEFT_OVER = regex.compile(r"""(?r)(?:[ "“(,-]|(?<=[ "”])ใน)++""")


def naming_trigger(text: str, event: Candidate, ranked: list[Candidate]) -> Trigger:
    """The trigger that names the event: its own, or where that only points back the one before it.

    "… ร่วมประชุมผู้อำนวยการ ครั้งที่ 4/2563 โดยมี นายสมชาย ใจดี เป็นประธานในการประชุม"
    """
    own = event.trigger
    if not _points_back(text, own):
        return own
    told = [
        other.trigger
        for other in ranked
        if other.trigger.type == own.type
        and event.line_start <= other.trigger.start < own.start
        and not _points_back(text, other.trigger)
    ]
    return max(told, key=lambda trigger: trigger.start, default=own)


def _points_back(text: str, trigger: Trigger) -> bool:
    return _POINTS_BACK.match(text, trigger.end) is not None


def told_of_end(document: Document, trigger: Trigger) -> int:
    """Where the person with whom what is said begins is over, with the offices; the predicate behind belongs to the name.

    "… เปิดเผยว่า พลเอก สมชาย ใจดี นายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงกลาโหม ขอบคุณ…"
    """
    end = trigger.name_start
    if trigger.part == "statement":
        for told in sorted((*document.people, *document.roles), key=lambda span: span.start):
            if told.end > end and trigger.name_start <= told.start <= end + _TO_OFFICE:
                end = told.end
    return end


def name_of(text: str, trigger: Trigger, told_of_end: int = 0, organizations: Sequence[Span] = ()) -> Span:
    """The event's name, which goes on behind `told_of_end`; a quoted one ends with its quotation mark.

    It does not end within one of the `organizations`: "ประชุมหารือการทำงานของศูนย์ปฏิบัติการ|เพื่อป้องกัน…".

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
    if trigger.part == "statement":  # what is said goes on for some words: "เพื่อให้ประชาชน…", "ซึ่งขณะนี้…"
        begins = max(begins, told_of_end)
        line = _ENOUGH.match(text, begins)
        begins = line.end() if line else begins
    limit = begins + _LONGEST
    end = _ENDS.search(text, begins, limit)
    while end and (organization := next((b for b in organizations if b.start < end.start() < b.end), None)):
        end = _ENDS.search(text, organization.end, limit)
    stop = end.start() if end else limit
    if stop == limit < len(text):
        stop = max(text.rfind(" ", begins, limit), begins)
        if text.count("(", begins, stop) > text.count(")", begins, stop):
            stop = text.rfind("(", begins, stop)
    if text.count("“", trigger.name_start, stop) > text.count("”", trigger.name_start, stop):
        closing = text.find("”", stop, limit)
        stop = closing + 1 if closing >= 0 else stop
    name = _trimmed(text, trigger.name_start, stop)
    return name if name.end > name.start else Span(trigger.start, trigger.end)


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without the spaces at its rims, and the opening marks and the ใน of "ใน|ระหว่างวันที่" at its end."""
    left = _LEFT_OVER.match(text, start, end)
    closes = left and left[0] == '"' and text.count('"', start, end) % 2 == 0
    end = left.start() if left and not closes else end
    while start < end and text[start] == " ":
        start += 1
    return Span(start, end)
