"""The engine `processes`: articles are read in many processes of this machine. The records keep the order of the articles.

A worker gets raw articles, some at a time, and gives their records as the bytes of the output. Memory holds a few chunks
for each worker, however many articles there are. When a worker ends (no memory left, a crash in compiled code, killed by
somebody), another one reads its articles, each alone. An article that then ends three workers one after the other becomes
a Failure.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from queue import SimpleQueue

from thai_newsie.article_extraction import failure, raw_article
from thai_newsie.config import DEFAULT, Config
from thai_newsie.io.writers import writer
from thai_newsie.raw_article import RawArticle
from thai_newsie.run import local
from thai_newsie.run.part import Part, part
from thai_newsie.run.worker import Worker, WorkerDied
from thai_newsie.schema.article import Failure

Raw = RawArticle | Failure

# Characters that this process reads before it starts others: starting one takes as long as reading so many.
WORTH_STARTING = 200_000

# A chunk ends at so many articles, or earlier at so many characters: a quarter of a second of work, roughly.
_MAX_CHUNK_ARTICLES, _MAX_CHUNK_CHARACTERS = 32, 64_000
# The first death may be anybody's doing; nobody else hits the same article alone, in its hundredth of a second, three times.
_MAX_DEATHS_ALONE = 3
_CHUNKS_PER_WORKER = (
    3  # one that it reads, one that waits for it, and one that is ready and waits for an earlier one
)


def run(
    articles: Iterable[RawArticle | Failure | Mapping[str, object] | str],
    form: str = "jsonl",
    *,
    config: Config = DEFAULT,
    processes: int | None = None,
    characters_here: int = WORTH_STARTING,
) -> Iterator[Part]:
    """Read `articles` in `processes` processes; give their records, encoded for the writer of `form`, in order.

    Without `processes` there is one for each core. The first `characters_here` characters are read in this process, so
    that no other one starts for a few articles. Raises WorkerError where no worker can be started.
    """
    left = map(raw_article, articles)
    yield from local.run(_first(left, characters_here), form, config=config)
    if (item := next(left, None)) is not None:
        yield from _in_workers(chain([item], left), form, config, processes or cores())


def cores() -> int:
    """The number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_workers(articles: Iterator[Raw], form: str, config: Config, processes: int) -> Iterator[Part]:
    """One thread waits for each worker. This thread reads ahead and gives the results in order."""
    idle: SimpleQueue[Worker] = SimpleQueue()
    workers = [Worker(form, config) for _ in range(processes)]
    for worker in workers:
        idle.put(worker)

    def read(chunk: list[Raw]) -> list[Part]:
        worker = idle.get()
        try:
            return _extract_chunk(worker, chunk)
        finally:
            idle.put(worker)

    pending: deque[Future[list[Part]]] = deque()
    pool = ThreadPoolExecutor(processes)
    try:
        for chunk in _chunks(articles):
            pending.append(pool.submit(read, chunk))
            if len(pending) == _CHUNKS_PER_WORKER * processes:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()
    finally:  # at the end, after an error or Ctrl-C, and when the caller wants no more records
        for worker in workers:
            worker.stop()
        pool.shutdown(cancel_futures=True)


def _extract_chunk(worker: Worker, chunk: list[Raw]) -> list[Part]:
    """The records of a chunk from a worker. If the worker dies, each article is read alone."""
    try:
        return [worker.read(chunk)]
    except WorkerDied:
        return [_extract_alone(worker, raw) for raw in chunk]


def _extract_alone(worker: Worker, raw: Raw) -> Part:
    """The record of one article; a Failure if the worker dies of it again and again."""
    for _ in range(_MAX_DEATHS_ALONE):
        try:
            return worker.read([raw])
        except WorkerDied as death:
            reason = str(death)
    record = raw if isinstance(raw, Failure) else failure(raw, reason)
    return part([record], writer(worker.form))


def _first(articles: Iterator[Raw], characters: int) -> Iterator[Raw]:
    """The first of `articles`, until they have this number of characters together."""
    while characters > 0 and (article := next(articles, None)) is not None:
        characters -= _length(article)
        yield article


def _chunks(articles: Iterable[Raw]) -> Iterator[list[Raw]]:
    chunk: list[Raw] = []
    size = 0
    for article in articles:
        chunk.append(article)
        size += _length(article)
        if len(chunk) == _MAX_CHUNK_ARTICLES or size >= _MAX_CHUNK_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _length(article: Raw) -> int:
    return len(article.text) if isinstance(article, RawArticle) else 0
