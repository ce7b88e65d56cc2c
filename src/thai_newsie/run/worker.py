"""A worker process that reads articles for another process: both sides of it.

A worker is started as a command and not by `multiprocessing`. So a script or notebook needs no
`if __name__ == "__main__"`, no thread is copied by a fork, and when a worker dies it is known which articles it had. When
the process that started it ends, the worker's input ends, and the worker with it.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Sequence
from threading import Lock
from typing import IO, cast

from thai_newsie.config import Config
from thai_newsie.raw_article import RawArticle
from thai_newsie.run.part import Part, part
from thai_newsie.schema.article import Failure

_READY = b"ready"
# A worker reads this before it is ready. So all that an article needs is loaded, which takes a hundred times as long as an
# article, and a worker that is killed meanwhile is killed in its start and not in an article.
_WARM_UP_TEXT = "วันที่ 3 มิถุนายน 2567 นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า มีผู้เข้าร่วม 1,200 คน ที่จังหวัดน่าน"
_MAX_STARTS = 20  # one after the other that a signal ends; each takes some seconds


class WorkerError(RuntimeError):
    """No worker can be started. The message says why."""


class WorkerDied(Exception):  # noqa: N818 - the caller expects it
    """The worker ended before it answered. The message says how."""


class Worker:
    """The side that asks. It starts the process when it needs it, and again after it has died."""

    def __init__(self, form: str, config: Config) -> None:
        """Prepare a worker that reads articles with `config` and encodes their records for the writer of `form`."""
        self.form, self.config = form, config
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._starting = Lock()

    def read(self, chunk: Sequence[RawArticle | Failure]) -> Part:
        """The records of `chunk`. Raises WorkerDied, and WorkerError where no worker can be started."""
        process = self._process or self._start()
        try:
            _send(process.stdin, chunk)
            return cast(Part, _receive(process.stdout))
        except (OSError, EOFError, pickle.UnpicklingError):
            self._process = None
            raise WorkerDied(_how_it_ended(process)) from None

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        with self._starting:
            self._stopped = True
            if self._process:
                self._process.kill()
                self._process.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        for _ in range(_MAX_STARTS):
            with self._starting:
                process = self._process = self._started()
            try:
                _send(process.stdin, self.config)
                _receive(process.stdout)
                return process
            except (OSError, EOFError, pickle.UnpicklingError):
                self._process = None
                how = _how_it_ended(process)
            if process.returncode >= 0:  # it ended by itself, and would again
                break
        raise WorkerError(f"a worker could not be started: {how}")

    def _started(self) -> subprocess.Popen[bytes]:
        if self._stopped:
            raise WorkerError("the workers were stopped")
        command = [sys.executable, "-P", "-m", __name__, self.form]
        path = os.pathsep.join(filter(None, sys.path))  # the worker can import what this process can import
        environment = {**os.environ, "PYTHONPATH": path}
        try:
            return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        except OSError as error:
            raise WorkerError(f"a worker could not be started: {error}") from error


def _how_it_ended(process: subprocess.Popen[bytes]) -> str:
    """How a process has ended that does not answer."""
    try:
        status = process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        status = process.wait()
    if status >= 0:
        return f"its process ended with exit status {status}"
    hint = ": out of memory?" if -status == signal.SIGKILL else ""
    return f"its process was ended by {signal.Signals(-status).name}{hint}"


# Pickles between two processes of one program. Nothing from outside is ever unpickled.
def _send(stream: IO[bytes] | None, message: object) -> None:
    assert stream
    pickle.dump(message, stream, pickle.HIGHEST_PROTOCOL)
    stream.flush()


def _receive(stream: IO[bytes] | None) -> object:
    assert stream
    return pickle.load(stream)


def main(form: str) -> None:
    """The side that works: it reads a Config and then chunks of articles from standard input, and answers on standard output."""
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl-C goes to the process that started this one, which then ends it
    from thai_newsie.article_extraction import extract_each
    from thai_newsie.io.writers import writer

    chunks = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not get into the answers
    to = writer(form)
    config = cast(Config, _receive(chunks))
    list(extract_each([_WARM_UP_TEXT], config))
    _send(answers, _READY)
    while True:
        try:
            chunk = cast(Sequence[RawArticle | Failure], _receive(chunks))
        except EOFError:
            return
        _send(answers, part(list(extract_each(chunk, config)), to))


if __name__ == "__main__":
    from contextlib import suppress

    with suppress(BrokenPipeError):
        main(*sys.argv[1:])
