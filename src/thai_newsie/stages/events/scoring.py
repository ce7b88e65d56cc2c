"""How strongly each trigger tells of the article's news."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import regex

from thai_newsie.document import Document, StatementMention
from thai_newsie.stages.events.event_dates import ToldDay
from thai_newsie.stages.events.triggers import HEADLINE_VERB, Trigger, find_triggers, headline_trigger
from thai_newsie.text.characters import occurrences

_LEAD = 500  # characters of the text after which a trigger has lost a point
_LATEST = 5.0  # points that a trigger loses at most for standing late
_PRESS = 3.0  # what a statement weighs as an event of its own
_FAR = 800  # characters over which "โดยมี" reaches
_BEFORE = 20  # characters before a trigger that say that it only names an event
_SAME_NAME = 14  # characters of an event's name that the title must share

_TALKS = "หารือ"
# "กรมการข้าวแจงกรณีราคาข้าว": the headline says that the press is told.
_EXPLAINS = re.compile("แจง(?!เตือน|นับ)|แถลง(?!นโยบาย|จัด|ข่าวการจัด)|(?<!ตอบ)โต้(?!แย้ง|ตอบ)|ปฏิเสธ")
# What stands before words that name an event without reporting it: "ผลการจัดงาน", "ก่อนการประชุม",
# "เนื่องในโอกาสจัดกิจกรรม", "เพื่อหารือ", "สามารถเข้าร่วมโครงการ", "ผู้ที่จะเดินทางไปต่างประเทศ", "แจ้งความประสงค์เข้าร่วมโครงการ",
# "ในห้วงที่เกิดสถานการณ์น้ำท่วม".
# Read backwards, (?r), from the trigger.
_NAMED = ("การ", "โครงการ", "หลักสูตร")
_CONTEXT = regex.compile(
    r"(?r)(?:ผู้(?:ที่)?(?:วางแผน|ต้องการ|ประสงค์|สนใจ)?(?:จะ)?|(?<!จัด|เปิด|หมาย)ให้|ก่อน|ภายหลัง|หลังจาก|หลัง|ผล|จาก|ครั้ง|หาก|สามารถ|ประสงค์|สมัคร(?:ขอ)?|สนใจ|เสนอตัว|ต้อง|ตาม|ตามที่|เนื่อง(?:จาก|ใน(?:โอกาส)?)|ในโอกาส|เพื่อ|เคย|ไม่|การให้) ?(?:การ|ที่|จากที่)? ?"
    r"|(?:เสนอ|ชง|เข้าสู่|เข้า(?=ที่ประชุม))(?:ต่อ|สู่)?(?:ที่ประชุม)? ?|ที่|(?:ที่|จาก|กรณี|หาก|เมื่อ)เกิด"
)
_TO_CABINET = "เข้า"  # "เสนอเรื่องเข้า ครม."; but "ได้เข้า|ลงพื้นที่" tells of a visit
# "โดยมี … เข้าร่วมประชุม": the others' part in an event that has been told already
_OTHERS = ("โดยมี", "พร้อมด้วย", "ทั้งนี้ มี", "ซึ่งมี", "อาทิ ", "อาทิเช่น")
_OTHERS_END = ("โอกาสนี้", "ทั้งนี้", "จากนั้น", "พร้อมนี้", "พร้อมกันนี้", "นอกจากนี้", "ต่อมา")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger in its surroundings: the line, where its clause's circumstances begin, its score and why."""

    trigger: Trigger
    line_start: int
    line_end: int
    scope: int
    said: bool
    strength: float
    lateness: float
    signs: frozenset[str]

    @property
    def score(self) -> float:
        """What decides the main event: how strongly it is told, and how early."""
        return self.strength - self.lateness


