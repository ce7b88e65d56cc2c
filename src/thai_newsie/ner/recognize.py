"""The entities of a text, each with how sure the model is of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from thai_newsie.lexicon import DATA, compiled
from thai_newsie.ner.decode import Scores, best_labels
from thai_newsie.ner.model import GAP, Model, load
from thai_newsie.ner.tokens import Units, units_of
from thai_newsie.text.words import word_starts

# How much better than every other label "no entity" must score for a unit to be settled without its
# neighbours.
_CERTAIN = np.float32(8)


@dataclass(frozen=True, slots=True)
class Recognized:
    """A stretch of a text, its label and the probability that both rims and the label are right."""

    start: int
    end: int
    label: str
    confidence: float


@compiled
def shipped() -> Model:
    """The model that comes with the package."""
    return load(DATA / "model" / "recognizer.npz")


@compiled
def _blas() -> ThreadpoolController:
    """Holds NumPy's BLAS to this thread: matrices so small give its others nothing, and they take a core each waiting."""
    return ThreadpoolController()


def recognize(
    text: str,
    starts: list[int] | None = None,
    model: Model | None = None,
    windows: Sequence[tuple[int, int]] | None = None,
) -> list[Recognized]:
    """The entities of a normalized text, in its order, none overlapping.

    `starts` tells where the text's words begin, if that is known already. With `windows`, stretches in the
    text's order, each is read by itself and the rest is not.

    >>> text = "นายสมชาย พรหมมา เดินทางไปเชียงใหม่"
    >>> [(text[found.start : found.end], found.label) for found in recognize(text)]
    [('นายสมชาย พรหมมา', 'PERSON'), ('เชียงใหม่', 'LOCATION')]
    >>> [found.label for found in recognize(text, windows=[(0, 16)])]
    ['PERSON']
    """
    model = model or shipped()
    units = _units(text, word_starts(text) if starts is None else starts, windows)
    if not units.texts:
        return []
    with _blas().limit(limits=1):
        scores = model.scores(units.texts, units.spaces)
    pads = np.fromiter((not unit for unit in units.texts), bool, len(units.texts))
    certain = scores[:, 0] - scores[:, 1:].max(1) > _CERTAIN
    return _marked(units, best_labels(scores, model.transitions, certain, pads), scores, model)


def _units(text: str, starts: list[int], windows: Sequence[tuple[int, int]] | None) -> Units:
    if windows is None:
        return units_of(text, starts, GAP)
    whole = Units([], [], [])
    for begin, end in windows:
        inner = starts[bisect_right(starts, begin) : bisect_left(starts, end)]
        units = units_of(text[begin:end], [0, *(start - begin for start in inner)], GAP)
        whole.texts.extend(units.texts)
        whole.spans.extend((begin + start, begin + stop) for start, stop in units.spans)
        whole.spaces.extend(units.spaces)
    return whole


def _marked(units: Units, chosen: NDArray[np.intp], scores: Scores, model: Model) -> list[Recognized]:
    """The stretches that the labels mark."""
    inside = np.flatnonzero(chosen)
    if not len(inside):
        return []
    labels = chosen[inside]
    begins = ~model.goes_on[labels]
    begins[0] = True
    begins[1:] |= np.diff(inside) > 1
    rims = np.flatnonzero(begins)
    confidences = model.confidences(scores[inside], labels, rims)
    lasts = inside[np.append(rims[1:], len(inside)) - 1]
    return [
        Recognized(units.spans[first][0], units.spans[last][1], model.labels[label][2:], confidence)
        for first, last, label, confidence in zip(
            inside[rims].tolist(), lasts.tolist(), labels[rims].tolist(), confidences.tolist(), strict=True
        )
    ]
