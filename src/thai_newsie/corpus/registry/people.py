"""Sightings to people: one entry for each person, homonyms kept apart."""

from __future__ import annotations

from collections import Counter, defaultdict

from thai_newsie.corpus.registry.homonyms import most_frequent, separate_homonyms
from thai_newsie.corpus.registry.models import Office, RegisteredPerson
from thai_newsie.corpus.registry.near_duplicates import possible_same
from thai_newsie.corpus.registry.observations import (
    HeldPosition,
    Observation,
    name_key,
    name_variants,
    observed,
    stable_id,
)
from thai_newsie.lexicon import compiled, table, values

# In which article, by its number, under which id there.
LocalKey = tuple[int, str]


def merge_people(
    observations: list[Observation], organizations: dict[str, tuple[str, str]]
) -> tuple[list[RegisteredPerson], dict[LocalKey, str]]:
    """The people of `observations`, and which of them each occurrence in an article is.

    `organizations` gives the registered id and name of each organization's key.
    """
    entries: dict[str, RegisteredPerson] = {}
    ids: dict[str, list[str]] = defaultdict(list)
    registered_ids: dict[LocalKey, str] = {}
    for key, found in sorted(_by_name(observations).items()):
        parts = separate_homonyms(found)
        for told, part in parts.items():
            if not part:
                continue
            entry = _person(stable_id("person", *key, told), part, organizations).model_copy(
                update={"homonym": len(parts) > 1, "apart": told}
            )
            entries[entry.id] = entry
            ids[key[0]].append(entry.id)
            registered_ids |= {(s.number, s.id): entry.id for s in part}
    offices = {entry.id: {office.id for office in entry.offices} for entry in entries.values()}
    for id, others in possible_same(offices, ids).items():
        entries[id] = entries[id].model_copy(update={"possible_same": tuple(sorted(others))})
    return sorted(entries.values(), key=lambda e: (-e.articles, e.name, e.id)), registered_ids


def _by_name(observations: list[Observation]) -> dict[tuple[str, str], list[Observation]]:
    """The sightings of each name; a given name alone is whose it is by the office, or nobody else's.

    The key's second part is "", or what makes a given name alone one person's: the office, the article.
    """
    groups: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for observation in observations:
        if observation.whole_name:
            key = name_key(observation.name)
            groups[key, ""].append(observation)
            for office in filter(_is_specific, observation.offices):
                holders[name_key(observation.name.split()[0]), office.whole].add(key)
    for observation in observations:
        if not observation.whole_name:
            given = name_key(observation.name)
            offices = [office.whole for office in observation.offices if _is_specific(office)]
            meant = set().union(*(holders.get((given, office), set()) for office in offices))
            alone = (given, offices[0] if offices else f"{observation.day} {observation.article}")
            groups[(meant.pop(), "") if len(meant) == 1 else alone].append(observation)
    return groups


def _is_specific(office: HeldPosition) -> bool:
    """Whether few hold the office: it names its organization, or is one that needs none (นายกรัฐมนตรี)."""
    return office.organization is not None or office.position in _without_organization()


@compiled
def _without_organization() -> frozenset[str]:
    return frozenset(
        row["word"] for row in table("positions") if "takes_organization" not in values(row["flags"])
    )


def _person(id: str, part: list[Observation], organizations: dict[str, tuple[str, str]]) -> RegisteredPerson:
    names = name_variants(observation.name for observation in part)
    return RegisteredPerson(
        id=id,
        # A family name makes the whole of a name that its articles also give alone.
        name=next((n.text for n in names if " " in n.text), names[0].text),
        names=names,
        titles=name_variants(observation.title for observation in part),
        gender=most_frequent(observation.gender for observation in part),  # type: ignore[arg-type]  # checked by the model
        latin=most_frequent(observation.latin for observation in part),
        offices=_offices(part, organizations),
        whole_name=any(observation.whole_name for observation in part),
        **observed((observation.number, observation.day) for observation in part),
    )


def _offices(part: list[Observation], organizations: dict[str, tuple[str, str]]) -> tuple[Office, ...]:
    """The offices that a person was seen in, in the order of the first day."""
    when: dict[tuple[str, tuple[str, ...]], list[tuple[int, str | None]]] = defaultdict(list)
    worded: dict[tuple[str, tuple[str, ...]], Counter[HeldPosition]] = defaultdict(Counter)
    for observation in part:
        for office in observation.offices:
            worded[office.whole, office.relations][office] += 1
            when[office.whole, office.relations].append((observation.number, observation.day))
    usual = {
        key: min(found, key=lambda o: (-found[o], o.position, o.organization or ""))
        for key, found in worded.items()
    }
    offices = [_office(held, organizations, **observed(when[key])) for key, held in usual.items()]
    return tuple(sorted(offices, key=lambda o: (o.first or "", o.last or "", o.id)))


def _office(
    held: HeldPosition, organizations: dict[str, tuple[str, str]], **when: int | str | None
) -> Office:
    organization, name = organizations[held.organization] if held.organization else (None, None)
    return Office(
        id=stable_id("office", held.whole, *held.relations),
        position=held.position,
        relations=held.relations,
        organization=name,
        organization_id=organization,
        **when,  # type: ignore[arg-type]  # checked by the model
    )
