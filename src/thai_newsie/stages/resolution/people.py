"""Mentions of persons, and bare roles, to individuals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise

import regex

from thai_newsie.document import Document, OrganizationEntry, PersonEntry, PersonMention, Span
from thai_newsie.lexicon import words_of
from thai_newsie.lexicon.english import title_gender
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.provenance import joined, pattern
from thai_newsie.stages.resolution.canonical_roles import CanonicalRoles
from thai_newsie.stages.resolution.role_holders import RoleHolders
from thai_newsie.text.characters import is_thai_letter

_MIN_FAMILY_LIKENESS = 0.8  # of letters alike: "ชิตยวงษ์" and "ชิตยวงศ์" are one family name spelt twice
_BETWEEN_SPOUSES = regex.compile(r" ?(?:และ|กับ|[-–]) ?")
_MAX_NAMESAKES = 50  # of one given name that a mention is compared with: a list of pupils may have thousands
_MAX_NAMES_IN_WARNING = 5
_SHORTEST_BARE_NAME = 4  # letters of a given name that is looked for without a title


def resolve_people(document: Document, organizations: list[OrganizationEntry]) -> list[PersonEntry]:
    """One entry for each individual, in the order of first mention, the fullest mention first.

    Mentions with the same given name are one person unless their family names differ. A given name alone that fits two
    persons means the one named last before it. A bare role means the person who holds it, if that is one person.
    """
    entries = _group(document)
    _share_families(document, entries)
    _add_bare_names(document, entries)
    for entry in entries:
        entry.mentions.sort(key=lambda m: m.start)
        fullest = max(entry.mentions, key=lambda m: (m.family is not None, m.title is not None, -m.start))
        entry.mentions = [fullest, *(m for m in entry.mentions if m is not fullest)]
    roles = CanonicalRoles(document, organizations)
    for entry in entries:
        entry.roles = roles.distinct([role for mention in entry.mentions for role in mention.roles])
    _give_bare_roles(document, entries, roles)
    return entries


def _group(document: Document) -> list[PersonEntry]:
    by_given: dict[str, list[PersonEntry]] = {}
    entries: list[PersonEntry] = []
    for mention in sorted(document.people, key=lambda m: (m.family is None, m.start)):
        candidates = by_given.setdefault(document.slice(mention.given), [])
        fitting = [entry for entry in candidates[-_MAX_NAMESAKES:] if _may_be(document, entry, mention)]
        if fitting:
            before = [entry for entry in fitting if entry.mentions[0].start < mention.start]
            owner = (before or fitting)[-1]
            _note(
                owner, "given_name_alone" if mention.family is None else _how_alike(document, owner, mention)
            )
            owner.mentions.append(mention)
            if len(fitting) > 1:
                _warn(document, mention, fitting, f"taken to be {_name(document, owner)}")
                _reject_others(document, mention, fitting, owner)
        else:
            entry = PersonEntry([mention], [])
            candidates.append(entry)
            entries.append(entry)
    return sorted(entries, key=lambda entry: min(m.start for m in entry.mentions))


def _may_be(document: Document, entry: PersonEntry, mention: PersonMention) -> bool:
    """Whether a mention of the same given name may be of the person: no two different family names."""
    first = entry.mentions[0].family
    if first is None or mention.family is None:
        return True
    return _is_alike(document.slice(first), document.slice(mention.family))


def _is_alike(one: str, other: str) -> bool:
    """Whether two family names are one, spelt twice."""
    if one == other:
        return True
    # A letter that the other name does not have cannot be among those alike. Most names differ by such letters, and to
    # count them is thirty times as fast as the comparison: a list of pupils has thousands of namesakes.
    letters, other_letters = set(one), set(other)
    most_alike = min(len(one) - len(letters - other_letters), len(other) - len(other_letters - letters))
    if 2 * most_alike < _MIN_FAMILY_LIKENESS * (len(one) + len(other)):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _MIN_FAMILY_LIKENESS


def _how_alike(document: Document, entry: PersonEntry, mention: PersonMention) -> str:
    """The name of the pattern that makes a mention with a family name one of the person; "" for the very same name."""
    first = entry.mentions[0]
    same = document.text[first.given.start : first.end] == document.text[mention.given.start : mention.end]
    return "" if same else "family_name_spelt_alike"


def _note(entry: PersonEntry, how: str) -> None:
    """Add a pattern to the rule of an entry."""
    if how and (rule := pattern(how)) not in entry.rule:
        entry.rule = joined(entry.rule, rule)


def _warn(document: Document, span: Span, entries: list[PersonEntry], taken: str) -> None:
    """Warn of words that fit several persons."""
    document.warnings.append(f"“{document.slice(span)}” may be {_names(document, entries)}: {taken}.")


def _reject_others(
    document: Document, mention: PersonMention, fitting: list[PersonEntry], owner: PersonEntry
) -> None:
    if document.trace is not None:
        others = _names(document, [entry for entry in fitting if entry is not owner])
        reason = f"the given name fits {others} too; {_name(document, owner)} is the last one named before"
        document.trace.reject("people", mention.start, mention.end, mention.rule, reason)


def _names(document: Document, entries: list[PersonEntry]) -> str:
    names = " or ".join(_name(document, entry) for entry in entries[:_MAX_NAMES_IN_WARNING])
    return names + (" or others" if len(entries) > _MAX_NAMES_IN_WARNING else "")


def _name(document: Document, entry: PersonEntry) -> str:
    return document.slice(entry.mentions[0].name)


def _share_families(document: Document, entries: list[PersonEntry]) -> None:
    """Give a man the family name that is said once for a couple, behind the wife: "นายมานะ และนางวิมล ทองดี"."""
    without_family = {
        id(mention): entry
        for entry in entries
        if not any(mention.family for mention in entry.mentions)
        for mention in entry.mentions
    }
    for one, other in pairwise(document.people):
        entry = without_family.get(id(one))
        if entry is None or other.family is None:
            continue
        if _BETWEEN_SPOUSES.fullmatch(document.text, one.end, other.start) and _may_be_married(
            document, one, other
        ):
            entry.family = other.family
            _note(entry, "couple")


def _may_be_married(document: Document, one: PersonMention, other: PersonMention) -> bool:
    """Whether the titles allow it: not two of one gender, and the woman's is a wife's."""
    titles = [document.slice(mention.title) if mention.title else "" for mention in (one, other)]
    genders = [title_gender(title) for title in titles]
    if sorted(genders) not in (["", "f"], ["f", "m"]):
        return False
    return titles[genders.index("f")] in words_of("resolution_words", "wife_title")


def _add_bare_names(document: Document, entries: list[PersonEntry]) -> None:
    """Add the given names of known persons where they stand without a title, as in headlines: "นฤมล ส่งทีม…"."""
    owners: dict[str, list[PersonEntry]] = {}
    for entry in entries:
        given = document.slice(entry.mentions[0].given)
        if len(given) >= _SHORTEST_BARE_NAME:
            owners.setdefault(given, []).append(entry)
    rule = pattern("bare_given_name")
    for start, end, given in _bare_names(
        document, (name for name, having in owners.items() if len(having) == 1)
    ):
        (owner,) = owners[given]
        owner.mentions.append(PersonMention(start, end, title=None, given=Span(start, end), rule=rule))
        _note(owner, "bare_given_name")
    if document.trace is not None:
        for start, end, given in _bare_names(
            document, (name for name, having in owners.items() if len(having) > 1)
        ):
            reason = f"the given name of several persons: {_names(document, owners[given])}"
            document.trace.reject("people", start, end, rule, reason)


def _bare_names(document: Document, names: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Where given names stand by themselves, no part of another name."""
    named = document.where(document.entities)
    for start, end, given in Matcher({name: name for name in names}).find(document.text):
        if not named[start] and document.may_begin(start) and not is_thai_letter(document.text, end):
            yield start, end, given


def _give_bare_roles(document: Document, entries: list[PersonEntry], roles: CanonicalRoles) -> None:
    """Give each bare role to the one person who holds it; warn where several do and the role speaks or presides."""
    acting = {id(statement.speaker) for statement in document.statements}
    acting |= {id(event.chair) for event in document.events}
    held = RoleHolders(
        (number, roles.of(role)) for number, entry in enumerate(entries) for role in entry.roles
    )
    for role in document.roles:
        if role.person:
            continue
        holders = [entries[number] for number in held.of(roles.of(role))]
        if len(holders) == 1:
            holders[0].bare_roles.append(role)
        elif holders:
            if id(role) in acting:  # elsewhere it does no harm that it is nobody's
                _warn(document, role, holders, "taken to be neither")
            if document.trace is not None:
                reason = f"several persons hold it: {_names(document, holders)}"
                document.trace.reject("roles", role.start, role.end, role.rule, reason)
