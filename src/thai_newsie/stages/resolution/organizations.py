"""Mentions of organizations to organizations: full name, the abbreviation in parentheses, the ฯ form, the table's forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise

import regex

from thai_newsie.document import Document, Entity, OrganizationEntry
from thai_newsie.lexicon import compiled, remembered, table, values
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.ministries import meant_ministry
from thai_newsie.stages.resolution.beginnings import beginning_with

_ALIKE = 0.6  # of letters alike: one organization's name in two wordings
_OPENS_PARENTHESES = regex.compile(r" {0,2}\( ?")
# "บริษัท ข้าวไทยดี จำกัด (มหาชน)" is บริษัท ข้าวไทยดี later; "ศบค. ส่วนหน้า" is the ศบค. on the ground,
# "สภาทนายความ ในพระบรมราชูปถัมภ์" the สภาทนายความ
_LEGAL_FORM = regex.compile(
    r"(?<=.)(?:จำกัด(?:\(มหาชน\))?|\((?:องค์การ)?มหาชน\)|ส่วนหน้า|ในพระ(?:บรม)?ราช(?:ิน)?ูปถัมภ์)$"
)
_HEAD = regex.compile(r"(?:สำนักงาน|สนง\.)คณะกรรมการ|สำนักงาน|สนง\.|คณะ(?:อนุ)?กรรมการ|กองทุน|มูลนิธิ")
_OF_THE_COUNTRY = ("แห่งประเทศไทย", "แห่งชาติ")  # "ธนาคารอิสลาม" is the one of Thailand where both are named
_SHORT = regex.compile(r"(?:[ก-ฮ]{1,4}\.){2,4}|[A-Z]{3,8}")
_WITHIN_PARENTHESES = regex.compile(r"(?: ?: ?| หรือ | ?, ?| [-–] )")


@compiled
def _rows() -> dict[str, dict[str, str]]:
    """Each form of the table to its row; a form that several rows share goes to the preferred one."""
    forms: dict[str, dict[str, str]] = {}
    rows = [dict(row) for row in table("organizations")]
    for row in sorted(rows, key=lambda row: "preferred" not in values(row["flags"])):
        for form in (
            row["word"],
            *values(row["abbreviations"]),
            *values(row["short"]),
            *values(row["guarded"]),
        ):
            forms.setdefault(_key(form), row)
        if row["type"] == "ministry":
            bare = row["word"].removeprefix("กระทรวง")
            forms.setdefault(_key(bare), row)
            for short in values(row["short"]):
                forms.setdefault(_key(short.rstrip("ฯ").removeprefix("ก.")), row)
            forms.setdefault(_key("ก." + bare), row)
    return forms


def _row(form: str) -> dict[str, str] | None:
    """The row that a form leads to, a ministry's though it is misspelt."""
    return _rows().get(form) or _rows().get(_in_full(form)) or _rows().get(meant_ministry(form))


def _in_full(form: str) -> str:
    """A head and the abbreviation behind it as the whole name: "สำนักงาน กกต." is the สำนักงานคณะกรรมการการเลือกตั้ง."""
    head = _HEAD.match(form)
    row = _rows().get(form[head.end() :]) if head else None
    if not head or not row:
        return form
    name, first = _key(row["word"]), "สำนักงาน" if head[0] == "สนง." else head[0]
    if first.startswith("คณะ"):  # "คณะกรรมการ ปปง." is the one whose office is meant by ปปง.
        name = name.removeprefix("สำนักงาน")
    return name if name.startswith(first) else first + name


@compiled
def _by_english() -> dict[str, dict[str, str]]:
    """Each English name of the table to its row; behind a Thai name it may be a foreign organization's."""
    return {_key(row["english"]): dict(row) for row in table("organizations") if row["english"]}


