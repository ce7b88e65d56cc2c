"""Which of the triggers tell the article's events: the main one, and those that are told beside it."""

from __future__ import annotations

from dataclasses import replace

import regex

from thai_newsie.pipes.events.choice import Candidate
from thai_newsie.pipes.events.days import ToldDay
from thai_newsie.pipes.events.triggers import Trigger
from thai_newsie.reading import DateMention, EventMention, Reading, Span

_MOST = 3  # events of one article, as the guide has it
_LEAST = 2.0  # a weaker trigger tells of nothing that the article reports as its news
_LEAST_OTHER = 5.5  # what a further event needs that is told as one
_CERTAIN = 8.5  # what it needs where no word says that it is another
_ALSO_HAPPENS = ("meeting", "seminar", "ceremony", "visit", "courtesy_call", "handover", "campaign")
_PASSING = {"in title", "context", "named", "others", "others there", "said later"}

# What introduces a further event: "โอกาสนี้ นายสมชายได้ร่วม…", "จากนั้น เดินทางไป…", "พร้อมมอบ…"
_THEN = regex.compile(
    r"(?:(?:โอกาส|พร้อม|พร้อมกัน|นอกจาก|โอกาสเดียวกัน)นี้|จากนั้น|ต่อมา|ต่อจากนั้น|ภายในงาน)[^\n]{0,120}$"
)
# "ยินดีที่จะเดินทางไปเยี่ยมชม", "เตรียมลงพื้นที่": what is only meant to happen.
_INTENDED = regex.compile(r"(?:จะ|เตรียม|พร้อมที่)(?:ได้|ไป|ร่วม|เข้า|เดินทาง){0,2} ?$")
_AND = regex.compile(r"(?:พร้อม|พร้อมทั้ง|รวมทั้ง|ตลอดจน|และ|ก่อน)(?:ได้|ร่วม|เข้า|เดินทาง|ยังได้|ไป)? {0,2}$")
# "เป็นประธานการประชุม… และการประชุม…", "พิธีเปิด… พร้อมมอบเกียรติบัตร…": two events under one verb.
_JOINED = regex.compile(r"(?:และ|พร้อมทั้ง|พร้อม|รวมทั้ง|รวมถึง|ตลอดจน) {0,2}(?:การ|พิธี)?$")
_HELD = ("meeting", "seminar", "ceremony")  # types of which one article may tell two
_STEPS = (*_HELD, "visit")  # types of which one day may have two
_GOES = 8.0  # weight of the verbs of going to see something; "เดินทางไป" says less
_SIGHT = 40  # characters between a verb of visiting and the place
_MOVES = ("ลงพื้นที่", "เดินทางไป")
_LIST_OVER = regex.compile(r"โดยมี|เพื่อ|พร้อมด้วย|กล่าว|เปิดเผย|ซึ่ง|ณ | ว่า |\n")
_LIST = 220  # characters from the verb to the second event that it has
_SAME_VERB = 8  # characters between two verbs that tell of one event
_NAME = 6  # characters that two events' names must not share
_GATHERS = ("meeting", "seminar")  # types in which another event may take place
_HAPPENS_IN = ("ceremony", "handover", "seminar", "press")  # types that may take place in another event
_NEAR = 350  # characters between the two
_INSIDE = regex.compile(r"(?:ใน|ระหว่าง|ภายใน|ในช่วง)(?:งาน|เวที)? ?$")
# "… และการประชุมที่เกี่ยวข้อง": nothing that has a name.
_NAMELESS = regex.compile(r"[ฯ ]{0,2}(?:[^ \n]{0,12}(?:ที่เกี่ยวข้อง|อื่น|ต่าง ?ๆ)|ดังกล่าว|(?:ใน)?ครั้งนี้|$|\n)")
# "จากนั้น เป็นประธาน…", "… และวันอาทิตย์ที่ 14 พฤศจิกายน 2564 เป็นประธาน…"
_NEXT = regex.compile(r"(?:จากนั้น|ต่อมา|ต่อด้วย|และ(?:ใน)?วัน[^\d\n]{0,14}ที่ ?\d)[^\n]{0,120}$")
# What a meeting does, other than ask ("สั่งการ") and urge ("กำชับ").
_RESOLVES = ("มีมติ", "เห็นชอบ", "อนุมัติ", "ไฟเขียว", "ลงมติ")
_RESOLVED = 6.5  # what a resolution needs beside its meeting
_COMES = ("campaign", "ceremony", "seminar", "other")  # types that a later day may be told of
_INVITES = ("ขอเชิญ", "เชิญชวน")
_ORGANIZING = regex.compile(r"[ฯ ]{0,2}(?:การ)?(?:(?:จัด|เปิดตัว|เปิด)|(?:งาน|โครงการ|กิจกรรม|มหกรรม))")
_SOON = 180  # characters from a trigger to the day for which it is planned
_PLACE = 90  # characters from that day to the place
_OWN_DAY = regex.compile(r"วัน[^\d\n]{0,16}$|(?:ใน|ระหว่าง|ตั้งแต่) ?$")
_NOT_OWN = regex.compile(r"กล่าว|เปิดเผย|เมื่อ|ภายใน|ข้อมูล|ก่อน")
_PLACED = regex.compile(r" ณ |ที่ ?(?:ห้อง|โรงแรม|อาคาร|ศูนย์|สวน|วัด|ลาน|สนาม|เมือง|จังหวัด|หอ)")
_MEETING = 12  # characters from where a meeting's name begins to the body that meets


