"""The lines of a page's main text, without what the page says about itself."""

from __future__ import annotations

import regex

from thai_newsie.io.pages.agency import is_footer
from thai_newsie.io.pages.labels import labels
from thai_newsie.io.readers.layout import source_in_line
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.patterns import listed
from thai_newsie.stages.dates.find import find, find_times

_TABLE_RULE = regex.compile(r"\|?(?:\s{0,3}+:?-{3,99}+:?\s{0,3}+\|){1,99}+(?:\s{0,3}+:?-{3,99}+:?)?\s{0,3}")
_MAX_REMARK_LENGTH = 160  # characters of a line about the page
_LINES_BEFORE_TITLE = 40
_DAY_SIGN = "\0"  # for a day or a clock time
_SIGNS_BETWEEN = r"[\s:|·•–—\-/,.()\[\]»«<>←→]"


def body_of(text: str, title: str) -> str:
    r"""The lines of the article itself. `text` is the main text of a page, one paragraph a line.

    Left out: the title and what stands before it, lines about the page (its day, its readers, its buttons), and other news
    below.

    >>> body_of("หน้าแรก\nกรมการข้าวเปิดงาน\nอ่าน 20 ครั้ง\nวันนี้ กรมการข้าวเปิดงานวันข้าว\nข่าวที่เกี่ยวข้อง\nข่าวอื่น", "กรมการข้าวเปิดงาน")
    'วันนี้ กรมการข้าวเปิดงานวันข้าว'
    """
    lines = [line for raw in text.split("\n") if (line := _plain(raw))]
    for number, line in enumerate(lines[:_LINES_BEFORE_TITLE]):
        if is_title_line(line, title):
            lines = lines[number + 1 :]
            break
    kept: list[str] = []
    for line in lines:
        if kept and is_heading_of_other_news(line):
            break
        if not is_about_page(line):
            kept.append(line)
    while kept and is_footer(kept[-1]):
        kept.pop()
    return "\n".join(kept)


def without_source_line(text: str) -> tuple[str, str | None]:
    r"""A text without its last line where that names the source, and the source.

    >>> without_source_line("เนื้อข่าว\nที่มา : กรมการข้าว")
    ('เนื้อข่าว', 'กรมการข้าว')
    """
    before, _, last = text.rpartition("\n")
    source = source_in_line(last) if before else None
    return (before, source) if source else (text, None)


def is_title_line(line: str, title: str) -> bool:
    """Whether a line is the title, whatever its spaces."""
    return bool(title) and "".join(line.split()) == "".join(title.split())


def is_about_page(line: str) -> bool:
    """Whether a line says something about the page and nothing else.

    >>> [is_about_page(line) for line in ["เข้าชม 1,024 ครั้ง", "แชร์ไปยัง Facebook", "เผยแพร่เมื่อ 3 มี.ค. 65 โดย ผู้ดูแลระบบ", "อ่าน 20 ครั้งก็ยังสนุก"]]
    [True, True, True, False]
    """
    return len(line) <= _MAX_REMARK_LENGTH and _about_page().fullmatch(_with_days_marked(line)) is not None


def _with_days_marked(line: str) -> str:
    """A line with a sign in the place of each day and clock time, however they are written."""
    if not any(map(str.isdigit, line)):
        return line
    places = [(found.start, found.end) for found in find(line) if found.kind == "day"]
    places += [(found.start, found.end) for found in find_times(line)]
    for start, end in sorted(places, reverse=True):
        line = line[:start] + _DAY_SIGN + line[end:]
    return line


def is_heading_of_other_news(line: str) -> bool:
    """Whether a line is the heading of a list of other news.

    >>> is_heading_of_other_news("ข่าวที่เกี่ยวข้อง :"), is_heading_of_other_news("ข่าวที่เกี่ยวข้องกับข้าว")
    (True, False)
    """
    return len(line) <= _MAX_REMARK_LENGTH and _other_news().fullmatch(line) is not None


def _plain(line: str) -> str:
    """A line of trafilatura without the marks of its tables. Cells stay apart: "ข้าวเหนียว | 9,320 บาท"."""
    line = line.strip()
    if _TABLE_RULE.fullmatch(line):
        return ""
    if line.startswith("|"):
        line = " | ".join(cell for part in line.strip("| ").split("|") if (cell := part.strip()))
    return line


@compiled
def _other_news() -> regex.Pattern[str]:
    return regex.compile(
        rf"{_SIGNS_BETWEEN}{{0,20}}+(?i:\L<other>){_SIGNS_BETWEEN}{{0,20}}+",
        other=listed(labels("other_news")),
    )


@compiled
def _about_page() -> regex.Pattern[str]:
    """One or several remarks about the page: each a label with a number, a day or a name, or a button."""
    clock = r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?"
    number = r"[\d,.]{1,12}\s{0,3}+(?i:\L<units>)?"
    remark = (
        rf"(?i:\L<counters>)\s{{0,3}}:?\s{{0,3}}{number}|{number}\s{{0,3}}+(?i:\L<counters>)"
        rf"|(?i:\L<dates>)?{_SIGNS_BETWEEN}{{0,20}}+(?:\L<weekdays>(?:ที่)?{_SIGNS_BETWEEN}{{0,20}}+)?{_DAY_SIGN}(?:{_SIGNS_BETWEEN}{{0,20}}+(?:เวลา)?{_SIGNS_BETWEEN}{{0,20}}+(?:{_DAY_SIGN}|{clock}))?"
        rf"|(?i:\L<authors>)(?:\s{{0,3}}:\s{{0,3}}|\s{{1,3}}|$)[^|\d{_DAY_SIGN}]{{0,40}}"
        rf"|(?i:\L<links>)(?:\s{{0,3}}+(?i:\L<links>|\L<networks>)){{0,12}}+|(?i:\L<networks>)"
    )
    return regex.compile(
        rf"{_SIGNS_BETWEEN}{{0,20}}+(?:{remark})(?:{_SIGNS_BETWEEN}{{0,20}}+(?:{remark})){{0,12}}{_SIGNS_BETWEEN}{{0,20}}+",
        counters=listed(labels("counter", "web_counter")),
        units=listed(labels("counter_unit")),
        dates=listed(labels("date")),
        authors=listed(labels("author", "credit")),
        links=listed(labels("link")),
        networks=listed(labels("network")),
        weekdays=listed(word for row in table("weekdays") for word in (row["word"], *values(row["forms"]))),
    )
