"""Ids that hold within one article, and their way to the registry's, which is only there when all articles have passed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from thai_newsie.schema.article import Article, Event


class Own(str):
    """The id of a person or body in its article: `p1`, `o1`."""


def registered(value: Any, known: Callable[[str], Any]) -> Any:
    """`value` with what `known` gives for each `Own` id in it, however deep it lies in lists and dicts.

    >>> registered({"name": "p1", "chair": [Own("p1")]}, {"p1": "person-1"}.get)
    {'name': 'p1', 'chair': ['person-1']}
    """
    match value:
        case Own():
            return known(value)
        case dict():
            return {name: registered(each, known) for name, each in value.items()}
        case list():
            return [registered(each, known) for each in value]
    return value


def organizer_of(event: Event, article: Article) -> Own | None:
    """The body of the article that an event's organizer is, if it is one by its very name."""
    organizations = (
        organization.id
        for organization in article.organizations
        if event.organizer in (organization.name, *organization.aliases)
    )
    return next(map(Own, organizations), None)
