"""Readers: from bytes to `RawArticle`s. One module for each format, and here the list of them.

>>> from thai_newsie.lexicon import DATA
>>> [article.id for article in read(DATA / "samples" / "rice.txt")]
['rice']
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path, PurePath
from typing import IO, cast

from thai_newsie.config import Config, config_or_default
from thai_newsie.io.readers.opening import (
    DECOMPRESSION_ERRORS,
    format_suffix,
    is_address,
    name_without_suffixes,
    open_bytes,
)
from thai_newsie.io.readers.standard_input import NAME, read_standard_input
from thai_newsie.raw_article import RawArticle, reason_of
from thai_newsie.schema.article import Failure
from thai_newsie.text.normalized import storable

STANDARD_INPUT = "-"

# A reader takes the bytes, the path that errors name, a name for articles without an id, and a Config for its limits.
Reader = Callable[[IO[bytes], str, str, Config], Iterator[RawArticle | Failure]]
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})  # which Windows leaves in folders
FORMATS = (
    *(".txt", ".json", ".jsonl", ".csv", ".parquet"),
    *(".html", ".htm", ".mhtml", ".mht", ".rss", ".atom", ".xml", ".warc", ".wet"),
    *(".pdf", ".docx", ".doc", ".odt", ".xlsx", ".xls", ".ods", ".zip"),
)
_OTHER_SUFFIXES = {  # of a format that has several
    ".htm": ".html",
    ".mht": ".mhtml",
    ".atom": ".rss",
    ".xml": ".rss",
    ".wet": ".warc",
}


class UnknownFormatError(ValueError):
    """No reader knows the suffix of a file."""


def read(
    path: str | Path,
    opened: Callable[[IO[bytes]], None] | None = None,
    *,
    config: Config | None = None,
    form: str | None = None,
) -> Iterator[RawArticle | Failure]:
    """The articles of a file, a folder (its files in the order of `files`), an address on the web or "-", standard input.

    An article that cannot be read is a `Failure` in its place, and the rest goes on. `opened` is called with each file
    that is opened; the file's `tell()` is the number of bytes read so far. `config` has the limits `max_bytes` and
    `max_characters`, and names columns of tables. `form` is one of `input_formats()`, in which every file is read whatever
    its name; None leaves it to the names, and to the content of standard input. Raises FileNotFoundError for a path that does not exist and UnknownFormatError for a file of another
    format, at once.

    >>> from thai_newsie.lexicon import DATA
    >>> [article.id for article in read(DATA / "samples")]
    ['flood', 'rice', 'school-lunch']
    """
    config = config_or_default(config)
    if str(path) == STANDARD_INPUT:
        suffix = None if form is None else _suffix_of(form)
        return to_the_end(lambda: _read_standard_input(suffix, config), STANDARD_INPUT, NAME)
    if is_address(path):
        from thai_newsie.io.readers.address import read_address

        return read_address(
            str(path), config, lambda suffix: reader_of(suffix) if suffix in FORMATS else None
        )
    return (article for file in files(path, form) for article in _read_file(file, opened, config, form))


def input_formats() -> dict[str, str]:
    """The formats that an input may be said to have, whatever its name, with the suffix that each has otherwise."""
    names = {"text": ".txt", "json": ".json", "jsonl": ".jsonl", "csv": ".csv", "html": ".html"}
    names |= {suffix[1:]: suffix for suffix in (".pdf", ".docx", ".xlsx", ".odt", ".ods")}
    return {name: suffix for name, suffix in names.items() if suffix in FORMATS}


def _suffix_of(form: str) -> str:
    try:
        return input_formats()[form]
    except KeyError:
        raise UnknownFormatError(f"{form}: unknown format; give {', '.join(input_formats())}") from None


def files(path: str | Path, form: str | None = None) -> list[Path]:
    """The files that `read` reads for a path: the file itself, or those of the folder in known formats, sorted.

    With `form` they are those of any name.

    Hidden files and folders are left out, and so are annotations (`*.gold.json`), which stand beside the articles they
    belong to. A folder without permission to list it is in the result itself, and so is a link that leads nowhere: `read`
    gives a `Failure` for each. Raises what `read` raises.
    """
    if not str(path):
        raise FileNotFoundError("a path is empty; name a file or a folder")
    path = Path(path)
    if not path.exists():
        raise FileNotFoundError(f"{path}: there is no such file or folder; check the path")
    if not path.is_dir():
        if form is None and format_suffix(path) not in FORMATS:
            known = ", ".join(FORMATS)
            raise UnknownFormatError(
                f"{path}: unknown format; give {known}, one of them as .xz, .gz or .zst, or - (or say --input-format)"
            )
        return [path]
    if _is_shut(path):
        return [path]
    return sorted(file for file in path.rglob("*") if _holds_articles(file, path, form is not None))


def left_out(folder: str | Path, given: Iterable[Path]) -> list[Path]:
    """The files of a folder that are not among the `given`, what `files` gives for it, sorted.

    What no reader is meant to read is not among them: hidden files, annotations, what `--resume` keeps.
    """
    known = set(given)
    return sorted(
        file
        for file in Path(folder).rglob("*")
        if file not in known and file.is_file() and not is_aside(file.relative_to(folder))
    )


def is_aside(file: PurePath) -> bool:
    """Whether a file, as seen from the folder or the archive that it is in, is none that somebody wants to be read."""
    return (
        any(part.startswith(".") for part in file.parts)
        or file.name.endswith((".gold.json", ".partial", ".partial.run"))
        or file.name.lower() in _SYSTEM_FILES
    )


def _holds_articles(file: Path, folder: Path, any_name: bool) -> bool:
    if is_aside(file.relative_to(folder)):
        return False
    if file.is_file() and (any_name or format_suffix(file) in FORMATS):
        return True
    # What may be behind these must not go missing silently: reading them fails.
    if file.is_symlink() and not file.exists():
        return format_suffix(file) in ("", *FORMATS)
    return file.is_dir() and _is_shut(file)


def _is_shut(folder: Path) -> bool:
    return not os.access(folder, os.R_OK | os.X_OK)


def _read_file(
    file: Path, opened: Callable[[IO[bytes]], None] | None, config: Config, form: str | None
) -> Iterator[RawArticle | Failure]:
    # The name of a file may be no text: Linux allows any bytes.
    where, name = storable(str(file)), storable(name_without_suffixes(file))
    suffix = format_suffix(file) if form is None else _suffix_of(form)

    def articles() -> Iterator[RawArticle | Failure]:
        with open_bytes(file, opened) as stream:
            yield from reader_of(suffix)(stream, where, name, config)

    return to_the_end(articles, where, name)


def _read_standard_input(suffix: str | None, config: Config) -> Iterator[RawArticle | Failure]:
    if suffix is not None:
        return reader_of(suffix)(sys.stdin.buffer, STANDARD_INPUT, NAME, config)

    def page(data: bytes) -> Iterator[RawArticle | Failure]:
        return reader_of(".html")(BytesIO(data), STANDARD_INPUT, NAME, config)

    return read_standard_input(sys.stdin.buffer, config, page if ".html" in FORMATS else None)


def to_the_end(
    articles: Callable[[], Iterator[RawArticle | Failure]], where: str, name: str
) -> Iterator[RawArticle | Failure]:
    """The articles of one input, and a Failure where it cannot be read any further."""
    count = 0
    try:
        for article in articles():
            count += 1
            yield article
    except (OSError, MemoryError, *DECOMPRESSION_ERRORS) as error:
        place = f" behind record {count}" if count else ""
        yield Failure(id=name, source=where, error=f"cannot be read{place}: {reason_of(error)}")


def reader_of(suffix: str) -> Reader:
    """The reader of a format of `FORMATS`: the function of the module that has the name of the suffix, or of another one
    of the format."""
    module = _OTHER_SUFFIXES.get(suffix, suffix)
    return cast(Reader, import_module(f"{__name__}{module}").read_articles)
