"""Records read back from what `extract` wrote: JSON lines or a JSON list, compressed or not, as Articles and Failures.

This is the one place where records come in, so it is the one place where they are checked as `Article.check` does: what reads
them, the exports, the registry, the report, the tables, can count on the contract.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from thai_newsie.io.compression import DECOMPRESSION_ERRORS
from thai_newsie.io.readers.opening import format_suffix, open_bytes
from thai_newsie.schema.article import Article, Failure
from thai_newsie.schema.integrity import first_fault
from thai_newsie.schema.only_records import only_records
from thai_newsie.text.normalized import storable


class NotARecordError(ValueError):
    """Something in a file is no record of thai-newsie. The message names the file, the line and the reason."""

    def __init__(self, where: str, reason: str, id: str = "") -> None:
        """Keep the place, the reason, and the `id` that the record says it has."""
        super().__init__(f"{where}: {reason}")
        self.where, self.reason, self.id = where, reason, id

    def failure(self) -> Failure:
        """The record that takes the place of the one that is none."""
        return Failure(id=storable(self.id), source=storable(self.where), error=storable(self.reason))


def read_records(
    path: str | Path, refused: Callable[[NotARecordError], None] | None = None
) -> Iterator[Article | Failure]:
    r"""The records of a file, in its order: `.jsonl` line by line, `.json` (one list, or one record) as a whole.

    Either may be compressed (`.gz`, `.xz`, `.zst`). Each record is checked: it has the fields of the contract, every
    offset shows its text, every day is in the calendar, every id leads to its entry. Raises FileNotFoundError for a path
    that does not exist and NotARecordError for a file of another format, at once. Raises NotARecordError, with the line,
    where something is no record or the compressed file is damaged, when it comes to that line. With `refused` it raises
    nothing there: it calls `refused` with the error, gives a `Failure` in the place of the record, and goes on.

    >>> import tempfile
    >>> from thai_newsie import extract
    >>> path = Path(tempfile.mkdtemp()) / "out.jsonl"
    >>> _ = path.write_text(extract("ข่าว").to_json() + "\n" + Failure(id="2", error="no text").to_json() + "\n{")
    >>> [type(record).__name__ for record in read_records(path, refused=lambda error: None)]
    ['Article', 'Failure', 'Failure']
    """
    path = Path(path)
    if not path.is_file():
        raise FileNotFoundError(f"{path}: there is no such file; check the path")
    match format_suffix(path):
        case ".jsonl":
            return _records(path, _lines(path), refused)
        case ".json":
            return _records(path, _items(path), refused)
        case _:
            raise NotARecordError(
                str(path), "unknown format; give .jsonl or .json, or one of them as .gz, .xz or .zst"
            )


def records_of(source: str | Path | Iterable[Article | Failure]) -> Iterator[Article | Failure]:
    """The records of a file, as `read_records` gives them, or those of an iterable, as `only_records` gives them."""
    return read_records(source) if isinstance(source, str | Path) else only_records(source)


def _records(
    path: Path,
    found: Iterator[Article | Failure | NotARecordError],
    refused: Callable[[NotARecordError], None] | None,
) -> Iterator[Article | Failure]:
    for record in _until_damage(path, found):
        if not isinstance(record, NotARecordError):
            yield record
        elif refused is None:
            raise record
        else:
            refused(record)
            yield record.failure()


def _until_damage(
    path: Path, found: Iterator[Article | Failure | NotARecordError]
) -> Iterator[Article | Failure | NotARecordError]:
    try:
        yield from found
    except DECOMPRESSION_ERRORS as error:
        yield NotARecordError(
            str(path), f"the compressed file is damaged or cut off; the rest is not read: {error}"
        )
    except MemoryError:
        yield NotARecordError(
            str(path), "holds a record that is too large for the memory; the rest is not read"
        )


def _lines(path: Path) -> Iterator[Article | Failure | NotARecordError]:
    with open_bytes(path) as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                # From JSON to the model directly takes a third of the time that it takes through a dict.
                try:
                    article = Article.model_validate_json(line)
                except ValidationError:
                    yield _record_in(line, f"{path}:{number}")
                else:
                    yield _extracted(article, f"{path}:{number}")


def _items(path: Path) -> Iterator[Article | Failure | NotARecordError]:
    with open_bytes(path) as stream:
        content = _loaded(stream.read(), str(path))
    if not isinstance(content, list):
        yield content if isinstance(content, NotARecordError) else _record(content, str(path))
        return
    for number, item in enumerate(content, 1):
        yield _record(item, f"{path}:{number}")


def _loaded(data: bytes, where: str) -> Any:
    """The JSON value, or the error that it is none."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        return NotARecordError(where, f"is not JSON: {error}")


def _record_in(line: bytes, where: str) -> Article | Failure | NotARecordError:
    """The record in a line of JSON, or the error that there is none."""
    content = _loaded(line, where)
    return content if isinstance(content, NotARecordError) else _record(content, where)


def _record(item: object, where: str) -> Article | Failure | NotARecordError:
    """The record in a JSON value, or the error that there is none."""
    if not isinstance(item, dict):
        return NotARecordError(where, f"a record is an object, not {type(item).__name__}")
    id = str(item.get("id", ""))
    if "error" not in item and "people" not in item:
        return NotARecordError(where, _NOT_EXTRACTED, id)
    try:
        return (Failure if "error" in item else Article).from_dict(item)
    except ValueError as error:
        return NotARecordError(where, f"{_NO_RECORD}: {error}", id)


def _extracted(article: Article, where: str) -> Article | NotARecordError:
    """`article`, if it comes from `extract` and keeps the contract.

    An article as it goes in would validate too: all fields have a default.
    """
    if "people" not in article.model_fields_set:
        return NotARecordError(where, _NOT_EXTRACTED, article.id)
    if (fault := first_fault(article)) is not None:
        return NotARecordError(where, f"{_NO_RECORD}: {fault}", article.id)
    return article


_NO_RECORD = "is no record of thai-newsie"
_NOT_EXTRACTED = "holds an article that nothing was extracted from yet; run `thai-newsie extract` on it first"
