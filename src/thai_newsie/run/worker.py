"""A process that reads articles for another: both its sides.

Started as a plain command and not by `multiprocessing`: a script or notebook that uses thai-newsie
needs no `if __name__ == "__main__"`, no thread is forked over, and when a worker dies it is known
which articles it had. When the process that started it is gone, its input ends and so does it.
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


class WorkerError(RuntimeError):
    """No worker can be started."""


class WorkerDied(Exception):  # noqa: N818 - an event, told as one
    """The worker ended before it had answered; the message says how."""


class Worker:
    """The side that asks. The process is started when it is needed, and started anew after it has died."""

    def __init__(self, form: str, config: Config) -> None:
        """A worker that reads articles as `config` says and encodes their records for the writer of `form`."""
        self.form, self.config = form, config
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._starting = Lock()

    def read(self, chunk: Sequence[RawArticle | Failure]) -> Part:
        """The records of `chunk`. Raises Died, and WorkerError where there is no way to start one."""
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
        with self._starting:
            process = self._process = self._started()
        try:
            _send(process.stdin, self.config)
            _receive(process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError):
            self._process = None
            raise WorkerError(f"a worker could not be started: {_how_it_ended(process)}") from None
        return process

    def _started(self) -> subprocess.Popen[bytes]:
        if self._stopped:
            raise WorkerError("the workers were stopped")
        command = [sys.executable, "-P", "-m", __name__, self.form]
        path = os.pathsep.join(filter(None, sys.path))  # what can be imported here can be imported there
        environment = {**os.environ, "PYTHONPATH": path}
        try:
            return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        except OSError as error:
            raise WorkerError(f"a worker could not be started: {error}") from error


def _how_it_ended(process: subprocess.Popen[bytes]) -> str:
    """How a process that answers no more has ended."""
    try:
        status = process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        status = process.wait()
    if status >= 0:
        return f"its process ended with exit status {status}"
    hint = ": out of memory?" if -status == signal.SIGKILL else ""
    return f"its process was ended by {signal.Signals(-status).name}{hint}"


# Pickles, between two processes of one program: what comes from outside is never read so.
def _send(stream: IO[bytes] | None, message: object) -> None:
    assert stream
    pickle.dump(message, stream, pickle.HIGHEST_PROTOCOL)
    stream.flush()


def _receive(stream: IO[bytes] | None) -> object:
    assert stream
    return pickle.load(stream)


def main(form: str) -> None:
    """The side that works: a Config and then chunks of articles from standard input, their records to standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started us, who then ends us
    from thai_newsie.article_extraction import extract_each
    from thai_newsie.io.writers import writer

    chunks = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever prints must not print into our answers
    to = writer(form)
    config = cast(Config, _receive(chunks))
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