class Surroundings:
    """What the article's other mentions say of a trigger."""

    def __init__(self, document: Document, triggers: list[Trigger], told_days: list[ToldDay]) -> None:
        """Index the reading once for all its triggers."""
        self.document = document
        self.breaks = [-1, *_places(document.text, ("\n",)), len(document.text)]
        title = document.text[: document.title_end]
        self.types_in_title = {
            t.type for t in triggers if t.start < document.title_end and not _is_context(title, t, 0)
        }
        if _TALKS in title:  # "นายกฯ หารือ ทูตญี่ปุ่น": a meeting or a call, the text tells which
            self.types_in_title |= {"meeting", "courtesy_call"}
        explains = _EXPLAINS.search(title)
        if explains is not None:
            self.types_in_title |= {"press"}
        self.explained = explains is not None and explains.start() < HEADLINE_VERB
        self.days = sorted(mention.start for mention, _ in told_days)
        self.times = sorted(t.start for t in document.times)
        self.triggers = sorted(t.start for t in triggers)
        self.actors = sorted(a.start for a in (*document.people, *document.roles))
        self.organizations = sorted(
            e.start
            for e in document.entities
            if e.label == "ORGANIZATION" and _heads_clause(document, e.start)
        )
        self.others = _places(document.text, _OTHERS)
        self.others_end = _places(document.text, _OTHERS_END)
        self.said = sorted(document.statements, key=lambda s: s.start)
        self.starts = [s.start for s in self.said]
        # where the line ends in which the first of them begins
        self.first_told = self.breaks[bisect_right(self.breaks, self.starts[0])] if self.starts else 0

    def candidate(self, trigger: Trigger) -> Candidate:
        """The trigger with its score."""
        statement = self._statement_around(trigger)
        line = bisect_right(self.breaks, trigger.start)
        line_start, line_end = self.breaks[line - 1] + 1, self.breaks[line]
        scope = max(line_start, statement.start if statement else 0)
        signs = frozenset(self._signs(trigger, statement, line_start, scope))
        return Candidate(
            trigger,
            line_start,
            line_end,
            scope,
            statement is not None,
            trigger.weight + sum(_POINTS[sign] for sign in signs),
            min(max(0, trigger.start - self.document.title_end) / _LEAD, _LATEST),
            signs,
        )

    def _signs(
        self, trigger: Trigger, statement: StatementMention | None, line_start: int, scope: int
    ) -> list[str]:
        text, title_end = self.document.text, self.document.title_end
        signs = []
        if trigger.type == "press" and self.explained:
            signs.append("explained")
        if trigger.start < title_end:
            signs.append("in title")
        else:
            if trigger.type in self.types_in_title:
                signs.append("type in title")
            name = text[trigger.name_start : trigger.name_start + _SAME_NAME]
            if "\n" not in name and text.find(name, 0, title_end) >= 0:
                signs.append("name in title")
            if _any_between(self.days, scope, trigger.start):
                signs.append("date before")
            elif _any_between(self.times, scope, trigger.start):
                signs.append("time before")
        if _is_context(text, trigger, line_start):
            signs.append("context")
        elif text.endswith(_NAMED, max(line_start, trigger.start - _BEFORE), trigger.start):
            signs.append("named")
        if trigger.subject in ("chair", "guest"):
            known = _any_between(self.actors, scope, trigger.start) or (
                trigger.joins and _any_between(self.organizations, scope, trigger.start)
            )
            signs.append("actor" if known else "no actor")
        if self._is_of_others(trigger, line_start):
            signs.append("others" if trigger.joins else "others there")
        elif trigger.joins and "no actor" in signs:
            signs.append("others")  # "เกษตรกรที่เข้าร่วมโครงการ"
        # "กล่าวว่า ได้รับรายงานจากกรมฯ ว่า …" are two statements, but one telling
        if statement and statement.start > self.first_told:
            signs.append("said later")
            if trigger.part == "cabinet" and trigger.type not in self.types_in_title:
                signs.append("context")  # "… รอมติคณะรัฐมนตรี ซึ่งมีมติเมื่อ…"
        return signs

    def _is_of_others(self, trigger: Trigger, line_start: int) -> bool:
        low = max(line_start, trigger.start - _FAR)
        if ended := bisect_left(self.others_end, trigger.start):
            low = max(low, self.others_end[ended - 1])
        first = bisect_left(self.others, low)
        if first == len(self.others) or self.others[first] >= trigger.start:
            return False
        return _any_between(self.triggers, line_start, self.others[first])

    def _statement_around(self, trigger: Trigger) -> StatementMention | None:
        n = bisect_right(self.starts, trigger.start) - 1
        return self.said[n] if n >= 0 and trigger.start < self.said[n].end else None


_POINTS = {
    "explained": 4.0,
    "in title": -1.5,
    "type in title": 2.0,
    "name in title": 1.0,
    "date before": 2.5,
    "time before": 2.0,
    "actor": 1.0,
    "no actor": -2.0,
    "named": -1.0,
    "context": -3.0,
    "others": -5.0,
    "others there": 0.0,
    "said later": -2.0,
}


def candidates(document: Document, told_days: list[ToldDay]) -> list[Candidate]:
    """The triggers of title and text, the strongest first."""
    triggers = list(find_triggers(document))
    in_title = [trigger for trigger in triggers if trigger.start < document.title_end]
    # "ชวนโหลดแอปฯ … ก่อนเดินทางไปต่างประเทศ": what the headline only names does not tell its news
    if all(_is_context(document.text, trigger, 0) for trigger in in_title) and (
        headline := headline_trigger(document)
    ):
        triggers.append(headline)
    if told := _told_the_press(document):
        triggers.append(told)
    around = Surroundings(document, triggers, told_days)
    return sorted(map(around.candidate, triggers), key=lambda c: (-c.score, c.trigger.start))


def _told_the_press(document: Document) -> Trigger | None:
    """The first statement of the text as a trigger: where nothing else happens, somebody has told the press."""
    for said in document.statements:
        if said.cue and said.cue.start >= document.title_end:
            told = said.cue.end if document.slice(said.cue).endswith("ว่า") else said.cue.start
            return Trigger(said.cue.start, said.cue.end, told, "press", "", _PRESS, "statement")
    return None


def _is_context(text: str, trigger: Trigger, line_start: int) -> bool:
    """Whether a trigger only names an event: "ก่อน|เดินทางไป", "ผล|การประชุม"."""
    low = max(line_start, trigger.start - _BEFORE)
    if trigger.part == "cabinet" and text[low : trigger.start].rstrip().endswith(_TO_CABINET):
        return True
    return _CONTEXT.match(text, low, trigger.start) is not None


def _heads_clause(document: Document, start: int) -> bool:
    """Whether an organization stands where a line or clause begins, as a subject does."""
    return start == 0 or document.text[start - 1] in '\n “"'


def _places(text: str, words: tuple[str, ...]) -> list[int]:
    """Where any of the words begins, in order."""
    return sorted(place for word in words for place in occurrences(text, word))


def _any_between(starts: list[int], start: int, end: int) -> bool:
    return bisect_left(starts, start) < bisect_left(starts, end)
