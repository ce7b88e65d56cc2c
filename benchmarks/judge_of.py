"""Random counts of a corpus with what each counts (`of`), to be judged by reading.

    python benchmarks/judge_of.py FOLDER [--seed 1] [--number 60]

FOLDER holds articles in any format that thai-newsie reads. From ten times as many random articles as
counts are asked for, that many counts are drawn, each of a result as a user gets it. Printed are the
share of counts with `of`, by kind, and each drawn count in its context, with `of` and `change`. The
judgement (right, wrong, or empty where the clause tells it) is kept in docs/quality.md.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter

from thai_newsie import read
from thai_newsie.article_extraction import extract_raw
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Article, Count, Failure

BEFORE, BEHIND = 110, 40  # characters of context


def drawn(folder: str, number: int, chance: random.Random) -> list[RawArticle]:
    """So many random articles of a folder, read once from end to end."""
    kept: list[RawArticle] = []
    for index, article in enumerate(a for a in read(folder) if not isinstance(a, Failure)):
        if index < number:
            kept.append(article)
        elif (place := chance.randrange(index + 1)) < number:
            kept[place] = article
    return kept


def shown(article: Article, count: Count) -> str:
    """A count in its context."""
    text = article.title if count.field == "title" else article.text
    before, behind = text[max(0, count.start - BEFORE) : count.start], text[count.end : count.end + BEHIND]
    line = f"[{count.kind}] {before}«{count.text}»{behind}".replace("\n", "⏎")
    return f"{line}\n     of: {count.of}" + (f"   change: {count.change}" if count.change else "")


def main() -> None:
    """Print the sample."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number", type=int, default=60)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    articles = [extract_raw(raw) for raw in drawn(options.folder, 10 * options.number, chance)]
    counts = [(article, count) for article in articles for count in article.counts]
    kinds = Counter(count.kind for _, count in counts)
    filled = Counter(count.kind for _, count in counts if count.of)
    itself = sum(count.of is not None and count.of == count.unit for _, count in counts)
    print(f"{len(articles)} articles, {len(counts)} counts, of filled in {filled.total() / len(counts):.3f}")
    print(f"by the unit itself (77 จังหวัด): {itself / len(counts):.3f}")
    for kind, total in kinds.most_common():
        print(f"  {kind:10} {total:6} {filled[kind] / total:.2f}")
    for place, (article, count) in enumerate(chance.sample(counts, options.number), 1):
        print(f"\n{place}. {shown(article, count)}")


if __name__ == "__main__":
    main()
