"""Attacks what reads articles: encodings, formats, broken files, odd objects of Python, sizes beyond the limits.

    python benchmarks/attack/inputs.py [--seed 1] [--times 3]

Each attempt says which records must come out. It prints how many attempts there were, how many held, and each that did not.
"""

from __future__ import annotations

import gzip
import io
import json
import lzma
import random
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from trial import Trial

from thai_newsie import Config, extract_many, read
from thai_newsie.io.compression import compressed
from thai_newsie.io.readers.standard_input import read_standard_input
from thai_newsie.schema.article import Failure

Attempt = tuple[str, Callable[[], bool]]

WIDE = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
OLD = ("cp874", "tis-620")
ENCODINGS = ("utf-8", "utf-8-sig", *WIDE, *OLD, "mixed")
WORDS = (
    "กรมการข้าว", "แจ้งเกษตรกร", "จังหวัดน่าน", "ลงพื้นที่", "เมื่อวันที่", "๙ มีนาคม", "2565", "ว่าจะเปิดศูนย์", "GPS", "ที่ดิน",
    "ประชาชน", "เข้าร่วม", "320 คน", "ฝนตกหนัก", "อธิบดี",
)  # fmt: skip
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".xz": lzma.compress,
    ".zst": lambda data: _zstd(data),
}
MEMORY = 15_000_000  # bytes: half of what is unpacked in the attack on sizes
ANYTHING = object()  # a record that may be an article or a failure


def _zstd(data: bytes) -> bytes:
    file = io.BytesIO()
    with compressed(file, ".zst") as stream:
        stream.write(data)
    return file.getvalue()


def text_of(rng: random.Random, words: int = 12) -> str:
    """A text of some Thai words."""
    return " ".join(rng.choices(WORDS, k=words)) + " แจ้งว่า"


def encoded(text: str, encoding: str) -> bytes:
    """The bytes of `text`. In the encoding "mixed" every second line is in Windows-874."""
    if encoding != "mixed":
        return text.encode(encoding)
    lines = text.split("\n")
    return b"\n".join(line.encode("cp874" if number % 2 else "utf-8") for number, line in enumerate(lines))


def laid_out(form: str, texts: Sequence[str]) -> str:
    """A file of the format with these texts."""
    if form == "txt":
        return "\n".join(texts)
    if form == "json":
        return json.dumps([{"text": text} for text in texts], ensure_ascii=False, indent=1)
    if form == "jsonl":
        return "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
    return "id,text\r\n" + "".join(f'{n},"{text}"\r\n' for n, text in enumerate(texts))


def holds(path: Path, expected: Sequence[object], config: Config | None = None) -> bool:
    """Whether the records of a file and of a sound one behind it are those `expected`: a text, or None for a failure."""
    found = [record for file in (path, _sound(path.parent)) for record in read(file, config=config)]
    return matches(found, [*expected, "ข่าวอื่น"])


def matches(found: Sequence[Any], expected: Sequence[object]) -> bool:
    """Whether each record has the text that is expected, or says what failed and where."""
    if len(found) != len(expected):
        return False
    for record, text in zip(found, expected, strict=True):
        is_failure = isinstance(record, Failure)
        if is_failure and not (record.error and record.source and record.id):
            return False
        if text is not ANYTHING and (None if is_failure else record.text) != text:
            return False
    return True


def _sound(folder: Path) -> Path:
    path = folder / "sound.txt"
    path.write_text("ข่าวอื่น", encoding="utf-8")
    return path


def encodings(rng: random.Random, folder: Path) -> Iterator[Attempt]:
    """Every encoding in every format, from a file and from standard input; also behind 100 kB of ASCII, and short."""
    for encoding in ENCODINGS:
        for form in ("txt", "json", "jsonl", "csv"):
            for kind in ("usual", "ascii first", "short"):
                texts = [text_of(rng, 1 if kind == "short" else 12) for _ in range(4)]
                if kind == "ascii first":
                    texts[:0] = ["budget report " * 700] * 10
                data = encoded(laid_out(form, texts), encoding)
                expected = [laid_out(form, texts)] if form == "txt" else texts
                path = _written(folder, f"{encoding}-{kind.replace(' ', '-')}.{form}", data)
                yield f"{encoding} {form} {kind}", _later(holds, path, expected)
                if form != "csv":
                    yield (
                        f"{encoding} {form} {kind} stdin",
                        lambda data=data, expected=expected: matches(
                            list(read_standard_input(io.BytesIO(data))), expected
                        ),
                    )


