"""The model as it is shipped: arrays in one file, and the scores of labels that they give.

A unit's features select rows. The sum of the rows of one table is the unit's share in the scores of
itself and two neighbours to each side (the linear part); the sum of another's is its vector, over
which convolutions run (the network). Everything is NumPy; the file holds plain arrays and cannot
run code.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from thai_newsie.ner.decode import Scores
from thai_newsie.ner.features import features, normal

VERSION = 1
REACH = 2  # neighbours to each side that the linear part, and the first convolution, see
GAP = 4  # pads between two lines, so that none sees the other through all the convolutions
_MOST_KNOWN = 30_000  # units remembered; then the memory begins anew

Layer = tuple[Scores, Scores]  # weights (inputs x outputs) and bias


def key(feature: str) -> int:
    """A feature's number, the same on every machine.

    >>> key("w=กรม")
    2111167353
    """
    return zlib.crc32(feature.encode())


@dataclass
class Rows:
    """A table of rows in eight bits, with a scale a row."""

    cells: NDArray[np.int8]
    scales: Scores

    @classmethod
    def packed(cls, rows: Scores) -> Rows:
        """In eight bits: each row's largest value becomes 127.

        >>> Rows.packed(np.array([[0.5, -1.0]], np.float32)).cells
        array([[  64, -127]], dtype=int8)
        """
        scales = np.maximum(np.abs(rows).max(1), 1e-9) / np.float32(127)
        return cls(np.rint(rows / scales[:, None]).astype(np.int8), scales.astype(np.float32))

    def sums(self, chosen: NDArray[np.intp], known: NDArray[np.bool_], starts: NDArray[np.intp]) -> Scores:
        """The sums of some rows, those from one of `starts` to the next each; what is not `known` counts nothing.

        >>> rows = Rows.packed(np.array([[1, 0], [0, 1]], np.float32))
        >>> rows.sums(np.array([0, 1, 1]), np.array([True, True, False]), np.array([0, 2]))
        array([[1., 1.],
               [0., 0.]], dtype=float32)
        """
        chosen_rows = self.cells[chosen] * (self.scales[chosen] * known)[:, None]
        total: Scores = np.add.reduceat(chosen_rows, starts)
        return total


@dataclass
class Model:
    """Row tables, convolutions, transitions, and the labels they score."""

    labels: list[str]
    keys: NDArray[np.uint32]  # of the features, ascending: one a row
    linear: Rows  # neighbours x labels
    vectors: Rows
    spaces: Scores  # by space before and after (0 to 3): labels
    hidden: list[Layer]  # the first over five vectors, the others over three
    output: Layer
    transitions: Scores
    calibration: Scores  # confidence is the logistic of these on the least sure unit's log odds
    goes_on: NDArray[np.bool_] = field(init=False)  # labels that continue an entity (I-)
    _known: _Memory = field(init=False)

    def __post_init__(self) -> None:
        """Begin with no unit known."""
        self.goes_on = np.array([label.startswith("I-") for label in self.labels])
        self._known = _Memory(self)

    def scores(self, units: list[str], spaces: list[bool]) -> Scores:
        """A row of label scores for each unit; `spaces` tells where a space stands before one.

        Lines are parted by `GAP` units "", with which the units begin and end too.
        """
        numbers = self._known.numbers(units)
        rims = np.ones((len(units) + 1, 2), np.float32)
        rims[:-1, 0] = spaces
        rims[:-1, 1] = rims[1:, 0]
        rims = rims[:-1]
        total: Scores = self.spaces[(2 * rims[:, 0] + rims[:, 1]).astype(np.intp)]
        self._add_neighbours(total, numbers)
        inputs = np.concatenate([self._known.vectors[numbers], rims], 1)
        hidden = _convolved(inputs, self.hidden[0], REACH)
        for layer in self.hidden[1:]:
            hidden += _convolved(hidden, layer, 1)
        total += hidden @ self.output[0]
        total += self.output[1]
        return total

    def _add_neighbours(self, total: Scores, numbers: NDArray[np.intp]) -> None:
        """The linear part: what each unit says of those up to `REACH` places before and behind it."""
        own = self._known.linear[numbers].reshape(len(numbers), 2 * REACH + 1, -1)
        for place in range(2 * REACH + 1):
            ahead, behind = max(0, place - REACH), max(0, REACH - place)
            total[behind : len(total) - ahead] += own[ahead : len(own) - behind, place]

    def confidences(self, scores: Scores, chosen: NDArray[np.intp], starts: NDArray[np.intp]) -> Scores:
        """How probable it is that each stretch, which begin at `starts`, is rightly labelled as `chosen`."""
        best = np.take_along_axis(scores, chosen[:, None], 1)
        others = np.exp(scores - best).sum(1) - 1
        odds = np.minimum.reduceat(-np.log(np.maximum(others, 1e-6)), starts)
        sure: Scores = 1 / (1 + np.exp(-(self.calibration[0] + self.calibration[1] * odds)))
        return sure

    def save(self, path: Path) -> None:
        """Write the model; the same arrays give the same bytes."""
        arrays = {"version": np.array([VERSION]), "labels": np.array(self.labels)}
        arrays |= {name: getattr(self, name) for name in _ARRAYS}
        for name in ("linear", "vectors"):
            rows = getattr(self, name)
            arrays |= {f"{name}_cells": rows.cells, f"{name}_scales": rows.scales}
        for number, layer in enumerate([*self.hidden, self.output]):
            arrays |= {f"layer{number}_weights": layer[0], f"layer{number}_bias": layer[1]}
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            np.savez_compressed(file, allow_pickle=False, **arrays)


_ARRAYS = ("keys", "spaces", "transitions", "calibration")


def load(path: Path) -> Model:
    """The model in a file. Raises ValueError for one of another version."""
    with np.load(path, allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    if arrays["version"][0] != VERSION:
        raise ValueError(f"{path}: a model of version {arrays['version'][0]}, this reads {VERSION}")
    count = sum(name.endswith("_bias") for name in arrays)
    layers = [(arrays[f"layer{n}_weights"], arrays[f"layer{n}_bias"]) for n in range(count)]
    return Model(
        labels=arrays["labels"].tolist(),
        linear=Rows(arrays["linear_cells"], arrays["linear_scales"]),
        vectors=Rows(arrays["vectors_cells"], arrays["vectors_scales"]),
        hidden=layers[:-1],
        output=layers[-1],
        **{name: arrays[name] for name in _ARRAYS},
    )


class _Memory:
    """The sums of the rows of each unit met so far."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._forget()

    def _forget(self) -> None:
        self._numbers: dict[str, int] = {}
        self.linear = np.zeros((1024, self._model.linear.cells.shape[1]), np.float32)
        self.vectors = np.zeros((1024, self._model.vectors.cells.shape[1]), np.float32)

    def numbers(self, units: list[str]) -> NDArray[np.intp]:
        """Under which number each unit's sums are remembered."""
        if len(self._numbers) > _MOST_KNOWN:
            self._forget()
        unknown = dict.fromkeys(unit for unit in units if unit not in self._numbers)
        if unknown:
            self._learn(list(unknown))
        return np.fromiter(map(self._numbers.__getitem__, units), np.intp, len(units))

    def _learn(self, units: list[str]) -> None:
        model = self._model
        first = len(self._numbers)
        self._numbers.update(zip(units, range(first, first + len(units)), strict=True))
        while len(self._numbers) > len(self.linear):
            self.linear = np.concatenate([self.linear, np.zeros_like(self.linear)])
            self.vectors = np.concatenate([self.vectors, np.zeros_like(self.vectors)])
        wanted: list[str] = []
        starts = []
        for unit in units:
            starts.append(len(wanted))
            wanted += features(unit)
            wanted.append(f"v={normal(unit)}")
        keys = np.fromiter(map(key, wanted), np.uint32, len(wanted))
        rows = np.minimum(np.searchsorted(model.keys, keys), len(model.keys) - 1)
        here = slice(first, first + len(units))
        for sums, table in ((self.linear, model.linear), (self.vectors, model.vectors)):
            sums[here] = table.sums(rows, model.keys[rows] == keys, np.array(starts))


def _convolved(rows: Scores, layer: Layer, reach: int) -> Scores:
    """A convolution over each row and `reach` neighbours to each side (zeros beyond the rims), rectified.

    >>> _convolved(np.array([[1], [2]], np.float32), (np.array([[1], [10], [100]], np.float32), np.float32(0)), 1)
    array([[210.],
           [ 21.]], dtype=float32)
    """
    count, width = rows.shape
    padded = np.zeros((count + 2 * reach, width), np.float32)
    padded[reach : reach + count] = rows
    windows = np.lib.stride_tricks.as_strided(
        padded, (count, (2 * reach + 1) * width), padded.strides, writeable=False
    )
    found: Scores = np.ascontiguousarray(windows) @ layer[0]  # BLAS takes no rows that overlap
    found += layer[1]
    np.maximum(found, 0, out=found)
    return found
