"""How much of an article is still read when its text is broken as PDF files, fonts and encodings break it.

    python -m benchmarks.broken_text FILE [--articles 200]

FILE holds clean articles in any format that thai-newsie reads. Each is broken in each of the ways of `faults`. The table
gives the share of the items of the clean article (by list and value, wherever they stand) that the broken one has too, and
the items that it has beyond them, as a share of the same: with the mends of the package, and without any.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from benchmarks.broken_text.faults import FAULTS

import thai_newsie
from thai_newsie import document
from thai_newsie.schema.article import Article, Failure
from thai_newsie.text import normalized

LISTS = {
    "people": ("name",), "organizations": ("name",), "places": ("name", "kind", "code"), "dates": ("value",),
    "times": ("value",), "counts": ("value", "unit"), "events": ("type", "date"),
}  # fmt: skip


def items(article: Article) -> Counter[tuple[str, ...]]:
    """The items of an article without where they stand; names in the normalized spelling, with no space."""
    return Counter(
        (name, *("".join(normalized.NormalizedText(str(item.get(key))).text.split()) for key in keys))
        for name, keys in LISTS.items()
        for item in article.to_dict()[name]
    )


def kept(clean: Counter[tuple[str, ...]], broken: Counter[tuple[str, ...]]) -> tuple[int, int, int]:
    """Items of the clean article, those still there, and those that are new."""
    same = (clean & broken).total()
    return clean.total(), same, broken.total() - same


def articles(path: str, number: int) -> Iterator[str]:
    """The texts of the first articles."""
    for raw in islice(thai_newsie.read(path), number):
        if not isinstance(raw, Failure):
            yield raw.text


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--unmended", action="store_true", help="without any mend, for comparison")
    args = parser.parse_args()
    if args.unmended:
        normalized.mend = lambda *_: {}  # type: ignore[assignment]
        document._LEXICON_MENDS = ()
    texts = [(text, items(thai_newsie.extract(text))) for text in articles(args.file, args.articles)]
    print(f"{'fault':34} kept  new")
    for name, spoil in FAULTS.items():
        counts = [kept(clean, items(thai_newsie.extract(spoil(text)))) for text, clean in texts]
        of, same, new = map(sum, zip(*counts, strict=True))
        print(f"{name:34} {same / of:.3f} {new / of:.3f}", flush=True)


if __name__ == "__main__":
    main()
