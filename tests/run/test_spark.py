"""Spark for real, in local mode: several partitions give, item for item, what one process gives."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import thai_newsie
from thai_newsie.io import arrow

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

TEXT = "เมื่อวานนี้ นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า มีผู้เข้าร่วม {} คน ที่จังหวัดน่าน"
ARTICLES: list[dict[str, Any]] = [
    *(
        {"id": str(n), "title": f"ข่าวที่ {n}", "published": "2024-06-04", "text": TEXT.format(n)}
        for n in range(20)
    ),
    {"id": "no text", "title": "ข่าว", "published": None, "text": None},
    {"id": "thai date", "title": None, "published": "4 มิ.ย. 67", "text": "ข่าว"},
    {"id": None, "title": None, "published": None, "text": ""},
]
SCHEMA = "id string, title string, published string, text string"


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        if os.environ.get("THAI_NEWSIE_REQUIRE_SPARK"):
            pytest.fail("Spark needs Java 17: apt install openjdk-17-jre-headless")
        pytest.skip("no Java")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    yield session
    session.stop()


def extracted(df: DataFrame, **columns: str) -> list[dict[str, Any]]:
    from thai_newsie.run.spark import extract

    return [row.asDict(recursive=True) for row in extract(df, **columns).collect()]  # type: ignore[arg-type]


def local(articles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return arrow.batch(list(thai_newsie.extract_many(articles))).to_pylist()


def by_id(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: row["id"])


def test_partitions_give_what_one_process_gives(spark: SparkSession) -> None:
    df = spark.createDataFrame(ARTICLES, SCHEMA).repartition(5)
    assert df.rdd.getNumPartitions() == 5
    rows = by_id(extracted(df))
    assert rows == by_id(local(ARTICLES))
    assert [row["id"] for row in rows if row["error"]] == ["no text"]
    assert next(row for row in rows if row["id"] == "thai date")["published"] == "2024-06-04"
    assert next(row for row in rows if row["id"] == "7")["dates"][0]["value"] == "2024-06-03"


def test_columns_are_named_and_of_several_types(spark: SparkSession) -> None:
    df = spark.createDataFrame(
        [(1, date(2024, 6, 4), datetime(2024, 6, 4, 12), TEXT, "ข่าว")],
        "number int, day date, moment timestamp, `the body` string, headline string",
    )
    expected = local([{"id": "1", "published": "2024-06-04", "text": TEXT, "title": "ข่าว"}])
    for day in ("day", "moment"):
        found = extracted(df, text="the body", title="headline", published=day, id="number")
        other = json.loads(found[0].pop("meta"))
        assert found == [{name: cell for name, cell in expected[0].items() if name != "meta"}]
        assert list(other) == [{"day": "moment", "moment": "day"}[day]]


def test_columns_are_recognized_and_the_others_are_metadata(spark: SparkSession) -> None:
    df = spark.createDataFrame(
        [("1", TEXT, "https://example.go.th/1", "x", ["a"])],
        "`รหัส` string, `เนื้อหา` string, `ลิงก์` string, text2 string, tags array<string>",
    )
    [row] = extracted(df)
    assert (row["id"], row["text"]) == ("1", TEXT)
    assert json.loads(row["meta"]) == {"url": "https://example.go.th/1", "text2": "x", "tags": ["a"]}


def test_columns_that_are_not_there_are_told_before_anything_runs(spark: SparkSession) -> None:
    df = spark.createDataFrame([("x",)], "pages string")
    with pytest.raises(ValueError, match="has no column 'tekst'; it has pages"):
        extracted(df, text="tekst")
    with pytest.raises(ValueError, match='has no column "text"'):
        extracted(df)


def test_the_workers_obey_the_tables_of_a_config(spark: SparkSession, tmp_path: Path) -> None:
    from thai_newsie.run.spark import extract

    name = "สำนักงานเรือไฟโบราณ"
    row = f"word\ttype\tsource\n{name}\tdepartment\tthis test\n"
    (tmp_path / "organizations.tsv").write_text(row, encoding="utf-8")
    df = spark.createDataFrame(
        [(str(n), f"นายสมชาย ใจดี ผู้อำนวยการ{name}") for n in range(4)], "id string, text string"
    )
    found = extract(df.repartition(2), config=thai_newsie.Config(tables=tmp_path)).collect()
    assert len(found) == 4
    assert all(f"organizations:{name}" in {entry["rule"] for entry in row["organizations"]} for row in found)


def test_tables_are_loaded_once_a_worker(spark: SparkSession) -> None:
    """Many partitions, few processes: one that has read the tables is used again."""

    def loads(_: object) -> Iterator[tuple[int, int]]:
        from thai_newsie.lexicon import table

        list(thai_newsie.extract_many([TEXT]))
        yield os.getpid(), id(table("titles"))

    found = spark.sparkContext.parallelize(range(16), 16).mapPartitions(loads).collect()
    workers = dict(found)
    assert len(found) == 16 and len(workers) <= 4
    assert all(loaded == workers[pid] for pid, loaded in found)


def test_the_schema_is_that_of_parquet_files(spark: SparkSession, tmp_path: Path) -> None:
    from thai_newsie.run.spark import extract

    out = tmp_path / "out.parquet"
    extract(spark.createDataFrame(ARTICLES, SCHEMA)).write.parquet(str(out))
    assert pq.read_table(out).schema.remove_metadata().equals(arrow.schema())


def command(*args: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "thai_newsie", "extract", *map(str, args)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
        env={**os.environ, "PYSPARK_PYTHON": sys.executable},
    )


def test_the_command(spark: SparkSession, tmp_path: Path) -> None:
    given, out = tmp_path / "in.parquet", tmp_path / "out.parquet"
    pq.write_table(pa.Table.from_pylist(ARTICLES), given, row_group_size=6)
    done = command("--engine", "spark", given, "-o", out)
    assert done.returncode == 1, done.stderr
    assert "22 articles, 1 failed" in done.stderr.splitlines()[-1]
    assert by_id(pq.read_table(out).to_pylist()) == by_id(local(ARTICLES))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.parquet", "out.parquet"]
    again = command("--engine", "spark", given, "-o", out)
    assert again.returncode == 2 and "is a folder" in again.stderr
    given.write_bytes(b"PAR1 is what it says")
    broken = command("--engine", "spark", given, "-o", tmp_path / "none.parquet")
    assert broken.returncode == 2 and broken.stderr.splitlines()[-1].startswith("thai-newsie: Spark: ")
    assert not (tmp_path / "none.parquet").exists()


def test_lists_of_files_of_any_format(spark: SparkSession, tmp_path: Path) -> None:
    from thai_newsie.run.spark import extract_files

    pages = Path(__file__).parents[1] / "io" / "web" / "pages.warc.gz"
    (tmp_path / "a.txt").write_text(TEXT.format(3), encoding="utf-8")
    paths = [str(pages), str(tmp_path / "a.txt"), str(tmp_path / "none.txt"), None]
    df = spark.createDataFrame([(path,) for path in paths], "file string").repartition(2)
    config = thai_newsie.Config(language="th")
    found = {row["id"]: row for row in extract_files(df, path="file", config=config).collect()}
    assert set(found) == {"pages:1", "a", str(tmp_path / "none.txt")}
    assert found["a"]["text"] == TEXT.format(3) and found["pages:1"]["error"] is None
    assert "no such file" in found[str(tmp_path / "none.txt")]["error"]
