"""How many people are found where no title announces them, on annotated articles without their titles.

    python benchmarks/untitled_people.py FOLDER...

FOLDER holds annotated articles (`ID.json`, `ID.gold.json`). The title of every form of a name in the annotation is struck
from the article ("นายสมชาย ใจดี" becomes "สมชาย ใจดี"); the names to be found stay the same. Prints precision, recall and F1
of the list of people, with the rules alone and with the stage `recognizer` behind them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from thai_newsie.assemble import assemble
from thai_newsie.document import Document
from thai_newsie.evaluation import Tally, annotated, evaluate
from thai_newsie.evaluation.agreement import Record
from thai_newsie.raw_article import RawArticle
from thai_newsie.stages import STAGES

RECOGNIZER = "recognizer"


def without_titles(article: Record, annotation: Record) -> Record:
    """The article without the titles of its people."""
    changed = dict(article)
    for person in annotation["people"]:
        for form in sorted(person["forms"], key=len, reverse=True):
            if person["title"] and form.startswith(person["title"]):
                bare = form.removeprefix(person["title"]).strip()
                for field in ("title", "text"):
                    changed[field] = (changed[field] or "").replace(form, bare)
    return changed


def extracted(articles: list[Record], names: tuple[str, ...]) -> Iterator[Record]:
    """What the stages `names` find in each article."""
    for article in articles:
        raw = RawArticle.from_object(article)
        document = Document.from_text(raw.joined, title_length=len(raw.title))
        document.published = raw.published_date
        for name in names:
            STAGES[name].fill(document)
        yield json.loads(assemble(document, raw).to_json())


def main(folders: list[Path]) -> None:
    rules = tuple(name for name in STAGES if name != RECOGNIZER)
    for title, names in (("rules", rules), ("rules and recognizer", tuple(STAGES))):
        tally = Tally()
        for folder in folders:
            articles = [without_titles(*pair) for pair in annotated(folder)]
            tally += evaluate(folder, extracted(articles, names)).tallies["people"]
        figures = f"{tally.precision:.3f} {tally.recall:.3f} {tally.f1:.3f}"
        print(f"{title:22} {figures} of {tally.right + tally.missed}")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
