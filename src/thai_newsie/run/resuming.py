"""Runs that can be resumed: the work of an interrupted run is kept, and the same run goes on from there.

`OUT.partial` holds the records as JSON lines, whatever the format of OUT. At any moment it is correct up to its last
complete line. When all articles are read it becomes OUT. `OUT.partial.run`, beside it, says which run it belongs to.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from thai_newsie import __version__
from thai_newsie.config import Config
from thai_newsie.io.writers import flushed, in_batches, jsonl, writer
from thai_newsie.io.writers.atomic_files import whole_bytes
from thai_newsie.io.writers.output_lock import only_writer
from thai_newsie.run.part import Part, tally
from thai_newsie.schema.article import Article, Failure


class ResumeError(ValueError):
    """The work that was found belongs to another run, or is damaged. The message says what to do."""


class Work:
    """The work of a run so far, and the way to finish it. `work` opens it."""

    def __init__(self, output: Path, path: Path, stream: IO[bytes]) -> None:
        """Read the work for the file `output`, which is kept at `path` and open as `stream`."""
        self._output, self._path, self._stream = output, path, stream
        _cut_torn_line(stream)
        self.articles, self.warned, self.failures = tally(_records(stream, path))

    @property
    def done(self) -> int:
        """The number of records that were found."""
        return self.articles + len(self.failures)

    def finish(self, parts: Iterable[Part], form: str) -> None:
        """Add `parts`, the records of the other articles, and write all records to the output in the format `form`."""
        jsonl.write(flushed((part.data for part in parts), self._stream), self._stream)
        if form == "jsonl" and self._output.suffix == ".jsonl":
            os.fsync(self._stream.fileno())
            self._path.replace(self._output.resolve())  # a link stays a link
            return
        self._stream.seek(0)
        to = writer(form)
        with whole_bytes(self._output) as stream:
            to.write(
                (to.encode(jsonl.decode(lines)) for lines in in_batches(self._stream, to.BATCH_SIZE)), stream
            )
        self._path.unlink()


@contextmanager
def work(output: Path, files: Sequence[Path], config: Config, form: str | None = None) -> Iterator[Work]:
    """Open the work of a run that writes `output` from `files`; it is new where there is none.

    `form` is the format that the files are read as, None for what their names say. Nobody else may write `output` meanwhile. Raises ResumeError where the work belongs to a run with other files, another
    version of thai-newsie, other tables, another model or another configuration, or is damaged, and BlockingIOError where
    another process or thread writes the output.
    """
    path, of_run = resumable_files(output)
    run = _run(files, config, form)
    with only_writer(output):
        if path.exists():
            _check(path, of_run, run)
        else:
            with whole_bytes(of_run, output) as stream:
                stream.write(json.dumps(run).encode())
        with path.open("a+b") as stream:
            yield Work(output, path, stream)
        if not path.exists():
            of_run.unlink()


def resumable_files(output: Path) -> tuple[Path, Path]:
    """The files that hold the work of a run, and what the run depends on. They are beside the file that `output` names.

    >>> [path.name for path in resumable_files(Path("out.jsonl"))]
    ['out.jsonl.partial', 'out.jsonl.partial.run']
    """
    if output.is_symlink():
        output = output.resolve()
    return output.with_name(output.name + ".partial"), output.with_name(output.name + ".partial.run")


def _run(files: Sequence[Path], config: Config, form: str | None) -> dict[str, Any]:
    """All that the records of a run depend on."""
    stats = {str(file): file.stat() for file in files}
    return {
        "version": __version__,
        **config.fingerprint(),  # with the tables and the model: a user may correct one between two halves of a run
        "input format": form,
        "inputs": [[name, stat.st_size, stat.st_mtime_ns] for name, stat in stats.items()],
    }


def _check(path: Path, of_run: Path, run: dict[str, Any]) -> None:
    try:
        before = json.loads(of_run.read_bytes())
    except (OSError, ValueError, RecursionError):
        before = {}
    if not isinstance(before, dict):
        before = {}
    differing = [name for name, value in run.items() if before.get(name) != value]
    if differing:
        raise ResumeError(
            f"{path}: is the work of another run, or of an unknown one "
            f"({', '.join(differing)} differ); delete it to begin anew"
        )


def _cut_torn_line(stream: IO[bytes]) -> None:
    """Cut the file of the stream behind its last complete line."""
    block = 65_536
    end = stream.seek(0, 2)
    while end:
        start = max(0, end - block)
        stream.seek(start)
        if (at := stream.read(end - start).rfind(b"\n")) >= 0:
            stream.truncate(start + at + 1)
            return
        end = start
    stream.truncate(0)


def _records(stream: IO[bytes], path: Path) -> Iterator[Article | Failure]:
    """The records in the file at `path`, which is open as `stream`."""
    stream.seek(0)
    for number, line in enumerate(stream, 1):
        try:
            yield from jsonl.decode([line])
        except ValueError:  # by pydantic
            message = f"{path}:{number}: is no record of thai-newsie; delete the file to begin anew"
            raise ResumeError(message) from None