def broken_records(rng: random.Random, folder: Path) -> Iterator[Attempt]:
    """A broken record at the beginning, in the middle and at the end, in every encoding whose lines are told apart."""
    for encoding in ENCODINGS:
        for place in (0, 3, 6):
            texts: list[str | None] = [text_of(rng) for _ in range(7)]
            lines = laid_out("jsonl", texts).splitlines()  # type: ignore[arg-type]
            lines[place] = lines[place][: rng.randrange(2, len(lines[place]) - 1)]
            rows = laid_out("csv", texts).splitlines()  # type: ignore[arg-type]
            rows[place + 1] = rows[place + 1][:-1]  # the quote that ends the cell
            texts[place] = None
            data = encoded("\n".join(lines), encoding)
            path = _written(folder, f"{encoding}-{place}.jsonl", data)
            yield f"broken line {place} {encoding}", _later(holds, path, texts)
            yield (
                f"broken line {place} {encoding} stdin",
                lambda data=data, texts=texts: matches(list(read_standard_input(io.BytesIO(data))), texts),
            )
            blank = encoded("\n \n" + "\n".join(lines), encoding)
            yield (
                f"broken line {place} behind blank ones {encoding} stdin",
                lambda data=blank, texts=texts: matches(list(read_standard_input(io.BytesIO(data))), texts),
            )
            path = _written(folder, f"{encoding}-{place}.csv", encoded("\r\n".join(rows), encoding))
            yield f"open quote {place} {encoding}", _later(holds, path, texts)


def cut_files(rng: random.Random, folder: Path) -> Iterator[Attempt]:
    """Files that end too early or were overwritten: what comes out before the damage is right, and a failure tells of it."""
    texts = [text_of(rng, 200) for _ in range(60)]
    table = io.BytesIO()
    pq.write_table(pa.table({"text": texts}), table, row_group_size=10, compression="none")
    for form in ("json", "jsonl", "csv", "parquet"):
        plain = table.getvalue() if form == "parquet" else laid_out(form, texts).encode()
        for suffix, pack in PACKERS.items():
            data = pack(plain)
            for number in range(6):
                cut = data[: rng.randrange(1, len(data) - 4)]
                path = _written(folder, f"cut-{number}.{form}{suffix}", cut)
                yield f"cut {form}{suffix} at {len(cut)}", _later(_is_beginning, path, texts)
                at = rng.randrange(len(data))
                torn = data[:at] + rng.randbytes(min(40, len(data) - at)) + data[at + 40 :]
                path = _written(folder, f"torn-{number}.{form}{suffix}", torn)
                yield f"torn {form}{suffix} at {at}", _later(_is_told, path)


def _is_beginning(path: Path, texts: Sequence[str]) -> bool:
    found = list(read(path))
    articles = [record.text for record in found if not isinstance(record, Failure)]
    failures = found[len(articles) :]
    return (
        articles == list(texts[: len(articles)])
        and (len(articles) == len(texts) or bool(failures))
        and all(isinstance(record, Failure) and record.error and record.source for record in failures)
    )


def _is_told(path: Path) -> bool:
    return all(not isinstance(record, Failure) or (record.error and record.source) for record in read(path))


def bad_cells(rng: random.Random, folder: Path) -> Iterator[Attempt]:
    """A cell that Python cannot hold, in each column and place of a Parquet table."""
    good, size = "ข่าว", 5
    for place in range(size):
        expected = [None if number == place else good for number in range(size)]
        days = [10**7 if number == place else 19_000 for number in range(size)]
        texts = [b"\xff\xfe" if number == place else good.encode() for number in range(size)]
        columns: dict[str, dict[str, pa.Array]] = {
            "date32": {"published": pa.array(days, pa.date32())},
            "seconds": {"published": pa.array([day * 86_400 for day in days], pa.timestamp("s"))},
            "text": {"text": _as_text(texts)},
            "title": {"title": _as_text(texts)},
            "source": {"source": _as_text(texts)},
            "id": {"id": _as_text([b"\xff" if n == place else str(n).encode() for n in range(size)])},
        }
        for name, column in columns.items():
            path = folder / f"{name}-{place}.parquet"
            pq.write_table(pa.table({"text": pa.array([good] * size), **column}), path)
            yield f"bad {name} in row {place}", _later(holds, path, expected)
    zone = pa.array([0] * size, pa.timestamp("s", "Mars/Olympus"))
    path = folder / "zone.parquet"
    pq.write_table(pa.table({"text": pa.array([good] * size), "published": zone}), path)
    yield "unknown time zone", _later(holds, path, [None] * size)


def _as_text(cells: Sequence[bytes]) -> pa.Array:
    return pa.Array.from_buffers(pa.string(), len(cells), pa.array(cells, pa.binary()).buffers())


class _Odd(Mapping[str, object]):
    """A mapping that raises in the method `wrong`."""

    def __init__(self, wrong: str) -> None:
        self._wrong = wrong

    def _check(self, method: str) -> None:
        if method == self._wrong:
            raise _MuteError(method)

    def __getitem__(self, key: str) -> object:
        self._check("getitem")
        return {"text": "ข่าว", "id": "1"}[key]

    def get(self, key: str, default: object = None) -> object:
        self._check("get")
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self._check("contains")
        return key in ("text", "id")

    def __iter__(self) -> Iterator[str]:
        self._check("iter")
        return iter(["text", "id"])

    def __len__(self) -> int:
        self._check("len")
        return 2


