"""One run of `thai-newsie extract`: readers, engine and writer work together."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import thai_newsie
from thai_newsie.config import Config
from thai_newsie.io.readers import STANDARD_INPUT
from thai_newsie.io.readers.duplicates import with_duplicate_warnings
from thai_newsie.io.terminal import for_terminal
from thai_newsie.io.writers import flushed, writer
from thai_newsie.io.writers.atomic_files import atomic_bytes
from thai_newsie.run.engine_choice import choose, decompressed_size
from thai_newsie.run.part import Part
from thai_newsie.run.progress import Watch
from thai_newsie.run.resuming import work


@dataclass(frozen=True)
class Job:
    """What is read, in which format it is written, with which configuration and engine."""

    files: Sequence[str | Path]
    form: str
    config: Config
    watch: Watch
    engine: str | None
    jobs: int | None
    bar: bool
    input_format: str | None = None

    def run(self, output: Path | None) -> None:
        """Read all files and write the records to `output`; to standard output for None."""
        to = writer(self.form)
        pieces = (part.data for part in self._parts(self.form))
        if output:
            with atomic_bytes(output) as stream:
                to.write(pieces, stream)
        else:
            stream = for_terminal(sys.stdout.buffer)
            to.write(flushed(pieces, stream), stream)

    def resume(self, output: Path) -> None:
        """Read what an interrupted run has not read, and write all records to `output`."""
        with work(output, [Path(file) for file in self.files], self.config, self.input_format) as done:
            self.watch.resumed(done.articles, done.warned, len(done.failures))
            done.finish(self._parts("jsonl", skip=done.done), self.form)

    def _parts(self, form: str, skip: int = 0) -> Iterator[Part]:
        """What the engine gives for all articles but the first `skip`."""
        streams = STANDARD_INPUT in self.files
        size = None if streams else decompressed_size(map(Path, self.files))
        read = choose(self.engine, self.jobs, size)
        articles = with_duplicate_warnings(
            raw
            for file in self.files
            for raw in thai_newsie.read(file, self.watch.opened, config=self.config, form=self.input_format)
        )
        return self.watch.over_parts(read(islice(articles, skip, None), form, config=self.config), self.bar)
