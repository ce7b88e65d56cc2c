"""Every article of a collection, once through the processes engine and once under a magnifying glass.

    python benchmarks/whole_corpus.py FOLDER OUT [--jobs 2] [--step 1000]

FOLDER holds articles in any format that thai-newsie reads; OUT (.jsonl, or .parquet) is written as
`thai-newsie extract` writes it. While that goes on the memory of this process and of its workers is
taken down at every --step articles (Linux only): flat lines are what is promised. Then OUT is read
back beside the collection: one record for each article, in its order, with its title and text; and
every item stands where its offsets say. Ends with status 1 where one does not.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import Any

from thai_newsie import read
from thai_newsie.io.arrow import schema
from thai_newsie.io.readers.duplicates import with_duplicate_warnings
from thai_newsie.io.writers import in_batches, jsonl, writer
from thai_newsie.io.writers.atomic_files import atomic_bytes
from thai_newsie.run import processes
from thai_newsie.run.part import Part
from thai_newsie.schema.article import Article, Failure

MEGABYTE = 2**20


def resident(pid: int) -> int:
    """Bytes of memory that a process has in use."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def workers() -> list[int]:
    """The processes that this one has started, whichever of its threads did."""
    return sorted(
        int(pid) for file in Path("/proc/self/task").glob("*/children") for pid in file.read_text().split()
    )


def watched(parts: Iterator[Part], step: int) -> Iterator[bytes]:
    """The parts' bytes; prints memory at every `step` articles."""
    begun, count, shown = time.perf_counter(), 0, 0
    print(f"{'articles':>10}{'seconds':>10}{'this MB':>10}  workers MB", flush=True)
    for part in parts:
        count += part.articles + len(part.failures)
        if count - shown >= step:
            shown = count
            each = " ".join(f"{resident(pid) / MEGABYTE:.0f}" for pid in workers())
            seconds = time.perf_counter() - begun
            print(f"{count:10}{seconds:10.0f}{resident(os.getpid()) / MEGABYTE:10.0f}  {each}", flush=True)
        yield part.data


def records(path: Path) -> Iterator[Article | Failure]:
    """The records of what was written."""
    if path.suffix == ".jsonl":
        with path.open("rb") as lines:
            for batch in in_batches(lines, 100):
                yield from jsonl.decode(batch)
        return
    import pyarrow.parquet as pq

    file = pq.ParquetFile(path)
    assert file.schema_arrow.equals(schema())
    for batch in file.iter_batches(100):
        for row in batch.to_pylist():
            if (error := row.pop("error")) is not None:
                yield Failure(id=row["id"], source=row["source"], error=error)
            else:
                yield Article.model_validate(row)


def items_of(value: object) -> Iterator[dict[str, Any]]:
    """Whatever stands somewhere in an article."""
    if isinstance(value, dict):
        if "start" in value:
            yield value
        for inner in value.values():
            yield from items_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from items_of(inner)


def check(folder: str, out: Path) -> bool:
    """Compare what was written with what was to be read; prints what is wrong."""
    count = items = lying = failed = astray = warned = 0
    for raw, record in zip_longest(with_duplicate_warnings(read(folder)), records(out)):
        count += 1
        if raw is None or record is None or raw.id != record.id:
            astray += 1
            continue
        if isinstance(record, Failure):
            failed += 1
            print(f"failed: {record}")
            continue
        astray += (record.title, record.text) != (getattr(raw, "title", None), getattr(raw, "text", None))
        warned += bool(record.warnings)
        for item in items_of(record.to_dict()):
            items += 1
            if getattr(record, item["field"])[item["start"] : item["end"]] != item["text"]:
                lying += 1
                print(f"lies: {record.id}: {item}")
    print(f"{count} articles: {failed} failed, {astray} missing or astray, {warned} with warnings; ", end="")
    print(f"{items} items, {lying} of them not where they say")
    return not (lying or astray)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder")
    parser.add_argument("out", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--step", type=int, default=1000)
    options = parser.parse_args()
    form = options.out.suffix.removeprefix(".")
    begun = time.perf_counter()
    parts = processes.run(
        with_duplicate_warnings(read(options.folder)), form, processes=options.jobs, characters_here=0
    )
    with atomic_bytes(options.out) as stream:
        writer(form).write(watched(parts, options.step), stream)
    seconds = time.perf_counter() - begun
    own, theirs = (getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    print(
        f"{seconds:.0f} s; CPU time {own.ru_utime + own.ru_stime:.0f} s here, "
        f"{theirs.ru_utime + theirs.ru_stime:.0f} s in workers; at most {own.ru_maxrss / 1024:.0f} MB here, "
        f"{theirs.ru_maxrss / 1024:.0f} MB a worker"
    )
    sys.exit(0 if check(options.folder, options.out) else 1)


if __name__ == "__main__":
    main()
