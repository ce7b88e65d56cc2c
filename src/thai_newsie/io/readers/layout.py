"""The layout of a text file: plain text, or a page of a government site (title, date line, body, ที่มา line).

Two lines say something about the page and hold nothing else: a date line below at most three lines of title, and a source
line at the end or below the date. A file with neither is plain text, whose
first line may be a headline.
"""

from __future__ import annotations

from datetime import date

import regex

from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.patterns import listed
from thai_newsie.raw_article import RawArticle
from thai_newsie.text.normalized import NormalizedText

_TEXT_LINE = regex.compile(r"[^\n]++")
_MAX_TITLE_LINES = 3
_MAX_LABEL_LINE_LENGTH = (
    400  # characters of a line about the page; titles of the government's site run to 250
)
_MIN_HEADLINE_LENGTH, _MAX_HEADLINE_LENGTH = 12, 160
_NO_HEADLINE_ENDS = (":", ",", ";", ".")  # the line is a salutation, the start of a list, or a sentence
_MIN_PARAGRAPH_LENGTH = 60  # characters; what stands below a letterhead is shorter
_BUDDHIST_ERA = 543


def lay_out(text: str, name: str = "", warnings: tuple[str, ...] = (), where: str = "") -> RawArticle:
    r"""The article of a text file. Its `text` is the body, character by character.

    >>> article = lay_out("กรมการข้าวเปิดงาน\nวันพุธที่ 12 มี.ค. 2565\n\nเนื้อข่าว\n\nที่มา : กรมการข้าว\n")
    >>> article.title, article.published, article.text, article.source
    ('กรมการข้าวเปิดงาน', datetime.date(2022, 3, 12), 'เนื้อข่าว', 'กรมการข้าว')
    >>> lay_out("เนื้อข่าว\nที่มาของปัญหาคือฝน").text
    'เนื้อข่าว\nที่มาของปัญหาคือฝน'
    """
    page = [line.span() for line in _TEXT_LINE.finditer(text) if not line[0].isspace()]
    head, published = _date_line(text, page)
    organization = page[head + 1 :] if head else page
    source = None
    if head and organization and (source := _source(text, organization[0], colon=True)):
        organization = organization[1:]
    elif len(organization) > 1 and (source := _source(text, organization[-1], colon=False)):
        organization = organization[:-1]
    title = text[page[0][0] : page[head - 1][1]].strip() if head else ""
    if head and published is None:
        warnings = (*warnings, f"published: no day of the calendar in {text[slice(*page[head])].strip()!r}")
    if not head and (body := _headline_end(text, organization)):
        title = text[slice(*organization[0])].strip()
        organization = organization[body:]
    if title or source:
        text = text[organization[0][0] : organization[-1][1]].strip() if organization else ""
    return RawArticle(text, title, published, name, source, warnings, where)


def _headline_end(text: str, lines: list[tuple[int, int]]) -> int:
    """1 where the first of `lines` is a headline, 0 where it is text.

    A headline is short, and longer text stands behind a blank line; or the next line repeats it.
    """
    if len(lines) < 2:
        return 0
    (start, end), (next_start, next_end) = lines[:2]
    headline, following = text[start:end].strip(), text[next_start:next_end].strip()
    if not _MIN_HEADLINE_LENGTH <= len(headline) <= _MAX_HEADLINE_LENGTH or headline.endswith(
        _NO_HEADLINE_ENDS
    ):
        return 0
    is_paragraph = len(following) > max(len(headline), _MIN_PARAGRAPH_LENGTH)
    apart = text.count("\n", end, next_start) > 1 and is_paragraph
    return int(apart or following.startswith(headline))


def _date_line(text: str, page: list[tuple[int, int]]) -> tuple[int, date | None]:
    """The number of the line, among the first, that holds the date of the page alone below a title, and that date."""
    for number, (start, end) in enumerate(page[: _MAX_TITLE_LINES + 1]):
        if end - start > _MAX_LABEL_LINE_LENGTH:
            break
        if match := _date_pattern().fullmatch(NormalizedText(text[start:end]).text.strip()):
            return (number, _value(match)) if number else (0, None)
    return 0, None


def _value(match: regex.Match[str]) -> date | None:
    """The day of a date line; None where the calendar has no such day."""
    year = int(match["year"])
    if year < 100:
        year += 2500
    if year > 2400:
        year -= _BUDDHIST_ERA
    month = int(match["number"]) if match["number"] else _months()[match["month"]]
    try:
        return date(year, month, int(match["day"]))
    except ValueError:
        return None


def _source(text: str, line: tuple[int, int], colon: bool) -> str | None:
    """The source that a line names. `colon`: only a line with a colon counts, for the line below the date may be text."""
    start, end = line
    match = _source_pattern().fullmatch(text, start, end) if end - start <= _MAX_LABEL_LINE_LENGTH else None
    return match["who"].strip() if match and (match["colon"] or not colon) else None


def source_in_line(line: str) -> str | None:
    """The source that a line names behind a label and a colon; None for any other line.

    >>> source_in_line("ที่มา : กรมการข้าว"), source_in_line("ที่มาของปัญหาคือฝน")
    ('กรมการข้าว', None)
    """
    return _source(line, (0, len(line)), colon=True)


def _forms(label: str) -> list[str]:
    return [row["word"] for row in table("page_labels") if row["type"] == label]


@compiled
def _months() -> dict[str, int]:
    """The number of the month for each form of its name. Between a day and a year every form is clear."""
    columns = ("word", "abbreviations", "bare", "short", "forms", "english")
    return {
        form: int(row["number"]) for row in table("months") for name in columns for form in values(row[name])
    }


@compiled
def _date_pattern() -> regex.Pattern[str]:
    """A line of the normalized text with a date and nothing else."""
    return regex.compile(
        r"[\[(]?(?:(?:\L<labels>)\s*+:?\s*+)?"
        # Behind วัน any word counts as a weekday, for misspelt ones occur: วันพุุธที่, วันเสาร์ฺที่.
        r"(?:(?:วัน[\u0e00-\u0e4e]{2,14}?|\L<weekdays>)\s?(?:ที่)?,?\s*+)?"
        r"(?:(?P<day>\d{1,2})\s*+(?:[/.-](?P<number>\d{1,2})[/.-]|(?P<month>\L<months>)\s*+)"
        r"(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)?\s*+(?P<year>\d{4}|\d{2})"
        r"|(?P<year>\d{4})[/-](?P<number>\d{1,2})[/-](?P<day>\d{1,2}))[\])]?"
        r"(?:[\s,|-]*+(?:\L<times>)?\s*+\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\s*+(?:น\.?)?)?",
        labels=listed(_forms("date")),
        weekdays=listed(name for row in table("weekdays") for name in (row["word"], *values(row["forms"]))),
        months=listed(_months()),
        times=listed(_forms("time")),
    )


@compiled
def _source_pattern() -> regex.Pattern[str]:
    """A line that names the source. Without a colon it must be short: ที่มา กองทัพอากาศ."""
    return regex.compile(
        r"\s{0,99}+(?:(?P<bracket>[\[(])|[*-])?+\s{0,99}+(?:\L<labels>)"
        r"(?:\s*+(?P<colon>[:\uff1a])\s*+(?P<who>[^\n]*\S)|[ \t]++(?P<who>[^\s:][^\n]{,60}\S))(?(bracket)[\])])\s*",
        labels=listed(_forms("source")),
    )
