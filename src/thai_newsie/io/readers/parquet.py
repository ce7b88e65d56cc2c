"""Parquet: one article a row, in the column `text` and possibly `id title published source`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from thai_newsie.extras import require
from thai_newsie.io.readers.json import article
from thai_newsie.raw_article import FIELDS, RawArticle
from thai_newsie.schema.article import Failure

_ROWS_IN_MEMORY = 256  # at a time


def read_articles(stream: IO[bytes], where: str, name: str) -> Iterator[RawArticle | Failure]:
    """The articles of a Parquet file, in its order. One without an id gets `name` and the number of its row."""
    pa, pq = require("pyarrow", "parquet"), require("pyarrow.parquet", "parquet")
    try:
        file = pq.ParquetFile(stream)
        columns = [column for column in FIELDS if column in file.schema_arrow.names]
        if "text" not in columns:
            yield Failure(id=name, source=where, error='has no column "text"')
            return
        number = 0
        for batch in file.iter_batches(_ROWS_IN_MEMORY, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield article(row, f"{where}:{number}", f"{name}:{number}", ())
    except pa.ArrowException as error:
        yield Failure(id=name, source=where, error=f"is not Parquet: {error}")
