"""Records as Apache Arrow: the nested schema of Parquet files and of Spark's DataFrames, made from the models."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from thai_newsie.extras import require
from thai_newsie.once import once
from thai_newsie.schema.article import Article, Failure

if TYPE_CHECKING:
    import pyarrow as pa
else:
    pa = require("pyarrow", "parquet")


@once
def schema() -> pa.Schema:
    """One column for each field of an Article, and `error` of a Failure. A record has null in the columns that it lacks.

    >>> print(schema().field("dates").type)
    list<element: struct<text: string, start: int64, end: int64, field: string, value: string, kind: string, rule: string>>
    """
    return pa.schema([*_fields(Article), pa.field("error", pa.string())])


def batch(records: Sequence[Article | Failure]) -> pa.RecordBatch:
    """The records as the rows of a batch, in their order.

    Numbers that are `int | float` in the models become doubles (IEEE 754): whole numbers are exact up to 2^53, and one
    that is too large is infinite.

    >>> batch([Article(id="1"), Failure(id="2", error="no text")]).column("error").to_pylist()
    [None, 'no text']
    """
    return pa.RecordBatch.from_pylist([_row(record) for record in records], schema=schema())


def _fields(model: type[BaseModel]) -> list[pa.Field]:
    return [pa.field(name, _type(field.annotation)) for name, field in model.model_fields.items()]


def _type(annotation: Any) -> pa.DataType:
    """The type of the column for a field with this annotation."""
    origin, inner = get_origin(annotation), [a for a in get_args(annotation) if a is not NoneType]
    if origin is Literal:
        return pa.string()
    if origin in (Union, UnionType):
        return pa.float64() if set(inner) == {int, float} else _type(*inner)
    if origin is tuple:
        return pa.list_(pa.field("element", _type(inner[0])))
    if origin is Mapping:
        return pa.string()
    if issubclass(annotation, BaseModel):
        return pa.struct(_fields(annotation))
    return {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}[annotation]


def _row(record: Article | Failure) -> dict[str, Any]:
    row = record.to_dict()
    row["meta"] = json.dumps(row["meta"], ensure_ascii=False)  # its fields differ from article to article
    for name, number in _numbers():
        for item in row.get(name, ()):
            item[number] = _double(item[number])
    return row


@once
def _numbers() -> tuple[tuple[str, str], ...]:
    """Each list of the models and each field of its items that is a double."""

    def found() -> Iterator[tuple[str, str]]:
        for column in schema():
            if pa.types.is_list(column.type) and pa.types.is_struct(column.type.value_type):
                for field in column.type.value_type:
                    if pa.types.is_floating(field.type):
                        yield column.name, field.name

    return tuple(found())


def _double(number: float | None) -> float | None:
    if number is None:
        return None
    try:
        return float(number)
    except OverflowError:  # an article may hold 400 digits, although none means such a number
        return math.inf if number > 0 else -math.inf