@compiled
def _shared() -> dict[str, tuple[str, ...]]:
    """Each abbreviation or short form that several organizations of the table have, to their names, the preferred first."""
    rows = sorted(table("organizations"), key=lambda row: "preferred" not in values(row["flags"]))
    holders: dict[str, dict[str, None]] = {}
    for row in rows:
        for form in (*values(row["abbreviations"]), *values(row["short"])):
            holders.setdefault(_key(form), {})[row["word"]] = None
    return {form: tuple(names) for form, names in holders.items() if len(names) > 1}


@remembered(4096)  # each name is asked for several times, and the usual ones in many articles
def _key(form: str) -> str:
    """A form without what varies in writing it: spaces, the legal form, its first word abbreviated, the case of its first letter.

    >>> _key("สหกรณ์บ้านดอน จำกัด"), _key("รพ.น่าน"), _key("cabinet")
    ('สหกรณ์บ้านดอน', 'โรงพยาบาลน่าน', 'Cabinet')
    """
    name = _LEGAL_FORM.sub("", form.replace(" ", ""))
    name = name[:1].upper() + name[1:]
    head = _abbreviated_head().match(name)
    return _full_heads()[head[0]] + name[head.end() :] if head else name


@compiled
def _full_heads() -> dict[str, str]:
    return {row["word"]: row["full"] for row in table("organization_heads") if row["full"]}


@compiled
def _abbreviated_head() -> regex.Pattern[str]:
    return regex.compile(r"\L<heads>(?=.)(?![ก-ฮ]{1,4}\.)", heads=list(_full_heads()))


def resolve_organizations(document: Document) -> list[OrganizationEntry]:
    """One entry an organization, in the order of first mention, its fullest form first.

    Two mentions are one organization if they are written alike, if the table knows them as forms of one
    row, if one stands in parentheses behind the other, or if one is the other cut short by ฯ. An
    abbreviation that several organizations share is the one that the article gives it to; where it gives it
    to none, the article gets a warning.
    """
    organizations = [entity for entity in document.entities if entity.label == "ORGANIZATION"]
    given = _given_abbreviations(document, organizations)
    groups = _Groups()
    keys: dict[str, None] = {}
    previous: tuple[Entity, str] | None = None
    within = False  # whether the previous organization stands in parentheses behind another
    for organization in organizations:
        form = _key(document.slice(organization))
        row = _row(form)
        key = given.get(form) or (_key(row["word"]) if row else _in_full(form))
        keys.setdefault(key)
        groups.join(form, key)
        within = previous is not None and _is_alias(document, previous[0], organization, within=within)
        if within and previous and not _differ(form, previous[1]):
            groups.join(key, previous[1])
        previous = organization, key
    for key, fuller in _fuller(keys):
        groups.join(key, fuller)
    entries = _entries(document, organizations, groups)
    for entry in entries:
        _warn_of_shared(document, entry)
    return entries


