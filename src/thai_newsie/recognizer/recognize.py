"""The entities of a text, each with how sure the model is of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from thai_newsie.lexicon import DATA
from thai_newsie.recognizer.decode import Scores, best_labels
from thai_newsie.recognizer.model import GAP, Model, load
from thai_newsie.recognizer.units import Units, units_of
from thai_newsie.words import word_starts

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


@cache
def shipped() -> Model:
    """The model that comes with the package."""
    return load(DATA / "model" / "recognizer.npz")


def recognize(text: str, starts: list[int] | None = None, model: Model | None = None) -> list[Recognized]:
    """The entities of a normalised text, in its order, none overlapping.

    `starts` tells where the text's words begin, if that is known already.

    >>> text = "นายสมชาย ใจดี เดินทางไปเชียงใหม่"
    >>> [(text[found.start : found.end], found.label) for found in recognize(text)]
    [('นายสมชาย ใจดี', 'PERSON'), ('เชียงใหม่', 'LOCATION')]
    """
    model = model or shipped()
    units = units_of(text, word_starts(text) if starts is None else starts, GAP)
    scores = model.scores(units.texts, units.spaces)
    pads = np.fromiter((not unit for unit in units.texts), bool, len(units.texts))
    certain = scores[:, 0] - scores[:, 1:].max(1) > _CERTAIN
    return _marked(units, best_labels(scores, model.transitions, certain, pads), scores, model)


def _marked(units: Units, chosen: NDArray[np.intp], scores: Scores, model: Model) -> list[Recognized]:
    """The stretches that the labels mark."""
    stretches: list[list[int]] = []  # first and last unit
    for number in np.flatnonzero(chosen).tolist():
        goes_on = model.labels[chosen[number]].startswith("I-")
        if goes_on and stretches and stretches[-1][1] == number - 1:
            stretches[-1][1] = number
        else:
            stretches.append([number, number])
    return [
        Recognized(
            units.spans[first][0],
            units.spans[last][1],
            model.labels[chosen[first]][2:],
            model.confidence(scores[first : last + 1], chosen[first : last + 1]),
        )
        for first, last in stretches
    ]
