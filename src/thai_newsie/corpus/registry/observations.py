"""What the articles say of somebody, article by article: what the registry is put together from."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from thai_newsie.corpus.registry.models import NameVariant
from thai_newsie.schema.article import Article, Organization, Person, Relation, Role
from thai_newsie.stages.resolution.canonical_roles import canonical_role
from thai_newsie.text.normalized import NormalizedText

# Titles of those whose name is whole without a family name.
_KINDS_OF_SINGLE_NAMES = frozenset({"royal", "monastic", "noble"})
# Nobody bears titles of two of these at a time.
_SERVICES = frozenset({"military", "police", "monastic"})


@dataclass(frozen=True, slots=True)
class HeldPosition:
    """An office as one article gives it: `whole` is the same for the same office, however it is worded."""

    whole: str
    relations: tuple[Relation, ...]
    position: str
    organization: str | None  # the organization's key


@dataclass(frozen=True, slots=True)
class Observation:
    """One person in one article, the `number`th, which calls itself `article`; `id` is the person's there."""

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
    offices: tuple[HeldPosition, ...]


def name_key(name: str) -> str:
    """The same for the same name, however its spaces and invisible characters lie.

    >>> name_key("ชวน  หลีก\\u200bภัย") == name_key("ชวน หลีกภัย")
    True
    """
    return "".join(NormalizedText(name).text.split()).casefold()


def organization_key(organization: Organization) -> str:
    """The same for the same organization: its official name if it is known, else its name as it is."""
    return name_key(organization.canonical or organization.name)


def stable_id(prefix: str, *parts: str) -> str:
    """An id that depends on nothing but `parts`: the same in every corpus.

    >>> stable_id("person", "ชวนหลีกภัย")
    'person-fb98a0f2eee1'
    """
    return f"{prefix}-{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:12]}"


def observations(article: Article, number: int) -> list[Observation]:
    """The people of an article."""
    organizations = {organization.id: organization for organization in article.organizations}
    return [_observation(person, article, number, organizations) for person in article.people]


def _observation(
    person: Person, article: Article, number: int, organizations: dict[str, Organization]
) -> Observation:
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
        offices=tuple(
            dict.fromkeys(_held(role, organizations.get(role.organization_id or "")) for role in person.roles)
        ),
    )


def _held(role: Role, organization: Organization | None) -> HeldPosition:
    known = organization.canonical or organization.name if organization else role.organization
    office = canonical_role(NormalizedText(role.position).text, known and NormalizedText(known).text)
    return HeldPosition(
        office.whole,
        role.relations,
        office.position or office.whole,
        organization_key(organization) if organization else None,
    )


def observed(when: Iterable[tuple[int, str | None]]) -> dict[str, Any]:
    """The fields of `Observed`, from the number and the day of each article."""
    days = dict(when)
    dated = sorted(filter(None, days.values()))
    return {"articles": len(days), "first": dated[0] if dated else None, "last": dated[-1] if dated else None}


def name_variants(found: Iterable[str]) -> tuple[NameVariant, ...]:
    """Each different wording, the most frequent first."""
    counted = Counter(filter(None, found))
    return tuple(NameVariant(text=text, articles=n) for text, n in sorted(counted.items(), key=_most_first))


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]
