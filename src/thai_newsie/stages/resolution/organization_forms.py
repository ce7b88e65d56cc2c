"""The forms of organizations' names: a key that writing does not change, and the rows of the table that a form leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from thai_newsie.lexicon import Row, compiled, remembered, table, values, words_of
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.ministries import meant_ministry
from thai_newsie.lexicon.patterns import any_of, listed

_KEYS_KEPT = 4096  # each name is asked for several times, and the usual ones in many articles


class KnownOrganization(NamedTuple):
    """A row of the table of organizations; the columns are those of the table."""

    word: str
    english: str
    type: str
    parent: str


class Link(NamedTuple):
    """The row that a form leads to, and the name of the pattern by which; "" where the form is one of the row's."""

    row: KnownOrganization
    how: str = ""


@remembered(_KEYS_KEPT)
def form_key(form: str) -> str:
    """A form without what varies in writing it.

    Spaces and the legal form go, an abbreviated first word is spelt out, and the first letter is a capital.

    >>> form_key("สหกรณ์บ้านดอน จำกัด"), form_key("รพ.น่าน"), form_key("cabinet")
    ('สหกรณ์บ้านดอน', 'โรงพยาบาลน่าน', 'Cabinet')
    """
    name = form.replace(" ", "")
    # "บริษัท ข้าวไทยดี จำกัด (มหาชน)" is บริษัท ข้าวไทยดี later; "ศบค. ส่วนหน้า" is the ศบค. on the ground,
    # "สภาทนายความ ในพระบรมราชูปถัมภ์" the สภาทนายความ
    name = name[: len(name) - len(_legal_forms().longest_before(name, len(name), low=1))]
    name = name[:1].upper() + name[1:]
    head = _abbreviated_head().match(name)
    return _full_heads()[head[0]] + name[head.end() :] if head else name


@remembered(_KEYS_KEPT)
def link_of(key: str) -> Link | None:
    """The row of the table that a key leads to, also a ministry's that is misspelt."""
    if row := _rows().get(key):
        return Link(row)
    if row := _rows().get(in_full(key)):
        return Link(row, "head_and_abbreviation")
    if row := _rows().get(meant_ministry(key)):
        return Link(row, "misspelt_ministry")
    return None


def link_by_english(key: str) -> Link | None:
    """The row whose English name has the key. Behind a Thai name the English name may be a foreign organization's."""
    row = _by_english().get(key)
    return Link(row, "english_name") if row else None


def row_of(key: str) -> KnownOrganization | None:
    """The row that has the key as one of its forms."""
    return _rows().get(key)


def in_full(key: str) -> str:
    """A first word and the abbreviation behind it as the full name; any other key as it is.

    >>> in_full("สำนักงานกกต."), in_full("คณะกรรมการปปง.")
    ('สำนักงานคณะกรรมการการเลือกตั้ง', 'คณะกรรมการป้องกันและปราบปรามการฟอกเงิน')
    """
    head = _before_abbreviation().match(key)
    row = _rows().get(key[head.end() :]) if head else None
    if not head or not row:
        return key
    name, first = form_key(row.word), _full_heads().get(head[0], head[0])
    if first.startswith("คณะ"):  # the committee, where the abbreviation means its office
        name = name.removeprefix("สำนักงาน")
    return name if name.startswith(first) else first + name


def shared_by(key: str) -> tuple[str, ...]:
    """The names of the organizations that share an abbreviation or short form, the preferred first; () if one has it alone."""
    return _shared().get(key, ())


def head_type(name: str) -> str:
    """The type of organization that a name's first word tells; "" if none."""
    return _heads().get(_head_forms().longest_at(name, 0), "")


@compiled
def _rows() -> dict[str, KnownOrganization]:
    """Each form of the table to its row; a form that several rows share goes to the preferred one."""
    forms: dict[str, KnownOrganization] = {}
    for row in _preferred_first():
        known = KnownOrganization(row["word"], row["english"], row["type"], row["parent"])
        for form in _forms(row):
            forms.setdefault(form_key(form), known)
    return forms


def _forms(row: Row) -> Iterator[str]:
    """What a text may call the organization of a row."""
    yield row["word"]
    for column in ("abbreviations", "short", "guarded"):
        yield from values(row[column])
    if row["type"] == "ministry":
        bare = row["word"].removeprefix("กระทรวง")
        yield bare
        yield from (short.rstrip("ฯ").removeprefix("ก.") for short in values(row["short"]))
        yield "ก." + bare


def _preferred_first() -> list[Row]:
    return sorted(table("organizations"), key=lambda row: "preferred" not in values(row["flags"]))


@compiled
def _by_english() -> dict[str, KnownOrganization]:
    return {
        form_key(row["english"]): KnownOrganization(row["word"], row["english"], row["type"], row["parent"])
        for row in table("organizations")
        if row["english"]
    }


@compiled
def _shared() -> dict[str, tuple[str, ...]]:
    holders: dict[str, dict[str, None]] = {}
    for row in _preferred_first():
        for form in (*values(row["abbreviations"]), *values(row["short"])):
            holders.setdefault(form_key(form), {})[row["word"]] = None
    return {form: tuple(names) for form, names in holders.items() if len(names) > 1}


@compiled
def _legal_forms() -> Literals:
    return Literals(words_of("resolution_words", "legal_form"))


@compiled
def _before_abbreviation() -> regex.Pattern[str]:
    return regex.compile(any_of(words_of("resolution_words", "before_abbreviation")))


@compiled
def _full_heads() -> dict[str, str]:
    return {row["word"]: row["full"] for row in table("organization_heads") if row["full"]}


@compiled
def _abbreviated_head() -> regex.Pattern[str]:
    return regex.compile(r"\L<heads>(?=.)(?![ก-ฮ]{1,4}\.)", heads=listed(_full_heads()))


@compiled
def _heads() -> dict[str, str]:
    return {row["word"]: row["type"] for row in table("organization_heads")}


@compiled
def _head_forms() -> Literals:
    return Literals(_heads())
