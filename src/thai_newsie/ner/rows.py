"""A table of numbers in eight bits, and sums of its rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from thai_newsie.ner.decode import Scores


@dataclass
class Rows:
    """A table of numbers in eight bits each, with one scale for each row.

    `cells` has the shape (rows, columns), `scales` (rows,). The number in a cell is the cell times the scale of its row.
    """

    cells: NDArray[np.int8]
    scales: Scores

    @classmethod
    def packed(cls, rows: Scores) -> Rows:
        """The numbers `rows`, of the shape (rows, columns), in eight bits: the largest of each row becomes 127.

        >>> Rows.packed(np.array([[0.5, -1.0]], np.float32)).cells
        array([[  64, -127]], dtype=int8)
        """
        scales = np.maximum(np.abs(rows).max(1), 1e-9) / np.float32(127)
        return cls(np.rint(rows / scales[:, None]).astype(np.int8), scales.astype(np.float32))

    def sums(self, chosen: NDArray[np.intp], known: NDArray[np.bool_], starts: NDArray[np.intp]) -> Scores:
        """Sums of groups of rows, of the shape (groups, columns).

        `chosen` has the numbers of the rows, group after group, and `starts` the index in `chosen` where each group begins.
        A row counts only where `known` (as long as `chosen`) is true.

        >>> rows = Rows.packed(np.array([[1, 0], [0, 1]], np.float32))
        >>> rows.sums(np.array([0, 1, 1]), np.array([True, True, False]), np.array([0, 2]))
        array([[1., 1.],
               [0., 0.]], dtype=float32)
        """
        chosen_rows = self.cells[chosen] * (self.scales[chosen] * known)[:, None]
        total: Scores = np.add.reduceat(chosen_rows, starts)
        return total
