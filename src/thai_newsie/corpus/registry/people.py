"""From observations to people: one entry for each person, with homonyms apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from thai_newsie.corpus.registry.homonyms import most_frequent, separate_homonyms
from thai_newsie.corpus.registry.models import Office, RegisteredPerson
from thai_newsie.corpus.registry.near_duplicates import possible_same
from thai_newsie.corpus.registry.observations import (
    HeldPosition,
    LocalKey,
    Observation,
    Sighting,
    name_key,
    name_variants,
    observed,
    stable_id,
)
from thai_newsie.lexicon import compiled, table, values

# From the key of an organization to its registered id and its name.
Organizations = Mapping[str, tuple[str, str]]


class NameKey(NamedTuple):
    """What observations of one person share.

    `name` is the key of the whole name. For a given name that no whole name explains, `only` says what makes it one
    person's: a position, or the article. It is "" otherwise.
    """

    name: str
    only: str = ""


def merge_people(
    observations: Sequence[Observation], organizations: Organizations
) -> tuple[list[RegisteredPerson], dict[LocalKey, str]]:
    """The people of `observations`, those in most articles first, and the registered id of each observed person."""
    entries: dict[str, RegisteredPerson] = {}
    ids: dict[str, list[str]] = defaultdict(list)
    registered_ids: dict[LocalKey, str] = {}
    for key, found in sorted(_by_name(observations).items()):
        persons = separate_homonyms(found)
        for difference, of_person in persons.items():
            if not of_person:
                continue
            entry = _person(stable_id("person", *key, difference), of_person, organizations).model_copy(
                update={"homonym": len(persons) > 1, "apart": difference}
            )
            entries[entry.id] = entry
            ids[key.name].append(entry.id)
            registered_ids |= {observation.key: entry.id for observation in of_person}
    offices = {entry.id: {office.id for office in entry.offices} for entry in entries.values()}
    for id, others in possible_same(offices, ids).items():
        entries[id] = entries[id].model_copy(update={"possible_same": tuple(sorted(others))})
    return sorted(entries.values(), key=lambda e: (-e.articles, e.name, e.id)), registered_ids


def _by_name(observations: Sequence[Observation]) -> dict[NameKey, list[Observation]]:
    """The observations of each name.

    A given name alone belongs to the person of that given name who holds the same position, if there is exactly one.
    Otherwise it gets a key of its own.
    """
    groups: dict[NameKey, list[Observation]] = defaultdict(list)
    holders: dict[tuple[str, str], set[str]] = defaultdict(
        set
    )  # by given name and position: keys of whole names
    for observation in observations:
        if observation.whole_name:
            key = name_key(observation.name)
            groups[NameKey(key)].append(observation)
            for position in filter(_is_specific, observation.positions):
                holders[name_key(observation.name.split()[0]), position.whole].add(key)
    for observation in observations:
        if not observation.whole_name:
            groups[_key_of_given_name(observation, holders)].append(observation)
    return groups


def _key_of_given_name(observation: Observation, holders: Mapping[tuple[str, str], set[str]]) -> NameKey:
    given = name_key(observation.name)
    positions = [position.whole for position in observation.positions if _is_specific(position)]
    names = set().union(*(holders.get((given, position), set()) for position in positions))
    if len(names) == 1:
        return NameKey(names.pop())
    return NameKey(given, positions[0] if positions else f"{observation.day} {observation.article}")


def _is_specific(held: HeldPosition) -> bool:
    """Whether few people hold the position: its organization is named, or it needs none (นายกรัฐมนตรี)."""
    return held.organization is not None or held.position in _without_organization()


@compiled
def _without_organization() -> frozenset[str]:
    return frozenset(
        row["word"] for row in table("positions") if "takes_organization" not in values(row["flags"])
    )


def _person(id: str, observations: Sequence[Observation], organizations: Organizations) -> RegisteredPerson:
    names = name_variants(observation.name for observation in observations)
    return RegisteredPerson(
        id=id,
        # Articles may also give the given name alone: the most frequent name with a family name is the whole one.
        name=next((n.text for n in names if " " in n.text), names[0].text),
        names=names,
        titles=name_variants(observation.title for observation in observations),
        gender=most_frequent(observation.gender for observation in observations),  # type: ignore[arg-type]  # checked by the model
        latin=most_frequent(observation.latin for observation in observations),
        offices=_offices(observations, organizations),
        whole_name=any(observation.whole_name for observation in observations),
        **observed(observation.sighting for observation in observations),
    )


def _offices(observations: Sequence[Observation], organizations: Organizations) -> tuple[Office, ...]:
    """The positions in which a person was observed, in the order of the first day.

    Articles word a position in several ways; the entry has the most frequent one.
    """
    when: dict[tuple[str, tuple[str, ...]], list[Sighting]] = defaultdict(list)
    wordings: dict[tuple[str, tuple[str, ...]], Counter[HeldPosition]] = defaultdict(Counter)
    for observation in observations:
        for held in observation.positions:
            wordings[held.whole, held.relations][held] += 1
            when[held.whole, held.relations].append(observation.sighting)
    usual = {
        key: min(found, key=lambda held: (-found[held], held.position, held.organization or ""))
        for key, found in wordings.items()
    }
    offices = [_office(held, organizations, **observed(when[key])) for key, held in usual.items()]
    return tuple(sorted(offices, key=lambda office: (office.first or "", office.last or "", office.id)))


def _office(held: HeldPosition, organizations: Organizations, **when: Any) -> Office:
    organization, name = organizations[held.organization] if held.organization else (None, None)
    return Office(
        id=stable_id("office", held.whole, *held.relations),
        position=held.position,
        relations=held.relations,
        organization=name,
        organization_id=organization,
        **when,
    )
