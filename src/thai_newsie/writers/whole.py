"""A file that appears whole or not at all."""

from __future__ import annotations

import gzip
import lzma
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO, cast

_PACKERS: dict[str, Callable[..., object]] = {".gz": gzip.open, ".xz": lzma.open}


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A stream whose text becomes the file at `path` when the block ends well, and is thrown away if not.

    Text goes to a hidden file beside it first. A `path` that is no plain file (/dev/null, a pipe)
    is written directly. `.gz` and `.xz` are packed. Raises OSError where the folder cannot be written.
    """
    path = path.resolve()  # a link stays a link: what it leads to is replaced
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8") as stream:
            yield stream
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    packed = _PACKERS.get(path.suffix.lower(), open)
    try:
        with cast(TextIO, packed(part, "wt", encoding="utf-8", newline="\n")) as stream:
            yield stream
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
