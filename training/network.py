"""The network: token vectors from features, convolutions over them, and a conditional random field on top.

In the shapes below, B is the number of pieces in a batch, T the longest of them in tokens, P the padding, L the number of
labels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor, nn
from training.annotated_sentences import LABELS, UNKNOWN, Sentence

from thai_newsie.ner.decode import Scores, forbid
from thai_newsie.ner.model import PADDING

_MIN_FEATURE_COUNT = 2  # occurrences in the sentences from which a feature gets a row
_SIZE, _HIDDEN, _LAYERS = 64, 96, 3
_MAX_PIECE_TOKENS = 56  # longer sentences are cut where no entity is
_BATCH = 48
_POOL = 20  # batches whose pieces are sorted by length
_RATE, _DECAY = 2e-3, 0.05
_FEATURE_DROPOUT, _VECTOR_DROPOUT, _DROPOUT = 0.2, 0.1, 0.3
_AVERAGED = 0.4  # the last part of the steps, whose weights are averaged
_WARM_UP = 50  # steps
_WEAK_PIECES = 0.5  # pieces of weakly labelled lines in an epoch, for each piece of the annotated lines
_WEAK_WEIGHT = 0.3  # of a weakly labelled line in the loss; an annotated line has 1
_NEVER = -1e4


@dataclass
class Layers:
    """What the network has learned, as arrays; see `thai_newsie.ner.model.Model` for the shapes."""

    rows: dict[str, Scores]  # what each feature adds to the vector of a token, (size,)
    projection: Scores  # from the context vector of a word to what it adds, (vector, size)
    hidden: list[tuple[Scores, Scores]]
    output: tuple[Scores, Scores]
    transitions: Scores


@dataclass
class _Piece:
    """A stretch of a sentence with `PADDING` tokens, or empty ones, around it, and its weight in the loss."""

    tokens: list[int]
    spaces: list[bool]
    labels: list[int]
    weight: float = 1.0


class _Network(nn.Module):
    def __init__(self, features: int, size: int) -> None:
        super().__init__()
        self.rows = nn.Embedding(features + 1, _SIZE, padding_idx=0)
        with torch.no_grad():
            self.rows.weight[1:].normal_(0, 0.1)  # row 0, of no feature, stays zero
        self.projection = nn.Linear(size, _SIZE, bias=False)
        self.first = nn.Conv1d(_SIZE + 2, _HIDDEN, 5, padding=2)
        self.deeper = nn.ModuleList(nn.Conv1d(_HIDDEN, _HIDDEN, 3, padding=1) for _ in range(_LAYERS - 1))
        self.output = nn.Linear(_HIDDEN, len(LABELS))
        nn.init.zeros_(self.output.weight)
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        forbidden = forbid(np.zeros((len(LABELS), len(LABELS)), np.float32), LABELS)
        self.register_buffer("forbidden", torch.tensor(forbidden))
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, tokens: Tensor, spaces: Tensor, features: Tensor, vectors: Tensor) -> Tensor:
        """The scores of the labels, of the shape (B, T, L), without the padding.

        `tokens` and `spaces` are (B, T + 2P), `features` (distinct tokens, features of one), `vectors` (distinct tokens, V).
        """
        distinct, places = torch.unique(tokens, return_inverse=True)
        rows, context_vectors = features[distinct], vectors[distinct]
        if self.training:
            rows = rows * (torch.rand(rows.shape) > _FEATURE_DROPOUT)
            context_vectors = context_vectors * (torch.rand(len(distinct), 1) > _VECTOR_DROPOUT)
        own = self.rows(rows).sum(1) + self.projection(context_vectors)
        own = self.dropout(own[places] * (tokens > 0).unsqueeze(-1))
        behind = torch.cat([spaces[:, 1:], torch.ones(len(spaces), 1)], 1)
        own = torch.cat([own, spaces.unsqueeze(-1), behind.unsqueeze(-1)], -1)
        hidden = torch.relu(self.first(own.transpose(1, 2)))
        for layer in self.deeper:
            hidden = self.dropout(hidden)
            hidden = hidden + torch.relu(layer(hidden))
        scores: Tensor = self.output(self.dropout(hidden.transpose(1, 2)))
        return scores[:, PADDING:-PADDING]

    def loss(self, scores: Tensor, labels: Tensor, inside: Tensor, weights: Tensor) -> Tensor:
        """The negative log likelihood of the label sequences, for each token on average.

        Where a label is UNKNOWN any will do: the likelihood is that of all sequences that agree with the known labels
        (Tsuboi et al., "Training conditional random fields using incomplete annotations", COLING 2008). `scores` is (B, T, L),
        `labels` and `inside` are (B, T), `inside` true where a token stands.
        `weights`, of the shape (B,), are those of the pieces.
        """
        steps = (self.transitions + self.forbidden).exp()
        agreeing = (labels == UNKNOWN).unsqueeze(-1) | (labels.unsqueeze(-1) == torch.arange(len(LABELS)))
        total = _log_total(scores, steps, inside)
        agreed = _log_total(scores.masked_fill(~agreeing, _NEVER), steps, inside)
        return ((total - agreed) * weights).sum() / inside.sum()


def _log_total(scores: Tensor, steps: Tensor, inside: Tensor) -> Tensor:
    """For each piece, the logarithm of the sum over all label sequences, of the shape (B,) (the forward algorithm)."""
    highest = scores.max(-1, keepdim=True)[0]
    weights = (scores - highest).exp()
    paths, total = weights[:, 0], highest[:, 0, 0]
    for place in range(1, scores.shape[1] + 1):
        sums = paths.sum(-1, keepdim=True)
        paths = paths / sums
        total = total + torch.where(inside[:, place - 1], sums.log().squeeze(-1), torch.zeros_like(total))
        if place < scores.shape[1]:
            going = inside[:, place]
            total = total + torch.where(going, highest[:, place, 0], torch.zeros_like(total))
            paths = torch.where(going.unsqueeze(-1), (paths @ steps) * weights[:, place], paths)
    return total


def train_network(
    sentences: Sequence[Sentence],
    weak: Sequence[Sentence],
    features_of: Callable[[str], list[str]],
    vector_of: Callable[[str], Scores],
    epochs: int,
    seed: int,
) -> Layers:
    """Train on annotated sentences and on weakly labelled ones, in which only some tokens have a label.

    The same seed gives the same weights on the same machine.
    """
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    random = np.random.default_rng(seed)
    numbers = {"": 0}
    for item in (*sentences, *weak):
        for token in item.tokens.texts:
            numbers.setdefault(token, len(numbers))
    rows, features = _feature_table([*sentences, *weak], list(numbers), features_of)
    vectors = torch.tensor(np.stack([vector_of(token) for token in numbers]))
    network = _Network(len(rows), vectors.shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=_DECAY)
    pieces = [piece for item in sentences for piece in _pieces(item, numbers)]
    weak_pieces = [
        replace(piece, weight=_WEAK_WEIGHT)
        for item in weak
        for piece in _pieces(item, numbers)
        if any(label > 0 for label in piece.labels)
    ]
    added = min(len(weak_pieces), int(_WEAK_PIECES * len(pieces)))
    steps = epochs * -(-(len(pieces) + added) // _BATCH)
    averaged = torch.optim.swa_utils.AveragedModel(network)
    step = 0
    network.train()
    for _ in range(epochs):
        shown = pieces + [weak_pieces[number] for number in random.permutation(len(weak_pieces))[:added]]
        for tokens, spaces, labels, inside, weights in _batches(shown, random):
            rate = _RATE * max(0.05, 1 - step / steps) * min(1.0, (step + 1) / _WARM_UP)
            for group in optimizer.param_groups:
                group["lr"] = rate
            loss = network.loss(network(tokens, spaces, features, vectors), labels, inside, weights)
            optimizer.zero_grad()
            (10 * loss).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            step += 1
            if step > steps * (1 - _AVERAGED):
                averaged.update_parameters(network)
    return _layers(averaged.module, rows)


def _feature_table(
    sentences: Sequence[Sentence], distinct: list[str], features_of: Callable[[str], list[str]]
) -> tuple[list[str], Tensor]:
    """The features that get a row, and the rows of each distinct token, of the shape (distinct tokens, most); row 0 is none."""
    own = {token: features_of(token) if token else [] for token in distinct}
    counts = Counter(f for item in sentences for token in item.tokens.texts for f in own[token])
    rows = sorted(feature for feature, count in counts.items() if count >= _MIN_FEATURE_COUNT)
    number = {feature: place for place, feature in enumerate(rows, start=1)}
    known = [[number[f] for f in own[token] if f in number] for token in distinct]
    table = torch.zeros(len(distinct), max(map(len, known)), dtype=torch.long)
    for place, found in enumerate(known):
        table[place, : len(found)] = torch.tensor(found, dtype=torch.long)
    return rows, table


def _pieces(item: Sentence, numbers: dict[str, int]) -> Iterator[_Piece]:
    tokens = [0] * PADDING + [numbers[token] for token in item.tokens.texts] + [0] * PADDING
    spaces = [True] * PADDING + item.tokens.spaces + [True] * PADDING
    start, length = 0, len(item.labels)
    while start < length:
        end = min(length, start + _MAX_PIECE_TOKENS)
        if end < length:
            quiet = (e for e in range(end, start + 8, -1) if item.labels[e] == item.labels[e - 1] == 0)
            end = next(quiet, end)
        yield _Piece(
            tokens[start : end + 2 * PADDING], spaces[start : end + 2 * PADDING], item.labels[start:end]
        )
        start = end


def _batches(pieces: list[_Piece], random: np.random.Generator) -> Iterator[tuple[Tensor, ...]]:
    """All pieces in chance order, those of one batch of about one length."""
    order = random.permutation(len(pieces))
    batches = []
    for begin in range(0, len(order), _BATCH * _POOL):
        pool = sorted(order[begin : begin + _BATCH * _POOL], key=lambda number: len(pieces[number].tokens))
        batches += [pool[first : first + _BATCH] for first in range(0, len(pool), _BATCH)]
    for number in random.permutation(len(batches)):
        yield _packed([pieces[piece] for piece in batches[number]])


def _packed(pieces: list[_Piece]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """The tokens, spaces, labels and `inside` of a batch, as rows of equal length, and the weights of its pieces."""
    longest = max(len(piece.labels) for piece in pieces)
    tokens = torch.zeros(len(pieces), longest + 2 * PADDING, dtype=torch.long)
    spaces = torch.ones(len(pieces), longest + 2 * PADDING)
    labels = torch.zeros(len(pieces), longest, dtype=torch.long)
    inside = torch.zeros(len(pieces), longest, dtype=torch.bool)
    for row, piece in enumerate(pieces):
        tokens[row, : len(piece.tokens)] = torch.tensor(piece.tokens)
        spaces[row, : len(piece.spaces)] = torch.tensor(piece.spaces, dtype=torch.float)
        labels[row, : len(piece.labels)] = torch.tensor(piece.labels)
        inside[row, : len(piece.labels)] = True
    return tokens, spaces, labels, inside, torch.tensor([piece.weight for piece in pieces])


def _layers(network: _Network, rows: list[str]) -> Layers:
    def array(parameter: Tensor) -> Scores:
        found: Scores = parameter.detach().numpy().copy()
        return found

    def window(layer: nn.Conv1d) -> tuple[Scores, Scores]:
        """A convolution as one matrix over the vectors of the window, one behind the other: (window * in, out)."""
        weights = array(layer.weight)  # out, in, window
        return weights.transpose(2, 1, 0).reshape(-1, len(weights)), array(layer.bias)

    table = array(network.rows.weight)
    return Layers(
        rows={feature: table[number] for number, feature in enumerate(rows, start=1)},
        projection=array(network.projection.weight).T,
        hidden=[window(network.first), *(window(layer) for layer in network.deeper)],
        output=(array(network.output.weight).T, array(network.output.bias)),
        transitions=array(network.transitions),
    )
