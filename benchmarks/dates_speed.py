"""How fast the dates component reads, beside the tokenizer on the same text in the same run.

    python benchmarks/dates_speed.py FOLDER [--articles 2000]

FOLDER holds articles in any format that thai-newsie reads. Prints characters a second of CPU time
on one core for the component alone (the Documents are made before the clock starts) and for
`pythainlp.word_tokenize(engine="nlpo3")`, and how the two compare.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from itertools import islice
from typing import TypeVar

from pythainlp.tokenize import word_tokenize

from thai_newsie import read
from thai_newsie.document import Document
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure
from thai_newsie.stages.dates.stage import fill
from thai_newsie.text.normalized import NormalizedText

REPEATS = 3
T = TypeVar("T")


def reading_without_words(article: RawArticle) -> Document:
    """All that the stage looks at."""
    normalized = NormalizedText(article.joined, len(article.title))
    return Document(normalized, frozenset(), normalized.title_end, article.published_date)


def seconds(prepare: Callable[[], list[T]], work: Callable[[T], object]) -> float:
    """CPU time of `work` over what `prepare` gives, the best of a few runs."""
    best = float("inf")
    for _ in range(REPEATS):
        prepared = prepare()
        begun = time.process_time()
        for item in prepared:
            work(item)
        best = min(best, time.process_time() - begun)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder")
    parser.add_argument("--articles", type=int, default=2000)
    options = parser.parse_args()
    articles = [a for a in islice(read(options.folder), options.articles) if not isinstance(a, Failure)]
    texts = [NormalizedText(a.joined).text for a in articles]
    characters = sum(map(len, texts))
    component = seconds(lambda: list(map(reading_without_words, articles)), fill)
    tokenizer = seconds(lambda: texts, lambda text: word_tokenize(text, engine="nlpo3"))
    print(f"{len(articles)} articles, {characters:,} characters")
    print(f"dates component      {characters / component:12,.0f} characters/s")
    print(f"word_tokenize, nlpo3 {characters / tokenizer:12,.0f} characters/s")
    print(f"the component takes {component / tokenizer:.2f} times as long as the tokenizer")


if __name__ == "__main__":
    main()
