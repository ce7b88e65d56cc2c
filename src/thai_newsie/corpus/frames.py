"""Tables as pandas or Polars frames and as Arrow tables. The libraries are imported when they are needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any, Literal

from thai_newsie.extras import MissingExtraError, require
from thai_newsie.io.tables import Type

Library = Literal["pandas", "polars"]
Columns = Mapping[str, tuple[Type, Sequence[Any]]]  # each column's type and cells


def frame(columns: Columns, library: Library) -> Any:
    """The columns as a frame of `library`.

    >>> frame({"start": ("integer", [3, 5])}, "polars")["start"].sum()
    8
    """
    return {"pandas": _pandas, "polars": _polars}[library](columns)


def _polars(columns: Columns) -> Any:
    polars = require("polars", "polars")
    types = {
        "text": polars.String,
        "texts": polars.List(polars.String),
        "integer": polars.Int64,
        "number": polars.Float64,
        "flag": polars.Boolean,
        "day": polars.Date,
    }
    return polars.DataFrame(
        [polars.Series(name, cells, types[kind]) for name, (kind, cells) in columns.items()]
    )


def _pandas(columns: Columns) -> Any:
    pandas = require("pandas", "pandas")
    types = {
        "text": "string",
        "texts": "object",
        "integer": "int64",
        "number": "float64",
        "flag": "bool",
        "day": "datetime64[s]",  # pandas has no type for days; its default unit, nanoseconds, does not reach back beyond 1677
    }
    return pandas.DataFrame(
        {name: pandas.Series(cells, dtype=types[kind]) for name, (kind, cells) in columns.items()}
    )


def arrow(columns: Columns) -> Any:
    """The columns as a pyarrow Table."""
    pyarrow = require("pyarrow", "parquet")
    types = {
        "text": pyarrow.string(),
        "texts": pyarrow.list_(pyarrow.string()),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "flag": pyarrow.bool_(),
        "day": pyarrow.date32(),
    }
    return pyarrow.table({name: pyarrow.array(cells, types[kind]) for name, (kind, cells) in columns.items()})


def library_of(frame: object) -> Library:
    """The library of a frame. Raises TypeError for an object that is no frame."""
    match type(frame).__module__.partition(".")[0]:
        case "pandas":
            return "pandas"
        case "polars":
            return "polars"
    raise TypeError(f"a pandas or Polars DataFrame is needed, not {type(frame).__name__}")


def installed_library() -> Library:
    """pandas if it is installed, else Polars. Raises MissingExtraError where neither is installed."""
    if find_spec("pandas"):
        return "pandas"
    if find_spec("polars"):
        return "polars"
    raise MissingExtraError(
        "this needs pandas or Polars: pip install 'thai-newsie[pandas]' or 'thai-newsie[polars]'"
    )
