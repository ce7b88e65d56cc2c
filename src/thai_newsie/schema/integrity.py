"""Whether a record keeps what the contract promises, for records that come from a file or from another program.

`extract` gives nothing else, so it does not ask. Exports, the registry and the report count on it: a mention that ends
behind the text, a day that is not in the calendar or the id of nobody would be an error in the middle of their work.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

_MAX_TOLD_LENGTH = 40  # characters of a wrong value in the message
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR_MONTH_DAY = re.compile(r"([0-9]{4}|XXXX)(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-4]):[0-5][0-9]")
_LEAP_YEAR = 2000  # stands for a year that is not known: 29 February is possible
_OPEN_END = ".."


class _Contents(Protocol):
    """What an article holds. The models of `article` are checked here, so they cannot be imported."""

    @property
    def published(self) -> str | None: ...
    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def people(self) -> Sequence[Any]: ...
    @property
    def organizations(self) -> Sequence[Any]: ...
    @property
    def places(self) -> Sequence[Any]: ...
    @property
    def dates(self) -> Sequence[Any]: ...
    @property
    def times(self) -> Sequence[Any]: ...
    @property
    def counts(self) -> Sequence[Any]: ...
    @property
    def events(self) -> Sequence[Any]: ...
    @property
    def statements(self) -> Sequence[Any]: ...


def first_fault(article: _Contents) -> str | None:
    """What is wrong with an article, in one line that names the list; None where nothing is.

    >>> from thai_newsie.schema.article import Article
    >>> first_fault(Article(text="ข่าว", dates=[{"text": "ข่าว", "start": 0, "end": 9, "value": "2021", "kind": "year"}]))
    "dates: text[0:9] is not 'ข่าว'"
    """
    return next(_faults(article), None)


def _faults(article: _Contents) -> Iterator[str]:
    if article.published is not None and not _is_day(article.published):
        yield f"published: {article.published!r} is no day such as 2024-08-24"
    yield from _wrong_places(article)
    yield from _wrong_ids(article)
    yield from _wrong_references(article)
    yield from _wrong_values(article)


def _wrong_places(article: _Contents) -> Iterator[str]:
    texts = {"title": article.title, "text": article.text}
    for name, found in _mentions(article):
        for mention in found:
            start, end, text = mention.start, mention.end, mention.text
            # A slice may end behind the text; then it is shorter than its offsets say.
            if texts[mention.field][start:end] != text or not 0 < len(text) == end - start or start < 0:
                yield f"{name}: {mention.field}[{start}:{end}] is not {_shortened(text)}"


def _mentions(article: _Contents) -> list[tuple[str, Sequence[Any]]]:
    """What stands in the article, with the name of its list."""
    return [
        *[("roles", person.roles) for person in article.people],
        *[("people", person.mentions) for person in article.people],
        *[("organizations", organization.mentions) for organization in article.organizations],
        *[("places", place.mentions) for place in article.places],
        ("dates", article.dates),
        ("times", article.times),
        ("counts", article.counts),
        ("events", article.events),
        ("statements", article.statements),
    ]


def _wrong_ids(article: _Contents) -> Iterator[str]:
    entities = [*article.people, *article.organizations, *article.places]
    if len({entity.id for entity in entities}) < len(entities):
        (most, _), *_ = Counter(entity.id for entity in entities).most_common()
        yield f"the id {_shortened(most)} is given twice"
    for entity in entities:
        if not entity.mentions:
            yield f"{_shortened(entity.id)} has no mention"


def _wrong_references(article: _Contents) -> Iterator[str]:
    organizations = {None, *[organization.id for organization in article.organizations]}
    people = {None, *[person.id for person in article.people]}
    for person in article.people:
        for role in person.roles:
            if role.organization_id not in organizations:
                yield f"roles: no organization has the id {_shortened(role.organization_id)}"
    for event in article.events:
        if event.chair_id not in people:
            yield f"events: no person has the id {_shortened(event.chair_id)}"
    for statement in article.statements:
        if statement.speaker_id not in people:
            yield f"statements: no person has the id {_shortened(statement.speaker_id)}"


def _wrong_values(article: _Contents) -> Iterator[str]:
    days = [("dates", found.value) for found in article.dates]
    days += [("events", event.date) for event in article.events if event.date is not None]
    for name, day in days:
        if not _is_edtf(day):
            yield f"{name}: {_shortened(day)} is no date such as 2021-06-08, 2021-06, 2021 or 2021-06-07/2021-06-12"
    times = [("times", found.value) for found in article.times]
    times += [("events", event.time) for event in article.events if event.time is not None]
    for name, time in times:
        if not _is_time(time):
            yield f"{name}: {_shortened(time)} is no clock time such as 13:00 or 20:20/22:00"


def _shortened(text: str | None) -> str:
    return repr(text if text is None or len(text) <= _MAX_TOLD_LENGTH else f"{text[:_MAX_TOLD_LENGTH]}…")


@lru_cache(maxsize=10_000)
def _is_day(value: str) -> bool:
    return bool(_DAY.fullmatch(value)) and _is_in_calendar(value)


def _is_time(value: str) -> bool:
    return all(map(_CLOCK.fullmatch, value.split("/", 1)))


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
