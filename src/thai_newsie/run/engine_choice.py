"""The choice of an engine by the size of the input."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from thai_newsie.io.compression import COMPRESSION_SUFFIXES
from thai_newsie.run import Engine, local, processes

# Bytes below which one process is as fast as many, which take time to start. A Thai character has three bytes in UTF-8.
_MAX_BYTES_FOR_ONE_PROCESS = 3 * 4 * processes.WORTH_STARTING
_COMPRESSION_RATIO = 8  # of a compressed file, roughly; Parquet has about half of it


def choose(name: str | None, jobs: int | None, size: int | None) -> Engine:
    """The engine `name`; for None, the one that suits `size` bytes of articles.

    `jobs` is the greatest number of processes, None for one on each core. `size` is None where it is not known, as of
    a stream: then the first articles are read in this process, and others start if there are more.

    >>> choose(None, 2, 1_000) is choose("local", 2, None) is local.run
    True
    """
    jobs = jobs or processes.cores()
    if name == "local" or (
        name is None and (jobs == 1 or (size is not None and size < _MAX_BYTES_FOR_ONE_PROCESS))
    ):
        return local.run
    characters_here = processes.WORTH_STARTING if size is None else 0
    return partial(processes.run, processes=jobs, characters_here=characters_here)


def decompressed_size(files: Iterable[Path]) -> int:
    """The bytes of the articles in `files`, roughly; those of compressed files are estimated."""
    packed = (*COMPRESSION_SUFFIXES, ".parquet")
    return sum(size_of(file) * (_COMPRESSION_RATIO if file.suffix.lower() in packed else 1) for file in files)


def size_of(file: Path) -> int:
    """The bytes of a file; 0 for one that cannot be read: a link that leads nowhere, one that was deleted meanwhile."""
    try:
        return file.stat().st_size
    except OSError:
        return 0
