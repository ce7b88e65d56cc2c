"""Which engine a run is worth."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from thai_newsie.io.compression import COMPRESSION_SUFFIXES
from thai_newsie.run import Engine, local, processes

# Bytes of articles that one process reads while others are being started: Thai has three a character.
_MAX_BYTES_FOR_ONE_PROCESS = 3 * 4 * processes.WORTH_STARTING
_COMPRESSION_RATIO = (
    8  # as long as the file are the articles of a packed one; of Parquet it is about half of that
)


def choose(name: str | None, jobs: int | None, size: int | None) -> Engine:
    """The engine `name`, or the one that `size` bytes of articles are worth where `jobs` may work (all cores without).

    A size that is not known, of a stream, is found out by reading on.

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
    """Bytes that the articles of `files` have, about."""
    packed = (*COMPRESSION_SUFFIXES, ".parquet")
    return sum(
        file.stat().st_size * (_COMPRESSION_RATIO if file.suffix.lower() in packed else 1) for file in files
    )
