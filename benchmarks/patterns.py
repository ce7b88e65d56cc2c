"""Attack every stage with texts made to run away, and say which take more than linear time.

    python benchmarks/patterns.py [words] [pairs] [clauses] [--seconds 300]

`words`: every word of data/ and every odd character, alone, over and over. `pairs`: up to five of them glued, drawn at
random, for `--seconds`. `clauses`: sentences of the genre, with other names and numbers each time, so that what is kept
of a long article grows with it. Each is read at a length and at three times (`clauses`: four times) that length; a line
is printed for each whose time grows by much more than its length, or that takes far longer than a text of its length
should. What is printed for one run and not the next is the machine's noise. Without a name, all three.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator

from pythainlp.corpus import thai_family_names, thai_male_names

from thai_newsie import extract
from thai_newsie.lexicon import DATA, table, values

LENGTH, TIMES = 6_000, 3
LONG, LONG_TIMES = 50_000, 4
SLOW = 20e-6  # seconds a character: eight times what news takes
GROWTH = 1.45  # times as much as the length
ODD = [
    *"19()“”\"'-–/.,:กA๙ๆฯ[]{}", "Aa ", "\n", " ", "\n ", "1.", "2564", "12.30 น.", "H.E. ", "\u200b", "\x00", "❤️", "ํา",
    "เเ", "่", "<b>", "</p>", "&nbsp;", "<script>", "http://a.b/", "\u202e", "a\u0301", "\ufffd", "\ud83d",
]  # fmt: skip
CLAUSES = """
นาย{g} {f} |นายสมชาย {f} ปลัดกระทรวงการคลัง |นาย{g} กล่าวว่า {f} |นาย{g} กล่าวว่า {f}⏎|ผู้อำนวยการโรงเรียน{f} |
อธิบดีกรม{f}ฯ |กระทรวง{f} (ก.{i}) |บริษัท {f} จำกัด (มหาชน) |ณ โรงแรม{f} |วัด{f}ราม |อำเภอเมือง จังหวัดน่าน |
วันที่ {i} มกราคม 2564 |วันที่ {i} |{i} คน |จำนวน {i} คน⏎|“{f}{f}{f}” นาย{g} กล่าว⏎|เป็นประธานการประชุม{f} |เวลา 09.{i} น. |
โดยมี นาย{g} {f} เข้าร่วม |พระ{g} เจ้าคณะจังหวัดน่าน |ถนน{f} |Mr. {e} said that all is well {i}. |Mr. {e} |ครม. {f} |
(ก {f} ) |ปีงบประมาณ {i} |ดร.{g} {f} ({e} {e}) |นายสมชาย ใจดี ผู้อำนวยการโรงเรียน{f} |ระหว่างวันที่ {i} |ช่วง{f} - {g} |
ร้อยละ {i} |ครั้งที่ {i} |ข่าว {g}⏎|งาน “{f}” |{e} Province |Ministry of {e} |{i}, |<p>{f}</p> |{f}
"""


def words() -> list[str]:
    found = set()
    for path in DATA.glob("*/*.tsv"):
        cells = {cell for row in table(path.stem) for column, cell in row.items() if column != "source"}
        found |= {word for cell in cells for word in values(cell) if len(word) < 60}
    return sorted(found) + ODD


def repeated(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


def varied(clause: str, length: int) -> str:
    chance = random.Random(1)
    given, family = sorted(thai_male_names()), sorted(thai_family_names())
    out, done = [], 0
    while done < length:
        latin = "".join(chance.choices("abcdefghijklmnop", k=5)).title()
        out.append(
            clause.format(g=chance.choice(given), f=chance.choice(family), i=chance.randint(1, 999), e=latin)
        )
        done += len(out[-1])
    return "".join(out)


def seconds(text: str) -> float:
    begun = time.process_time()
    extract(text, published="2024-01-02")
    return time.process_time() - begun


def attack(name: str, short: str, long: str) -> None:
    """Print what grows too fast, or is slow from the start."""
    first = seconds(short)
    if first < SLOW * len(short) / 4 and len(short) < LONG:
        return
    second = seconds(long)
    grown = second / max(first, 0.01) / (len(long) / len(short))
    if (grown > GROWTH and second > SLOW * len(long) / 2) or second > SLOW * len(long):
        print(f"{first:8.2f} s {second:8.2f} s  growth {grown:5.2f}  {name!r}", flush=True)


def drawn(pieces: list[str], for_seconds: float) -> Iterator[str]:
    chance = random.Random(2)
    end = time.monotonic() + for_seconds
    while time.monotonic() < end:
        yield "".join(
            chance.choice(pieces) + chance.choice(("", "", " ")) for _ in range(chance.randint(2, 5))
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("attacks", nargs="*", metavar="words|pairs|clauses")
    parser.add_argument("--seconds", type=float, default=300)
    options = parser.parse_args()
    attacks = options.attacks or ["words", "pairs", "clauses"]
    pieces = words()
    seconds("วันที่ 1 มกราคม 2564 นายสมชาย ใจดี กล่าวว่า")  # tables are read
    if "words" in attacks:
        print(f"{len(pieces)} words, each with and without a space")
        for unit in (unit for word in pieces for unit in (word, word + " ")):
            attack(unit, repeated(unit, LENGTH), repeated(unit, LENGTH * TIMES))
    if "pairs" in attacks:
        print(f"words at random, glued, for {options.seconds:.0f} seconds")
        count = 0
        for unit in drawn(pieces, options.seconds):
            attack(unit, repeated(unit, LENGTH), repeated(unit, LENGTH * TIMES))
            count += 1
        print(f"{count} tried")
    if "clauses" in attacks:
        clauses = [clause.replace("⏎", "\n") for clause in CLAUSES.replace("\n", "").split("|")]
        print(f"{len(clauses)} clauses")
        for clause in clauses:
            attack(clause, varied(clause, LONG), varied(clause, LONG * LONG_TIMES))


if __name__ == "__main__":
    main()
