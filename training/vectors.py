"""What a corpus says of a word: a vector of its contexts, and how the rules label it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from training.annotated_sentences import AnnotatedText

from thai_newsie.ner.decode import Scores
from thai_newsie.ner.features import normal
from thai_newsie.ner.tokens import tokens_of
from thai_newsie.text.words import word_starts

_MIN_WORD_COUNT = 6  # occurrences of a word that gets a vector
_MAX_CONTEXT_WORDS = 6000  # the most frequent words, which are counted as contexts
_CONTEXT_OFFSETS = (-2, -1, 1, 2)
_CONTEXT_SMOOTHING = 0.75  # power of the frequency of a context: rare contexts count less (Levy, Goldberg and Dagan, TACL 2015)
_MIN_LABELLED_COUNT = 4  # occurrences of a word from which the labels of the rules are a feature
_SHARE_BANDS = (0.05, 0.2, 0.5, 0.8)
_MAX_PLACE_LENGTH = 25  # letters; longer places are venues, which the annotated lines do not have


def word_lines(texts: Iterable[str]) -> Iterator[list[str]]:
    """The normal forms of the tokens of each line."""
    for text in texts:
        for line in text.split("\n"):
            if line.strip():
                yield [normal(token) for token in tokens_of(line, word_starts(line)).texts]


def word_vectors(lines: Iterable[list[str]], size: int, seed: int) -> tuple[list[str], Scores]:
    """Words and their vectors, of the shape (words, size) and the length 1.

    They are the positive pointwise mutual information of a word and its neighbours, reduced.

    The singular value decomposition is the randomized one with three power steps (Halko, Martinsson and Tropp, SIAM Review 53,
    2011).
    """
    kept = list(lines)
    counts = Counter(word for line in kept for word in line)
    words = sorted(
        (word for word, n in counts.items() if n >= _MIN_WORD_COUNT), key=lambda word: (-counts[word], word)
    )
    number = {word: place for place, word in enumerate(words)}
    row = np.array([number.get(w, -1) for line in kept for w in ("", "", *line)])
    table = _mutual_information(sparse.hstack([_pairs(row, shift, len(words)) for shift in _CONTEXT_OFFSETS]))
    random = np.random.default_rng(seed)
    basis = table @ random.standard_normal((table.shape[1], size + 10))
    for _ in range(3):
        basis, _ = np.linalg.qr(table @ (table.T @ basis))
    small, strength, _ = np.linalg.svd((table.T @ basis).T, full_matrices=False)
    vectors = (basis @ small * np.sqrt(strength))[:, :size]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    return words, vectors.astype(np.float32)


def _pairs(row: NDArray[np.intp], shift: int, words: int) -> sparse.csr_matrix:
    """How often each frequent word stands `shift` places from each word, of the shape (words, contexts)."""
    ahead = max(0, shift)
    behind = max(0, -shift)
    word, context = row[behind : len(row) - ahead], row[ahead : len(row) - behind]
    both = (word >= 0) & (context >= 0) & (context < _MAX_CONTEXT_WORDS)
    ones = np.ones(int(both.sum()))
    return sparse.csr_matrix((ones, (word[both], context[both])), shape=(words, _MAX_CONTEXT_WORDS))


def _mutual_information(counts: sparse.spmatrix) -> sparse.csr_matrix:
    counts = counts.tocsr()
    counts.sum_duplicates()
    of_word = np.asarray(counts.sum(1)).ravel()
    of_context = np.asarray(counts.sum(0)).ravel() ** _CONTEXT_SMOOTHING
    of_context /= of_context.sum()
    cells = counts.tocoo()
    information = np.log(cells.data / (of_word[cells.row] * of_context[cells.col]))
    return sparse.csr_matrix((np.maximum(information, 0), (cells.row, cells.col)), shape=counts.shape)


def count_rule_labels(labelled: Iterable[AnnotatedText]) -> dict[str, Counter[str]]:
    """How often each word has each label by rule: "BP" a person begins, "IP" it goes on, "O" no entity."""
    shares: dict[str, Counter[str]] = defaultdict(Counter)
    for item in labelled:
        places: dict[int, tuple[int, str]] = {}
        for start, end, name in item.entities:
            if name != "LOCATION" or end - start <= _MAX_PLACE_LENGTH:
                for place in range(start, end):
                    places.setdefault(place, (start, name[0]))
        tokens = tokens_of(item.text, word_starts(item.text))
        for token, (start, _) in zip(tokens.texts, tokens.spans, strict=True):
            begin, initial = places.get(start, (None, ""))
            shares[normal(token)]["O" if not initial else ("B" if begin == start else "I") + initial] += 1
    return shares


def rule_label_features(shares: Mapping[str, Counter[str]]) -> dict[str, list[str]]:
    """The labels by rule as features of the words: "r=BP4", in four of five cases a person begins with the word.

    The rules find persons by titles, organizations by head words or tables, and places by gazetteers, and are mostly right.
    How often a word is part of such an entity says something of the word where the rules find nothing.
    """
    return {
        word: found
        for word, tally in sorted(shares.items())
        if tally.total() >= _MIN_LABELLED_COUNT and (found := _bands(tally))
    }


def _bands(tally: Counter[str]) -> list[str]:
    shares = {label: count / tally.total() for label, count in sorted(tally.items())}
    return [
        f"r={label}{sum(share >= least for least in _SHARE_BANDS)}"
        for label, share in shares.items()
        if share >= _SHARE_BANDS[0]
    ]
