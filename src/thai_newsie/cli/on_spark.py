"""One run of `thai-newsie extract --engine spark`: from files to a folder of Parquet files."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from thai_newsie.config import Config
from thai_newsie.extras import require
from thai_newsie.io.writers.output_lock import hidden_part, only_writer
from thai_newsie.run import spark
from thai_newsie.run.progress import Watch

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_PARTITION_BYTES = (
    "16m"  # of a file, for one task; the 128 MB that Spark takes by default are minutes of work
)


class SparkError(RuntimeError):
    """A run on Spark failed. The message is Spark's."""


def run(files: Sequence[Path], output: Path, config: Config, watch: Watch) -> None:
    """Extract the articles of `files` into the folder `output`, which appears whole or not at all.

    The settings of Spark say where it runs (`spark-submit`, SPARK_CONF_DIR). The default is this machine.
    """
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    warnings.filterwarnings("ignore", category=FutureWarning, module="pyspark")
    with only_writer(output):
        session = _session()
        part = hidden_part(output)
        try:
            _write(session, files, part, config, watch)
            part.replace(output)
        except (
            require("pyspark.errors", "spark").PySparkException,
            require("py4j.protocol", "spark").Py4JError,
        ) as error:
            raise SparkError(f"Spark: {_message_of(error)}") from error
        finally:
            shutil.rmtree(part, ignore_errors=True)
            session.stop()


def _write(session: SparkSession, files: Sequence[Path], part: Path, config: Config, watch: Watch) -> None:
    """Extract into the folder `part`, and count its records in `watch`."""
    found = _records(session, files, config)
    found.write.parquet(str(part))
    written = session.read.parquet(str(part))
    failures = written.where("error is not null").count()
    warned = written.where("size(warnings) > 0").count()
    watch.add(written.count() - failures, warned, failures)


def _records(session: SparkSession, files: Sequence[Path], config: Config) -> DataFrame:
    """The records of `files`: Spark itself reads Parquet, in parts of a file; of other formats each file is a task."""
    if all(file.suffix.lower() == ".parquet" for file in files):
        return spark.extract(session.read.parquet(*map(str, files)), config=config)
    listed = session.createDataFrame([(str(file.resolve()),) for file in files], "path string")
    return spark.extract_files(listed.repartition(len(files), "path"), config=config)


def _session() -> SparkSession:
    """The session of Spark. Raises SparkError where it cannot start."""
    home = os.environ.get("JAVA_HOME")
    if not shutil.which("java", path=f"{home}/bin" if home else None) and "SPARK_REMOTE" not in os.environ:
        where = f"in JAVA_HOME, {home}" if home else "on the PATH"
        raise SparkError(
            f"--engine spark: needs Java 17, and there is none {where}; install it or set JAVA_HOME"
        )
    builder = (
        require("pyspark.sql", "spark")
        .SparkSession.builder.appName("thai-newsie")
        .config("spark.sql.files.maxPartitionBytes", _PARTITION_BYTES)
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.log.level", "OFF")
    )
    try:
        return cast("SparkSession", builder.getOrCreate())
    except (
        OSError,
        require("pyspark.errors", "spark").PySparkException,
        require("py4j.protocol", "spark").Py4JError,
    ) as error:
        raise SparkError(f"Spark does not start: {_message_of(error)}") from error


def _message_of(error: Exception) -> str:
    """The message of an error of Spark, without the stack trace of Java, whose message follows the first colon."""
    lines = str(error).splitlines() or [type(error).__name__]
    return next((line.removeprefix(": ") for line in lines if line.startswith(": ")), lines[0])
