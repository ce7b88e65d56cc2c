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
