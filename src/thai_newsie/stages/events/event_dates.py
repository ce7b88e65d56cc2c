"""When an event takes place: which of the article's dates is its own, and why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import regex

from thai_newsie.document import DateMention, Document, Span, TimeMention

if TYPE_CHECKING:
    from thai_newsie.stages.events.scoring import Candidate

_FAR = 300  # characters behind the trigger beyond which a line speaks of something else
_BESIDE = 60  # characters from the trigger to a day that is surely its own
_NEWS = 200  # days between the page and an event that it reports
_FRESH = 10  # days between the page and a day that stands with no trigger
_SHORT = 14  # days that an opening stands for; of a longer course it is the first day that is told
_LINE = 1200  # characters behind the trigger over which "เมื่อวันที่" closes a sentence
_TODAY = 2  # days between the page and what was told the press
_TO_HOUR = 24  # characters between a day and the hour that is told with it
_LASTS = ("campaign", "seminar", "meeting", "other", "disaster")  # types that may last for days

ToldDay = tuple[DateMention, date]  # a date to the day, and that day, or the first of its range
_DAY = regex.compile(r"\d{4}-\d\d-\d\d(?=$|/)")
# "เฉลิมพระชนมพรรษา 6 รอบ 28 กรกฎาคม 2567", "วันนวมินทรมหาราช 13 ตุลาคม 2566"
_OCCASION = regex.compile(r"(?:พรรษา|รอบ|มหาราช|พันปีหลวง|บรมราชินี)[”\") ]{0,3}$")
# "มีกำหนดการเป็นประธาน … ในวันที่ 14", "เตรียมลงพื้นที่"
_PLANNED = regex.compile(r"(?:เตรียม|จะ|กำหนดการ|มีกำหนด|เชิญ)(?:(?!ว่า)[^\n]){0,60}$")
# "… เป็นประธานการประชุม … โดยมี … เข้าร่วม เมื่อวันที่ 26 เมษายน 2565 ณ …"
_WHEN = regex.compile(r"เมื่อ(?:วัน)?[^\d\n]{0,16}$")
_HELD = regex.compile(r"(?:จัดขึ้น|กำหนดจัด|จัดงาน|จะจัด|มีขึ้น)(?:ใน|ณ)?[^\n]{0,25}$")
# "วันเสาร์ที่ 26 กันยายน 2563 … ต่อจากนี้ไป ขอเชิญรับฟังไทยคู่ฟ้า": the day on which a page is read out.
_BROADCAST = "ขอเชิญรับฟัง"
_ANNOUNCED = 300  # characters of the text in which a broadcast is announced
_OPEN_FROM = regex.compile(r"(?:ระหว่าง|ตั้งแต่)(?:วัน[^\d\n]{0,14})?$")


# "นายสมชาย กล่าวถึงการประชุม…", "เปิดเผยต่อกรณีการประชุม…", and not "กล่าวถ้อยแถลงต่อที่ประชุม".
_TELLS_OF = regex.compile(
    r"(?:กล่าว|เปิดเผย|เผย|ชี้แจง|แจง|แถลง|ให้สัมภาษณ์|โพสต์)(?:เพิ่มเติม)?(?:ถึง|ต่อ|กรณี|ความคืบหน้า|เรื่อง){1,2}(?:การ)?(?:จัด|เตรียม)?(?:งาน)?$"
)


def tells_of(text: str, event: Candidate) -> bool:
    """Whether somebody before the trigger only tells of the event that it names."""
    trigger = event.trigger
    if trigger.part == "verb" or trigger.type == "press":
        return False
    return _TELLS_OF.search(text, max(event.scope, trigger.start - 40), trigger.start) is not None


def day_of(mention: DateMention) -> date | None:
    """The day that a date tells, or the first of its range; None for a month, a (fiscal) year, an open beginning.

    >>> day_of(DateMention(0, 0, "2023-06-08/2023-06-09", "range", "")), day_of(DateMention(0, 0, "2023-06", "month", ""))
    (datetime.date(2023, 6, 8), None)
    """
    told = mention.kind in ("day", "range") and _DAY.match(mention.value)
    return date.fromisoformat(mention.value[:10]) if told else None


def date_of(
    document: Document, event: Candidate, ranked: list[Candidate], told_days: list[ToldDay]
) -> tuple[DateMention | None, str]:
    """The event's day, of the article's `told_days`, and how it was chosen.

    In order: the day within the trigger ("ครม. (4 มิ.ย. 67) เห็นชอบ"); the range over which it is held
    ("จัดขึ้นระหว่างวันที่ …"; a ceremony has its day); for what is planned the day behind the trigger; the
    last day before it in its clause; the day of a headline that tells of it; the day beside it; the day
    that "เมื่อวันที่" tells behind it; the day before another trigger of its type; the day on which it is told;
    the first behind it; the text's first day. Of what was told the press only the days before
    it and the page's own are meant: those behind it are of what is said.
    """
    trigger, text = event.trigger, document.text
    days = _near(document, told_days, _NEWS)
    within = [d for d in days if trigger.start <= d.start < trigger.end]
    before = [d for d in days if event.scope <= d.start < trigger.start]
    told_now = trigger.type == "press"  # the days behind it are those of what is said
    behind = [d for d in days if not told_now and trigger.end <= d.start < event.line_end]
    after = [d for d in behind if d.start < trigger.end + _FAR]
    low = max(event.scope, trigger.start - 70)
    planned = after and (_PLANNED.search(text, low, trigger.start) or tells_of(text, event))
    beside = [d for d in after[:1] if d.start - trigger.end < _BESIDE]
    when = [
        d
        for d in behind
        if d.start < trigger.end + _LINE and _WHEN.search(text, max(trigger.end, d.start - 24), d.start)
    ]
    told = [d for d in days if event.line_start <= d.start < event.scope]
    in_headline = trigger.start < document.title_end or event.signs & {"type in title", "name in title"}
    fresh = _near(document, told_days, _TODAY if told_now else _FRESH)
    in_text = [d for d in fresh if d.start >= document.title_end and d.kind == "day"]
    choices = {
        "within": within,
        "held": [d for d in days if _is_held(text, event, d, before)],
        "planned": after if planned else [],
        "before": _beside_clock(document, event, before) or before[-1:],
        "headline": [d for d in days if d.start < document.title_end] if in_headline and not told_now else [],
        "beside": beside,
        "when": when,
        "elsewhere": _before_another(days, event, ranked),
        "told": told[-1:],
        "after": after,
        "first": in_text,
    }
    return next(((found[0], how) for how, found in choices.items() if found), (None, "none"))


def _is_held(text: str, event: Candidate, range_: DateMention, before: list[DateMention]) -> bool:
    """Whether the event goes on over a range: "จัดขึ้นระหว่างวันที่ 8-9 มิถุนายน 2566"."""
    kind = event.trigger.type
    if kind not in _LASTS or range_.kind != "range":
        return False
    if (
        before
        and kind != "campaign"
        and not (range_.value.startswith(before[-1].value) and _is_short(range_))
    ):
        return False
    held = _HELD.search(text, max(0, range_.start - 40), range_.start)
    return bool(
        held or (kind == "campaign" and _OPEN_FROM.search(text, max(0, range_.start - 24), range_.start))
    )


def _is_short(range_: DateMention) -> bool:
    first, _, last = range_.value.partition("/")
    return bool(_DAY.match(last)) and (date.fromisoformat(last) - date.fromisoformat(first)).days <= _SHORT


def _beside_clock(document: Document, event: Candidate, days: list[DateMention]) -> list[DateMention]:
    """The day that stands with the clause's hour, where several stand before the trigger.

    "เมื่อวันที่ 17 มกราคม 2566 เวลา 09.25 น. เรือรวงทอง ซึ่งเข้าเทียบท่าเมื่อวันที่ 12 มกราคม 2566 เกิดเหตุเพลิงไหม้"
    """
    if len(days) < 2:
        return []
    hours = [time for time in document.times if event.scope <= time.start < event.trigger.start]
    beside = [d for d in days if hours and 0 <= hours[-1].start - d.end < _TO_HOUR]
    return beside[-1:]


def _before_another(days: list[DateMention], event: Candidate, ranked: list[Candidate]) -> list[DateMention]:
    """The day before the strongest other trigger of the event's type."""
    for other in ranked:
        if other.trigger.type == event.trigger.type and "date before" in other.signs:
            return [d for d in days if other.scope <= d.start < other.trigger.start][-1:]
    return []


