"""The engine `spark`: articles are read on many machines. It takes a Spark DataFrame of articles and gives one of records.

    from thai_newsie.run import spark
    found = spark.extract(spark_session.read.parquet("news.parquet"), text="body", title="headline")
    found.write.parquet("found.parquet")

The driver and every machine need thai-newsie with the extra `spark`, and the folders that `config.tables` names. Each
worker process of Spark loads the tables once, for all its partitions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from thai_newsie.article_extraction import extract_each
from thai_newsie.config import Config, config_or_default
from thai_newsie.extras import require
from thai_newsie.io.readers.columns import columns_of
from thai_newsie.io.writers import in_batches
from thai_newsie.metadata import FIELDS
from thai_newsie.raw_article import RawArticle, reason_of
from thai_newsie.schema.article import Failure

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import Column, DataFrame
    from pyspark.sql.types import StructType

functions = require("pyspark.sql.functions", "spark")

_SPARK_BATCH_SIZE = 100  # records that go back to Spark at once


def extract(
    df: DataFrame,
    *,
    text: str | None = None,
    title: str | None = None,
    published: str | None = None,
    id: str | None = None,
    source: str | None = None,
    latin: bool | None = None,
    config: Config | None = None,
) -> DataFrame:
    """One record for each row of `df`, with the columns of `schema()`. The record of a bad row has an `error`.

    `text`, `title`, `published`, `id` and `source` name columns of `df`, over those of `config.columns`. A field that is
    not named is read from the column whose name is known for it. `published` may be a string, a date or a timestamp. `config` and
    `latin` are those of `extract`. Other columns become the `meta` of the records, a text of JSON. Raises ColumnError,
    a ValueError, for a column that does not exist, and where none is the text.
    """
    config = config_or_default(config).with_latin(latin)
    named = {"text": text, "title": title, "published": published, "id": id, "source": source}
    chosen = config.columns.given | {field: column for field, column in named.items() if column}
    columns = columns_of(df.columns, config.replace(columns=chosen))
    found = list(zip(columns.names, columns.fields, strict=True))
    others = [_column(name).alias(field or name) for name, field in found if field not in FIELDS]
    articles = df.select(
        [_column(name).alias(field) for name, field in found if field in FIELDS]
        + [functions.struct(*others).alias("meta")] * bool(others)
    )
    return articles.mapInArrow(partial(_extract_partition, config=config), schema())


def extract_files(df: DataFrame, *, path: str = "path", config: Config | None = None) -> DataFrame:
    """One record for each article in the files that `df` lists, with the columns of `schema()`.

    The column `path` names a file a row, in any format that `thai_newsie.read` reads (.warc.gz, .zip, .jsonl.xz …), by a
    path under which every machine finds it. A file is read in one task, record by record, so give many files, and
    partition `df` by them. What cannot be read is a record with an `error`.
    """
    paths = df.select(_column(path).cast("string").alias("path"))
    return paths.mapInArrow(partial(_extract_listed, config=config_or_default(config)), schema())


def _column(name: str) -> Column:
    return cast("Column", functions.col(f"`{name}`"))


def schema() -> StructType:
    """The nested schema of records, the same as in the Parquet files of `thai-newsie extract`."""
    from thai_newsie.io import arrow

    to_spark = require("pyspark.sql.pandas.types", "spark").from_arrow_schema
    return cast("StructType", to_spark(arrow.schema()))


def _extract_partition(batches: Iterable[pa.RecordBatch], config: Config) -> Iterator[pa.RecordBatch]:
    """The records of one partition, in a worker."""
    from thai_newsie.io import arrow
    from thai_newsie.io.arrow_rows import rows_of

    rows = (row for batch in batches for row in rows_of(batch))
    for records in in_batches(extract_each(rows, config), _SPARK_BATCH_SIZE):
        yield arrow.batch(records)


def _extract_listed(batches: Iterable[pa.RecordBatch], config: Config) -> Iterator[pa.RecordBatch]:
    """The records of the files that one partition lists, in a worker."""
    from thai_newsie.io import arrow

    paths = (path for batch in batches for path in batch.column("path").to_pylist() if path)
    articles = (article for path in paths for article in _read(path, config))
    for records in in_batches(extract_each(articles, config), _SPARK_BATCH_SIZE):
        yield arrow.batch(records)


def _read(path: str, config: Config) -> Iterator[RawArticle | Failure]:
    from thai_newsie.io.readers import read

    try:
        yield from read(path, config=config)
    except (OSError, ValueError) as error:  # no such file, no such format
        yield Failure(id=path, source=path, error=reason_of(error))
