"""Training: from annotated lines and a corpus of articles to the model file.

    python -m training.train ../shared/ner ../shared/corpus data/model/recognizer.npz

Needs the `train` extra. The linear model and the network are trained apart on the same lines, and their scores are added:
each corrects the errors of the other (see docs/recognizer.md).
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from training.annotated_sentences import LABELS, AnnotatedText, Span, read_annotated, sentence, strict_f1
from training.linear import Weights, train_linear
from training.network import Layers, train_network
from training.vectors import count_rule_labels, rule_label_features, word_lines, word_vectors
from training.weak_supervision import plain_words, weak_sentences

from thai_newsie.document import Document
from thai_newsie.ner.decode import Scores, forbid
from thai_newsie.ner.features import features, key, normal
from thai_newsie.ner.model import WINDOW, Model
from thai_newsie.ner.model_file import save
from thai_newsie.ner.recognize import Recognized, recognize
from thai_newsie.ner.rows import Rows
from thai_newsie.stages.entities.rules import find_by_rules
from thai_newsie.text.normalized import NormalizedText
from thai_newsie.text.words import word_starts

_LINEAR_WEIGHT = 0.3  # of the scores; the rest is the network's weight
_VECTOR_SIZE = 96
_VECTOR_LENGTH = np.float32(3)
_VECTOR_SAMPLING = 10  # one article in so many is read for the vectors of words
_LABEL_SAMPLING = 28  # one article in so many is labelled by the rules
_MAX_ARTICLE_CHARACTERS = 6000  # characters of an article


def train(ner: Path, articles: Path, seed: int, epochs: int, log: Callable[[str], None]) -> Model:
    """The model trained on the annotated lines of `ner/train.txt` and the articles of a folder.

    `ner/val.txt` is used for nothing but the calibration of the confidence and the figures that are logged.
    """
    annotated = read_annotated(ner / "train.txt")
    texts = list(corpus(articles, _VECTOR_SAMPLING))
    texts += [item.text for item in annotated]
    words, vectors = word_vectors(word_lines(texts), _VECTOR_SIZE, seed)
    log(f"{len(words)} word vectors from {len(texts)} texts")
    rule_counts = count_rule_labels(labelled_by_rules(corpus(articles, _LABEL_SAMPLING)))
    rule_features = rule_label_features(rule_counts)
    log(f"{len(rule_features)} words as the rules took them")
    context_vectors = dict(zip(words, vectors * _VECTOR_LENGTH, strict=True))
    unknown = np.zeros(_VECTOR_SIZE, np.float32)

    def features_of(token: str) -> list[str]:
        return features(token) + rule_features.get(normal(token), [])

    sentences = [sentence(item) for item in annotated]
    weights, spaces, transitions = train_linear(sentences, features_of)
    log(f"linear model: {len(weights)} features")
    weak = list(weak_sentences(corpus(articles, _LABEL_SAMPLING), plain_words(sentences, rule_counts), seed))
    log(f"{len(weak)} weakly labelled lines")
    layers = train_network(
        sentences, weak, features_of, lambda token: context_vectors.get(normal(token), unknown), epochs, seed
    )
    log(f"network: {len(layers.rows)} features")
    model = joined(weights, spaces, transitions, layers, rule_features, context_vectors)
    checked = read_annotated(ner / "val.txt")
    found = [recognize(item.text, model=model) for item in checked]
    model.calibration = calibration(checked, found)
    for name, rates in strict_f1([item.entities for item in checked], map(_spans, found)).items():
        log(f"{name:13}" + "".join(f"{rate:7.3f}" for rate in rates))
    return model


def corpus(folder: Path, every: int) -> Iterator[str]:
    """The normalized texts of one in `every` articles, headline first."""
    for path in sorted(folder.glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in islice(lines, 0, None, every):
                article = json.loads(line)
                yield NormalizedText(
                    f"{article.get('title') or ''}\n{article['text']}"[:_MAX_ARTICLE_CHARACTERS]
                ).text


def labelled_by_rules(texts: Iterable[str]) -> Iterator[AnnotatedText]:
    """Each text with the persons, organizations and places that the rules find."""
    for text in texts:
        document = Document(NormalizedText(text), frozenset(word_starts(text)))
        entities = find_by_rules(document)
        yield AnnotatedText(text, tuple((entity.start, entity.end, entity.label) for entity in entities))


def joined(
    weights: Weights,
    spaces: Scores,
    transitions: Scores,
    layers: Layers,
    rule_features: dict[str, list[str]],
    context_vectors: dict[str, Scores],
) -> Model:
    """Linear model and network as one model. What the corpus says of a word becomes one more feature of it ("v=กรม")."""
    linear = {name: rows.ravel() for name, rows in weights.items() if not name.startswith("r=")}
    vectors = {name: row for name, row in layers.rows.items() if not name.startswith("r=")}
    no_linear = np.zeros(WINDOW * len(LABELS), np.float32)
    no_vector = np.zeros(layers.projection.shape[1], np.float32)
    for word in sorted(rule_features.keys() | context_vectors.keys()):
        labels = rule_features.get(word, [])
        linear[f"v={word}"] = sum((weights[m].ravel() for m in labels if m in weights), no_linear)
        own = context_vectors[word] @ layers.projection if word in context_vectors else no_vector
        vectors[f"v={word}"] = sum((layers.rows[m] for m in labels if m in layers.rows), own)
    names = sorted({key(name): name for name in sorted(linear.keys() | vectors.keys())}.items())
    network_share = np.float32(1 - _LINEAR_WEIGHT)
    return Model(
        labels=LABELS,
        keys=np.array([number for number, _ in names], np.uint32),
        linear=Rows.packed(_LINEAR_WEIGHT * np.stack([linear.get(name, no_linear) for _, name in names])),
        vectors=Rows.packed(np.stack([vectors.get(name, no_vector) for _, name in names])),
        spaces=_LINEAR_WEIGHT * spaces,
        hidden=layers.hidden,
        output=(network_share * layers.output[0], network_share * layers.output[1]),
        transitions=forbid(_LINEAR_WEIGHT * transitions + network_share * layers.transitions, LABELS),
        calibration=np.array([0, 1], np.float32),
    )


def calibration(checked: list[AnnotatedText], found: list[list[Recognized]]) -> Scores:
    """Platt scaling: logistic regression of being right on the log odds of the least sure token, by Newton's method.

    `found` comes from a model with the calibration (0, 1), so that its confidence gives the odds. The result has the shape (2,).
    """
    pairs = [
        (one.confidence, (one.start, one.end, one.label) in item.entities)
        for item, ones in zip(checked, found, strict=True)
        for one in ones
    ]
    sure = np.clip([confidence for confidence, _ in pairs], 1e-6, 1 - 1e-6)
    inputs = np.stack([np.ones(len(sure)), np.log(sure / (1 - sure))], 1)
    right = np.array([hit for _, hit in pairs], float)
    weights = np.zeros(2)
    for _ in range(25):
        guess = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (right - guess)
        curve = (inputs * (guess * (1 - guess))[:, None]).T @ inputs
        weights += np.linalg.solve(curve + 1e-6 * np.eye(2), slope)
    return weights.astype(np.float32)


def _spans(found: list[Recognized]) -> list[Span]:
    return [(one.start, one.end, one.label) for one in found]


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("ner", type=Path, help="folder with train.txt and val.txt")
    parser.add_argument("articles", type=Path, help="folder with *.jsonl.xz")
    parser.add_argument("model", type=Path, help="file to write")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=15)
    options = parser.parse_args()
    model = train(options.ner, options.articles, options.seed, options.epochs, print)
    save(model, options.model)


if __name__ == "__main__":
    main()
