"""Whether an output would overwrite an input, under whatever names the two are given."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path


def overwritten(output: Path | int, inputs: Iterable[Path | int]) -> bool:
    """Whether `output` is one of `inputs` by another name, a link or a hard link, or a folder that holds one of them.

    Either may be the number of an open file. Devices and pipes overwrite nothing, and a path with nothing there neither.

    >>> here = Path(__file__)
    >>> overwritten(here.parent / ".." / "io" / here.name, [here]), overwritten(here.parent, [here])
    (True, True)
    """
    there = _stat(output)
    if there is None:
        return False
    if stat.S_ISDIR(there.st_mode):
        folder = Path(output).resolve() if isinstance(output, Path) else None
        named = (path.resolve() for path in inputs if isinstance(path, Path))
        return any(folder in (path, *path.parents) for path in named)
    return stat.S_ISREG(there.st_mode) and any(
        os.path.samestat(there, found) for found in map(_stat, inputs) if found
    )


def _stat(path: Path | int) -> os.stat_result | None:
    try:
        return os.fstat(path) if isinstance(path, int) else path.stat()
    except (OSError, ValueError):
        return None
