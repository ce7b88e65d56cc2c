"""Whether a record keeps what the contract promises, for records that come from a file or from another program.

`extract` gives nothing else, so it does not ask. Exports, the registry and the report count on it: a mention that ends
behind the text, a day that is not in the calendar or the id of nobody would be an error in the middle of their work.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thai_newsie.schema.article import Article, Mention

_LISTS_OF_ITEMS = ("dates", "times", "counts", "events", "statements")
_LISTS_OF_ENTITIES = ("people", "organizations", "places")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR_MONTH_DAY = re.compile(r"([0-9]{4}|XXXX)(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-4]):[0-5][0-9]")
_LEAP_YEAR = 2000  # stands for a year that is not known: 29 February is possible
_OPEN_END = ".."


def first_fault(article: Article) -> str | None:
    """What is wrong with an article, in one line that names the list; None where nothing is.

    >>> from thai_newsie.schema.article import Article
    >>> first_fault(Article(text="ข่าว", dates=[{"text": "ข่าว", "start": 0, "end": 9, "value": "2021", "kind": "year"}]))
    "dates: text[0:9] is not 'ข่าว'"
    """
    return next(_faults(article), None)


def _faults(article: Article) -> Iterator[str]:
    if article.published is not None and not _is_day(article.published):
        yield f"published: {article.published!r} is no day such as 2024-08-24"
    texts = {"title": article.title, "text": article.text}
    for name, found in _mentions(article):
        yield from _wrong_places(name, found, texts)
    yield from _wrong_ids(article)
    yield from _wrong_values(article)


def _mentions(article: Article) -> Iterator[tuple[str, Iterable[Mention]]]:
    """Each list with what stands in the article by it."""
    for person in article.people:
        yield "roles", person.roles
    for name in _LISTS_OF_ENTITIES:
        for entity in getattr(article, name):
            yield name, entity.mentions
    for name in _LISTS_OF_ITEMS:
        yield name, getattr(article, name)


def _wrong_places(name: str, found: Iterable[Mention], texts: dict[str, str]) -> Iterator[str]:
    for mention in found:
        start, end, text = mention.start, mention.end, mention.text
        # A slice may end behind the text; then it is shorter than its offsets say.
        if texts[mention.field][start:end] != text or not 0 < len(text) == end - start or start < 0:
            yield f"{name}: {mention.field}[{start}:{end}] is not {_shortened(text)}"


def _shortened(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:40]}…")


def _wrong_ids(article: Article) -> Iterator[str]:
    entities = [(name, entity) for name in _LISTS_OF_ENTITIES for entity in getattr(article, name)]
    ids = [entity.id for _, entity in entities]
    if len(set(ids)) < len(ids):
        yield f"the id {_shortened(Counter(ids).most_common(1)[0][0])} is given twice"
    for name, entity in entities:
        if not entity.mentions:
            yield f"{name}: {_shortened(entity.id)} has no mention"
    organizations = {organization.id for organization in article.organizations}
    people = {person.id for person in article.people}
    for name, id in _organization_ids(article):
        if id is not None and id not in organizations:
            yield f"{name}: no organization has the id {_shortened(id)}"
    for name, id in _person_ids(article):
        if id is not None and id not in people:
            yield f"{name}: no person has the id {_shortened(id)}"


def _organization_ids(article: Article) -> Iterator[tuple[str, str | None]]:
    return (("roles", role.organization_id) for person in article.people for role in person.roles)


def _person_ids(article: Article) -> Iterator[tuple[str, str | None]]:
    yield from (("events", event.chair_id) for event in article.events)
    yield from (("statements", statement.speaker_id) for statement in article.statements)


def _wrong_values(article: Article) -> Iterator[str]:
    days = [("dates", found.value) for found in article.dates]
    days += [("events", event.date) for event in article.events if event.date is not None]
    times = [("times", found.value) for found in article.times]
    times += [("events", event.time) for event in article.events if event.time is not None]
    for name, value in days:
        if not _is_edtf(value):
            yield f"{name}: {_shortened(value)} is no date such as 2021-06-08, 2021-06, 2021 or 2021-06-07/2021-06-12"
    for name, value in times:
        if not all(map(_CLOCK.fullmatch, value.split("/", 1))):
            yield f"{name}: {_shortened(value)} is no clock time such as 13:00 or 20:20/22:00"


def _is_day(value: str) -> bool:
    return bool(_DAY.fullmatch(value)) and _is_in_calendar(value)


@lru_cache(maxsize=10_000)  # news has the same days again and again
def _is_edtf(value: str) -> bool:
    first, slash, last = value.partition("/")
    if not slash:
        return _is_in_calendar(first)
    ends = [end for end in (first, last) if end != _OPEN_END]
    return bool(ends) and all(map(_is_in_calendar, ends))


def _is_in_calendar(point: str) -> bool:
    """Whether a year, a month or a day, with a known year or XXXX, is in the calendar."""
    match = _YEAR_MONTH_DAY.fullmatch(point)
    if not match:
        return False
    year, month, day = match.groups()
    try:
        date(_LEAP_YEAR if year == "XXXX" else int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True
