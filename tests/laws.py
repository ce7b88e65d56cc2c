"""The two laws as checks of one Article: for the tests, and for the fuzzers in benchmarks/fuzz."""

from __future__ import annotations

import json
from collections.abc import Iterator

from thai_newsie import Article
from thai_newsie.report.highlights import segments
from thai_newsie.schema.article import Count, Event, Field, Mention, Role, Statement


def check(article: Article) -> None:
    """Raise AssertionError where the article lies."""
    check_offsets(article)
    check_values(article)
    check_bytes(article)


def items(article: Article) -> Iterator[Mention]:
    """Everything in the article's lists that stands somewhere."""
    for person in article.people:
        yield from person.mentions
        yield from person.roles
    for entry in (*article.organizations, *article.places):
        yield from entry.mentions
    for part in (article.dates, article.times, article.counts, article.events, article.statements):
        yield from part


def check_offsets(article: Article) -> None:
    """Each item stands whole in the title or whole in the text, and is not blank."""
    for item in items(article):
        field = getattr(article, item.field)
        assert 0 <= item.start < item.end <= len(field), item
        assert field[item.start : item.end] == item.text, item
        assert item.text.strip(), item
    for parts in map(
        verbatim_parts, (*roles(article), *article.counts, *article.events, *article.statements)
    ):
        for part in parts:
            assert part.strip() and (part in article.title or part in article.text), part
    for field_name in ("title", "text"):
        check_segments(article, field_name)


def roles(article: Article) -> Iterator[Role]:
    """The roles of all people."""
    for person in article.people:
        yield from person.roles


def verbatim_parts(item: Role | Count | Event | Statement) -> list[str]:
    """What is said to stand verbatim in the article besides the item's own text; a person's name stands in a plain form."""
    if isinstance(item, Role):
        parts = [item.position, item.organization]
    elif isinstance(item, Count):
        parts = [item.of, item.per]
    elif isinstance(item, Event):
        parts = [item.name, item.place, item.organizer, item.edition, item.theme, *item.participants]
        parts += [] if item.chair_id else [item.chair]
    else:
        parts = [item.cue or None, None if item.speaker_id else item.speaker or None]
    return [part for part in parts if part is not None]


def check_segments(article: Article, field: Field) -> None:
    """The highlights of a field are its characters, each once."""
    source = getattr(article, field)
    found = segments(article, field) if source else []
    assert "".join(source[one.start : one.end] for one in found) == source


def check_values(article: Article) -> None:
    """The values of an item agree with each other; ids lead to their entries."""
    people = {person.id for person in article.people}
    organizations = {organization.id for organization in article.organizations}
    for person in article.people:
        assert person.mentions and person.name
        for role in person.roles:
            assert role.position in role.text
            assert role.organization_id is None or role.organization_id in organizations
    for organization in article.organizations:
        assert organization.mentions and {m.text for m in organization.mentions} == {
            organization.name,
            *organization.aliases,
        }
    for place in article.places:
        assert place.text in {m.text for m in place.mentions}
    for statement in article.statements:
        assert statement.text.startswith(statement.begins)
        assert statement.speaker_id is None or statement.speaker_id in people
    for event in article.events:
        assert event.chair_id is None or event.chair_id in people


def check_bytes(article: Article) -> None:
    """What is written can be read again, by anybody's JSON reader too."""
    written = article.to_json().encode()
    assert Article.model_validate_json(written).to_json().encode() == written
    json.loads(written, parse_constant=_refuse)


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")
