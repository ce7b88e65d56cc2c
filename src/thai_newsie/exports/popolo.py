"""Popolo: people, organizations, posts and memberships over a corpus (popoloproject.com).

A membership has three fields beside those of the specification: `first_seen` and `last_seen`, the days of the first and
the last article that names the person in the post, and `articles`, their number. It has no `start_date` and `end_date`,
because an article does not say since when a person holds a position.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from thai_newsie.corpus.registry import build_registry
from thai_newsie.corpus.registry.models import Office, RegisteredOrganization, RegisteredPerson, Registry
from thai_newsie.corpus.registry.observations import stable_id
from thai_newsie.io.writers.atomic_files import atomic_file
from thai_newsie.schema.article import Article, Failure

_POPOLO_GENDERS = {"f": "female", "m": "male"}


def export(records: Iterable[Article | Failure], target: Path) -> None:
    """Write the people, organizations, posts and memberships of `records` as one JSON object."""
    with atomic_file(target) as stream:
        json.dump(popolo(build_registry(records)), stream, ensure_ascii=False, indent=2)
        stream.write("\n")


def popolo(registry: Registry) -> dict[str, list[dict[str, Any]]]:
    """The four lists of a registry. Each entry has only the fields that are known."""
    posts = {office.id: _post(office) for person in registry.people for office in person.offices}
    ids = {organization.name: organization.id for organization in registry.organizations}
    return {
        "persons": [_filled(_person(person)) for person in registry.people],
        "organizations": [_filled(_organization(entry, ids)) for entry in registry.organizations],
        "posts": [_filled(posts[id]) for id in sorted(posts)],
        "memberships": [_filled(entry) for person in registry.people for entry in _memberships(person)],
    }


def _filled(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if value not in (None, "", [])}


def _person(person: RegisteredPerson) -> dict[str, Any]:
    latin = [{"name": person.latin, "lang": "en"}] if person.latin else []
    return {
        "id": person.id,
        "name": person.name,
        "other_names": [{"name": other.text} for other in person.names if other.text != person.name] + latin,
        "honorific_prefix": person.titles[0].text if person.titles else None,
        "gender": _POPOLO_GENDERS.get(person.gender),
        **_observed(person),
    }


def _organization(entry: RegisteredOrganization, ids: dict[str, str]) -> dict[str, Any]:
    english = [{"name": entry.english, "lang": "en"}] if entry.english else []
    return {
        "id": entry.id,
        "name": entry.name,
        "other_names": [{"name": other.text} for other in entry.names if other.text != entry.name] + english,
        "classification": entry.kind,
        "parent_id": ids.get(entry.parent),
        **_observed(entry),
    }


def _post(office: Office) -> dict[str, Any]:
    return {
        "id": office.id,
        "label": office_label(office),
        "role": office.position,
        "organization_id": office.organization_id,
        "relations": list(office.relations),
    }


def _memberships(person: RegisteredPerson) -> Iterator[dict[str, Any]]:
    for office in person.offices:
        yield {
            "id": stable_id("membership", person.id, office.id),
            "label": office_label(office),
            "role": office.position,
            "person_id": person.id,
            "organization_id": office.organization_id,
            "post_id": office.id,
            **_observed(office),
        }


def office_label(office: Office) -> str:
    """The position with its organization, in one phrase.

    >>> office_label(Office(id="1", position="อธิบดี", organization="กรมการข้าว"))
    'อธิบดีกรมการข้าว'
    """
    return office.position + (office.organization or "")


def _observed(entry: Office | RegisteredPerson | RegisteredOrganization) -> dict[str, Any]:
    return {
        "first_seen": entry.first,
        "last_seen": entry.last,
        "articles": entry.articles,
        "sources": [{"url": url} for url in entry.sources],
    }
