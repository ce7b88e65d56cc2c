"""Articles read on many machines: a Spark DataFrame of articles in, one of records out.

    from thai_newsie.run import spark
    found = spark.extract(spark_session.read.parquet("news.parquet"), text="organization", title="headline")
    found.write.parquet("found.parquet")

Needs the extra `spark` on the driver, and thai-newsie with it on every machine. Each worker process
of Spark loads the tables once and keeps them from one partition to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from thai_newsie.article_extraction import extract_each
from thai_newsie.config import DEFAULT, Config
from thai_newsie.extras import require
from thai_newsie.io.writers import in_batches

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType

functions = require("pyspark.sql.functions", "spark")

_SPARK_BATCH_SIZE = 100  # records in a batch that goes back to Spark


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
    """One record for each row of `df`, with the columns of `schema`; a bad row's has an `error`.

    The arguments name the columns of `df`; a field that is not named is read from the column of its
    own name where there is one. `published` may be an ISO string, a date or a timestamp. Raises
    ValueError for a column that is not there. Other columns are left behind: join them by `id`.
    """
    named = {"text": text, "title": title, "published": published, "id": id, "source": source}
    for column in filter(None, named.values()):
        if column not in df.columns:
            raise ValueError(f"there is no column {column!r}; there are {', '.join(df.columns)}")
    given = {field: column or (field if field in df.columns else None) for field, column in named.items()}
    if not given["text"]:
        raise ValueError(f"which column is the text? there are {', '.join(df.columns)}")
    articles = df.select(
        [functions.col(f"`{column}`").alias(field) for field, column in given.items() if column]
    )
    return articles.mapInArrow(
        partial(_extract_partition, config=(config or DEFAULT).with_latin(latin)), schema()
    )


def schema() -> StructType:
    """The contract's nested schema, as in thai-newsie's own Parquet files."""
    from thai_newsie.io import arrow

    to_spark = require("pyspark.sql.pandas.types", "spark").from_arrow_schema
    return cast("StructType", to_spark(arrow.schema()))


def _extract_partition(batches: Iterable[pa.RecordBatch], config: Config) -> Iterator[pa.RecordBatch]:
    """What a worker does with its partition."""
    from thai_newsie.io import arrow

    rows = (row for batch in batches for row in batch.to_pylist())
    for records in in_batches(extract_each(rows, config), _SPARK_BATCH_SIZE):
        yield arrow.batch(records)
