"""The organizations of many articles: one entry for each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from thai_newsie.corpus.registry.models import RegisteredOrganization
from thai_newsie.corpus.registry.observations import (
    LocalKey,
    Sighting,
    name_variants,
    observed,
    organization_key,
    stable_id,
)
from thai_newsie.schema.article import Article, Organization


@dataclass
class Organizations:
    """The organizations of the articles so far, by their keys: one for each official name and each other name."""

    _first: dict[str, Organization] = field(default_factory=dict)  # as the first article has it
    _when: dict[str, list[Sighting]] = field(default_factory=lambda: defaultdict(list))
    _names: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    registered_ids: dict[LocalKey, str] = field(default_factory=dict)

    def add(self, article: Article, number: int) -> None:
        """Note the organizations of an article; `number` counts the articles of the corpus from 0."""
        sighting = Sighting(number, article.published, article.url)
        for organization in article.organizations:
            key = organization_key(organization)
            self._first.setdefault(key, organization)
            self._when[key].append(sighting)
            self._names[key] += [organization.name, *organization.aliases]
            self.registered_ids[number, organization.id] = stable_id("org", key)

    def known(self) -> dict[str, tuple[str, str]]:
        """The registered id and the name for each key."""
        return {
            key: (stable_id("org", key), organization.canonical or organization.name)
            for key, organization in self._first.items()
        }

    def registered(self) -> list[RegisteredOrganization]:
        """The organizations, those in most articles first."""
        found = [self._registered(key, organization) for key, organization in self._first.items()]
        return sorted(found, key=lambda entry: (-entry.articles, entry.name))

    def _registered(self, key: str, organization: Organization) -> RegisteredOrganization:
        return RegisteredOrganization(
            id=stable_id("org", key),
            name=organization.canonical or organization.name,
            names=name_variants(self._names[key]),
            linked=bool(organization.canonical),
            english=organization.english,
            kind=organization.kind,
            parent=organization.parent,
            **observed(self._when[key]),
        )