def choose(reading: Reading, ranked: list[Candidate], told_days: list[ToldDay]) -> list[Candidate]:
    """The article's events, the main one first: at most three."""
    if not ranked or ranked[0].score < _LEAST:
        return []
    chosen = [ranked[0]]
    for other in ranked[1:]:
        if other.trigger.start < reading.title_end:
            continue  # what a headline tells is told again below it
        if further := _further(reading, other, chosen, told_days):
            chosen.append(further)
            if len(chosen) == _MOST:
                break
    if chosen[0].trigger.part == "statement" and len(chosen) > 1:
        del chosen[0]  # telling the press is an event where nothing else happens
    return chosen


def _further(
    reading: Reading, other: Candidate, chosen: list[Candidate], told_days: list[ToldDay]
) -> Candidate | None:
    """The trigger as a further event, with the sign that tells it, if it reports one."""
    text, trigger = reading.text, other.trigger
    sign = ""
    if trigger.type == "decision":
        sign = "resolved" if _is_resolved(text, other, chosen) else ""
    elif trigger.type == "press":
        sign = "announced" if _is_announced(text, other, chosen) else ""
    elif trigger.part == "noun":
        if _is_joined(text, other, chosen):
            sign, trigger = "joined", replace(trigger, subject=chosen[0].trigger.subject)
        elif _is_around(text, other, chosen):
            sign, trigger = "around it", replace(trigger, subject="")
    elif _is_another(reading, other, chosen):
        return other
    elif _is_brought(text, other, chosen):
        sign = "brought"
    elif _is_next(reading, other, chosen):
        sign = "next"
    elif _is_coming(reading, other, chosen, told_days):
        sign = "coming"
    return replace(other, trigger=trigger, signs=other.signs | {sign}) if sign else None


def _is_joined(text: str, other: Candidate, chosen: list[Candidate]) -> bool:
    """Whether the main event's verb has a second event: "เป็นประธานการประชุม… และการประชุม…"."""
    main, trigger = chosen[0].trigger, other.trigger
    if {main.type, trigger.type} - {*_HELD} or (main.part, trigger.part) != ("opener", "noun"):
        return False
    if len(chosen) > 1 or not main.end + _NAME < trigger.start < main.end + _LIST:
        return False
    if not _JOINED.search(text, main.end, trigger.start) or _NAMELESS.match(text, trigger.end):
        return False
    return not _LIST_OVER.search(text, main.end, trigger.start)


def _is_around(text: str, other: Candidate, chosen: list[Candidate]) -> bool:
    """Whether the main event took place in another: "มอบรางวัล… ในการประชุมวิชาการ…", "บรรยายพิเศษในงานสัมมนา…"."""
    main, trigger = chosen[0], other.trigger
    if trigger.type not in _GATHERS or main.trigger.type not in _HAPPENS_IN:
        return False
    if trigger.type == main.trigger.type or len(chosen) > 1 or other.line_start != main.line_start:
        return False
    if main.trigger.part == "statement":
        return False
    near = abs(trigger.start - main.trigger.start) < _NEAR
    inside = near and _INSIDE.search(text, max(main.line_start, trigger.start - 16), trigger.start)
    return bool(inside) and not _NAMELESS.match(text, trigger.end)


