"""From the scores of labels to the best sequence of them, for many stretches of a text at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_FORBIDDEN = np.float32(-1e4)


def forbid(transitions: Scores, labels: list[str]) -> Scores:
    """The transitions, without those that continue (I-) what did not begin.

    >>> forbid(np.zeros((3, 3), np.float32), ["O", "B-LAW", "I-LAW"])[:, 2]
    array([-10000.,      0.,      0.], dtype=float32)
    """
    allowed = transitions.copy()
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            sames = [row for row, before in enumerate(labels) if before[2:] == label[2:]]
            barred = np.ones(len(labels), bool)
            barred[sames] = False
            allowed[barred, column] = _FORBIDDEN
    return allowed


def best_labels(
    scores: Scores, transitions: Scores, certain: NDArray[np.bool_], outside: NDArray[np.bool_]
) -> NDArray[np.intp]:
    """The best label for each row of `scores`, label 0 where `certain` or, between lines, `outside`.

    The stretches between certain rows are decoded side by side (Viterbi), so that the number of
    steps is the length of the longest one and not of the text. A stretch begins and ends beside label
    0; at a line's rim, as in training, there is nothing beside it.

    >>> scores = np.array([[0, 2, 0], [0, 1, 3], [9, 0, 0]], np.float32)
    >>> best_labels(scores, np.zeros((3, 3), np.float32), scores[:, 0] > 5, np.zeros(3, bool))
    array([1, 2, 0])
    """
    found = np.zeros(len(scores), np.intp)
    rims = np.diff(np.concatenate([[False], ~(certain | outside), [False]]).astype(np.int8))
    starts, ends = np.flatnonzero(rims == 1), np.flatnonzero(rims == -1)
    if not len(starts):
        return found
    order = np.argsort(starts - ends, kind="stable")  # longest first: the open stretches are a prefix
    starts, lengths = starts[order], (ends - starts)[order]
    opening = np.where(transitions[0] <= _FORBIDDEN, _FORBIDDEN, np.float32(0))
    into = np.ascontiguousarray(transitions.T)
    after = transitions[:, None]  # (label before, 1, label): the maximum over the first axis is quick
    open_at = np.searchsorted(-lengths, -np.arange(lengths[0] + 1)).tolist()  # stretches longer than that
    beyond = np.concatenate([outside, [True]])  # the last also stands before the first
    best = [scores[starts] + np.where(beyond[starts - 1, None], opening, transitions[0])]
    for step in range(1, lengths[0]):
        going = open_at[step]
        paths = np.ascontiguousarray(best[-1][:going].T)[:, :, None] + after
        best.append(paths.max(0) + scores[starts[:going] + step])
    last = np.where(beyond[starts + lengths, None], 0, transitions[:, 0])
    labels = np.zeros(len(starts), np.intp)
    for step in range(lengths[0] - 1, -1, -1):
        going, later = open_at[step], open_at[step + 1]
        labels[later:going] = (best[step][later:] + last[later:going]).argmax(1)
        labels[:later] = (best[step][:later] + into[labels[:later]]).argmax(1)
        found[starts[:going] + step] = labels[:going]
    return found
