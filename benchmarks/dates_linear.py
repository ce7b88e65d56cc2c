"""Whether any pattern of the dates package runs away: time on hostile texts that double in length.

    python benchmarks/dates_linear.py [--length 10000] [--most 3]

Each line: what is repeated, then milliseconds for dates and clock times at one, two, four and eight
times the length, and the growth from the first to the last for an eightfold text. Exits with 1 if
a growth is more than `--most` times what is linear.
"""

from __future__ import annotations

import argparse
import sys
import time

from thai_newsie.stages.dates import find, find_times

SEEDS = (
    "1", "๑", "12", " ", "-", "(", "ก.", "1 ม.ค. - ", "1 มกราคม และ ", "มกราคม ", "มกราคม", "12, ", "12-", "1 และ ",
    "ที่ 5 และ", "9.00 - ", "9.00 น. - ", "09.00,", "1/1/", "1.1.1.", "ปี ", "ปี 2565, ", "2565 - ", "พ.ศ. ", "ร.ศ. 1 ",
    "วัน", "วันที่ ", "วันนี้ ", "วันนี้ - ", "วันศุกร์ที่ ", "วันวิสาขบูชา ", "เมื่อ ", "5 เดือน", "5 เดือนแรกของปี ",
    "ไตรมาส ", "ไตรมาส 1 ", "ค่ำ", "ขึ้น 15 ค่ำ ", "โมง", "สิบ", "สองทุ่ม ", "ตี", "น.", "1 น.", "May ", "May 1, ",
)  # fmt: skip
TIMES = (1, 2, 4, 8)
REPEATS = 3


def seconds(text: str, anchor: str | None) -> float:
    """The best of a few runs over `text`."""
    best = float("inf")
    for _ in range(REPEATS):
        begun = time.process_time()
        find(text, anchor)
        find_times(text)
        best = min(best, time.process_time() - begun)
    return best


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--length", type=int, default=10_000)
    parser.add_argument("--most", type=float, default=3.0)
    options = parser.parse_args()
    worst = 0.0
    for anchor in ("2021-06-08", None):
        for seed in SEEDS:
            lengths = [options.length * times for times in TIMES]
            took = [seconds((seed * (n // len(seed) + 1))[:n], anchor) for n in lengths]
            growth = took[-1] / took[0] / (TIMES[-1] / TIMES[0])
            worst = max(worst, growth)
            print(f"{seed!r:22} {'  '.join(f'{t * 1000:8.1f}' for t in took)}   {growth:5.2f} x linear")
    print(f"worst growth {worst:.2f} times linear")
    return worst > options.most


if __name__ == "__main__":
    sys.exit(main())
