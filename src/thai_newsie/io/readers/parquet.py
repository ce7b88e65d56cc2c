"""Parquet: one article a row, in a column of the text and possibly of title, day, id and publisher; others are metadata."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from thai_newsie.config import DEFAULT, Config
from thai_newsie.extras import require
from thai_newsie.io.arrow_rows import rows_of
from thai_newsie.io.readers.columns import ColumnError, Columns, columns_of
from thai_newsie.io.readers.json import article
from thai_newsie.metadata import FIELDS
from thai_newsie.raw_article import RawArticle, reason_of
from thai_newsie.schema.article import Failure

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_MAX_ROWS_IN_MEMORY = 64  # at a time; fewer where rows are large


def read_articles(
    stream: IO[bytes], where: str, name: str, config: Config = DEFAULT
) -> Iterator[RawArticle | Failure]:
    """The articles of a Parquet file, in its order. One without an id gets `name` and the number of its row.

    The rows of a group that is damaged are one Failure, and the next group is read.
    """
    pa, pq = require("pyarrow", "parquet"), require("pyarrow.parquet", "parquet")
    try:
        file = pq.ParquetFile(stream)
        columns = columns_of(file.schema_arrow.names, config, where)
    except (pa.ArrowException, OSError, MemoryError) as error:
        yield Failure(id=name, source=where, error=f"is not Parquet: {reason_of(error)}")
        return
    except ColumnError as error:
        yield Failure(id=name, source=where, error=str(error))
        return
    before = 0
    for group in range(file.num_row_groups):
        rows, size = file.metadata.row_group(group).num_rows, file.metadata.row_group(group).total_byte_size
        at_once = min(_MAX_ROWS_IN_MEMORY, config.max_bytes * rows // (size + 1) + 1)
        number = before
        try:
            for row in _rows(file, group, columns, at_once):
                number += 1
                yield _article(row, f"{where}:{number}", f"{name}:{number}")
        except (pa.ArrowException, OSError, MemoryError) as error:
            place, last = number + 1, before + rows
            reason = f"rows {place} to {last} cannot be read: {reason_of(error)}"
            yield Failure(id=f"{name}:{place}", source=f"{where}:{place}", error=reason)
        before += rows


def _rows(
    file: ParquetFile, group: int, columns: Columns, at_once: int
) -> Iterator[dict[str, Any] | Failure]:
    needed = {name for name, field in zip(columns.names, columns.fields, strict=True) if field in FIELDS}
    for batch in file.iter_batches(at_once, row_groups=[group]):
        for row in rows_of(batch, needed):
            yield row if isinstance(row, Failure) else columns.item([row.get(name) for name in columns.names])


def _article(row: dict[str, Any] | Failure, where: str, name: str) -> RawArticle | Failure:
    if isinstance(row, Failure):
        return Failure(id=row.id or name, source=where, meta=row.meta, error=row.error)
    return article(row, where, name, ())
