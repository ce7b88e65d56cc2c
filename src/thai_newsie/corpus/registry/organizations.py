"""The organizations of many articles as one list of bodies."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from thai_newsie.corpus.registry.models import RegisteredOrganization
from thai_newsie.corpus.registry.observations import body_key, seen, stable_id, wordings
from thai_newsie.corpus.registry.people import Occurrence
from thai_newsie.schema.article import Article, Organization


@dataclass
class Bodies:
    """The bodies seen so far: one for each official name, one for each other name."""

    _first: dict[str, Organization] = field(default_factory=dict)
    _when: dict[str, list[tuple[int, str | None]]] = field(default_factory=lambda: defaultdict(list))
    _names: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    occurrences: dict[Occurrence, str] = field(default_factory=dict)

    def add(self, article: Article, number: int) -> None:
        """Take note of one article's."""
        for body in article.organizations:
            key = body_key(body)
            self._first.setdefault(key, body)
            self._when[key].append((number, article.published))
            self._names[key] += [body.name, *body.aliases]
            self.occurrences[number, body.id] = stable_id("org", key)

    def known(self) -> dict[str, tuple[str, str]]:
        """The id and the name of each key."""
        return {
            key: (stable_id("org", key), body.canonical or body.name) for key, body in self._first.items()
        }

    def registered(self) -> list[RegisteredOrganization]:
        """The bodies, those in most articles first."""
        found = [self._registered(key, body) for key, body in self._first.items()]
        return sorted(found, key=lambda entry: (-entry.articles, entry.name))

    def _registered(self, key: str, body: Organization) -> RegisteredOrganization:
        return RegisteredOrganization(
            id=stable_id("org", key),
            name=body.canonical or body.name,
            names=wordings(self._names[key]),
            linked=bool(body.canonical),
            english=body.english,
            kind=body.kind,
            parent=body.parent,
            **seen(self._when[key]),
        )
