"""What a process makes once."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from thai_newsie.once import once


def test_threads_that_come_together_get_one_object() -> None:
    calls = []
    together = Barrier(16)

    @once
    def table() -> list[int]:
        calls.append(1)
        time.sleep(0.05)  # the others come meanwhile
        return []

    def get() -> list[int]:
        together.wait()
        return table()

    with ThreadPoolExecutor(16) as pool:
        found = [task.result() for task in [pool.submit(get) for _ in range(16)]]
    assert calls == [1]
    assert all(one is found[0] for one in found)


def test_what_raised_is_tried_again() -> None:
    answers = iter([OSError("no file"), 5])

    @once
    def number() -> int:
        answer = next(answers)
        if isinstance(answer, OSError):
            raise answer
        return answer

    with pytest.raises(OSError, match="no file"):
        number()
    assert (number(), number()) == (5, 5)