def _is_brought(text: str, other: Candidate, chosen: list[Candidate]) -> bool:
    """Whether those who visit hand something over: "พบปะเกษตรกร พร้อมมอบถุงยังชีพ"."""
    trigger = other.trigger
    types = {c.trigger.type for c in chosen}
    if trigger.type != "handover" or types & {"handover"} or not types & {"visit"} or other.said:
        return False
    if other.signs & (_PASSING - {"others there"}) or not text.startswith("มอบ", trigger.start):
        return False
    return bool(_AND.search(text, max(other.line_start, trigger.start - 20), trigger.start))


def _is_next(reading: Reading, other: Candidate, chosen: list[Candidate]) -> bool:
    """Whether another event of the main one's type follows: "จากนั้น … เป็นประธานในพิธีวางพวงมาลา"."""
    text, main, trigger = reading.text, chosen[0].trigger, other.trigger
    if trigger.type != main.type or trigger.start < main.end or _NAMELESS.match(text, trigger.end):
        return False
    if len(chosen) > 1 or other.said or other.signs & _PASSING:
        return False
    if trigger.type in _HELD and not (trigger.part == "opener" and other.strength >= _CERTAIN):
        return False
    if text.startswith(text[trigger.end : trigger.end + _NAME], main.end) or trigger.type not in _STEPS:
        return False
    then = _NEXT.search(text, max(other.line_start, trigger.start - 140), trigger.start)
    return bool(then) and (trigger.type in _HELD or _goes_elsewhere(reading, trigger))


def _goes_elsewhere(reading: Reading, trigger: Trigger) -> bool:
    """Whether a verb of visiting has a place of its own: "ตรวจเยี่ยมโรงพยาบาลสิชล", and not "เยี่ยมชมนิทรรศการ"."""
    if trigger.weight < _GOES:
        return False
    return any(
        place.label == "LOCATION" and 0 <= place.start - trigger.end < _SIGHT for place in reading.entities
    ) or reading.text.startswith(_MOVES, trigger.start)


def _is_resolved(text: str, other: Candidate, chosen: list[Candidate]) -> bool:
    """Whether what a meeting resolved is news too: the headline tells it with the meeting."""
    trigger = other.trigger
    types = {c.trigger.type for c in chosen}
    if trigger.type != "decision" or "meeting" not in types or "decision" in types or other.said:
        return False
    if "type in title" not in other.signs or other.strength < _RESOLVED:
        return False
    return text.startswith(_RESOLVES, trigger.name_start)


def _is_announced(text: str, other: Candidate, chosen: list[Candidate]) -> bool:
    """Whether the press was told of what is organized: "แถลงข่าวการจัดงาน…"."""
    trigger = other.trigger
    if trigger.type != "press" or "actor" not in other.signs or "others" in other.signs or other.said:
        return False
    if chosen[0].trigger.type not in _COMES or "press" in {c.trigger.type for c in chosen}:
        return False
    return _ORGANIZING.match(text, trigger.end) is not None


def _is_coming(reading: Reading, other: Candidate, chosen: list[Candidate], told_days: list[ToldDay]) -> bool:
    """Whether what is organized for a later day is told beside the news: "จัดงาน… ระหว่างวันที่ 5-7 มีนาคม ณ…"."""
    trigger, text = other.trigger, reading.text
    if trigger.type not in _COMES or "context" in other.signs:
        return False
    if trigger.type in {c.trigger.type for c in chosen}:
        return False
    organized = trigger.part == "opener" and trigger.subject == "organizer"
    if not (organized or text.startswith(_INVITES, trigger.start)):
        return False
    return _coming_day(reading, other, chosen[0], told_days) is not None


