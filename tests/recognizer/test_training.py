"""Training: weakly labelled lines, what the loss makes of unlabelled tokens, the same bytes again."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from training.annotated_sentences import LABELS, UNKNOWN, Sentence, parse, sentence
from training.weak_supervision import plain_words, weak_sentences

ARTICLE = "“อนุทิน” ลงพื้นที่ตรวจน้ำ\nนายอนุทิน รักไทย ปลัดกระทรวงพาณิชย์ กล่าวว่า หลักสูตร (นบส.) จะเปิดวันนี้\nไม่มีผู้ใด"


def labelled(found: Sentence) -> list[tuple[str, str]]:
    names = ["?" if label == UNKNOWN else LABELS[label] for label in found.labels]
    return list(zip(found.tokens.texts, names, strict=True))


def whole(found: Sentence, label: str) -> str:
    return "".join(token for token, name in labelled(found) if name.endswith(f"-{label}"))


@pytest.mark.parametrize("seed", range(4))
def test_weakly_labelled_lines(seed: int) -> None:
    headline, line = weak_sentences([ARTICLE], frozenset({"กล่าวว่า"}), seed)
    assert whole(headline, "PERSON") == "อนุทิน"  # the line below names him with a title
    assert whole(line, "PERSON").removeprefix("นาย") == "อนุทินรักไทย"
    assert whole(line, "ORGANIZATION") == "กระทรวงพาณิชย์"
    named = dict(labelled(line))
    assert named["กล่าวว่า"] == "O"
    assert named["นบส."] == "O"  # a course
    assert named["หลักสูตร"] == "?"  # no plain word, and the rules are not asked about it


def test_most_titles_are_taken_away() -> None:
    lines = [list(weak_sentences([ARTICLE], frozenset(), seed))[1] for seed in range(30)]
    masked = sum("นาย" not in line.tokens.texts for line in lines)
    assert 10 < masked < 30


def test_plain_words_are_in_no_name() -> None:
    annotated = [sentence(parse("[PERSON]นายมานะ[/PERSON] กล่าวว่า ดี"))]
    counted = {"กล่าวว่า": Counter(O=50), "มานะ": Counter(O=50), "ดี": Counter(O=30, BP=20), "ไป": Counter(O=50)}
    assert plain_words(annotated, counted) == {"กล่าวว่า"}  # "ไป" stands in no annotated line


def test_training_twice_gives_the_same_weights_and_reads_what_it_was_shown() -> None:
    pytest.importorskip("torch")
    pytest.importorskip("pycrfsuite")
    from training.network import train_network

    lines = [sentence(parse(f"[PERSON]{name}[/PERSON]กล่าวว่าดี")) for name in ("มานะ", "วีระ", "สมชาย") * 4]
    half = [
        Sentence(line.tokens, [UNKNOWN if label == 0 else label for label in line.labels]) for line in lines
    ]

    def learned() -> list[np.ndarray]:
        layers = train_network(
            lines, half, lambda token: [f"w={token}"], lambda token: np.zeros(4, np.float32), 2, 1
        )
        return [layers.transitions, *(part for layer in layers.hidden for part in layer), *layers.output]

    one, other = learned(), learned()
    assert all(np.isfinite(part).all() for part in one)
    assert all((a == b).all() for a, b in zip(one, other, strict=True))


def test_the_loss_of_an_unlabelled_piece_is_nothing() -> None:
    torch = pytest.importorskip("torch")
    pytest.importorskip("pycrfsuite")
    from training.network import _Network

    scores = torch.randn(1, 5, len(LABELS), generator=torch.Generator().manual_seed(1))
    inside, shares = torch.ones(1, 5, dtype=torch.bool), torch.ones(1)
    network = _Network(3, 4)

    def loss(labels: list[int]) -> float:
        return float(network.loss(scores, torch.tensor([labels]), inside, shares).detach())

    assert loss([UNKNOWN] * 5) == pytest.approx(0, abs=1e-5)
    ways = [loss([label, *[UNKNOWN] * 4]) for label in range(len(LABELS))]
    assert sum(np.exp(-5 * way) for way in ways) == pytest.approx(
        1, abs=1e-3
    )  # probabilities of one token's labels
