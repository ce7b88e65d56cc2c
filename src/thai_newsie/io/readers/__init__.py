"""Bytes to RawArticles: one module a format, and here the registry that knows them all.

>>> from thai_newsie.lexicon import DATA
>>> [article.id for article in read(DATA / "samples" / "rice.txt")]
['rice']
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import IO, cast

from thai_newsie.io.readers import standard_input
from thai_newsie.io.readers.opening import (
    DECOMPRESSION_ERRORS,
    format_suffix,
    name_without_suffixes,
    open_bytes,
)
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure
from thai_newsie.text.normalized import storable

STANDARD_INPUT = "-"

# A reader takes the bytes, the path to name in an error, and a name for articles without an id.
Reader = Callable[[IO[bytes], str, str], Iterator[RawArticle | Failure]]
FORMATS = (".txt", ".json", ".jsonl", ".csv", ".parquet")


class UnknownFormatError(ValueError):
    """A file whose suffix no reader knows."""


def read(
    path: str | Path, opened: Callable[[IO[bytes]], None] | None = None
) -> Iterator[RawArticle | Failure]:
    """The articles of a file, a folder (its files in the order of `files`) or "-", standard input.

    An article that cannot be read comes as a `Failure` in its place, and the rest goes on. `opened`
    is given each file as it is opened; its `tell()` says how far the reading has come. Raises
    FileNotFoundError for a path that is not there and UnknownFormatError for a file of another
    kind, at once.
    """
    if str(path) == STANDARD_INPUT:
        return standard_input.read(sys.stdin.buffer)
    return (article for file in files(path) for article in _read_file(file, opened))


def files(path: str | Path) -> list[Path]:
    """The files that `read` reads for a file or folder: a folder's, sorted, of the known formats.

    Hidden files and folders are passed over, and annotations (`*.gold.json`), which stand beside
    the articles they belong to. A folder that may not be listed stands for what it holds: `read`
    gives a `Failure` for it. Raises as `read` does.
    """
    path = Path(path)
    if not path.exists():
        raise FileNotFoundError(f"{path}: there is no such file or folder; check the path")
    if not path.is_dir():
        if format_suffix(path) not in FORMATS:
            known = ", ".join(FORMATS)
            raise UnknownFormatError(
                f"{path}: unknown format; give {known}, one of them as .xz, .gz or .zst, or -"
            )
        return [path]
    if _is_shut(path):
        return [path]
    return sorted(file for file in path.rglob("*") if _holds_articles(file, path))


def _holds_articles(file: Path, folder: Path) -> bool:
    if any(part.startswith(".") for part in file.relative_to(folder).parts):
        return False
    if format_suffix(file) in FORMATS and file.is_file():
        return not file.name.endswith(".gold.json")
    return file.is_dir() and _is_shut(file)  # what it holds is not passed over in silence: reading it fails


def _is_shut(folder: Path) -> bool:
    return not os.access(folder, os.R_OK | os.X_OK)


def _read_file(file: Path, opened: Callable[[IO[bytes]], None] | None) -> Iterator[RawArticle | Failure]:
    # A file's name may be no text either: Linux takes any bytes.
    where, name = storable(str(file)), storable(name_without_suffixes(file))
    try:
        with open_bytes(file, opened) as stream:
            yield from _reader(format_suffix(file))(stream, where, name)
    except (OSError, *DECOMPRESSION_ERRORS) as error:
        yield Failure(id=name, source=where, error=f"cannot be read: {error}")


def _reader(suffix: str) -> Reader:
    """The function of the module that is called as the suffix is."""
    return cast(Reader, import_module(f"{__name__}{suffix}").read)
