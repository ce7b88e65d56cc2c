"""The file of a model: plain arrays in NumPy's .npz, with a checksum (`model_checksum`). Nothing in it can run code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from thai_newsie.ner.model import WINDOW, Layer, Model
from thai_newsie.ner.model_checksum import checked_bytes, model_error, with_checksum
from thai_newsie.ner.rows import Rows

VERSION = 1
_ARRAYS = ("keys", "spaces", "transitions", "calibration")


def load(path: Path) -> Model:
    """The model in a file.

    Raises ModelError, a ValueError, for a file that is damaged or missing, holds something else, or has another version.
    """
    try:
        return _model(_arrays(BytesIO(checked_bytes(path))))
    except Exception as error:  # whatever zip files, NumPy and the checks below raise for wrong bytes
        raise model_error(path, error) from None


def save(model: Model, path: Path) -> None:
    """Write the model to a file, in a new folder if need be. The same arrays give the same bytes."""
    arrays = {"version": np.array([VERSION]), "labels": np.array(model.labels)}
    arrays |= {name: getattr(model, name) for name in _ARRAYS}
    for name in ("linear", "vectors"):
        rows = getattr(model, name)
        arrays |= {f"{name}_cells": rows.cells, f"{name}_scales": rows.scales}
    for number, (weights, bias) in enumerate([*model.hidden, model.output]):
        arrays |= {f"layer{number}_weights": weights, f"layer{number}_bias": bias}
    file = BytesIO()
    np.savez_compressed(file, allow_pickle=False, **arrays)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(with_checksum(file.getvalue()))


def _arrays(file: Any) -> dict[str, Any]:
    loaded = np.load(file, allow_pickle=False)
    if not isinstance(loaded, np.lib.npyio.NpzFile):
        raise ValueError("it is no .npz file")
    with loaded:
        return {name: loaded[name] for name in loaded.files}


def _model(arrays: Mapping[str, Any]) -> Model:
    version = int(arrays["version"][0])
    if version != VERSION:
        raise ValueError(f"it has version {version}, and this package reads version {VERSION}")
    count = sum(name.endswith("_bias") for name in arrays)
    layers = [(arrays[f"layer{n}_weights"], arrays[f"layer{n}_bias"]) for n in range(count)]
    if count < 2:
        raise ValueError("it has no hidden layer and output")
    parts: dict[str, Any] = {
        "labels": arrays["labels"].tolist(),
        "linear": Rows(arrays["linear_cells"], arrays["linear_scales"]),
        "vectors": Rows(arrays["vectors_cells"], arrays["vectors_scales"]),
        "hidden": layers[:-1],
        "output": layers[-1],
        **{name: arrays[name] for name in _ARRAYS},
    }
    for name, shape, expected in _shapes(parts):
        if shape != expected:
            raise ValueError(f"{name} has the shape {shape} in place of {expected}")
    if parts["labels"][0] != "O" or len(parts["labels"]) < 2:
        raise ValueError("its first label is not O, or it has no other")
    if not len(parts["keys"]):
        raise ValueError("it has no features")
    return Model(**parts)


def _shapes(parts: Mapping[str, Any]) -> Iterator[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    """Of each array, its name, its shape, and the shape that fits the other arrays."""
    labels, features = len(parts["labels"]), len(parts["keys"])
    width = parts["vectors"].cells.shape[1]
    yield "linear_cells", parts["linear"].cells.shape, (features, WINDOW * labels)
    yield "linear_scales", parts["linear"].scales.shape, (features,)
    yield "vectors_cells", parts["vectors"].cells.shape, (features, width)
    yield "vectors_scales", parts["vectors"].scales.shape, (features,)
    yield "spaces", parts["spaces"].shape, (4, labels)
    yield "transitions", parts["transitions"].shape, (labels, labels)
    yield "calibration", parts["calibration"].shape, (2,)
    hidden: list[Layer] = parts["hidden"]
    size = len(hidden[0][1])
    for number, (weights, bias) in enumerate(hidden):
        inputs = WINDOW * (width + 2) if number == 0 else 3 * size
        yield f"layer{number}_weights", weights.shape, (inputs, size)
        yield f"layer{number}_bias", bias.shape, (size,)
    yield f"layer{len(hidden)}_weights", parts["output"][0].shape, (size, labels)
    yield f"layer{len(hidden)}_bias", parts["output"][1].shape, (labels,)
