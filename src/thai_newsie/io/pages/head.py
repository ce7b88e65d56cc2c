"""What a page says of its article: the title, the day of publication and the publisher."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import regex

from thai_newsie.io.pages.agency import organization_at_start, without_rights
from thai_newsie.io.pages.labels import labels
from thai_newsie.io.pages.lines import is_about_page, is_title_line
from thai_newsie.io.pages.markup import Page
from thai_newsie.lexicon import compiled
from thai_newsie.lexicon.patterns import listed
from thai_newsie.stages.dates.find import find

_SEPARATOR = regex.compile(r"\s[|–—:•»>-]{1,3}\s|\s?[|•»]\s?|:{2,9}")
_TITLE_PROPERTIES = ("og:title", "twitter:title", "dc.title", "title", "headline")
_DAY_PROPERTIES = (
    "article:published_time", "datepublished", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.created",
    "dcterms.date", "pubdate", "publishdate", "publish_date", "date", "datecreated",
)  # fmt: skip
_PUBLISHER_PROPERTIES = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
_LINES_ABOVE_TITLE, _LINES_BELOW_TITLE = 2, 8  # in which the day of the page stands without a label
_YEARS_AHEAD = 543
_FIRST_BUDDHIST_YEAR = 2400
_ISO_DAY = regex.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_MIN_TITLE_LENGTH = 8
_MAX_SECTION_LENGTH = 24  # characters; "ข่าวดี! เกษตรกร…" is a title
_LAST_LINES = 6  # with the address of the agency, or whose rights are reserved


def title_of(page: Page) -> str:
    """The title of the article, without the name of the site; "" where the page has none."""
    given = [item for each in page.linked_data if isinstance(item := each.get("headline"), str)]
    given += [page.properties[name] for name in _TITLE_PROPERTIES if name in page.properties]
    headings, lines = (set(map(_squeezed, texts)) for texts in (page.headings, page.lines))
    for candidate in (*given, page.name):
        parts = [
            part
            for part in _parts(candidate)
            if _squeezed(part) in headings | lines and not _is_site(page, part)
        ]
        # The name of a site is shorter than the titles on it. Where it stands alone on the page, the title is a heading.
        if len(parts) > 1 or any(_squeezed(part) in headings for part in parts):
            return max(parts, key=len)
    if given:
        return _without_site(page, given[0])
    for heading in page.headings:  # the element `title` names the site alone
        if len(heading) >= _MIN_TITLE_LENGTH and not _is_site(page, heading) and not is_about_page(heading):
            return heading
    return _emphasized(page) or _without_site(page, page.name)


def day_of(page: Page, title: str) -> str | None:
    """The day of publication as ISO 8601, or what the page writes in its place; None where it says nothing.

    What the markup says comes first, then a line with a label (เผยแพร่เมื่อ), then a short line near the title.
    """
    for given in _days_in_markup(page):
        if match := _ISO_DAY.match(given):
            if day := _calendar_day(*map(int, match.groups())):
                return day
        elif found := _day_in(given):
            return found
    place = next((n for n, line in enumerate(page.lines) if is_title_line(line, title)), 0)
    near = range(place - _LINES_ABOVE_TITLE, place + _LINES_BELOW_TITLE)
    days = [
        (not _date_label().search(line), number not in near, number, day)
        for number, line in enumerate(page.lines)
        if is_about_page(line) and (day := _day_in(line))
    ]
    is_bare, is_far, _, day = min(days, default=(True, True, 0, None))
    return None if is_bare and is_far else day


def publisher_of(page: Page, title: str) -> str | None:
    """The name of the site or the agency; None where the page does not say it."""
    if names := _said_publishers(page):
        return next((name for name in names if _squeezed(name) != _squeezed(title)), None)
    parts = _parts(page.name)[1:] or [page.name.strip(" :")]
    others = [part for part in parts if _squeezed(part) != _squeezed(title) and not _is_section(part)]
    for name in (*others, page.properties.get("author", "")):
        if organization_at_start(name):
            return name
    return _in_lines(page, title) or (others[-1] if others and len(others) < len(parts) else None)


def _said_publishers(page: Page) -> list[str]:
    """The publishers that the markup names, the surest first."""
    found = []
    for each in page.linked_data:
        publisher = each.get("publisher")
        if isinstance(publisher, dict) and isinstance(name := publisher.get("name"), str):
            found.append(" ".join(name.split()))
    found += [page.properties[name] for name in _PUBLISHER_PROPERTIES if name in page.properties]
    return [name for name in found if name]


def _is_section(part: str) -> bool:
    """Whether a part of the element `title` names a section of the site: ข่าวประชาสัมพันธ์, รายละเอียดข่าว."""
    return len(part) <= _MAX_SECTION_LENGTH and part.startswith(tuple(labels("section")))


def _in_lines(page: Page, title: str) -> str:
    """The organization that is a heading by itself, or that the last lines name with its address; "" where none is."""
    for heading in page.headings:
        if organization_at_start(heading) == heading and not is_title_line(heading, title):
            return heading
    for line in page.lines[-_LAST_LINES:]:
        if not is_title_line(line, title) and (name := organization_at_start(without_rights(line))):
            return name
    return ""


def _parts(name: str) -> list[str]:
    """A title with the name of the site before or behind it, in its parts, the whole first."""
    parts = [part for part in map(str.strip, _SEPARATOR.split(name)) if part]
    return [name.strip(), *parts] if len(parts) > 1 else parts


def _without_site(page: Page, title: str) -> str:
    rest = [part for part in _parts(title)[1:] if not _is_site(page, part)]
    return max(rest, key=len) if rest else title


def _is_site(page: Page, text: str) -> bool:
    """Whether a text is the name of the site or of one of its sections, and not the title of an article."""
    names = set(_said_publishers(page))
    alone = page.name.strip(" :")
    if organization_at_start(alone) and _squeezed(alone) not in map(_squeezed, page.headings):
        names.add(alone)
    return _is_section(text) or _squeezed(text) in map(_squeezed, names)


def _emphasized(page: Page) -> str:
    """The first line of bold text that is long enough, on a page without headings."""
    for element in page.tree.iter("b", "strong", "font"):
        text = " ".join(element.text_content().split())
        if len(text) >= _MIN_TITLE_LENGTH and not is_about_page(text) and not _is_site(page, text):
            return text
    return ""


def _days_in_markup(page: Page) -> Iterator[str]:
    for each in page.linked_data:
        if isinstance(day := each.get("datePublished"), str):
            yield day
    yield from (page.properties[name] for name in _DAY_PROPERTIES if name in page.properties)
    for element in page.tree.iter("time"):
        if given := element.get("datetime"):
            yield given


def _day_in(text: str) -> str | None:
    """The first day that a short text names."""
    return next((one.value for one in find(text) if one.kind == "day" and one.value), None)


def _calendar_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year - _YEARS_AHEAD if year > _FIRST_BUDDHIST_YEAR else year, month, day).isoformat()
    except ValueError:
        return None


@compiled
def _date_label() -> regex.Pattern[str]:
    return regex.compile(
        r"(?<![\p{L}\p{M}])(?i:\L<labels>)\s*+:?\s*+(?=[\d\p{L}])", labels=listed(labels("date"))
    )


def _squeezed(text: str) -> str:
    return "".join(text.split())
