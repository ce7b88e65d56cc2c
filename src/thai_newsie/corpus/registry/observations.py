"""Observations: what each article says of a person. The registry is made of them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from thai_newsie.corpus.registry.models import NameVariant
from thai_newsie.schema.article import Article, Organization, Person, Relation, Role
from thai_newsie.stages.resolution.canonical_roles import canonical_role
from thai_newsie.text.normalized import NormalizedText

# Kinds of titles: a name behind one of these is whole without a family name.
_KINDS_OF_SINGLE_NAMES = frozenset({"royal", "monastic", "noble"})
# Kinds of titles: one person has titles of at most one of these.
_SERVICES = frozenset({"military", "police", "monastic"})
_MAX_SOURCES = 10  # addresses of an entry: enough to check it by

# A person or an organization of one article: the number of the article in the corpus, from 0, and the id there.
LocalKey = tuple[int, str]


class Sighting(NamedTuple):
    """An article in which something stands: its number in the corpus, its day of publication and its address."""

    number: int
    day: str | None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class HeldPosition:
    """A position that one article gives a person.

    `whole` names position and organization together, and is the same however an article words them. `organization` is
    the key of the organization; None where the article has no entry for it.
    """

    whole: str
    relations: tuple[Relation, ...]
    position: str
    organization: str | None


@dataclass(frozen=True, slots=True)
class Observation:
    """One person in one article.

    `number` counts the articles of the corpus from 0, `article` is the article's own id, `id` the person's id in it.
    `day` is the day of publication, as ISO 8601. `service` is the kind of the title where it names a service.
    """

    number: int
    article: str
    id: str
    day: str | None
    name: str
    whole_name: bool
    title: str
    gender: str
    service: str
    latin: str
    positions: tuple[HeldPosition, ...]
    url: str | None

    @property
    def key(self) -> LocalKey:
        """The person in this article."""
        return self.number, self.id

    @property
    def sighting(self) -> Sighting:
        """The article."""
        return Sighting(self.number, self.day, self.url)


def name_key(name: str) -> str:
    """A key that is the same for the same name, whatever its spaces and invisible characters.

    >>> name_key("ชวน  หลีก\\u200bภัย") == name_key("ชวน หลีกภัย")
    True
    """
    return "".join(NormalizedText(name).text.split()).casefold()


def organization_key(organization: Organization) -> str:
    """The key of an organization: of its official name where the tables know it, else of its name in the article."""
    return name_key(organization.canonical or organization.name)


def stable_id(prefix: str, *parts: str) -> str:
    """An id that depends on nothing but `parts`: it is the same in every corpus.

    >>> stable_id("person", "ชวนหลีกภัย")
    'person-fb98a0f2eee1'
    """
    return f"{prefix}-{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:12]}"


def observations(article: Article, number: int) -> list[Observation]:
    """One observation for each person of the article; `number` counts the articles of the corpus from 0."""
    organizations = {organization.id: organization for organization in article.organizations}
    return [_observation(person, article, number, organizations) for person in article.people]


def _observation(
    person: Person, article: Article, number: int, organizations: Mapping[str, Organization]
) -> Observation:
    held = (_held_position(role, organizations.get(role.organization_id or "")) for role in person.roles)
    return Observation(
        number=number,
        article=article.id,
        id=person.id,
        day=article.published,
        name=person.name,
        whole_name=bool(person.family) or person.title_kind in _KINDS_OF_SINGLE_NAMES,
        title=person.title,
        gender=person.gender,
        service=person.title_kind if person.title_kind in _SERVICES else "",
        latin=person.latin if person.latin_source == "article" else "",
        positions=tuple(dict.fromkeys(held)),
        url=article.url,
    )


def _held_position(role: Role, organization: Organization | None) -> HeldPosition:
    name = organization.canonical or organization.name if organization else role.organization
    canonical = canonical_role(NormalizedText(role.position).text, name and NormalizedText(name).text)
    return HeldPosition(
        canonical.whole,
        role.relations,
        canonical.position or canonical.whole,
        organization_key(organization) if organization else None,
    )


def observed(sightings: Iterable[Sighting]) -> dict[str, Any]:
    """The fields of `Observed`, from the articles.

    >>> observed([Sighting(0, "2022-03-09", "https://example.go.th/1"), Sighting(4, None), Sighting(7, "2022-05-01")])
    {'articles': 3, 'first': '2022-03-09', 'last': '2022-05-01', 'sources': ('https://example.go.th/1',)}
    """
    articles = sorted(
        {one.number: one for one in sightings}.values(), key=lambda one: (one.day or "", one.number)
    )
    days = [one.day for one in articles if one.day]
    return {
        "articles": len(articles),
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "sources": tuple(dict.fromkeys(one.url for one in reversed(articles) if one.url))[:_MAX_SOURCES],
    }


def name_variants(found: Iterable[str]) -> tuple[NameVariant, ...]:
    """Each different string of `found` but "", the most frequent first.

    >>> [(variant.text, variant.articles) for variant in name_variants(["นาย", "", "ดร.", "นาย"])]
    [('นาย', 2), ('ดร.', 1)]
    """
    counted = Counter(filter(None, found))
    most_first = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple(NameVariant(text=text, articles=count) for text, count in most_first)
