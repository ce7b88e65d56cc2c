"""Annotated texts in the format of ThaiNER: "[PERSON]นายสมชาย[/PERSON]กล่าว"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import regex

from thai_newsie.ner.tokens import Tokens, tokens_of
from thai_newsie.text.words import word_starts

NAMES = (
    "DATE", "TIME", "EMAIL", "LEN", "LOCATION", "ORGANIZATION", "PERSON",
    "PHONE", "URL", "ZIP", "MONEY", "LAW", "PERCENT", "AGO",
)  # fmt: skip
LABELS = ["O", *(f"{prefix}-{name}" for name in NAMES for prefix in "BI")]
UNKNOWN = -1  # the label of a token that may have any
_TAG = regex.compile(rf"\[(?P<closing>/?)(?P<name>{'|'.join(NAMES)})\]")

Span = tuple[int, int, str]


@dataclass(frozen=True)
class AnnotatedText:
    """A text and its entities: start, end and label of each."""

    text: str
    entities: tuple[Span, ...]


def read_annotated(path: Path) -> list[AnnotatedText]:
    """The lines of a file, without the empty ones."""
    with path.open(encoding="utf-8") as lines:
        return [parse(line) for line in lines if line.strip()]


def parse(line: str) -> AnnotatedText:
    """The text and the entities of one line. A tag that is not closed, or closes nothing, is left out; other brackets are text.

    >>> parse("[PERSON]นายสมชาย [/PERSON]ไป[1]")
    AnnotatedText(text='นายสมชาย ไป[1]', entities=((0, 8, 'PERSON'),))
    """
    line = line.rstrip("\n").replace("\ufeff", "")
    text, entities = "", []
    done, opened = 0, None
    for tag in _TAG.finditer(line):
        text += line[done : tag.start()]
        done = tag.end()
        if not tag["closing"]:
            opened = (tag["name"], len(text))
        elif opened and opened[0] == tag["name"]:
            entities.append((opened[1], len(text), tag["name"]))
            opened = None
        else:
            opened = None
    text += line[done:]
    return AnnotatedText(text, tuple(filter(None, (_trimmed(text, *entity) for entity in entities))))


def _trimmed(text: str, start: int, end: int, name: str) -> Span | None:
    """The entity without white space at its boundaries."""
    inner = text[start:end].strip()
    start = text.index(inner, start)
    return (start, start + len(inner), name) if inner else None


@dataclass(frozen=True)
class Sentence:
    """The tokens of an annotated line, without padding, and the number of the label of each in `LABELS`."""

    tokens: Tokens
    labels: list[int]


def sentence(annotated: AnnotatedText) -> Sentence:
    """An annotated text as tokens and labels. A token that a boundary of an entity cuts belongs to the entity.

    >>> found = sentence(parse("[PERSON]นายมานะ ดีใจ[/PERSON]ไป"))
    >>> [(token, LABELS[label]) for token, label in zip(found.tokens.texts, found.labels)]
    [('นาย', 'B-PERSON'), ('มานะ', 'I-PERSON'), ('ดีใจ', 'I-PERSON'), ('ไป', 'O')]
    """
    tokens = tokens_of(annotated.text, word_starts(annotated.text))
    labels = [0] * len(tokens.texts)
    for start, end, name in annotated.entities:
        prefix = LABELS.index(f"B-{name}")
        for number, (begin, stop) in enumerate(tokens.spans):
            if begin < end and stop > start:
                labels[number] = prefix
                prefix = LABELS.index(f"I-{name}")
    return Sentence(tokens, labels)


def strict_f1(
    gold: Iterable[Iterable[Span]], found: Iterable[Iterable[Span]]
) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of each label and of "ALL". An entity is right with the same start, end and label.

    >>> strict_f1([[(0, 3, "LAW"), (5, 9, "DATE")]], [[(0, 3, "LAW"), (5, 8, "DATE")]])["ALL"]
    (0.5, 0.5, 0.5)
    """
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for one, other in zip(gold, found, strict=True):
        for tally, spans in ((wanted, set(one)), (given, set(other)), (right, set(one) & set(other))):
            for _, _, name in spans:
                tally.update((name, "ALL"))
    return {name: _rates(right[name], given[name], wanted[name]) for name in ("ALL", *NAMES) if wanted[name]}


def _rates(right: int, given: int, wanted: int) -> tuple[float, float, float]:
    precision, recall = right / given if given else 0.0, right / wanted
    return precision, recall, 2 * right / (given + wanted)
