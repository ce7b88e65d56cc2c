"""The best sequence of labels (Viterbi), for many stretches of a text at once.

A. J. Viterbi, "Error bounds for convolutional codes and an asymptotically optimum decoding algorithm", IEEE Transactions
on Information Theory 13 (1967), 260-269.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_FORBIDDEN = np.float32(-1e4)


def forbid(transitions: Scores, labels: list[str]) -> Scores:
    """A copy of `transitions` in which no label I-X follows anything but B-X and I-X.

    `transitions[before, label]` is the score of `label` behind `before`; its shape is (labels, labels).

    >>> forbid(np.zeros((3, 3), np.float32), ["O", "B-LAW", "I-LAW"])[:, 2]
    array([-10000.,      0.,      0.], dtype=float32)
    """
    allowed = transitions.copy()
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            same_entity = [row for row, before in enumerate(labels) if before[2:] == label[2:]]
            forbidden = np.ones(len(labels), bool)
            forbidden[same_entity] = False
            allowed[forbidden, column] = _FORBIDDEN
    return allowed


def best_labels(
    scores: Scores, transitions: Scores, certain: NDArray[np.bool_], outside: NDArray[np.bool_]
) -> NDArray[np.intp]:
    """The number of the best label for each token. The result has the shape (tokens,).

    `scores` has the shape (tokens, labels), `transitions` (labels, labels), `certain` and `outside` (tokens,). A token
    that is `certain`, and a padding token, which is `outside`, has label 0 (O). The stretches of other tokens are decoded
    side by side, so that the number of steps is the length of the longest stretch and not of the text. A stretch begins
    and ends beside a label 0. At the beginning and the end of a line it stands beside nothing, as in training.

    >>> scores = np.array([[0, 2, 0], [0, 1, 3], [9, 0, 0]], np.float32)
    >>> best_labels(scores, np.zeros((3, 3), np.float32), scores[:, 0] > 5, np.zeros(3, bool))
    array([1, 2, 0])
    """
    found = np.zeros(len(scores), np.intp)
    changes = np.diff(np.concatenate([[False], ~(certain | outside), [False]]).astype(np.int8))
    starts, ends = np.flatnonzero(changes == 1), np.flatnonzero(changes == -1)
    if not len(starts):
        return found
    order = np.argsort(
        starts - ends, kind="stable"
    )  # the longest first: the stretches still open are a prefix
    starts, lengths = starts[order], (ends - starts)[order]
    first = np.where(transitions[0] <= _FORBIDDEN, _FORBIDDEN, np.float32(0))  # at the beginning of a line
    into = np.ascontiguousarray(transitions.T)
    after = transitions[:, None]  # (label before, 1, label): the maximum over the first axis is quick
    open_at = np.searchsorted(-lengths, -np.arange(lengths[0] + 1)).tolist()  # stretches longer than that
    beyond = np.concatenate([outside, [True]])  # index -1 is before the first token
    best = [scores[starts] + np.where(beyond[starts - 1, None], first, transitions[0])]
    for step in range(1, lengths[0]):
        going = open_at[step]
        paths = np.ascontiguousarray(best[-1][:going].T)[:, :, None] + after
        best.append(paths.max(0) + scores[starts[:going] + step])
    last = np.where(beyond[starts + lengths, None], 0, transitions[:, 0])
    labels = np.zeros(len(starts), np.intp)
    # No pointers are kept: the label before is searched only along the path that won.
    for step in range(lengths[0] - 1, -1, -1):
        going, later = open_at[step], open_at[step + 1]
        labels[later:going] = (best[step][later:] + last[later:going]).argmax(1)
        labels[:later] = (best[step][:later] + into[labels[:later]]).argmax(1)
        found[starts[:going] + step] = labels[:going]
    return found
