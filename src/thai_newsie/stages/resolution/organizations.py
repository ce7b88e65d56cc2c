"""Mentions of organizations to organizations: full name, abbreviation in parentheses, form with ฯ, forms of the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise

import regex

from thai_newsie.document import Document, Entity, OrganizationEntry
from thai_newsie.lexicon import words_of
from thai_newsie.provenance import joined, pattern, row
from thai_newsie.stages.resolution.beginnings import beginning_with
from thai_newsie.stages.resolution.organization_forms import (
    Link,
    form_key,
    head_type,
    in_full,
    link_by_english,
    link_of,
    row_of,
    shared_by,
)
from thai_newsie.text.characters import LEADING_VOWELS

_MIN_NAME_LIKENESS = 0.6  # of letters alike: one organization's name in two wordings
_OPENS_PARENTHESES = regex.compile(r" {0,2}\( ?")
_SHORT_FORM = regex.compile(r"(?:[ก-ฮ]{1,4}\.){2,4}|[A-Z]{3,8}")
_BETWEEN_SHORT_FORMS = regex.compile(r"(?: ?: ?| หรือ | ?, ?| [-–] )")  # inside parentheses


def resolve_organizations(document: Document) -> list[OrganizationEntry]:
    """One entry for each organization, in the order of first mention, its fullest form first.

    Two mentions are one organization if they are written alike, if the table has them as forms of one row, if one stands in
    parentheses behind the other, or if ฯ cuts one of them short. An abbreviation that several organizations share means the
    one to which the article gives it. Where the article gives it to none, the article gets a warning.
    """
    organizations = [entity for entity in document.entities if entity.label == "ORGANIZATION"]
    groups = _grouped(document, organizations)
    entries = _entries(document, organizations, groups)
    for entry in entries:
        _warn_of_shared(document, entry)
    return entries


def _grouped(document: Document, organizations: list[Entity]) -> _Groups:
    """Which forms mean the same organization."""
    given = _given_abbreviations(document, organizations)
    groups = _Groups()
    keys: dict[str, None] = {}
    previous: tuple[Entity, str] | None = None
    within = False  # whether the previous organization stands in parentheses behind another
    for organization in organizations:
        form = form_key(document.slice(organization))
        key = given.get(form) or _key_of(form)
        keys.setdefault(key)
        groups.join(form, key)
        within = previous is not None and _is_alias(document, previous[0], organization, within=within)
        if within and previous and not _differ(form, previous[1]):
            groups.join(key, previous[1])
        previous = organization, key
    for key, fuller in _fuller(keys):
        groups.join(key, fuller)
    return groups


def _key_of(form: str) -> str:
    """The key of the organization that a form means."""
    link = link_of(form)
    return form_key(link.row.word) if link else in_full(form)


def _fuller(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each key that is cut short, with its full form.

    ฯ cuts short the first of the other keys that begins so. Without ฯ the end is left out: "ธนาคารอิสลาม" is the
    ธนาคารอิสลามแห่งประเทศไทย where both are named.
    """
    order = {key: place for place, key in enumerate(keys)}
    alphabetical = sorted(order)
    endings = words_of("resolution_words", "country_ending")
    for key in order:
        if key.endswith("ฯ"):
            alike = [other for other in beginning_with(key[:-1], alphabetical) if other != key]
            if alike:
                yield key, min(alike, key=order.__getitem__)
        else:
            yield from ((key, key + ending) for ending in endings if key + ending in order)


def _given_abbreviations(document: Document, organizations: list[Entity]) -> dict[str, str]:
    """Shared abbreviations that stand in parentheses behind one of their organizations, to its key."""
    given: dict[str, str] = {}
    for organization, behind in pairwise(organizations):
        form, known = form_key(document.slice(behind)), row_of(form_key(document.slice(organization)))
        if (
            known
            and known.word in shared_by(form)
            and _is_alias(document, organization, behind, within=False)
        ):
            given.setdefault(form, form_key(known.word))
    return given


