"""Parquet: a table with the contract's nested columns (`thai_newsie.io.arrow`), for Polars, DuckDB, pandas and Spark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import IO, TYPE_CHECKING

from thai_newsie.extras import require
from thai_newsie.io import arrow
from thai_newsie.schema.article import Article, Failure

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq
else:
    pa, pc, pq = (require(name, "parquet") for name in ("pyarrow", "pyarrow.compute", "pyarrow.parquet"))

BATCH_SIZE = 50

# A row group ends at so many rows, or earlier at so many bytes of text: memory holds one group.
_MAX_GROUP_ROWS, _MAX_GROUP_BYTES = 1_000, 16_000_000


def encode(records: Sequence[Article | Failure]) -> bytes:
    """The records as one batch of Arrow's stream format."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, arrow.schema()) as stream:
        stream.write_batch(arrow.batch(records))
    return bytes(sink.getvalue())


def write(pieces: Iterable[bytes], stream: IO[bytes]) -> None:
    """Write row groups as they fill."""
    with pq.ParquetWriter(stream, arrow.schema(), compression="zstd") as file:
        for group in _row_groups(pieces):
            file.write_table(group, row_group_size=_MAX_GROUP_ROWS)


def _row_groups(pieces: Iterable[bytes]) -> Iterator[pa.Table]:
    """The rows of the pieces in groups. Groups do not depend on the pieces, so every engine gives the same file."""
    rows: list[pa.RecordBatch] = []
    count = size = 0
    for piece in pieces:
        batch = pa.ipc.open_stream(piece).read_next_batch()
        start = 0
        for end, length in enumerate(pc.binary_length(batch.column("text")).to_pylist(), 1):
            count, size = count + 1, size + (length or 0)
            if count == _MAX_GROUP_ROWS or size > _MAX_GROUP_BYTES:
                yield _table([*rows, batch.slice(start, end - start)])
                rows, start = [], end
                count = size = 0
        if start < batch.num_rows:
            rows.append(batch.slice(start))
    if rows:
        yield _table(rows)


def _table(rows: list[pa.RecordBatch]) -> pa.Table:
    return pa.Table.from_batches(rows).combine_chunks()  # Parquet's pages end where chunks do
