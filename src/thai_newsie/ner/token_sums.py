"""A cache: what the features of each token add up to, summed once for each token."""

from __future__ import annotations

from threading import Lock

import numpy as np
from numpy.typing import NDArray

from thai_newsie.ner.decode import Scores
from thai_newsie.ner.features import features, key, normal
from thai_newsie.ner.rows import Rows

_MAX_CACHED_TOKENS = 30_000  # then the cache starts again, empty
_FIRST_CAPACITY = 1024  # rows that are allocated at first


class TokenSums:
    """The sums of the rows of two tables for each token met so far. Many threads may use one cache."""

    def __init__(self, keys: NDArray[np.uint32], linear: Rows, vectors: Rows) -> None:
        """Start empty. `keys` (rows,), ascending, is the `key` of the feature of each row of both tables."""
        self._keys = keys
        self._tables = linear, vectors
        self._lock = Lock()
        self._clear()

    def of(self, tokens: list[str]) -> tuple[Scores, Scores]:
        """The sums of the linear table, of the shape (tokens, columns), and those of the vectors. The caller may change both."""
        with self._lock:
            if len(self._numbers) > _MAX_CACHED_TOKENS:
                self._clear()
            unknown = dict.fromkeys(token for token in tokens if token not in self._numbers)
            if unknown:
                self._add(list(unknown))
            numbers = np.fromiter(map(self._numbers.__getitem__, tokens), np.intp, len(tokens))
            return self._linear[numbers], self._vectors[numbers]

    def _clear(self) -> None:
        self._numbers: dict[str, int] = {}  # the row of each token in the two arrays
        self._linear, self._vectors = (
            np.zeros((_FIRST_CAPACITY, table.cells.shape[1]), np.float32) for table in self._tables
        )

    def _add(self, tokens: list[str]) -> None:
        first, end = len(self._numbers), len(self._numbers) + len(tokens)
        while end > len(self._linear):
            self._linear = np.concatenate([self._linear, np.zeros_like(self._linear)])
            self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)])
        wanted: list[str] = []
        starts = []
        for token in tokens:
            starts.append(len(wanted))
            wanted += features(token)
            wanted.append(f"v={normal(token)}")
        keys = np.fromiter(map(key, wanted), np.uint32, len(wanted))
        rows = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        for sums, table in zip((self._linear, self._vectors), self._tables, strict=True):
            sums[first:end] = table.sums(rows, self._keys[rows] == keys, np.array(starts))
        self._numbers.update(zip(tokens, range(first, end), strict=True))
