"""The engines that read many articles: in this process, in many processes, on many machines.

An engine takes what readers give, and gives what writers take. So the three work together in one line:

>>> import io
>>> from thai_newsie import read
>>> from thai_newsie.lexicon import DATA
>>> from thai_newsie.io.writers import writer
>>> stream = io.BytesIO()
>>> writer("csv").write((part.data for part in engine("local")(read(DATA / "samples"), "csv")), stream)
>>> stream.getvalue().count(b"\\r\\n")
4

`spark` takes DataFrames and not articles: see `thai_newsie.run.spark`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Protocol, cast

from thai_newsie.config import DEFAULT, Config
from thai_newsie.raw_article import RawArticle
from thai_newsie.run.part import Part
from thai_newsie.schema.article import Failure

Item = RawArticle | Failure | Mapping[str, object] | str

ENGINES = ("local", "processes", "spark")


class Engine(Protocol):
    """Reads articles and gives their records, encoded for the writer of the format `form`, in the order of the articles."""

    def __call__(
        self, articles: Iterable[Item], form: str = "jsonl", *, config: Config = DEFAULT
    ) -> Iterator[Part]:
        """Read `articles`. An article is taken from the iterable when it is needed."""
        ...


def engine(name: str) -> Engine:
    """The engine of this name, of those that take articles. Raises KeyError for another name."""
    if name not in ("local", "processes"):
        raise KeyError(name)
    return cast(Engine, import_module(f"{__name__}.{name}").run)
