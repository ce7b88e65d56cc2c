"""Ids that are unique within one article only, and their replacement by registered ids.

The registry is complete when all articles have passed. Until then values hold `LocalId`s.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from thai_newsie.schema.article import Article, Event


class LocalId(str):
    """The id of a person or an organization in its article: `p1`, `o1`."""


def with_registered_ids(value: Any, known: Callable[[str], Any]) -> Any:
    """`value`, with `known(id)` in the place of each `LocalId` in it, at any depth of lists and dicts.

    >>> with_registered_ids({"name": "p1", "chair": [LocalId("p1")]}, {"p1": "person-1"}.get)
    {'name': 'p1', 'chair': ['person-1']}
    """
    match value:
        case LocalId():
            return known(value)
        case dict():
            return {name: with_registered_ids(each, known) for name, each in value.items()}
        case list():
            return [with_registered_ids(each, known) for each in value]
    return value


def organizer_of(event: Event, article: Article) -> LocalId | None:
    """The id of the organization that has exactly the name of the organizer; None where there is none."""
    organizations = (
        organization.id
        for organization in article.organizations
        if event.organizer in (organization.name, *organization.aliases)
    )
    return next(map(LocalId, organizations), None)
