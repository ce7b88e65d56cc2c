"""How fast the dates component reads, beside the tokenizer on the same text in the same run.

    python benchmarks/dates_speed.py FOLDER [--articles 2000]

FOLDER holds articles in any format that thai-newsie reads. Prints characters a second of CPU time
on one core for the component alone (the Reading is made before the clock starts), for its two
halves, and for `pythainlp.word_tokenize(engine="nlpo3")`; and the ratio of their times.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable
from datetime import date
from itertools import islice

from pythainlp.tokenize import word_tokenize

from thai_newsie import read
from thai_newsie.article import Failure
from thai_newsie.dates.find import expressions
from thai_newsie.dates.times import clocks
from thai_newsie.pipes.dates import Dates
from thai_newsie.reading import Reading, attach
from thai_newsie.text import Shadow

REPEATS = 3


def rate(work: Callable[[], Iterable[object]], characters: int) -> float:
    """Characters a second, the best of a few runs."""
    best = float("inf")
    for _ in range(REPEATS):
        begun = time.process_time()
        for _ in work():
            pass
        best = min(best, time.process_time() - begun)
    return characters / best


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder")
    parser.add_argument("--articles", type=int, default=2000)
    options = parser.parse_args()
    articles = [a for a in islice(read(options.folder), options.articles) if not isinstance(a, Failure)]
    texts = [(Shadow(a.joined), a.published_date, a.shadow_title_end) for a in articles]
    characters = sum(len(shadow.text) for shadow, _, _ in texts)

    import spacy
    from spacy.tokens import Doc

    vocab, component = spacy.blank("xx").vocab, Dates()

    def docs() -> list[Doc]:
        return [
            attach_to(Doc(vocab), Reading(shadow, frozenset(), title_end=title_end, published=published))
            for shadow, published, title_end in texts
        ]

    def attach_to(doc: Doc, reading: Reading) -> Doc:
        attach(doc, reading)
        return doc

    best = float("inf")
    for _ in range(REPEATS):
        made = docs()
        begun = time.process_time()
        for doc in made:
            component(doc)
        best = min(best, time.process_time() - begun)
    anchor = date(2023, 1, 1)
    rates = {
        "component": characters / best,
        "  dates": rate(
            lambda: (expressions(shadow.text, published or anchor) for shadow, published, _ in texts),
            characters,
        ),
        "  clock times": rate(lambda: (clocks(shadow.text) for shadow, _, _ in texts), characters),
        "word_tokenize, nlpo3": rate(
            lambda: (word_tokenize(s.text, engine="nlpo3") for s, _, _ in texts), characters
        ),
    }
    print(f"{len(texts)} articles, {characters:,} characters")
    for name, value in rates.items():
        print(f"{name:22} {value:12,.0f} characters/s")
    print(
        f"the component takes {rates['word_tokenize, nlpo3'] / rates['component']:.2f} times as long as the tokenizer"
    )


if __name__ == "__main__":
    main()