def _is_another(reading: Reading, other: Candidate, chosen: list[Candidate]) -> bool:
    """Whether a trigger reports a further event: of another type, told as done, not named in passing."""
    trigger = other.trigger
    if trigger.type in {c.trigger.type for c in chosen} or trigger.type not in _ALSO_HAPPENS:
        return False
    types = {trigger.type, *(c.trigger.type for c in chosen)}
    if {"meeting", "courtesy_call"} <= types:  # one conversation, told twice
        return False
    if 0 <= trigger.start - chosen[0].trigger.end < _SAME_VERB:  # "เยี่ยมชมและหารือแนวทาง…"
        return False
    if other.strength < _LEAST_OTHER or trigger.part == "noun" or other.signs & _PASSING:
        return False
    if trigger.type == "campaign" and (trigger.joins or trigger.part != "opener"):
        return False
    if {"type in title", "date before"} <= other.signs and not trigger.joins:
        return True
    if other.said:
        return False
    before = reading.text[max(other.line_start, trigger.start - 140) : trigger.start]
    if other.strength >= _CERTAIN and trigger.type != "campaign" and not _INTENDED.search(before):
        return True
    if trigger.start < chosen[0].trigger.end:
        return False
    return bool(_THEN.search(before) or (trigger.type != "campaign" and _AND.search(before)))


def _coming_day(
    reading: Reading, other: Candidate, main: Candidate, told_days: list[ToldDay]
) -> DateMention | None:
    """The day behind a trigger, with its place, where it is later than the day before the main event's."""
    text, end = reading.text, other.trigger.end
    for mention, day in told_days:
        if end < mention.start < min(end + _SOON, other.line_end):
            told = not _NOT_OWN.search(text, end, mention.start) and _OWN_DAY.search(text, end, mention.start)
            placed = _PLACED.search(text, end, mention.end + _PLACE)
            before = [d for m, d in told_days if main.line_start <= m.start < main.trigger.end]
            now = before[-1] if before else reading.published
            return mention if told and placed and now and day > now else None
    return None


def share(
    reading: Reading, event: EventMention, candidate: Candidate, main: Candidate, told_days: list[ToldDay]
) -> None:
    """Give a further event what it has in common with the one that it was told with.

    Two events under one verb have day, hour, place and chair in common; what a meeting resolved is
    the doing of the body that met, on that day.
    """
    if "joined" in candidate.signs:
        partner = reading.events[0]
        and_ = _JOINED.search(reading.text, partner.start, candidate.trigger.start)
        if and_ and and_.start() < partner.end:
            partner.end = partner.name.end = len(reading.text[: and_.start()].rstrip())
        event.time, event.place, event.chair = partner.time, partner.place, partner.chair
    elif "around it" in candidate.signs and reading.events:
        partner = reading.events[0]
        event.time, event.place = partner.time, partner.place
    elif "resolved" in candidate.signs:
        partner = next(told for told in reading.events if told.type == "meeting")
        event.time, event.place, event.organizer = None, None, _who_met(reading, partner)
    elif "next" in candidate.signs:
        _share_day(reading, event, candidate, told_days)
        return
    elif "coming" in candidate.signs:
        event.date = _coming_day(reading, candidate, main, told_days)
        return
    else:
        return
    event.date = partner.date
    event.rule = f"{event.rule.rpartition('; date ')[0]}; date of the {partner.type}"


def _share_day(reading: Reading, event: EventMention, candidate: Candidate, told_days: list[ToldDay]) -> None:
    """Give what follows another event its day, but for a day or an hour told behind "จากนั้น"."""
    trigger, partner = candidate.trigger, reading.events[0]
    then = _NEXT.search(reading.text, max(candidate.line_start, trigger.start - 140), trigger.start)
    start = then.start() if then else trigger.start
    if not any(start <= mention.start < trigger.start for mention, _ in told_days):
        event.date = partner.date
        event.rule = f"{event.rule.rpartition('; date ')[0]}; date of the {partner.type}"
    if event.time and event.time.start < start:
        event.time = None


def _who_met(reading: Reading, meeting: EventMention) -> Span | None:
    """The body with which a meeting's name begins: "การประชุมคณะกรรมการพันธุ์ข้าว"."""
    bodies = (entity for entity in reading.entities if entity.label == "ORGANIZATION")
    return next((body for body in bodies if 0 <= body.start - meeting.start <= _MEETING), None)
