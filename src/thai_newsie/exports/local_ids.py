"""Ids that hold within one article, and their way to the registry's, which is only there when all articles have passed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from thai_newsie.schema.article import Article, Event


class LocalId(str):
    """The id of a person or body in its article: `p1`, `o1`."""


def with_registered_ids(value: Any, known: Callable[[str], Any]) -> Any:
    """`value` with what `known` gives for each `LocalId` id in it, however deep it lies in lists and dicts.

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
    """The body of the article that an event's organizer is, if it is one by its very name."""
    organizations = (
        organization.id
        for organization in article.organizations
        if event.organizer in (organization.name, *organization.aliases)
    )
    return next(map(LocalId, organizations), None)
