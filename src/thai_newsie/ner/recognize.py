"""The entities of a text, each with its confidence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from thai_newsie.lexicon import compiled
from thai_newsie.ner.blas import one_thread
from thai_newsie.ner.decode import Scores, best_labels
from thai_newsie.ner.model import PADDING, Model
from thai_newsie.ner.model_checksum import SHIPPED_MODEL
from thai_newsie.ner.model_file import load
from thai_newsie.ner.tokens import Tokens, tokens_of
from thai_newsie.text.words import word_starts

# By how much O must outscore every other label for a token to be O whatever the tokens beside it are.
_CERTAIN_MARGIN = np.float32(8)
_TOKENS_AT_ONCE = (
    4096  # a long article is full of names: the scores of all its tokens fit in no cache of the processor
)


@dataclass(frozen=True, slots=True)
class Recognized:
    """An entity: the offsets of the text where it begins and ends, its label ("PERSON"), and its confidence.

    The confidence is the probability that both boundaries and the label are right.
    """

    start: int
    end: int
    label: str
    confidence: float


@compiled
def model_in(path: Path) -> Model:
    """The model in a file, which is read once for each lexicon: the tables are features of the model.

    Raises ValueError, with the name of the file, for one that holds no model this version can use.
    """
    return load(path)


def shipped() -> Model:
    """The model that comes with the package."""
    return model_in(SHIPPED_MODEL)


def recognize(
    text: str,
    starts: list[int] | None = None,
    model: Model | None = None,
    windows: Sequence[tuple[int, int]] | None = None,
) -> list[Recognized]:
    """The entities of a normalized text, in the order of the text; none overlap.

    `starts` are the offsets where the words of the text begin; None: they are searched here. `model` is the shipped one
    unless another is given. With `windows`, stretches in the order of the text, only these are read, each by itself.
    Many threads may call this at the same time.

    >>> text = "นายสมชาย พรหมมา เดินทางไปเชียงใหม่"
    >>> [(text[found.start : found.end], found.label) for found in recognize(text)]
    [('นายสมชาย พรหมมา', 'PERSON'), ('เชียงใหม่', 'LOCATION')]
    >>> [found.label for found in recognize(text, windows=[(0, 16)])]
    ['PERSON']
    """
    model = model or shipped()
    words = word_starts(text) if starts is None else starts
    if windows is None:
        return _recognized(tokens_of(text, words, PADDING), model)
    return [one for tokens in _in_windows(text, words, windows) for one in _recognized(tokens, model)]


def _recognized(tokens: Tokens, model: Model) -> list[Recognized]:
    """The entities of tokens that are read together."""
    if not tokens.texts:
        return []
    with one_thread():
        scores = model.scores(tokens.texts, tokens.spaces)
    padding = np.fromiter((not token for token in tokens.texts), bool, len(tokens.texts))
    certain = scores[:, 0] - scores[:, 1:].max(1) > _CERTAIN_MARGIN
    return _entities(tokens, best_labels(scores, model.transitions, certain, padding), scores, model)


def _in_windows(text: str, starts: list[int], windows: Sequence[tuple[int, int]]) -> Iterator[Tokens]:
    """The tokens of the windows, so many at a time that their scores stay small."""
    whole = Tokens([], [], [])
    for begin, end in windows:
        if len(whole.texts) >= _TOKENS_AT_ONCE:
            yield whole
            whole = Tokens([], [], [])
        inner = starts[bisect_right(starts, begin) : bisect_left(starts, end)]
        tokens = tokens_of(text[begin:end], [0, *(start - begin for start in inner)], PADDING)
        whole.texts.extend(tokens.texts)
        whole.spans.extend((begin + start, begin + stop) for start, stop in tokens.spans)
        whole.spaces.extend(tokens.spaces)
    yield whole


def _entities(tokens: Tokens, chosen: NDArray[np.intp], scores: Scores, model: Model) -> list[Recognized]:
    """The entities that the labels `chosen` (tokens,) tell; `scores` is (tokens, labels)."""
    inside = np.flatnonzero(chosen)
    if not len(inside):
        return []
    labels = chosen[inside]
    begins = ~model.continues[labels]
    begins[0] = True
    begins[1:] |= np.diff(inside) > 1
    firsts = np.flatnonzero(begins)
    confidences = model.confidences(scores[inside], labels, firsts)
    lasts = inside[np.append(firsts[1:], len(inside)) - 1]
    return [
        Recognized(tokens.spans[first][0], tokens.spans[last][1], model.labels[label][2:], confidence)
        for first, last, label, confidence in zip(
            inside[firsts].tolist(),
            lasts.tolist(),
            labels[firsts].tolist(),
            confidences.tolist(),
            strict=True,
        )
    ]
