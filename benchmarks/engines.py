"""How much faster many processes are than one, and what they cost.

    python benchmarks/engines.py FOLDER [--articles 2000] [--jobs 2] [--runs 3] [--form jsonl]

FOLDER holds articles in any format that thai-newsie reads. Each run goes over the same articles in
this process and then in many, so that the ratio of the two holds on a machine that is shared, as far
as one may; the best of the runs is nearest to what an idle machine gives. The shares of CPU time tell
the rest wherever other work runs: what this process does while the workers read is the part that no
further worker makes quicker.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from itertools import islice
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from thai_newsie import read
from thai_newsie.run import local, processes
from thai_newsie.run.part import Part


def cpu(who: int) -> float:
    usage = getrusage(who)
    return usage.ru_utime + usage.ru_stime


def timed(parts: Iterator[Part]) -> tuple[float, float, float]:
    """Seconds that passed, CPU seconds in this process and in its workers."""
    before = time.perf_counter(), cpu(RUSAGE_SELF), cpu(RUSAGE_CHILDREN)
    for _ in parts:
        pass
    after = time.perf_counter(), cpu(RUSAGE_SELF), cpu(RUSAGE_CHILDREN)
    passed, own, theirs = (b - a for a, b in zip(before, after, strict=True))
    return passed, own, theirs


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--form", default="jsonl")
    options = parser.parse_args()
    ratios = []
    for _ in range(options.runs):
        one, alone, _ = timed(local.run(islice(read(options.folder), options.articles), options.form))
        articles = islice(read(options.folder), options.articles)
        parts = processes.run(articles, options.form, processes=options.jobs, characters_here=0)
        many, own, theirs = timed(parts)
        ratios.append(one / many)
        print(
            f"one process {one:.1f} s (CPU {alone:.1f} s), {options.jobs} workers {many:.1f} s "
            f"(CPU {own:.1f} s here, {theirs:.1f} s in workers): {ratios[-1]:.2f} times; "
            f"with a core each at most {alone / max(own, theirs / options.jobs):.2f}"
        )
    print(f"best of {options.runs}: {max(ratios):.2f} times")


if __name__ == "__main__":
    main()
