"""Whether a file among the inputs is what an earlier run has written, in this version or an earlier one."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from thai_newsie.extras import MissingExtraError, require
from thai_newsie.io.readers.opening import DECOMPRESSION_ERRORS, format_suffix, open_bytes
from thai_newsie.io.records import read_records
from thai_newsie.schema.article import Article

_BEGINNING_BYTES = 65_536
# The fields that a record begins with, in their order. Most articles are told by it, without reading the whole file.
_RECORD_BEGINNING = re.compile(
    rb'(?:\xef\xbb\xbf)?\s{0,99}+(?:\[\s{0,99}+)?\{\s{0,99}+"id":\s*+"(?:[^"\\]|\\.)*+",\s*+(?:"title":\s*+"(?:[^"\\]|\\.)*+",\s*+"published"|"source"):'
)


def is_earlier_output(path: Path) -> bool:
    """Whether the file at `path` begins with a record that `extract` wrote, in any format, or holds nothing."""
    try:
        return path.stat().st_size == 0 or holds_records(path)
    except OSError:
        return False


def holds_records(path: Path) -> bool:
    """Whether the file at `path` begins with a record that `extract` wrote, in any format.

    >>> from thai_newsie.lexicon import DATA
    >>> holds_records(DATA / "samples" / "school-lunch.json")
    False
    """
    try:
        match format_suffix(path):
            case ".csv":
                with open_bytes(path) as stream:
                    return _are_ours(stream.readline(_BEGINNING_BYTES).decode("utf-8-sig").strip().split(","))
            case ".parquet":
                return _are_ours(require("pyarrow.parquet", "parquet").read_schema(path).names)
            case ".json" | ".jsonl":
                with open_bytes(path) as stream:
                    begins_so = _RECORD_BEGINNING.match(stream.read(_BEGINNING_BYTES))
                return bool(begins_so) and next(read_records(path), None) is not None
    except (OSError, ValueError, MissingExtraError, *DECOMPRESSION_ERRORS):
        pass
    return False


def _are_ours(columns: Collection[str]) -> bool:
    return set(columns) >= set(Article.model_fields) - {"meta"}
