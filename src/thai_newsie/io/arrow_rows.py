"""Rows of Apache Arrow as objects, one by one where a cell of theirs cannot be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from thai_newsie.metadata import FIELDS, known_metadata
from thai_newsie.raw_article import known_id, reason_of
from thai_newsie.schema.article import Failure

if TYPE_CHECKING:
    import pyarrow as pa


def rows_of(batch: pa.RecordBatch, needed: Collection[str] = FIELDS) -> Iterator[dict[str, Any] | Failure]:
    """The rows of a batch; a Failure in the place of one that Python cannot hold a cell of in a column that is `needed`.

    Such cells are a date behind the year 9999, a time zone of no known name, bytes in a text column that are no UTF-8.

    >>> import pyarrow as pa
    >>> columns = {"id": ["a", "b"], "published": pa.array([0, 10**7], pa.date32())}
    >>> [type(row).__name__ for row in rows_of(pa.RecordBatch.from_pydict(columns))]
    ['dict', 'Failure']
    """
    found: Iterable[dict[str, Any] | Failure]
    try:
        found = batch.to_pylist()
    except Exception:  # each kind of cell has errors of its own
        found = (_row(batch.slice(number, 1), needed) for number in range(batch.num_rows))
    yield from found


def _row(batch: pa.RecordBatch, needed: Collection[str]) -> dict[str, Any] | Failure:
    row: dict[str, Any] = {}
    errors = []
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            row[name] = column[0].as_py()
        except Exception as error:  # as above
            reason = f"cannot be read: {reason_of(error)}"
            if name in needed:
                errors.append(f"{name}: {reason}")
            else:  # the article can be read all the same
                row[name] = f"({reason})"
    return Failure(id=known_id(row), meta=known_metadata(row), error="; ".join(errors)) if errors else row
