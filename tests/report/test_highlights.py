"""The one table of colours: legible on every ground, and the same wherever finds are shown."""

from __future__ import annotations

import pytest
import spacy

import thai_newsie
from newsroom import articles, hostile_article
from thai_newsie.report.highlights import DISPLACY_COLOURS, HIGHLIGHTS, Highlight, segments

WHITE, BLACK, DARK = (255, 255, 255), (0, 0, 0), (28, 32, 37)
LEGIBLE = 7  # WCAG's AAA
Colour = tuple[float, ...]


def luminance(colour: Colour) -> float:
    parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Colour, other: Colour) -> float:
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def over(tint: str, ground: Colour) -> Colour:
    red, green, blue, opacity = bytes.fromhex(tint.removeprefix("#"))
    share = opacity / 255
    return tuple(share * c + (1 - share) * g for c, g in zip((red, green, blue), ground, strict=True))


@pytest.mark.parametrize(
    "highlight",
    [highlight for highlight in HIGHLIGHTS if highlight.hue],
    ids=lambda highlight: highlight.kind,
)
def test_letters_are_legible_on_every_tint_in_light_and_dark(highlight: Highlight) -> None:
    assert contrast(BLACK, over(highlight.tint, WHITE)) > LEGIBLE
    assert contrast(WHITE, over(highlight.tint, DARK)) > LEGIBLE


def test_no_two_kinds_look_alike() -> None:
    assert (
        len({highlight.terminal for highlight in HIGHLIGHTS})
        == len({highlight.tint for highlight in HIGHLIGHTS})
        == len(HIGHLIGHTS)
    )


def test_pieces_are_the_whole_text_in_order() -> None:
    for article in [*articles(20), hostile_article()]:
        for field in ("title", "text"):
            found = segments(article, field)
            whole = getattr(article, field)
            assert "".join(whole[piece.start : piece.end] for piece in found) == whole


def test_what_is_read_inside_a_statement_or_an_office_keeps_its_own_colour() -> None:
    article = thai_newsie.extract("นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า จะไปจังหวัดน่าน")
    shown = {article.text[p.start : p.end]: (p.kind, p.in_statement) for p in segments(article, "text")}
    assert shown["อธิบดี"] == ("role", False)
    assert shown["กรมการข้าว"] == ("organization", False)
    assert shown["จังหวัดน่าน"] == ("place", True)


def test_displacy_shows_a_doc_in_these_colours() -> None:
    doc = thai_newsie.load()("นายสมชาย ใจดี อธิบดีกรมการข้าว ลงพื้นที่จังหวัดน่าน")
    shown = spacy.displacy.render(doc, style="ent", jupyter=False)
    assert {entity.label_ for entity in doc.ents} == set(DISPLACY_COLOURS)
    for label, colour in DISPLACY_COLOURS.items():
        assert f"background: {colour};" in shown, label