def _warn_of_shared(document: Document, entry: OrganizationEntry) -> None:
    """Warn of an organization that the article names by nothing but an abbreviation of several."""
    if not all(shared_by(form_key(document.slice(mention))) for mention in entry.mentions):
        return
    form = document.slice(entry.mentions[0])
    names = shared_by(form_key(form))
    document.warnings.append(
        f"“{form}” may be {' or '.join(names)}: taken to be the first, which is more usual."
    )
    if document.trace is not None:
        for mention in entry.mentions:
            for name in names[1:]:
                reason = f"the abbreviation more usually means {names[0]}, and the article does not say which"
                document.trace.reject(
                    "organizations", mention.start, mention.end, row("organizations", name), reason
                )


def _is_alias(document: Document, organization: Entity, behind: Entity, *, within: bool) -> bool:
    """Whether `behind` stands in parentheses right behind `organization`, or `within` the same ones behind it."""
    between = document.text[organization.end : behind.start]
    if _OPENS_PARENTHESES.fullmatch(between) or (within and _BETWEEN_SHORT_FORMS.fullmatch(between)):
        return True
    return between.strip(" ") == "หรือ" and _is_short_for(document.slice(behind), document.slice(organization))


def _is_short_for(form: str, name: str) -> bool:
    """Whether what stands behind "or" is a name's abbreviation, and no other organization: "ศูนย์ข้าวไทย หรือ TRC"."""
    if not _SHORT_FORM.fullmatch(form):
        return False
    known, link = row_of(form_key(form)), link_of(form_key(name))
    if known and not (link and link.row == known):
        return False
    return form.isascii() or name.lstrip(LEADING_VOWELS)[0] == form[0]


def _differ(form: str, other: str) -> bool:
    """Whether the table says that what stands in parentheses (`form`) is another organization than the one before them.

    "… แห่งสหประชาชาติ (ยูเนสโก)" does not make UNESCO the UN, nor does "ศูนย์ฟื้นฟูสภาพทางสังคม (กระทรวงมหาดไทย)"
    make the centre the ministry. An abbreviation behind an unknown organization is that organization's, whatever it means elsewhere.
    """
    known, other_known = row_of(form), row_of(other)
    if not known or known == other_known:
        return False
    if other.startswith("คณะ") and other.endswith(form_key(known.word)):
        return True  # "คณะกรรมการกองทุน… (กบข.)": of the fund
    return bool(other_known) or form == form_key(known.word)


def _entries(document: Document, organizations: list[Entity], groups: _Groups) -> list[OrganizationEntry]:
    members: dict[str, list[Entity]] = {}
    for organization in organizations:
        members.setdefault(groups.root(form_key(document.slice(organization))), []).append(organization)
    return [_entry(document, mentions) for mentions in members.values()]


def _entry(document: Document, mentions: list[Entity]) -> OrganizationEntry:
    fullest = max(mentions, key=lambda m: (not document.slice(m).endswith("ฯ"), m.end - m.start))
    ordered = [fullest, *(m for m in mentions if m is not fullest)]
    forms = [form_key(document.slice(mention)) for mention in ordered]
    link = link_of(forms[0]) or link_by_english(forms[0]) or _link_of_others(forms)
    if not link:
        return OrganizationEntry(ordered, kind=head_type(document.slice(fullest)))
    return OrganizationEntry(
        ordered,
        canonical=link.row.word,
        english=link.row.english,
        kind=link.row.type,
        parent=link.row.parent,
        rule=joined(row("organizations", link.row.word), pattern(link.how) if link.how else ""),
    )


def _link_of_others(forms: list[str]) -> Link | None:
    """The row that the shorter forms of an organization lead to, unless its full name is plainly another's.

    "บริษัท แอดวานซ์ ไวร์เลส เน็ทเวอร์ค จำกัด (AIS)" is not the company that AIS means elsewhere.
    """
    known = next(filter(None, map(row_of, forms[1:])), None)
    if not known:
        return None
    if (
        head_type(forms[0])
        and SequenceMatcher(None, forms[0], form_key(known.word)).ratio() < _MIN_NAME_LIKENESS
    ):
        return None
    return Link(known, "shorter_form")


class _Groups:
    """Which keys mean the same organization (a union-find)."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def root(self, key: str) -> str:
        while (parent := self._parents.get(key, key)) != key:
            self._parents[key] = self._parents.get(parent, parent)  # the next way up is half as long
            key = parent
        return key

    def join(self, key: str, other: str) -> None:
        self._parents[self.root(key)] = self.root(other)
