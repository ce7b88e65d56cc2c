"""Attacks `extract` and all that is written of it, with articles that are broken in small places.

    python benchmarks/attack/mutated_articles.py [--seed 1] [--times 3000]

The articles are the samples and texts glued from the pieces of tests/genre.py. Each is changed at one to six places: parts are
cut, doubled, moved, joined over lines or filled with other characters. What comes out must keep the laws of tests/laws.py, be
the same when it is read back, and be written in every format; the report and the registry take all at the end.
"""

from __future__ import annotations

import io
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from trial import Trial

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

import thai_newsie  # noqa: E402
from genre import PIECE_LISTS  # noqa: E402 - found by the path set above
from laws import check  # noqa: E402
from thai_newsie.exports import FORMATS, export  # noqa: E402
from thai_newsie.report import write_report  # noqa: E402

CHARACTERS = "ๆฯ\u200b\u0e33\u0e32\u0e34\u0e48\u0e49 \n\t\x00\u202e()“”\"'.,:-–9๙ก\ufffd\ud83d😀A"
MARKS = "\u0e31\u0e34\u0e35\u0e48\u0e49\u0e33"
Change = Callable[[random.Random, str], str]


def _part(rng: random.Random, text: str) -> tuple[int, int]:
    start = rng.randrange(len(text) + 1)
    return start, min(len(text), start + rng.choice((1, 2, 5, 20, 100)))


def cut(rng: random.Random, text: str) -> str:
    start, end = _part(rng, text)
    return text[:start] + text[end:]


def double(rng: random.Random, text: str) -> str:
    start, end = _part(rng, text)
    return text[:end] + text[start:end] * rng.choice((1, 1, 2, 9)) + text[end:]


def move(rng: random.Random, text: str) -> str:
    start, end = _part(rng, text)
    rest = text[:start] + text[end:]
    place = rng.randrange(len(rest) + 1)
    return rest[:place] + text[start:end] + rest[place:]


def insert(rng: random.Random, text: str) -> str:
    place = rng.randrange(len(text) + 1)
    return text[:place] + "".join(rng.choices(CHARACTERS, k=rng.choice((1, 1, 2, 8)))) + text[place:]


def shift_marks(rng: random.Random, text: str) -> str:
    mark = rng.choice(MARKS)
    return text.replace(mark, rng.choice(("", " " + mark, mark + mark, mark + " ")), rng.choice((1, -1)))


def join_or_break_lines(rng: random.Random, text: str) -> str:
    return text.replace(
        *rng.choice((("\n", ""), ("\n", " "), (" ", ""), (" ", "\n"), (" ", "  "))), rng.choice((1, 5, -1))
    )


def change_digits(rng: random.Random, text: str) -> str:
    return "".join(rng.choice("0129๓") if one.isdigit() and rng.random() < 0.5 else one for one in text)


CHANGES: tuple[Change, ...] = (cut, double, move, insert, shift_marks, join_or_break_lines, change_digits)


def glued(rng: random.Random) -> str:
    """A text of pieces of the genre."""
    pieces = [rng.choice(rng.choice(PIECE_LISTS)) for _ in range(rng.randrange(3, 40))]
    return "".join(piece + rng.choice(("", "", " ", "\n")) for piece in pieces)


def written(article: thai_newsie.Article, folder: Path) -> None:
    """Write one article in every format, and show it."""
    assert article._repr_html_() is None or "<script" not in (article._repr_html_() or "")
    for to in sorted(FORMATS.keys() - {"ftm"}):  # which needs libraries of its own
        with tempfile.TemporaryDirectory(dir=folder) as target:
            export([article], to, Path(target) / f"out-{to}")


def main() -> None:
    """Attack, and print what did not hold."""
    trial = Trial(__doc__, times=3000, what_times_are="articles")
    rng = trial.rng
    samples = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "data" / "samples").glob("*.txt"))]
    found: list[thai_newsie.Article] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(trial.times):
            text = rng.choice(samples) if rng.random() < 0.5 else glued(rng)
            for _ in range(rng.randrange(1, 7)):
                text = rng.choice(CHANGES)(rng, text)
            title, text = text.split("\n", 1) if "\n" in text and rng.random() < 0.5 else ("", text)

            def fault(text: str = text, title: str = title, number: int = number) -> None:
                article = thai_newsie.extract(text, title, rng.choice((None, "2024-08-24")))
                check(article)
                article.check()
                assert thai_newsie.Article.from_json(article.to_json()) == article
                found.append(article.model_copy(update={"id": str(number)}))
                if number % 10 == 0:
                    thai_newsie.explain(text, title)
                    written(article, Path(folder))

            trial.attempt(f"article {number}", fault)
        trial.attempt("the report of all", lambda: write_report(found, io.StringIO()) and None)
        trial.attempt("the registry of all", lambda: thai_newsie.build_registry(found) and None)
    trial.end()


if __name__ == "__main__":
    main()
