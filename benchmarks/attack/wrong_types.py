"""Attacks the functions of the library with values of types that nobody means.

    python benchmarks/attack/wrong_types.py [--seed 1] [--times 3]

Every public function gets each odd value in the place of each argument. The answer is a result, or a TypeError, ValueError or
OSError whose message is one line; never another exception, and never the same object broken afterwards.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from trial import Trial

import thai_newsie
from thai_newsie.exports import export
from thai_newsie.report import write_report

TEXT = "วันที่ 3 มีนาคม 2566 นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า มีผู้เข้าร่วม 120 คน"
ARTICLE = thai_newsie.extract(TEXT)


class _OfValueError(Exception):
    """What the hostile values below raise."""


class _Text(str):
    """A text of another class, which does not tell its length."""

    def __len__(self) -> int:
        raise _OfValueError("no length")


class _Raising:
    """An object that raises whatever is asked of it."""

    def __getattr__(self, name: str) -> Any:
        raise _OfValueError(name)

    def __iter__(self) -> Iterator[Any]:
        raise _OfValueError("no iteration")

    def __str__(self) -> str:
        raise _OfValueError("no text")

    __repr__ = __str__


class _Mapping(Mapping[str, Any]):
    """A mapping that lies about what it has."""

    def __getitem__(self, key: str) -> Any:
        raise _OfValueError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(("text", "id"))

    def __len__(self) -> int:
        return 2


def values() -> list[Any]:
    """What is put in the place of an argument, made anew each time."""
    return [
        None, True, 0, -1, 10**400, 1.5, float("nan"), Decimal("NaN"), 2j, "", " ", "x", "\ud83d", "\x00", "ก" * 5000, b"x", bytearray(b"x"),
        date(2024, 8, 24), datetime(2024, 8, 24, 12), date(1, 1, 1), Path("x"), Path(), [], [1], [None], [[]], (), {}, {"text": 1}, {1: 2},
        {"text": TEXT, "id": 10**5000}, set(), iter([]), iter([TEXT]), io.StringIO("x"), io.BytesIO(b"x"), object(), type, len, range(3), _Text("x"),
        _Raising(), _Mapping(), ARTICLE, [ARTICLE], [ARTICLE, 3], thai_newsie.Config(), ...,
    ]  # fmt: skip


def uses(value: Any) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Each use of the library with `value` in one place."""
    for name in ("text", "title", "published", "id", "meta", "config"):
        given: dict[str, Any] = {"text": TEXT, name: value}
        yield f"extract({name}=…)", lambda given=given: thai_newsie.extract(**given)
        if name not in ("id", "meta"):
            yield f"explain({name}=…)", lambda given=given: thai_newsie.explain(**given)
    yield "extract_many(…)", lambda: list(thai_newsie.extract_many(value))
    yield "extract_many([…])", lambda: list(thai_newsie.extract_many([TEXT, value, TEXT]))
    for name in ("text", "title", "published", "id", "source", "anything"):
        item = {"text": TEXT, name: value}
        yield f"extract_many of {name}", lambda item=item: list(thai_newsie.extract_many([item]))
    yield "read(…)", lambda: list(thai_newsie.read(value)) if value not in ("-", "") else None
    yield "read_records(…)", lambda: list(thai_newsie.read_records(value))
    yield "build_registry(…)", lambda: thai_newsie.build_registry(value)
    yield "Corpus(…)", lambda: thai_newsie.Corpus(value)
    yield "write_report(…)", lambda: write_report(value, io.StringIO())
    yield "export(…)", lambda: export(value, "csv", "/nowhere/out")
    yield "export(to=…)", lambda: export([ARTICLE], value, "/nowhere/out")
    yield "dates.find(…)", lambda: thai_newsie.dates.find(value)
    yield "dates.find(anchor=…)", lambda: thai_newsie.dates.find(TEXT, value)
    yield "dates.parse(…)", lambda: thai_newsie.dates.parse(value)
    yield "Article.from_json(…)", lambda: thai_newsie.Article.from_json(value)
    yield "Article.from_dict(…)", lambda: thai_newsie.Article.from_dict(value)
    for key in thai_newsie.Config.model_fields:
        yield f"Config({key}=…)", lambda key=key: thai_newsie.Config(**{key: value})


def fault(use: Callable[[], Any]) -> str | None:
    """What is wrong with the answer to a use."""
    try:
        use()
    except _OfValueError:
        return None  # what an object raises when it is asked is its own answer
    except (TypeError, ValueError, OSError) as error:
        message = str(error)
        if not message or "\n" in message.strip():
            return f"{type(error).__name__} says {ascii(message)[:120]}"
    return None


def main() -> None:
    """Attack, and print what did not hold."""
    trial = Trial(__doc__, times=1, what_times_are="rounds")
    for _ in range(trial.times):
        for number in range(len(values())):
            # A value may be used up, so each use gets its own.
            for place in range(len(list(uses(values()[number])))):
                value = values()[number]
                what, use = list(uses(value))[place]
                kind = type(value).__name__
                trial.attempt(f"{what} with {kind} no. {number}", lambda: fault(use))  # noqa: B023 - called at once
    if thai_newsie.extract(TEXT) != ARTICLE:
        trial.count("the same article afterwards", "another record")
    trial.end()


if __name__ == "__main__":
    main()