def _near(document: Document, told_days: list[ToldDay], most: int) -> list[DateMention]:
    """The days at most so many days from the page's own, where that is known.

    "โรงพยาบาล 5 ธันวาคม 2550" and the laws that an announcement cites are none of the event's.
    """
    page = document.published
    return [mention for mention, day in told_days if not page or abs((day - page).days) <= most]


def find_told_days(document: Document) -> list[ToldDay]:
    """The dates to the day, but for a broadcast's own and those that belong to the name of a royal occasion."""
    text_start = document.title_end
    announced = document.text.find(_BROADCAST, text_start, text_start + _ANNOUNCED)
    return [
        (mention, day)
        for mention in document.dates
        if (day := day_of(mention))
        and not text_start <= mention.start < announced
        and not _OCCASION.search(document.text, max(0, mention.start - 12), mention.start)
    ]


def nobody_between(document: Document, told: Span, event: Candidate) -> bool:
    """Whether no person and no office stand between what is told and the trigger: it is told of what the trigger says.

    "เวลา 11.30 น. ณ ตึกบัญชาการ นายสมชาย … กล่าวว่า ครม. เห็นชอบ…" tells when and where the press was told.
    """
    actors = (*document.people, *document.roles)
    return not any(told.end <= actor.start < event.trigger.start for actor in actors)


def time_of(document: Document, event: Candidate, day: DateMention | None) -> TimeMention | None:
    """The last clock time in the trigger's clause before it, or that beside the event's date.

    A decision has the hour of the meeting that took it, and not that at which somebody told of it.
    """
    near = day.end if day else event.line_start
    told = [time for time in document.times if time.start >= document.title_end]
    before = [time for time in told if event.scope <= time.start < event.trigger.start]
    if event.trigger.type == "decision":
        return before[-1] if before and nobody_between(document, before[-1], event) else None
    beside = [time for time in told if 0 <= time.start - near < 40]
    return next(iter([*before[-1:], *beside]), None)
