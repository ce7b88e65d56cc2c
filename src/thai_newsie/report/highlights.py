"""How items are highlighted in a text: one table of colours, for terminal, notebook, report and displaCy."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from thai_newsie.schema.article import Article, Field, Mention


@dataclass(frozen=True)
class Highlight:
    """The highlight of one kind of item: its colour on a terminal, and its hue in HTML ("" for an underline)."""

    kind: str
    terminal: str
    hue: str = ""

    @property
    def tint(self) -> str:
        """The hue with an opacity that keeps black letters on white, and white letters on black, legible."""
        return self.hue and self.hue + _TINT_OPACITY


_TINT_OPACITY = "47"  # as CSS writes an opacity of 28%

# Black on pale colours is legible on dark and on light terminals. The colours are among the 256 that every terminal has,
# so all stay different. Bold does not make color(16) grey, as it does with black. A later kind covers an earlier one.
HIGHLIGHTS = (
    Highlight("statement", "underline"),
    Highlight("role", "color(16) on color(183)", "#9467e0"),
    Highlight("organization", "color(16) on color(153)", "#2f86e0"),
    Highlight("place", "color(16) on color(157)", "#25a55f"),
    Highlight("date", "color(16) on color(229)", "#d9b100"),
    Highlight("count", "color(16) on color(252)", "#808894"),
    Highlight("person", "bold color(16) on color(216)", "#ee7f33"),
)

_TINT_OF_KIND = {highlight.kind: highlight.tint for highlight in HIGHLIGHTS}

# spaCy finds these by the entry point of the package, and displaCy shows the entities of a Doc in these colours.
DISPLACY_COLOURS = {
    "PERSON": _TINT_OF_KIND["person"],
    "ORGANIZATION": _TINT_OF_KIND["organization"],
    "LOCATION": _TINT_OF_KIND["place"],
}


@dataclass(frozen=True)
class Segment:
    """A part of a text with the same highlight: `kind` of item ("" for none), and whether a statement covers it."""

    start: int
    end: int
    kind: str
    in_statement: bool


def mentions(article: Article) -> dict[str, tuple[Mention, ...]]:
    """The mentions of each kind in `HIGHLIGHTS`."""
    people, organizations, places = article.people, article.organizations, article.places
    return {
        "statement": article.statements,
        "role": tuple(role for person in people for role in person.roles),
        "organization": tuple(m for organization in organizations for m in organization.mentions),
        "place": tuple(m for place in places for m in place.mentions),
        "date": (*article.dates, *article.times),
        "count": article.counts,
        "person": tuple(m for person in people for m in person.mentions),
    }


def segments(article: Article, field: Field) -> list[Segment]:
    """The title or text of an article, divided wherever an item (also the phrase of an event) begins or ends.

    >>> article = Article.model_validate({"text": "ณ จังหวัดน่าน", "places": [{"id": "l1", "text": "จังหวัดน่าน",
    ...     "kind": "province", "mentions": [{"text": "จังหวัดน่าน", "start": 2, "end": 13}]}]})
    >>> [(segment.start, segment.end, segment.kind) for segment in segments(article, "text")]
    [(0, 2, ''), (2, 13, 'place')]
    """
    length = len(getattr(article, field))
    ground, in_statement = [""] * length, [False] * length
    cuts = {0, length}
    for event in article.events:
        if event.field == field:
            cuts |= {event.start, event.end}
    for kind, found in mentions(article).items():
        for mention in found:
            if mention.field != field:
                continue
            start, end = mention.start, mention.end
            cuts |= {start, end}
            if kind == "statement":
                in_statement[start:end] = [True] * (end - start)
            else:
                ground[start:end] = [kind] * (end - start)
    return [Segment(start, end, ground[start], in_statement[start]) for start, end in pairwise(sorted(cuts))]