class _MuteError(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no message")


class _NoText:
    def __str__(self) -> str:
        raise _MuteError("no text")

    def __bool__(self) -> bool:
        raise _MuteError("no truth")


class _Liar:
    @property
    def __class__(self) -> type:  # type: ignore[override]
        raise _MuteError("no class")


class _Text(str):
    def __str__(self) -> str:
        raise _MuteError("no text")

    def __len__(self) -> int:
        raise _MuteError("no length")


class _Day(date):
    def __str__(self) -> str:
        raise _MuteError("no day")


VALUES: tuple[object, ...] = (
    None, True, 0, -1, 10**5000, 1e400, float("nan"), "", "ข่าว", "\ud800", b"\xff", [], {}, set(), object(), _NoText(), _Liar(),
    _Text("ข่าว"), _Day(2022, 3, 9), date(1, 1, 1), datetime(9999, 12, 31, 23, 59), "2022-03-09", "9" * 10_000, lambda: None,
)  # fmt: skip


def odd_objects(rng: random.Random, _: Path) -> Iterator[Attempt]:
    """Objects of Python that are no article, alone and among articles: one record for each, in this and other processes."""
    items = [
        *VALUES,
        *(_Odd(m) for m in ("", "getitem", "get", "contains", "iter", "len")),
        _Odd,
        Failure(id="f", error="x"),
    ]
    items += [
        {"text": "ข่าว", field: value}
        for field in ("id", "title", "published", "source", "text")
        for value in VALUES
    ]
    for number, item in enumerate(items):
        yield f"object {number} {type(item).__name__}", _later(_one_for_each, ["ข่าวแรก", item, "ข่าวสุดท้าย"], 1)
    mixed = rng.sample(items, len(items))
    yield "all objects in other processes", _later(_one_for_each, ["ข่าวแรก", *mixed, "ข่าวสุดท้าย"], 2)


def _one_for_each(items: list[Any], processes: int) -> bool:
    found = list(extract_many(items, processes=processes, config=Config(stages=["dates"])))
    ends = [getattr(record, "text", None) for record in (found[0], found[-1])]
    for record in found:
        record.to_json().encode()
    return len(found) == len(items) and ends == ["ข่าวแรก", "ข่าวสุดท้าย"]


def sizes(rng: random.Random, folder: Path) -> Iterator[Attempt]:
    """Inputs beyond the limits: an error record, in little memory, and the other inputs are read."""
    config = Config(max_bytes=1_000_000, max_characters=100_000)
    zeros, good = bytes(30_000_000), '{"text": "ข่าว"}\n'.encode()
    for suffix in (".gz", ".xz", ".zst"):
        for form in ("txt", "json", "jsonl", "csv"):
            head = b"text\n" if form == "csv" else b""
            path = _written(folder, f"zeros.{form}{suffix}", PACKERS[suffix](head + zeros))
            yield f"zeros {form}{suffix}", _later(_in_little_memory, path, [None], config)
        for place, lines in enumerate(
            ([zeros + b"\n", good, good], [good, zeros + b"\n", good], [good, good, zeros])
        ):
            expected: list[object] = ["ข่าว"] * 3
            expected[place] = None
            path = _written(folder, f"long-{place}.jsonl{suffix}", PACKERS[suffix](b"".join(lines)))
            yield f"long line {place} {suffix}", _later(_in_little_memory, path, expected, config)
    path = _written(folder, "many.jsonl.gz", gzip.compress(good * 100_000, 1))
    yield "many lines", _later(_in_little_memory, path, ["ข่าว"] * 100_000, config)
    long = Config(stages=["dates"], max_characters=1000)
    for item in ("ก" * 1001, {"text": "ก", "title": "ข" * 1000}, {"text": "ก" * rng.randrange(1001, 99_999)}):
        yield (
            "long article",
            lambda item=item: (
                [
                    "max_characters" in str(getattr(record, "error", ""))
                    for record in extract_many(["ข่าว", item, "ข่าว"], config=long)
                ]
                == [False, True, False]
            ),
        )


def _in_little_memory(path: Path, expected: Sequence[object], config: Config) -> bool:
    with _peak() as peak:
        pairs = zip_longest(read(path, config=config), expected, fillvalue=ANYTHING)
        right = all(record is not ANYTHING and matches([record], [text]) for record, text in pairs)
    return right and peak[0] < MEMORY


@contextmanager
def _peak() -> Iterator[list[int]]:
    """The most bytes that Python holds within the block."""
    found = [0]
    tracemalloc.start()
    try:
        yield found
        found[0] = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _later(check: Callable[..., bool], *arguments: object) -> Callable[[], bool]:
    return lambda: check(*arguments)


ATTACKS = (encodings, broken_records, cut_files, bad_cells, odd_objects, sizes)


def main() -> None:
    """Attack, and print what did not hold."""
    trial = Trial(__doc__, times=1, what_times_are="how often, with other texts and places each time")
    for time in range(trial.times):
        for attack in ATTACKS:
            rng = random.Random(f"{trial.seed} {time} {attack.__name__}")
            with tempfile.TemporaryDirectory() as folder:
                for what, check in attack(rng, Path(folder)):
                    trial.attempt(
                        f"{attack.__name__}: {what}",
                        lambda: None if check() else "other records than expected",  # noqa: B023 - called at once
                    )
    trial.end()


if __name__ == "__main__":
    main()
