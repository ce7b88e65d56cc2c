"""Further lines to learn from: news articles, labelled where the rules are sure, titles taken away.

A title tells the rules who is a person; the same line without the title shows the model what a
person looks like where nothing announces one, and so does a name that stands elsewhere in the
article with a title ('"อนุทิน" ลงพื้นที่ …', as headlines have it). What the rules cannot be sure
of is not "no entity" but unlabelled: any labels will do there (see the loss of `network`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import pairwise

import numpy as np
import regex
from training.marked_sentences import LABELS, UNKNOWN, Sentence, Span

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.ner.features import normal
from thai_newsie.ner.tokens import tokens_of
from thai_newsie.stages.entities.rules import find_by_rules
from thai_newsie.stages.persons.name_parts import read_title
from thai_newsie.text.characters import is_thai_letter
from thai_newsie.text.normalized import NormalizedText
from thai_newsie.text.words import word_starts

_MASKED_SHARE = 0.7  # of the titles are taken away
_MIN_BARE_NAME_LENGTH = 4  # letters of a given name that is looked for without a title
_MIN_PLAIN_COUNT = 20  # times that a word must have been seen to be called plain
_MAX_NAMED_SHARE = 0.01
_LINE = regex.compile(r"[^\n]++")
# Courses, standards and systems: "(นบส.)", "(มผช.)", "(GFMIS)". Organizations among such are mostly in the tables.
_PARENTHESES = regex.compile(r"\((?P<inside>[ก-ฮ.]{2,10}|\p{Lu}{2,8})\)")


def plain_words(sentences: Iterable[Sentence], taken: Mapping[str, Counter[str]]) -> frozenset[str]:
    """Words that neither the marked lines nor the rules (`taken` counts them) have inside an entity."""
    named: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for sentence in sentences:
        for token, label in zip(sentence.tokens.texts, sentence.labels, strict=True):
            seen[normal(token)] += 1
            named[normal(token)] += label > 0
    return frozenset(
        word
        for word, tally in taken.items()
        if tally.total() >= _MIN_PLAIN_COUNT
        and tally["O"] >= (1 - _MAX_NAMED_SHARE) * tally.total()
        and seen[word]
        and named[word] <= _MAX_NAMED_SHARE * seen[word]
    )


def weak_sentences(texts: Iterable[str], plain: Set[str], seed: int) -> Iterator[Sentence]:
    """The lines of articles that name a person, most of them without the title."""
    random = np.random.default_rng(seed)
    for text in texts:
        document = Document(NormalizedText(text), frozenset(word_starts(text)))
        entities = find_by_rules(document)
        persons = [entity for entity in entities if entity.label == "PERSON"]
        bare = [(start, end, "PERSON") for start, end in _without_title(document, persons)]
        others = [e for e in entities if e.label != "PERSON"]
        sure = [(e.start, e.end, e.label) for e in others if e.source == "lexicon"]
        unsure = [(e.start, e.end, "") for e in others if e.source != "lexicon"]
        nothing = [(*match.span("inside"), "O") for match in _PARENTHESES.finditer(text)]
        for line in _LINE.finditer(text):
            here = [e for e in persons if line.start() <= e.start < line.end()]
            masked = [(e.start, read_title(text, e.start)) for e in here if random.random() < _MASKED_SHARE]
            marks = [*[(e.start, e.end, "PERSON") for e in here], *bare, *nothing, *sure, *unsure]
            marks = [mark for mark in marks if line.start() <= mark[0] and mark[1] <= line.end()]
            if any(label == "PERSON" for *_, label in marks):
                yield _sentence(*_shortened(text, line.span(), masked, marks), plain)


def _without_title(document: Document, persons: list[Entity]) -> Iterator[tuple[int, int]]:
    """Where the persons' given names, or whole names, stand again without a title."""
    text = document.text
    names = {text[read_title(text, e.start) or e.start : e.end].strip() for e in persons}
    names |= {name.split(" ")[0] for name in names}
    taken = {place for e in persons for place in range(e.start, e.end)}
    for start, end, _ in Matcher({n: "" for n in names if len(n) >= _MIN_BARE_NAME_LENGTH}).find(text):
        if start not in taken and document.may_begin(start) and not is_thai_letter(text, end):
            yield start, end


def _shortened(
    text: str, line: tuple[int, int], titles: list[tuple[int, int]], marks: list[Span]
) -> tuple[str, list[Span]]:
    """A line without some titles, and where its marks are then."""
    gone = sorted((start, end + (text[end : end + 1] == " ")) for start, end in titles if end)
    rims = [line[0], *(rim for span in gone for rim in span), line[1]]
    shorter = "".join(text[start:end] for start, end in list(pairwise(rims))[::2])

    def place(offset: int) -> int:
        return offset - line[0] - sum(min(end, offset) - start for start, end in gone if start < offset)

    return shorter, [(place(start), place(end), label) for start, end, label in marks]


def _sentence(text: str, marks: list[Span], plain: Set[str]) -> Sentence:
    """The line's units: those of a mark with its label, plain words "O", the others unlabelled.

    Of marks that overlap the first counts; one that cuts a unit says nothing.
    """
    tokens = tokens_of(text, word_starts(text))
    labels = [0 if normal(token) in plain else UNKNOWN for token in tokens.texts]
    done: set[int] = set()
    for start, end, label in marks:
        inside = [number for number, (begin, stop) in enumerate(tokens.spans) if begin < end and stop > start]
        if not inside or not done.isdisjoint(inside):
            continue
        done.update(inside)
        whole = tokens.spans[inside[0]][0] == start and tokens.spans[inside[-1]][1] == end
        for number in inside:
            if not (label and whole):
                labels[number] = UNKNOWN
            elif label == "O":
                labels[number] = 0
            else:
                labels[number] = LABELS.index(f"{'B' if number == inside[0] else 'I'}-{label}")
    return Sentence(tokens, labels)
