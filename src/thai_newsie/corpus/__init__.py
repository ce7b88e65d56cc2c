"""Many articles as DataFrames: what was extracted from a collection, a table for each list of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from thai_newsie.api import extract_many
from thai_newsie.config import Config
from thai_newsie.corpus.frames import Columns, Library, frame, installed_library, library_of
from thai_newsie.io.records import read_records
from thai_newsie.io.tables import TABLES, rows
from thai_newsie.schema.article import Article, Failure


class Corpus:
    """Extracted articles as tidy tables: `corpus.people`, `corpus.events` and so on, each a DataFrame.

    From a file that `extract` wrote, or from records as `extract_many` gives them. They are read once, as they come
    and only when the first table is asked for; what is kept is the tables. `library` is "pandas" or "polars"; where
    it is not given, pandas if it is installed and else Polars. The tables and their columns: docs/tables.md.

    >>> from thai_newsie import extract_many
    >>> corpus = Corpus(extract_many(["นายสมชาย ใจดี อธิบดีกรมการข้าว ลงพื้นที่จังหวัดน่าน"]), library="polars")
    >>> corpus.roles.select("name", "position", "organization").row(0)
    ('สมชาย ใจดี', 'อธิบดี', 'กรมการข้าว')
    """

    def __init__(
        self, records: str | Path | Iterable[Article | Failure], library: Library | None = None
    ) -> None:
        """Of the records in a file (as `read_records` reads them), or of records themselves."""
        self._records = read_records(records) if isinstance(records, str | Path) else records
        self.library: Library = library or installed_library()
        self._frames: dict[str, Any] = {}

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables."""
        return tuple(TABLES)

    def table(self, name: str, library: Library | None = None) -> Any:
        """One table as a new frame, of another `library` if that is asked for. Raises KeyError for no table."""
        return frame(self.columns[name], library or self.library)

    @cached_property
    def columns(self) -> dict[str, Columns]:
        """Each table's columns, with their types, as plain lists."""
        return columns_of(self._records)

    def __len__(self) -> int:
        """How many records there are, failures too."""
        return sum(len(self.columns[table]["article"][1]) for table in ("articles", "failures"))

    def __getattr__(self, name: str) -> Any:
        """A table by its name; the same frame each time."""
        if name not in TABLES:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        if name not in self._frames:
            self._frames[name] = self.table(name)
        return self._frames[name]

    def __dir__(self) -> list[str]:
        """The attributes, the tables among them."""
        return sorted({*super().__dir__(), *TABLES})


def columns_of(records: Iterable[Article | Failure]) -> dict[str, Columns]:
    """The columns of every table, filled from `records` in one pass."""
    cells: dict[str, list[list[object]]] = {name: [[] for _ in columns] for name, columns in TABLES.items()}
    for record in records:
        for table, row in rows(record):
            for column, cell in zip(cells[table], row, strict=True):
                column.append(cell)
    return {
        table: {column.name: (column.type, cells[table][n]) for n, column in enumerate(columns)}
        for table, columns in TABLES.items()
    }


def extract_frame(
    frame: Any,
    text: str = "text",
    title: str | None = None,
    published: str | None = None,
    id: str | None = None,
    source: str | None = None,
    *,
    latin: bool | None = None,
    config: Config | None = None,
) -> Corpus:
    """What the articles of a pandas or Polars frame say, a row an article, as a `Corpus` of the same library.

    `text`, `title`, `published`, `id` and `source` name columns. Without `id` an article is called by its row: its
    label in pandas' index, its number in Polars. All tables bear that id in the column `article`, as text, to be
    joined by. A row without a text is a row of `failures`. Rows are read at once; what is wrong with the frame or
    its columns is a TypeError or a KeyError.

    >>> import polars
    >>> news = polars.DataFrame({"no": ["a", "b"], "organization": ["ประชุมวันที่ 9 มีนาคม 2565", None]})
    >>> corpus = extract_frame(news, text="organization", id="no")
    >>> corpus.dates["article", "value"].rows(), corpus.failures["article"].to_list()
    ([('a', '2022-03-09')], ['b'])
    """
    library = library_of(frame)
    columns = {"text": text, "title": title, "published": published, "id": id, "source": source}
    named = {field: column for field, column in columns.items() if column is not None}
    for field, column in named.items():
        if column not in frame.columns:
            raise KeyError(
                f"{field}={column!r}: the frame has no such column; it has {', '.join(map(str, frame.columns))}"
            )
    cells = {field: _cells(frame[column]) for field, column in named.items()}
    if id is None:
        cells["id"] = list(map(str, frame.index if library == "pandas" else range(len(frame))))
    articles = (dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True))
    corpus = Corpus(extract_many(articles, latin=latin, config=config), library)
    corpus.columns  # noqa: B018 - read now: a frame may change
    return corpus


def _cells(column: Any) -> Sequence[object]:
    """The cells as plain Python values, None for every kind of nothing (NaN is not equal to itself, nor is NaT)."""
    missing = column.isna() if hasattr(column, "isna") else column.is_null()
    return [None if gone else cell for cell, gone in zip(column.to_list(), missing, strict=True)]
