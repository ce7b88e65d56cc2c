"""Which column of a table is the text, the title, the day and so on: as the user says, or by their names.

Every reader of tables, and that of JSON objects, asks `columns_of` and puts its rows through what it gives.

>>> columns = columns_of(("หัวข้อ", "เนื้อหา", "ลิงก์", "หมวด"))
>>> columns.item(("ฝนตกหนัก", "ฝนตกหนักที่น่าน", "https://example.go.th/1", "ภัยพิบัติ"))
{'title': 'ฝนตกหนัก', 'text': 'ฝนตกหนักที่น่าน', 'url': 'https://example.go.th/1', 'หมวด': 'ภัยพิบัติ'}
>>> columns_of(("หัวข้อ", "หมวด"))
Traceback (most recent call last):
thai_newsie.io.readers.columns.ColumnError: has no column "text", nor one with a name that is known for it; it has หัวข้อ, \
หมวด. Name the right one with --text-column, or columns.text in the configuration
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import regex

from thai_newsie.column_names import ColumnNames
from thai_newsie.config import DEFAULT, Config
from thai_newsie.lexicon import compiled, table, using, values
from thai_newsie.metadata import FIELDS
from thai_newsie.text.normalized import NormalizedText

NOTES = logging.getLogger("thai_newsie.columns")  # which columns were recognized; a command says so

_URL = "url"  # no field of an article, but the metadata that links lead to
_SAID = {"published": "day of publication", "source": "publisher"}
_OPTIONS = {name: name for name in FIELDS} | {"published": "date"}
_BETWEEN_WORDS = regex.compile(r"[\s_.:\-\u200b\ufeff]++")
_MAX_SHOWN_NAMES = 30
_CACHED_HEADERS = 1000  # the objects of JSON lines mostly have the same few sets of names

# The fields of each name that is known, with its rank: of two columns the one of the lower rank is meant.
Known = Mapping[str, tuple[str, int]]


class ColumnError(ValueError):
    """A table has no column of a field, or several that may be it. The message names the columns and the option."""


@dataclass(frozen=True)
class Columns:
    """The columns of a table. `fields` says which field each of them is, "" for metadata, `note` which were recognized."""

    names: tuple[str, ...]
    fields: tuple[str, ...]
    note: str = ""

    def item(self, cells: Sequence[Any]) -> dict[str, Any]:
        """A row as `RawArticle.from_object` takes it. Cells that are missing at its end are left out."""
        found: dict[str, Any] = {}
        displaced: dict[str, Any] = {}  # cells of columns that have the name of a field and are not it
        for name, field, cell in zip(self.names, self.fields, cells, strict=False):
            if name in FIELDS and field != name:
                displaced[name] = cell
            if field or name not in FIELDS:
                found[field or name] = cell
        if displaced:
            meta = found.get("meta", {})
            found["meta"] = {**(meta if isinstance(meta, Mapping) else {"meta": meta}), **displaced}
        return found


def columns_of(
    names: Sequence[str], config: Config = DEFAULT, where: str = "", *, optional: bool = False
) -> Columns:
    """The columns of the table `where` that have these names. Raises ColumnError where no column can be the text.

    What the user named wins, then a column with the name of the field (`text`), then the names that the table
    `column_names` knows. What was recognized is a note for the logger `NOTES`. `optional`: this is one object of many,
    and need not have the columns that the user named, but the text.
    """
    with using(config.lexicon):
        columns = _recognizer()(tuple(names), config.columns, optional)
    if columns.note:
        NOTES.info(columns.note, extra={"where": where})
    return columns


def known_fields(names: Sequence[str], config: Config = DEFAULT) -> set[str]:
    """The fields that columns with these names may hold.

    >>> sorted(known_fields(["หัวข้อ", "เนื้อหา", "content", "หมวด"]))
    ['text', 'title']
    """
    with using(config.lexicon):
        known = _known()
    given = {_plain(name): field for field, name in config.columns.given.items()}
    found = (given.get(_plain(name)) or known.get(_plain(name), ("", 0))[0] for name in names)
    return set(filter(None, found))


def unique(names: Sequence[str]) -> tuple[str, ...]:
    """The names of the columns of a header, each once and none empty.

    >>> unique(["ก", " ", "ก", "ก"])
    ('ก', 'column 2', 'ก (2)', 'ก (3)')
    """
    found: dict[str, None] = {}
    for number, given in enumerate(names, 1):
        name = plain = given.strip("\ufeff\xa0 \t\r\n") or f"column {number}"
        count = 1
        while name in found:
            count += 1
            name = f"{plain} ({count})"
        found[name] = None
    return tuple(found)


@compiled
def _recognizer() -> Callable[[tuple[str, ...], ColumnNames, bool], Columns]:
    return lru_cache(maxsize=_CACHED_HEADERS)(partial(_recognized, _known()))


@compiled
def _known() -> Known:
    known: dict[str, tuple[str, int]] = {}
    for row in table("column_names"):
        for word in (row["word"], *values(row["forms"])):
            known[_plain(word)] = (row["type"], int(row["rank"]))
    known |= {field: (field, 0) for field in (*FIELDS, _URL)}
    return known


def _recognized(known: Known, names: tuple[str, ...], given: ColumnNames, optional: bool) -> Columns:
    chosen = _named(names, given.given, optional)
    candidates: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in names:
        field, rank = known.get(_plain(name), ("", 0))
        if field and name not in chosen:
            candidates[field][rank].append(name)
    notes = []
    for field in (*FIELDS, _URL):
        if field in chosen.values() or field not in candidates:
            continue
        best = candidates[field][min(candidates[field])]
        if len(best) > 1 and field != _URL:
            raise ColumnError(
                f"has {len(best)} columns that may be the {_SAID.get(field, field)}: {_listed(best)}. {_advice(field)}"
            )
        if len(best) == 1:
            chosen[best[0]] = field
            notes += [f"{field} from {best[0]}"] * (best[0].lower() != field)
    if "text" not in chosen.values():
        raise ColumnError(
            f'has no column "text", nor one with a name that is known for it; it has {_listed(names)}. {_advice("text")}'
        )
    note = f"columns recognized by their names: {', '.join(notes)}" if notes else ""
    return Columns(names, tuple(chosen.get(name, "") for name in names), note)


def _named(names: tuple[str, ...], given: Mapping[str, str], optional: bool) -> dict[str, str]:
    """The field of each column that the user named."""
    chosen = {}
    for field, wanted in given.items():
        found = wanted if wanted in names else next((n for n in names if _plain(n) == _plain(wanted)), None)
        if found is not None:
            chosen[found] = field
        elif not optional or field == "text":
            raise ColumnError(f"has no column {wanted!r}; it has {_listed(names)}. {_advice(field)}")
    return chosen


def _plain(name: str) -> str:
    """A name without what differs between ways of writing it: publish_date, Publish Date, publishDate.

    >>> _plain(" Publish_Date ") == _plain("publishDate")
    True
    """
    return _BETWEEN_WORDS.sub("", NormalizedText(name).text).casefold()


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MAX_SHOWN_NAMES
    return (", ".join(names[:_MAX_SHOWN_NAMES]) or "no columns") + (f" and {more} more" if more > 0 else "")


def _advice(field: str) -> str:
    return f"Name the right one with --{_OPTIONS[field]}-column, or columns.{field} in the configuration"
