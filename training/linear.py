"""The linear model: a linear-chain conditional random field over the features of a token and of its context.

Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001; trained by CRFsuite (Okazaki, 2007).
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import pycrfsuite
from training.annotated_sentences import LABELS, Sentence

from thai_newsie.ner.decode import Scores
from thai_newsie.ner.model import CONTEXT_SIZE, WINDOW

_SETTINGS = {"c1": 0.2, "c2": 0.005, "max_iterations": 80, "feature.possible_transitions": True}

# The weights of each feature, of the shape (WINDOW, labels): place in the context, label.
Weights = dict[str, Scores]


def train_linear(
    sentences: Iterable[Sentence], features_of: Callable[[str], list[str]]
) -> tuple[Weights, Scores, Scores]:
    """Train the conditional random field.

    Gives the weights of the features, those of the spaces around a token, of the shape (4, labels) as in `Model.spaces`, and
    those of the transitions, of the shape (labels, labels).
    """
    trainer = pycrfsuite.Trainer(verbose=False)
    for item in sentences:
        if item.labels:
            rows = list(_rows(item, features_of))
            trainer.append(rows, [LABELS[label] for label in item.labels])
    trainer.set_params(_SETTINGS)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "linear.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        learned = tagger.info()
    spaces = np.zeros((4, len(LABELS)), np.float32)
    weights: Weights = {}
    for (name, label), weight in learned.state_features.items():
        place, feature = name.split("|", 1)
        number = LABELS.index(label)
        if place == "spaces":
            spaces[int(feature), number] = weight
        else:
            table = weights.setdefault(feature, np.zeros((WINDOW, len(LABELS)), np.float32))
            table[int(place), number] = weight
    transitions = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for (before, label), weight in learned.transitions.items():
        transitions[LABELS.index(before), LABELS.index(label)] = weight
    return weights, spaces, transitions


def _rows(item: Sentence, features_of: Callable[[str], list[str]]) -> Iterator[list[str]]:
    """The features of each token: those of the tokens of its context, with their places, and of the spaces around it.

    The token `CONTEXT_SIZE` before has the place 0, the token itself `CONTEXT_SIZE`.
    """
    tokens = [""] * CONTEXT_SIZE + item.tokens.texts + [""] * CONTEXT_SIZE
    spaces = [*item.tokens.spaces, True]
    for number in range(len(item.tokens.texts)):
        around = tokens[number : number + WINDOW]
        yield [
            f"spaces|{2 * spaces[number] + spaces[number + 1]}",
            *(f"{place}|{feature}" for place, token in enumerate(around) for feature in features_of(token)),
        ]
