"""How fast articles are read: each stage, the whole way from text to Article, and the tokenizer alone.

    python benchmarks/throughput.py FOLDER [--articles 300] [--runs 5] [--peer]

FOLDER holds articles in any format that thai-newsie reads. Every run goes over the same articles,
all stages of one article one after the other; the table gives the median of the runs: characters a
second of CPU time on one core, the share of the whole, and how often the stage would fit into
nlpO3's time for the same text, the limit that no stage can push. On a shared machine compare the
ratios, not the seconds. `--peer` adds PyThaiNLP's named-entity recognition where its model is
installed; without it nothing is fetched.

Then the growth of the cost: characters a second for articles of 2,000 and of 200,000 characters,
cut from the same text.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import islice
from statistics import median

import spacy

from thai_newsie import read as read_articles
from thai_newsie.article_extraction import extract_raw
from thai_newsie.assemble import assemble
from thai_newsie.document import Document
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure
from thai_newsie.spacy.tokenizer import Tokenizer
from thai_newsie.stages import STAGES
from thai_newsie.text.words import words

TOKENIZER = "tokenizer with Doc"
TOGETHER = ("counts", "statements", "events")
SHORT, LONG = 2_000, 200_000
Seconds = dict[str, float]


def timed(seconds: Seconds, name: str, work: Callable[..., object], *given: object) -> None:
    """Add the CPU time of `work(*given)` to what `name` has taken."""
    begun = time.process_time()
    work(*given)
    seconds[name] += time.process_time() - begun


def one_run(tokenizer: Tokenizer, articles: Iterable[RawArticle]) -> Seconds:
    """What each stage takes over all articles, in the order an article travels."""
    seconds: Seconds = defaultdict(float)
    alone: list[tuple[str, Callable[[str], object]]] = [("nlpO3 alone", words), (TOKENIZER, tokenizer)]
    for article in articles:
        alone.reverse()  # which reads a text second finds it, and its words, in the processor's cache
        for name, work in alone:
            timed(seconds, name, work, article.joined)
        begun = time.process_time()
        document = Document.from_text(article.joined, title_length=len(article.title))
        document.published = article.published_date
        seconds["normalized text and words"] += time.process_time() - begun
        for name, stage in STAGES.items():
            timed(seconds, name, stage.fill, document)
        timed(seconds, "assemble", assemble, document, article)
        timed(seconds, "whole", extract_raw, article)
    return seconds


def show_stages(articles: list[RawArticle], runs: int) -> None:
    """Print the table of the stages."""
    tokenizer = Tokenizer(spacy.blank("th").vocab)
    one_run(tokenizer, articles[:20])  # tables, patterns and the first words are not what is measured
    measured = [one_run(tokenizer, articles) for _ in range(runs)]
    characters = sum(len(article.joined) for article in articles)
    print(f"{len(articles)} articles, {characters:,} characters, median of {runs} runs\n")
    print(f"{'':22}{'characters/s':>14}{'of the whole':>14}{'nlpO3 times':>14}")
    for name in measured[0]:
        rate = median(characters / run[name] for run in measured)
        share = median(run[name] / run["whole"] for run in measured)
        times = median(run[name] / run["nlpO3 alone"] for run in measured)
        print(f"{name:22}{rate:14,.0f}{share:14.1%}{times:14.2f}")
    ratio = median(sum(run[name] for name in TOGETHER) / run[TOKENIZER] for run in measured)
    print(f"\n{', '.join(TOGETHER)} together: {ratio:.2f} times the {TOKENIZER}")


def peer(articles: list[RawArticle], runs: int) -> None:
    """Print how many times as fast the whole way is as PyThaiNLP's recognizer alone (needs the `train` extra)."""
    # the benchmark beside this one: over the file that PyThaiNLP ships
    from recognizer import pythainlp_tagger

    tagger = pythainlp_tagger()

    def tag(text: str) -> None:
        tagger.crf.tag(tagger._extract_features(pythainlp_tagger.pos_tag(words(text))))

    ratios = []
    for _ in range(runs):
        seconds: Seconds = defaultdict(float)
        for article in articles:
            timed(seconds, "peer", tag, article.joined)
            timed(seconds, "whole", extract_raw, article)
        ratios.append(seconds["peer"] / seconds["whole"])
    print(f"\n{median(ratios):.1f} times as fast as PyThaiNLP's named-entity recognition alone")


def growth(articles: list[RawArticle], runs: int) -> None:
    """Print what a character costs in short articles and in long ones."""
    text = "\n".join(article.text for article in articles)
    while len(text) < LONG:
        text += "\n" + text
    text = text[: len(text) // LONG * LONG]
    rates: dict[int, list[float]] = {SHORT: [], LONG: []}
    for _ in range(runs):
        for size, found in rates.items():
            pieces = [RawArticle(text[at : at + size]) for at in range(0, len(text), size)]
            begun = time.process_time()
            for piece in pieces:
                extract_raw(piece)
            found.append(len(text) / (time.process_time() - begun))
    ratio = median(short / long for short, long in zip(rates[SHORT], rates[LONG], strict=True))
    print(f"\n{median(rates[SHORT]):,.0f} characters/s at {SHORT:,} characters an article,", end=" ")
    print(f"{median(rates[LONG]):,.0f} at {LONG:,}: {ratio:.2f} times")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder")
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peer", action="store_true")
    options = parser.parse_args()
    readable = (a for a in read_articles(options.folder) if not isinstance(a, Failure))
    articles = list(islice(readable, options.articles))
    show_stages(articles, options.runs)
    if options.peer:
        peer(articles, options.runs)
    growth(articles, options.runs)


if __name__ == "__main__":
    main()
