"""How often the rules' entities are right, by label, kind and source: the table `data/entities/entity_confidence.tsv`.

    python benchmarks/entity_confidence.py FOLDER... > data/entities/entity_confidence.tsv

FOLDER holds annotated articles (`ID.json`, `ID.gold.json`). An entity is right where the annotation has
its words in the list of its label; the same words count once an article. A kind of which few were seen is
drawn towards its label and source as a whole (kind "*"), as if four more of those had been seen.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from thai_newsie.document import Document, Entity
from thai_newsie.evaluation import annotated
from thai_newsie.evaluation.agreement import Record, similar, tight
from thai_newsie.raw_article import RawArticle
from thai_newsie.stages.entities.rules import find_by_rules

_PLACES_ALIKE = 0.75  # as `agreement` compares them
_DRAWN = 4


def forms(annotation: Record) -> dict[str, set[str]]:
    """The words that the annotation has for each label, white space set aside."""
    people = [form for person in annotation["people"] for form in (person["name"], *person["forms"])]
    organizations = [
        form
        for organization in annotation["organizations"]
        for form in (organization["name"], *organization["aliases"])
    ]
    places = [place["text"] for place in annotation["places"]]
    labelled = {"PERSON": people, "ORGANIZATION": organizations, "LOCATION": places}
    return {label: set(map(tight, words)) for label, words in labelled.items()}


def is_right(label: str, words: str, known: set[str]) -> bool:
    return words in known or (
        label == "LOCATION" and any(similar(words, place, _PLACES_ALIKE) for place in known)
    )


def main(folders: list[Path]) -> None:
    found: Counter[tuple[str, str, str]] = Counter()
    right: Counter[tuple[str, str, str]] = Counter()
    for folder in folders:
        for article, annotation in annotated(folder):
            document = Document.from_text(RawArticle.from_object(article).joined)
            known = forms(annotation)
            once: dict[tuple[str, str], Entity] = {}
            for entity in find_by_rules(document):
                once.setdefault((entity.label, tight(document.slice(entity))), entity)
            for (label, words), entity in once.items():
                for key in ((label, entity.source, "*"), (label, entity.source, entity.kind)):
                    found[key] += 1
                    right[key] += is_right(label, words, known[label])
    print("label\tfound_by\ttype\tconfidence\tflags\tsource")
    for key in sorted(found):
        whole = (*key[:2], "*")
        share = right[whole] / found[whole]
        confidence = (right[key] + _DRAWN * share) / (found[key] + _DRAWN)
        print(*key, f"{confidence:.3f}", "", f"{right[key]} of {found[key]} in annotated articles", sep="\t")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
