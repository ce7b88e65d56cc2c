"""One thread for the matrix products of the recognizer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from threadpoolctl import ThreadpoolController

from thai_newsie.once import once

_lock = Lock()
_users = 0
_limit: Any = None


@once
def _controller() -> ThreadpoolController:
    return ThreadpoolController()


@contextmanager
def one_thread() -> Iterator[None]:
    """Hold NumPy's BLAS to one thread inside the block.

    The matrices of the recognizer are so small that further threads gain nothing, and each takes a core while it waits.
    The limit is one of the whole process: the first block that is entered sets it, the last that is left lifts it.
    """
    global _users, _limit
    with _lock:
        if not _users:
            _limit = _controller().limit(limits=1)
        _users += 1
    try:
        yield
    finally:
        with _lock:
            _users -= 1
            if not _users:
                _limit.restore_original_limits()
