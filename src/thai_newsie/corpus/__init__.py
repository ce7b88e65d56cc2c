"""Many articles as data frames: one table for each list of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

from thai_newsie.api import extract_many
from thai_newsie.config import Config
from thai_newsie.corpus.frames import Columns, Library, frame, installed_library, library_of
from thai_newsie.io.records import records_of
from thai_newsie.io.tables import TABLES, rows
from thai_newsie.schema.article import Article, Failure

# What people call a table that has another name.
_OTHER_NAMES = {
    "persons": "people", "person": "people", "names": "people", "positions": "roles", "offices": "roles",
    "orgs": "organizations", "agencies": "organizations", "locations": "places", "numbers": "counts", "amounts": "counts",
    "quotes": "statements", "quotations": "statements", "errors": "failures", "texts": "articles", "documents": "articles",
}  # fmt: skip


class Corpus:
    """Extracted articles as tidy tables: `corpus.people`, `corpus.events` and so on. Each is a DataFrame.

    `records` is the path of a file that `thai-newsie extract` wrote, or what `extract_many` gives. The records are read
    once, when the first table is asked for; memory keeps the tables. `library` is "pandas" or "polars"; without it,
    pandas if it is installed, else Polars. docs/tables.md describes the tables and columns.

    >>> from thai_newsie import extract_many
    >>> corpus = Corpus(extract_many(["นายสมชาย ใจดี อธิบดีกรมการข้าว ลงพื้นที่จังหวัดน่าน"]), library="polars")
    >>> corpus.roles.select("name", "position", "organization").row(0)
    ('สมชาย ใจดี', 'อธิบดี', 'กรมการข้าว')
    """

    def __init__(
        self, records: str | Path | Iterable[Article | Failure], library: Library | None = None
    ) -> None:
        """Prepare the tables of `records`; a file is read as by `read_records`."""
        self._records = records_of(records)
        self.library: Library = library or installed_library()
        self._frames: dict[str, Any] = {}

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables."""
        return tuple(TABLES)

    def table(self, name: str, library: Library | None = None) -> Any:
        """One table as a new frame, of `library` if it is given. Raises ValueError for a name that is no table.

        >>> Corpus([], library="polars").table("persons")
        Traceback (most recent call last):
        ValueError: there is no table 'persons'; did you mean 'people'? The tables are articles, people, roles, \
organizations, places, dates, times, counts, events, statements, mentions, failures
        """
        if name not in TABLES:
            raise ValueError(_no_table(name))
        return frame(self.columns[name], library or self.library)

    @cached_property
    def columns(self) -> dict[str, Columns]:
        """The columns of each table: their types, and their cells as plain lists."""
        return columns_of(self._records)

    def __len__(self) -> int:
        """The number of records, failures among them."""
        return sum(len(self.columns[table]["article"][1]) for table in ("articles", "failures"))

    def __getattr__(self, name: str) -> Any:
        """A table by its name. It is the same frame each time."""
        if name not in TABLES:
            hint = "" if name.startswith("_") else f"; {_no_table(name)}"
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}{hint}")
        if name not in self._frames:
            self._frames[name] = self.table(name)
        return self._frames[name]

    def __dir__(self) -> list[str]:
        """The attributes, the tables among them."""
        return sorted({*super().__dir__(), *TABLES})


def _no_table(name: str) -> str:
    near = _OTHER_NAMES.get(name.lower()) or next(iter(get_close_matches(name.lower(), TABLES, n=1)), None)
    hint = f"; did you mean {near!r}?" if near else "."
    return f"there is no table {name!r}{hint} The tables are {', '.join(TABLES)}"


def columns_of(records: Iterable[Article | Failure]) -> dict[str, Columns]:
    """The columns of every table, from one pass over `records`."""
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
    """Extract the articles of a pandas or Polars frame, one for each row. The `Corpus` has frames of the same library.

    `text`, `title`, `published`, `id` and `source` name columns. Without `id`, the id of an article is the label of its
    row in the index of pandas, or the number of its row in Polars. The column `article` of every table holds the id, as
    text. Other columns become the `meta` of the articles. A row without a text becomes a row of `failures`. `latin` and `config` are those of `extract`. The rows are
    read at once. Raises TypeError for something that is no frame and KeyError for a column that does not exist.

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
    others = {str(name): _cells(frame[name]) for name in frame.columns if name not in named.values()}
    articles = (
        dict(
            zip(cells, row[: len(cells)], strict=True), meta=dict(zip(others, row[len(cells) :], strict=True))
        )
        for row in zip(*cells.values(), *others.values(), strict=True)
    )
    corpus = Corpus(extract_many(articles, latin=latin, config=config), library)
    corpus.columns  # noqa: B018 - read now, because the frame may change
    return corpus


def _cells(column: Any) -> Sequence[object]:
    """The cells as plain Python values, with None for every missing value (NaN, NaT, NA, null)."""
    missing = column.isna() if hasattr(column, "isna") else column.is_null()
    return [None if gone else cell for cell, gone in zip(column.to_list(), missing, strict=True)]
