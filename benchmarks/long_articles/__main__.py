"""Read and write long articles of distinct content, and say what takes more than linear time.

    python benchmarks/long_articles [--kinds "titled names" …] [--joins with …] [--parts events "export conll" …]
                                    [--lengths 100000 300000 1000000] [--above 1.1] [--runs 1]

Each kind of content is joined in each way to articles of these lengths. Each is read, stage by stage, and written in every
format, shown in every way, registered and put into frames. A line is printed for each part whose processor time grows by
a greater power of the length than `--above`, with the seconds at each length. `--runs` repeats each measurement and
takes the fastest: what stands in one run and not in the next is the machine's noise.
"""

from __future__ import annotations

import argparse
import math
import sys

import parts
from content import JOINS, KINDS, MIXED, article_of

_LEAST_SECONDS = 0.1  # of the longest article: below, fixed costs and noise decide


def exponent(lengths: list[int], seconds: list[float]) -> float:
    """The power of the length by which the time grows: the slope of the line through the logarithms.

    >>> round(exponent([10, 100, 1000], [0.1, 10.0, 1000.0]), 3)
    2.0
    """
    x, y = [math.log(n) for n in lengths], [math.log(max(s, 1e-4)) for s in seconds]
    middle_x, middle_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - middle_x) * (b - middle_y) for a, b in zip(x, y, strict=True)) / sum(
        (a - middle_x) ** 2 for a in x
    )


def measured(text: str, chosen: list[str] | None, runs: int) -> parts.Seconds:
    """The seconds of each part, the fastest of `runs`."""
    fastest: parts.Seconds = {}
    for _ in range(runs):
        spent: parts.Seconds = {}
        article = parts.reading(text, spent)
        parts.outputs(article, spent, lambda part: chosen is None or part in chosen)
        fastest = {part: min(seconds, fastest.get(part, seconds)) for part, seconds in spent.items()}
    return {part: seconds for part, seconds in fastest.items() if chosen is None or part in chosen}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--kinds", nargs="*", default=[*KINDS, MIXED], choices=[*KINDS, MIXED], metavar="KIND"
    )
    parser.add_argument("--joins", nargs="*", default=list(JOINS), choices=JOINS, metavar="JOIN")
    parser.add_argument("--parts", nargs="*", metavar="PART", help="stages and outputs; all without")
    parser.add_argument("--lengths", nargs="*", type=int, default=[100_000, 300_000, 1_000_000])
    parser.add_argument("--above", type=float, default=1.1)
    parser.add_argument("--runs", type=int, default=1)
    options = parser.parse_args()
    measured(article_of(MIXED, "lines", 5_000), None, 1)  # tables are read, libraries imported
    steep = 0
    for kind in options.kinds:
        for join in options.joins:
            found = [
                measured(article_of(kind, join, length), options.parts, options.runs)
                for length in options.lengths
            ]
            for part in found[0]:
                seconds = [spent[part] for spent in found]
                grown = exponent(options.lengths, seconds)
                if grown > options.above and seconds[-1] > _LEAST_SECONDS:
                    steep += 1
                    figures = " ".join(f"{s:8.2f} s" for s in seconds)
                    print(f"{grown:5.2f} {figures}  {part:16} {kind}, {join}", flush=True)
            whole = [f"{sum(spent.values()):.1f}" for spent in found]
            print(f"      {kind}, {join}: {' '.join(whole)} s in all", file=sys.stderr, flush=True)
    print(
        f"{len(options.kinds) * len(options.joins)} contents, {steep} parts grow by more than the power {options.above}"
    )
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
