"""Attacks what reads records back, with records that are damaged or invented.

    python benchmarks/attack/forged_records.py [--seed 1] [--times 2000]

Each attempt changes one to three values of a good record: it is taken out, or becomes another type, a number far beyond the
text, the id of nobody, a day that is not in the calendar, a deep nest. The record stands in a file between two good ones.
Reading must give the two good ones, and refuse the third with the file and the line, or give a record that keeps the contract.
Every export, the report and the registry then take what was read, within a gigabyte.
"""

from __future__ import annotations

import io
import json
import random
import resource
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trial import Trial

import thai_newsie
from thai_newsie.exports import FORMATS, export
from thai_newsie.io.records import NotARecordError
from thai_newsie.report import write_report

TEXT = (
    "วันที่ 3 มีนาคม 2566 เวลา 09.30 น. นายสมชาย ใจดี อธิบดีกรมการข้าว เป็นประธานการประชุมข้าวไทย ครั้งที่ 2/2566 "
    "ณ ห้องประชุมรวงทอง จังหวัดน่าน มีผู้เข้าร่วม 120 คน นายสมชาย กล่าวว่า “จะเปิดศูนย์ข้าวในปีหน้า”"
)
MAX_MEGABYTES = 1000
NEST: Any = "x"
for _ in range(400):
    NEST = [NEST]
VALUES: tuple[Any, ...] = (
    None, True, -1, 0, 10**9, 10**400, 1.5, "", "x", "p99", "2022-02-30", "9999", "24:61", "\ud83d", "../../x", "<script>", [], [None],
    {}, {"text": 1}, NEST, "ก" * 100_000, "นายสมชาย",
)  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path to each value within a record, its own first."""
    if path:
        yield path
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, child in children:
        yield from places(child, (*path, key))


def forge(rng: random.Random, record: dict[str, Any]) -> None:
    """Change a record in place."""
    *way, last = rng.choice(list(places(record)))
    holder: Any = record
    for key in way:
        holder = holder[key]
    what = rng.randrange(4)
    if what == 0:
        del holder[last]
    elif what == 1 and isinstance(holder, list):
        holder.append(holder[last])
    elif what == 2 and isinstance(holder, dict):
        holder[rng.choice(("id", "unknown", "start", "mentions"))] = rng.choice(VALUES)
    else:
        holder[last] = rng.choice(VALUES)


def fault(lines: list[str], folder: Path) -> str | None:
    """What went wrong in reading these lines and writing what was read."""
    path = folder / "records.jsonl"
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    refused: list[NotARecordError] = []
    records = list(thai_newsie.read_records(path, refused=refused.append))
    if len(records) != len(lines) or len(refused) != sum(
        isinstance(record, thai_newsie.Failure) for record in records
    ):
        return f"{len(lines)} lines gave {len(records)} records and {len(refused)} refusals"
    if refused and (
        f"{path}" not in str(refused[0]) or "2" not in str(refused[0]) or "\n" in str(refused[0])
    ):
        return f"the refusal does not name its place in one line: {ascii(str(refused[0]))[:150]}"
    for record in records:
        if isinstance(record, thai_newsie.Article):
            record.check()
    for to in sorted(FORMATS.keys() - {"ftm"}):  # which needs libraries of its own
        with tempfile.TemporaryDirectory(dir=folder) as target:
            export(records, to, Path(target) / f"out-{to}")
    write_report(records, io.StringIO())
    thai_newsie.build_registry(records)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{used:,.0f} MB" if used > MAX_MEGABYTES else None


def main() -> None:
    """Attack, and print what did not hold."""
    trial = Trial(__doc__, times=2000, what_times_are="records")
    good = thai_newsie.extract(TEXT, "กรมการข้าวประชุม", "2023-03-04", id="1").to_json()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(trial.times):
            record = json.loads(good)
            for _ in range(trial.rng.randrange(1, 4)):
                forge(trial.rng, record)
            forged = json.dumps(record, ensure_ascii=trial.rng.random() < 0.5)
            if trial.rng.random() < 0.05:
                forged = forged[: trial.rng.randrange(1, len(forged))]
            trial.attempt(f"record {number}", lambda: fault([good, forged, good], Path(folder)))  # noqa: B023 - called at once
    trial.end()


if __name__ == "__main__":
    main()
