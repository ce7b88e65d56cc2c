"""Whole columns of dates: a list, a pandas or a Polars series in, the same kind out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from thai_newsie.stages.dates.find import parse


def parse_column(column: Iterable[Any], anchor: date | str | None = None) -> Any:
    """The EDTF value of every cell that is one date, None for the others, as the kind of column it was.

    Takes a pandas or Polars Series (neither needs to be installed) or any iterable, which becomes a
    list. Each distinct text is read once. Cells that are no text (None, NaN) give None.

    >>> parse_column(["29 พ.ค. 62", "ปีงบประมาณ 2565", "ไม่ระบุ", None])
    ['2019-05-29', '2021-10-01/2022-09-30', None, None]
    """
    cells = list(column)
    values = {text: _value(text, anchor) for text in {cell for cell in cells if isinstance(cell, str)}}
    parsed = [values[cell] if isinstance(cell, str) else None for cell in cells]
    library = type(column).__module__.partition(".")[0]
    if library == "pandas":
        return type(column)(parsed, index=column.index, name=column.name, dtype=object)  # type: ignore[attr-defined, call-arg]
    if library == "polars":
        return type(column)(column.name, parsed)  # type: ignore[attr-defined, call-arg]
    return parsed


def _value(text: str, anchor: date | str | None) -> str | None:
    found = parse(text, anchor)
    return found.value or None if found else None
