"""The dates of an article that name a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from thai_newsie.document import DateMention, Document
from thai_newsie.lexicon import compiled
from thai_newsie.stages.dates.patterns import weekday
from thai_newsie.stages.events.candidate import DatedMention
from thai_newsie.stages.events.words import any_word, words

_MAX_BROADCAST = 300  # characters of the text in which a broadcast is announced
_MAX_PAPER_LEAD = 20  # characters of "ลง วันพฤหัสบดีที่"
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=$|/)")


@compiled
def _occasion() -> re.Pattern[str]:
    """ "เฉลิมพระชนมพรรษา 6 รอบ 28 กรกฎาคม 2567", "วันนวมินทรมหาราช 13 ตุลาคม 2566"."""
    return re.compile(rf"{any_word('occasion')}[”\") ]{{0,3}}$")


@compiled
def _of_paper() -> re.Pattern[str]:
    """ "หมายจับที่ 41/2565 ลงวันที่ 11 ตุลาคม 2565": the day of a paper that the text cites."""
    return re.compile(rf"{any_word('paper_dated')} ?วัน(?:{weekday()})? ?(?:ที่)? {{0,2}}$")


@compiled
def _broadcast() -> tuple[str, ...]:
    """ "วันเสาร์ที่ 26 กันยายน 2563 … ต่อจากนี้ไป ขอเชิญรับฟังไทยคู่ฟ้า": the day on which a page is read out."""
    return words("broadcast")


def day_of(mention: DateMention) -> date | None:
    """The day that a date names, or the first of its range; None for a month, a (fiscal) year, an open beginning.

    >>> day_of(DateMention(0, 0, "2023-06-08/2023-06-09", "range", "")), day_of(DateMention(0, 0, "2023-06", "month", ""))
    (datetime.date(2023, 6, 8), None)
    """
    is_day = mention.kind in ("day", "range") and ISO_DAY.match(mention.value)
    return date.fromisoformat(mention.value[:10]) if is_day else None


def find_dated_mentions(document: Document) -> list[DatedMention]:
    """The dates that name a day, but for a broadcast's own and those that belong to the name of a royal occasion."""
    text_start = document.title_end
    announced = max(
        (document.text.find(word, text_start, text_start + _MAX_BROADCAST) for word in _broadcast()),
        default=-1,
    )
    return [
        DatedMention(mention, day)
        for mention in document.dates
        if (day := day_of(mention))
        and not text_start <= mention.start < announced
        and not _occasion().search(document.text, max(0, mention.start - 12), mention.start)
    ]


def without_papers(document: Document, dated: Sequence[DatedMention]) -> Sequence[DatedMention]:
    """The days but for those of papers that the text cites; all of them where there are no others."""
    own = [
        found
        for found in dated
        if not _of_paper().search(
            document.text, max(0, found.mention.start - _MAX_PAPER_LEAD), found.mention.start
        )
    ]
    return own or dated
