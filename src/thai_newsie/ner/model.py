"""The model: arrays, and the scores of labels that they give. `model_file` reads and writes its file.

The features of a token select rows of two tables. The sum of the rows of one table is what the token adds to the scores
of itself and of its context, two tokens to each side (the linear model). The sum of the rows of the other is the vector
of the token, over which convolutions run (the network). Everything is NumPy.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from thai_newsie.ner.decode import Scores
from thai_newsie.ner.rows import Rows
from thai_newsie.ner.token_sums import TokenSums

CONTEXT_SIZE = 2  # tokens to each side that the linear model and the first convolution see
WINDOW = 2 * CONTEXT_SIZE + 1  # tokens that they see together
PADDING = 4  # empty tokens between two lines, so that none sees the other through all the convolutions

Layer = tuple[Scores, Scores]  # weights (inputs, outputs) and bias (outputs,)


@dataclass
class Model:
    """What was learned. Many threads may score with one model at the same time.

    In the shapes below, L is the number of labels, F of features, V the length of a token's vector, H of a hidden layer.
    """

    labels: list[str]  # "O", "B-PERSON", "I-PERSON", …
    keys: NDArray[np.uint32]  # (F,), ascending: `key` of the feature of each row
    linear: Rows  # (F, WINDOW * L)
    vectors: Rows  # (F, V)
    spaces: Scores  # (4, L), by 2 * (a space stands before) + (a space stands behind)
    hidden: list[Layer]  # weights (WINDOW * (V + 2), H), then (3 * H, H)
    output: Layer  # weights (H, L)
    transitions: Scores  # (L, L), from label to label
    calibration: (
        Scores  # (2,): the confidence is the logistic function of these on the least sure token's log odds
    )
    continues: NDArray[np.bool_] = field(init=False)  # (L,), true for the labels that continue an entity (I-)
    _sums: TokenSums = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Start with an empty cache of tokens."""
        self.continues = np.array([label.startswith("I-") for label in self.labels])
        self._sums = TokenSums(self.keys, self.linear, self.vectors)

    def scores(self, tokens: list[str], spaces: list[bool]) -> Scores:
        """The score of each label for each token, of the shape (tokens, labels).

        `spaces[n]` says whether a space stands before token n. `PADDING` empty tokens stand between two lines, before
        the first line and behind the last.
        """
        token_linear, token_vectors = self._sums.of(tokens)
        around = np.ones((len(tokens) + 1, 2), np.float32)
        around[:-1, 0] = spaces
        around[:-1, 1] = around[1:, 0]
        around = around[:-1]
        total: Scores = self.spaces[(2 * around[:, 0] + around[:, 1]).astype(np.intp)]
        _add_context(total, token_linear)
        inputs = np.concatenate([token_vectors, around], 1)
        hidden = _convolved(inputs, self.hidden[0], CONTEXT_SIZE)
        for layer in self.hidden[1:]:
            hidden += _convolved(hidden, layer, 1)
        total += hidden @ self.output[0]
        total += self.output[1]
        return total

    def confidences(self, scores: Scores, chosen: NDArray[np.intp], starts: NDArray[np.intp]) -> Scores:
        """The probability that an entity is right, for each entity, of the shape (entities,).

        `scores` (tokens, labels) and `chosen` (tokens,) hold the tokens of the entities alone, and `starts` (entities,) the
        index of the first token of each.
        """
        best = np.take_along_axis(scores, chosen[:, None], 1)
        others = np.exp(scores - best).sum(1) - 1
        odds = np.minimum.reduceat(-np.log(np.maximum(others, 1e-6)), starts)
        sure: Scores = 1 / (1 + np.exp(-(self.calibration[0] + self.calibration[1] * odds)))
        return sure


def _add_context(total: Scores, token_linear: Scores) -> None:
    """Add to `total` (tokens, labels) what each token says of its context: `token_linear` is (tokens, WINDOW * labels)."""
    own = token_linear.reshape(len(token_linear), WINDOW, -1)
    for place in range(WINDOW):
        ahead, behind = max(0, place - CONTEXT_SIZE), max(0, CONTEXT_SIZE - place)
        total[behind : len(total) - ahead] += own[ahead : len(own) - behind, place]


def _convolved(rows: Scores, layer: Layer, context: int) -> Scores:
    """A convolution over each row and `context` rows to each side (zeros beyond the ends), rectified.

    `rows` is (tokens, inputs), the weights of `layer` ((2 * context + 1) * inputs, outputs), the result (tokens, outputs).

    >>> _convolved(np.array([[1], [2]], np.float32), (np.array([[1], [10], [100]], np.float32), np.float32(0)), 1)
    array([[210.],
           [ 21.]], dtype=float32)
    """
    count, width = rows.shape
    padded = np.zeros((count + 2 * context, width), np.float32)
    padded[context : context + count] = rows
    windows = np.lib.stride_tricks.as_strided(
        padded, (count, (2 * context + 1) * width), padded.strides, writeable=False
    )
    found: Scores = np.ascontiguousarray(windows) @ layer[0]  # BLAS takes no rows that overlap
    found += layer[1]
    np.maximum(found, 0, out=found)
    return found
