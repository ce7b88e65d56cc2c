"""A coverage-guided fuzzer of what strangers' bytes reach: `extract` on texts, the readers on files.

    pip install atheris          # 3.0 or later, CPython on Linux; no dependency of the project
    python benchmarks/fuzz/fuzz.py extract SEEDS [-max_total_time=1800] [-artifact_prefix=FOLDER/]
    python benchmarks/fuzz/fuzz.py readers SEEDS [-max_total_time=1800] [-artifact_prefix=FOLDER/]
    python benchmarks/fuzz/fuzz.py extract FILE       # one input again: a crash that was found

SEEDS is a folder. If it does not exist it is made, with the sample articles and the tests' examples in it;
what reaches new code is added to it, so a later run goes on from there. Options are libFuzzer's.

An input is a finding if extracting raises, breaks one of the two laws (tests/laws.py), gives other bytes the
second time, or takes longer than a text of its length may. Inputs grow by whole words of data/ as well as by bytes:
bytes alone seldom hit upon a Thai word.
"""

from __future__ import annotations

import csv
import random
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

with atheris.instrument_imports(include=["thai_newsie"]):
    import thai_newsie
    from thai_newsie.api import extract_many
    from thai_newsie.io.readers import FORMATS, reader_of
    from thai_newsie.io.readers.standard_input import read_standard_input
    from thai_newsie.lexicon import DATA, table, values
    from thai_newsie.schema.article import Article, Failure
    from thai_newsie.stages import STAGES

    for stage in STAGES.values():
        stage.fill  # noqa: B018 - imported before the fuzzer forks

from genre import PIECE_LISTS  # noqa: E402 - found by the path set above
from laws import check  # noqa: E402

_SECONDS, _SECONDS_A_CHARACTER = 2.0, 0.002  # instrumented code is slow; square time is slower
_LONGEST_WORD = 40


def words() -> list[str]:
    """What the tables know, and the dirt of the tests."""
    found = {piece for pieces in PIECE_LISTS for piece in pieces}
    for path in sorted(DATA.glob("*/*.tsv")):
        cells = {cell for row in table(path.stem) for column, cell in row.items() if column != "source"}
        found |= {word for cell in sorted(cells) for word in values(cell) if len(word) <= _LONGEST_WORD}
    return sorted(word.encode("utf-8", "replace").decode() for word in found)


def fuzz_extract(data: bytes) -> None:
    """A title, a line end, a text, of any characters: bytes that are no UTF-8 become lone surrogates."""
    title, _, text = data.decode("utf-8", "surrogateescape").partition("\n")
    given = {"text": text or title, "title": title if text else None, "published": "2022-03-09"}
    begun = time.process_time()
    article = thai_newsie.extract(**given)
    taken = time.process_time() - begun
    assert taken < _SECONDS + len(data) * _SECONDS_A_CHARACTER, f"{taken:.1f} s"
    check(article)
    assert thai_newsie.extract(**given).to_json() == article.to_json()


def fuzz_readers(data: bytes) -> None:
    """The bytes of a file: the first names the format, the rest are in it."""
    kinds = [*map(reader_of, FORMATS), lambda stream, where, name: read_standard_input(stream)]
    reader = kinds[data[0] % len(kinds)] if data else kinds[0]
    found = list(reader(BytesIO(data[1:]), "where", "name"))
    for record in found:
        assert isinstance(record, Failure) or isinstance(record.text, str)
        (record.error if isinstance(record, Failure) else record.text + record.title + record.id).encode()
    if len(data) < 2000:
        records = list(extract_many(found))
        assert len(records) == len(found)
        for record in records:
            record.to_json().encode()
            if isinstance(record, Article):
                check(record)


def mutator(pieces: list[str]) -> Callable[[bytes, int, int], bytes]:
    """Half of the time libFuzzer's own changes, half of the time words put in, taken out, glued or repeated."""

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if chance.random() < 0.3:
            return bytes(atheris.Mutate(data, most))
        text = data.decode("utf-8", "surrogateescape")
        at = chance.randint(0, len(text))
        end = min(len(text), at + chance.choice((0, 0, 1, 3, 10, 40)))
        match chance.randrange(5):
            case 0:
                new = text[:at] + text[end:]
            case 1:
                new = text[:at] + text[at:end] * chance.randint(2, 9) + text[end:]
            case 2:
                new = text[:at] + chance.choice(pieces) * chance.randint(1, 30) + text[end:]
            case _:
                new = text[:at] + chance.choice(("", "", " ", "\n")) + chance.choice(pieces) + text[end:]
        return new.encode("utf-8", "surrogateescape")[:most]

    return mutate


def make_seeds(folder: Path, target: str) -> None:
    """The sample articles and the tests' examples, one file each."""
    folder.mkdir(parents=True)
    samples = [path.read_bytes() for path in sorted((DATA / "samples").iterdir())]
    cases = [path for path in sorted((ROOT / "tests" / "cases").iterdir()) if path.is_file()]
    rows: list[bytes] = []
    for path in cases:
        if path.suffix == ".jsonl":
            rows += path.read_bytes().splitlines()
        else:
            with path.open(encoding="utf-8", newline="") as lines:
                read = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
                rows += ["\n".join(row).encode() for row in read]
    formats = [bytes([n]) for n in range(len(FORMATS) + 1)] if target == "readers" else [b""]
    for number, seed in enumerate([*samples, *rows]):
        for form in formats if number < len(samples) else formats[number % len(formats) :][:1]:
            (folder / f"{number:05}-{form.hex()}").write_bytes(form + seed)


def main() -> None:
    target, seeds = sys.argv[1], Path(sys.argv[2])
    if not seeds.exists():
        make_seeds(seeds, target)
    run = {"extract": fuzz_extract, "readers": fuzz_readers}[target]
    options = sys.argv[2:]
    if seeds.is_dir():
        options += ["-max_len=4000", "-timeout=60", "-len_control=0"]
    atheris.Setup([sys.argv[0], *options], run, custom_mutator=mutator(words()))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