def _fuller(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each key that is cut short, with its full form: by ฯ, the first of the others that begins so, or of its country."""
    order = {key: place for place, key in enumerate(keys)}
    alphabetical = sorted(order)
    for key in order:
        if key.endswith("ฯ"):
            alike = [other for other in beginning_with(key[:-1], alphabetical) if other != key]
            if alike:
                yield key, min(alike, key=order.__getitem__)
        else:
            yield from ((key, key + whole) for whole in _OF_THE_COUNTRY if key + whole in order)


def _given_abbreviations(document: Document, organizations: list[Entity]) -> dict[str, str]:
    """Shared abbreviations that stand in parentheses behind one of their organizations, to its key."""
    given: dict[str, str] = {}
    for organization, behind in pairwise(organizations):
        form, row = _key(document.slice(behind)), _rows().get(_key(document.slice(organization)))
        if (
            row
            and row["word"] in _shared().get(form, ())
            and _is_alias(document, organization, behind, within=False)
        ):
            given.setdefault(form, _key(row["word"]))
    return given


def _warn_of_shared(document: Document, entry: OrganizationEntry) -> None:
    forms = {_key(document.slice(mention)) for mention in entry.mentions}
    if forms <= _shared().keys():
        form = document.slice(entry.mentions[0])
        names = " or ".join(_shared()[_key(form)])
        document.warnings.append(f"“{form}” may be {names}: taken to be the first, which is more usual.")


@compiled
def _heads() -> dict[str, str]:
    return {row["word"]: row["type"] for row in table("organization_heads")}


@compiled
def _head_forms() -> Literals:
    return Literals(_heads())


def _kind(name: str) -> str:
    """What a name's first word says of its kind, "" if nothing."""
    return _heads().get(_head_forms().longest_at(name, 0), "")


def _is_alias(document: Document, organization: Entity, behind: Entity, *, within: bool) -> bool:
    """Whether `behind` stands in parentheses right behind `organization`, or `within` the same ones behind it."""
    between = document.text[organization.end : behind.start]
    if _OPENS_PARENTHESES.fullmatch(between) or (within and _WITHIN_PARENTHESES.fullmatch(between)):
        return True
    return between.strip(" ") == "หรือ" and _is_short_for(document.slice(behind), document.slice(organization))


def _is_short_for(form: str, name: str) -> bool:
    """Whether what stands behind "or" is a name's abbreviation, and no other organization: "ศูนย์ข้าวไทย หรือ TRC"."""
    row = _rows().get(_key(form))
    if not _SHORT.fullmatch(form) or (row and row is not _row(_key(name))):
        return False
    return form.isascii() or name.lstrip("เแโใไ")[0] == form[0]


def _differ(form: str, other: str) -> bool:
    """Whether the table says that what stands in parentheses (`form`) is another organization than the one before them.

    "… แห่งสหประชาชาติ (ยูเนสโก)" does not make UNESCO the UN, nor does "ศูนย์ฟื้นฟูสภาพทางสังคม (กระทรวงมหาดไทย)"
    make the centre the ministry. An abbreviation behind an unknown organization is that organization's, whatever it means elsewhere.
    """
    row, other_row = _rows().get(form), _rows().get(other)
    if not row or row is other_row:
        return False
    if other.startswith("คณะ") and other.endswith(
        _key(row["word"])
    ):  # "คณะกรรมการกองทุน… (กบข.)": of the fund
        return True
    return bool(other_row) or form == _key(row["word"])


def _entries(document: Document, organizations: list[Entity], groups: _Groups) -> list[OrganizationEntry]:
    members: dict[str, list[Entity]] = {}
    for organization in organizations:
        members.setdefault(groups.root(_key(document.slice(organization))), []).append(organization)
    entries = []
    for mentions in members.values():
        fullest = max(mentions, key=lambda m: (not document.slice(m).endswith("ฯ"), m.end - m.start))
        ordered = [fullest, *(m for m in mentions if m is not fullest)]
        forms = [_key(document.slice(mention)) for mention in ordered]
        row = _row(forms[0]) or _by_english().get(forms[0]) or _row_of_others(forms)
        entry = OrganizationEntry(ordered, kind=_kind(document.slice(fullest)))
        if row:
            entry.canonical, entry.english, entry.kind, entry.parent = (
                row["word"],
                row["english"],
                row["type"],
                row["parent"],
            )
        entries.append(entry)
    return entries


def _row_of_others(forms: list[str]) -> dict[str, str] | None:
    """The row that the shorter forms of an organization lead to, unless its full name is plainly another's.

    "บริษัท แอดวานซ์ ไวร์เลส เน็ทเวอร์ค จำกัด (AIS)" is not the company that AIS means elsewhere.
    """
    rows = (_rows().get(form) for form in forms[1:])
    row = next((row for row in rows if row), None)
    if row and _kind(forms[0]) and SequenceMatcher(None, forms[0], _key(row["word"])).ratio() < _ALIKE:
        return None
    return row


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
