"""Articles as tidy tables: one row for each item, with its article, its place in it, and the ids that link tables.

The columns come from the models of `schema/article.py`: each field that is no list of models is a column of the same name.
`TABLES` says what differs.

>>> from thai_newsie import extract
>>> found = dict(rows(extract("นายสมชาย ใจดี อธิบดีกรมการข้าว ลงพื้นที่")))
>>> dict(zip(column_names("roles"), found["roles"], strict=True))["position"]
'อธิบดี'
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter, itemgetter
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from thai_newsie.schema.article import (
    Article,
    Count,
    Date,
    Event,
    Failure,
    Mention,
    Organization,
    Person,
    Place,
    Role,
    Statement,
    Time,
)
from thai_newsie.stages.dates.edtf import first_and_last_day

Type = Literal["text", "texts", "integer", "number", "flag", "day"]
Row = tuple[object, ...]
_Cell = Callable[
    [Any, Any], object
]  # of an item, and of what it belongs to: an article, or the person of a role

_MAX_TABLE_NUMBER = (
    10**308
)  # no float holds a larger number: its cell is empty, and the column `text` has its words


@dataclass(frozen=True)
class Column:
    """A column: its name, the type of its cells, and the function that gives a cell."""

    name: str
    type: Type
    read: _Cell


def _columns(model: type[BaseModel], renamed: Mapping[str, str] | None = None) -> tuple[Column, ...]:
    """A column for each plain field of `model`; text, field, start and end are last."""
    place = ("text", "field", "start", "end")
    fields = [name for name in model.model_fields if name not in place]
    fields += [name for name in place if name in model.model_fields]
    return tuple(
        Column((renamed or {}).get(name, name), kind, _cell(name, kind))
        for name in fields
        if (kind := _type(model.model_fields[name].annotation))
    )


def _type(annotation: Any) -> Type | None:
    """The type of a field's cells; None where the field holds models, which have their own table."""
    origin, inside = get_origin(annotation), [a for a in get_args(annotation) if a not in (NoneType, ...)]
    if origin is Literal:
        return "text"
    if origin is Mapping:
        return "text"  # as JSON: its fields differ from article to article
    if origin is tuple:
        return "texts" if _type(inside[0]) == "text" else None
    if inside == [int, float]:
        return "number"
    if inside:  # one type or None
        return _type(inside[0])
    plain: dict[Any, Type] = {str: "text", int: "integer", bool: "flag"}
    return plain.get(annotation)


def _cell(name: str, kind: Type) -> _Cell:
    get = attrgetter(name)
    match kind:
        case "number":
            return lambda item, _: _number(get(item))
        case "texts":
            return lambda item, _: list(get(item))
        case _:
            return lambda item, _: get(item)


def _number(value: int | float | None) -> float | None:
    return None if value is None or abs(value) > _MAX_TABLE_NUMBER else float(value)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _columns_of_part(columns: tuple[Column, ...], get: Callable[[Any], Any]) -> tuple[Column, ...]:
    """`columns` for a part of the item; `get` takes the part out of the item."""

    def column(inner: Column) -> Column:
        return Column(inner.name, inner.type, lambda item, article: inner.read(get(item), article))

    return tuple(map(column, columns))


_ARTICLE = Column("article", "text", lambda _, article: article.id)

# An item that has several mentions has the place of the first one.
_MENTIONED = (
    Column("mentions", "integer", lambda item, _: len(item.mentions)),
    *_columns_of_part(_columns(Mention), lambda item: item.mentions[0]),
)


def _day_columns(name: str) -> tuple[Column, Column]:
    """Two columns to sort, filter and plot by: the first and the last day of the EDTF date in the field `name`."""
    get = attrgetter(name)
    return (
        Column("first_day", "day", lambda item, _: first_and_last_day(get(item) or "")[0]),
        Column("last_day", "day", lambda item, _: first_and_last_day(get(item) or "")[1]),
    )


_PUBLISHED = Column("published", "day", lambda article, _: _day(article.published))

_META = Column("meta", "text", lambda record, _: json.dumps(record.meta, ensure_ascii=False))
_WEB_URL = Column("url", "text", lambda article, _: article.url)


def _with_own_cells(model: type[Article | Failure], *own: Column) -> tuple[Column, ...]:
    """The columns of a record, those of `own` in the place of the ones with their names."""
    named = {column.name: column for column in own}
    return tuple(named.get(column.name, column) for column in _columns(model, {"id": "article"}))


TABLES: dict[str, tuple[Column, ...]] = {
    "articles": (*_with_own_cells(Article, _PUBLISHED, _META), _WEB_URL),
    "people": (_ARTICLE, *_columns(Person, {"id": "person"}), *_MENTIONED),
    "roles": (
        _ARTICLE,
        Column("person", "text", lambda held, _: held[0].id),
        Column("name", "text", lambda held, _: held[0].name),
        *_columns_of_part(_columns(Role), itemgetter(1)),
    ),
    "organizations": (_ARTICLE, *_columns(Organization, {"id": "organization"}), *_MENTIONED),
    "places": (
        _ARTICLE,
        *(column for column in _columns(Place, {"id": "place"}) if column.name != "text"),
        *_MENTIONED,
    ),
    "dates": (_ARTICLE, *_day_columns("value"), *_columns(Date)),
    "times": (_ARTICLE, *_columns(Time)),
    "counts": (_ARTICLE, *_columns(Count)),
    "events": (_ARTICLE, *_day_columns("date"), *_columns(Event)),
    "statements": (_ARTICLE, *_columns(Statement)),
    "mentions": (
        _ARTICLE,
        Column("table", "text", lambda mention, _: mention[0]),
        Column("id", "text", lambda mention, _: mention[1]),
        *_columns_of_part(_columns(Mention), itemgetter(2)),
    ),
    "failures": _with_own_cells(Failure, _META),
}


def column_names(table: str) -> tuple[str, ...]:
    """The names of the columns of a table.

    >>> column_names("times")
    ('article', 'value', 'rule', 'text', 'field', 'start', 'end')
    """
    return tuple(column.name for column in TABLES[table])


def rows(record: Article | Failure) -> Iterator[tuple[str, Row]]:
    """Each row of a record, with the name of its table, in the order of the record."""
    for table, item in _items(record):
        yield table, tuple(column.read(item, record) for column in TABLES[table])


def _items(record: Article | Failure) -> Iterator[tuple[str, Any]]:
    if isinstance(record, Failure):
        yield "failures", record
        return
    yield "articles", record
    for table in ("people", "organizations", "places", "dates", "times", "counts", "events", "statements"):
        for item in getattr(record, table):
            yield table, item
            for mention in getattr(item, "mentions", ()):
                yield "mentions", (table, item.id, mention)
    for person in record.people:
        for role in person.roles:
            yield "roles", (person, role)
