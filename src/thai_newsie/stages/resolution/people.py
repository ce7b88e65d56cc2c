"""Mentions of persons and bare offices to individuals."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise

import regex

from thai_newsie.document import Document, OrganizationEntry, PersonEntry, PersonMention, Span
from thai_newsie.lexicon.english import title_gender
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.stages.resolution.positions import Offices
from thai_newsie.text.characters import is_thai_letter

_SAME_FAMILY = 0.8  # of letters alike: "ชิตยวงษ์" and "ชิตยวงศ์" are one family name spelt twice
_AND = regex.compile(r" ?(?:และ|กับ|[-–]) ?")
_OF_WIVES = ("นาง", "คุณหญิง", "ท่านผู้หญิง", "Mrs.")
_MOST_NAMESAKES = (
    50  # people of one given name that a mention is compared with: a list of pupils may have thousands
)
_MOST_NAMED = 5  # people whom a warning names
_SHORTEST_BARE_NAME = 4  # letters of a given name that is looked for without a title


def resolve_people(document: Document, organizations: list[OrganizationEntry]) -> list[PersonEntry]:
    """One entry an individual, in the order of first mention, the fullest mention first.

    Mentions with the same given name are one person unless their family names differ; a given name
    alone that fits two people stays with the one named last before it. A bare office goes to the
    person who holds it, if that is one person.
    """
    entries = _group(document)
    _share_families(document, entries)
    _add_bare_names(document, entries)
    for entry in entries:
        entry.mentions.sort(key=lambda m: m.start)
        fullest = max(entry.mentions, key=lambda m: (m.family is not None, m.title is not None, -m.start))
        entry.mentions = [fullest, *(m for m in entry.mentions if m is not fullest)]
    offices = Offices(document, organizations)
    for entry in entries:
        entry.roles = offices.distinct([role for mention in entry.mentions for role in mention.roles])
    acting = {id(statement.speaker) for statement in document.statements}
    acting |= {id(event.chair) for event in document.events}
    for office, holders in offices.give_bare(entries, [role for role in document.roles if not role.person]):
        if id(office) in acting:  # that it is nobody's elsewhere does no harm
            _warn(document, office, holders, "taken to be neither")
    return entries


def _group(document: Document) -> list[PersonEntry]:
    by_given: dict[str, list[PersonEntry]] = {}
    entries: list[PersonEntry] = []
    for mention in sorted(document.people, key=lambda m: (m.family is None, m.start)):
        given = document.slice(mention.given)
        candidates = by_given.setdefault(given, [])
        namesakes = candidates[-_MOST_NAMESAKES:]
        fitting = [entry for entry in namesakes if _same_family(document, entry.mentions[0], mention)]
        before = [entry for entry in fitting if entry.mentions[0].start < mention.start]
        if fitting:
            owner = (before or fitting)[-1]
            owner.mentions.append(mention)
            if len(fitting) > 1:
                _warn(document, mention, fitting, f"taken to be {_name(document, owner)}")
        else:
            entry = PersonEntry([mention], [])
            candidates.append(entry)
            entries.append(entry)
    return sorted(entries, key=lambda entry: min(m.start for m in entry.mentions))


def _warn(document: Document, span: Span, entries: list[PersonEntry], taken: str) -> None:
    """Flag words that fit several persons."""
    names = " or ".join(_name(document, entry) for entry in entries[:_MOST_NAMED])
    names += " or others" if len(entries) > _MOST_NAMED else ""
    document.warnings.append(f"“{document.slice(span)}” may be {names}: {taken}.")


def _name(document: Document, entry: PersonEntry) -> str:
    return document.slice(entry.mentions[0].name)


def _same_family(document: Document, one: PersonMention, other: PersonMention) -> bool:
    if one.family is None or other.family is None:
        return True
    a, b = document.slice(one.family), document.slice(other.family)
    return a == b or SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SAME_FAMILY


def _share_families(document: Document, entries: list[PersonEntry]) -> None:
    """A couple's family name is said once, behind the second: "นายมานะ และนางวิมล ทองดี"."""
    named = {id(mention): entry for entry in entries for mention in entry.mentions}
    for one, other in pairwise(document.people):
        entry = named[id(one)]
        if other.family is None or any(mention.family for mention in entry.mentions):
            continue
        if _AND.fullmatch(document.text, one.end, other.start) and _may_be_married(document, one, other):
            entry.family = other.family


def _may_be_married(document: Document, one: PersonMention, other: PersonMention) -> bool:
    """Whether the titles say so: of both genders as far as they tell, and of a wife that she is one."""
    titles = [document.slice(mention.title) if mention.title else "" for mention in (one, other)]
    genders = [title_gender(title) for title in titles]
    return sorted(genders) in (["", "f"], ["f", "m"]) and titles[genders.index("f")] in _OF_WIVES


def _add_bare_names(document: Document, entries: list[PersonEntry]) -> None:
    """The given names of known people where they stand without a title, as headlines have them: "นฤมล ส่งทีม…"."""
    owners: dict[str, PersonEntry | None] = {}
    for entry in entries:
        given = document.slice(entry.mentions[0].given)
        if len(given) >= _SHORTEST_BARE_NAME:
            owners[given] = None if given in owners else entry
    named = document.where(document.entities)
    for start, end, given in Matcher({name: name for name, entry in owners.items() if entry}).find(
        document.text
    ):
        if named[start] or not document.may_begin(start) or is_thai_letter(document.text, end):
            continue
        owner = owners[given]
        if owner is not None:
            owner.mentions.append(PersonMention(start, end, title=None, given=Span(start, end)))
