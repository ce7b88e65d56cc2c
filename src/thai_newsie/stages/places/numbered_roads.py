"""Roads named by a number, with the line or section that goes with it: ทล.32, ทางหลวงหมายเลข 6 สายบางปะอิน - นครราชสีมา."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.lexicon.shared_scan import occurs, shared
from thai_newsie.provenance import joined, row
from thai_newsie.stages.places.place_words import one_of, words
from thai_newsie.stages.places.short_names import NameEnd, before_link


@shared
def _first_words() -> Matcher[None]:
    """What a numbered road begins with: most texts have none of it."""
    return Matcher(dict.fromkeys((*words("highway"), *words("motorway"), *words("rural_road"))))


@compiled
def _numbered_road() -> regex.Pattern[str]:
    """A road by its number. A rural road's begins with its province: ทางหลวงชนบท อย.3006, ถนนสาย นศ.4039."""
    road = any_of((*words("highway"), *words("motorway")))
    return regex.compile(
        rf"(?P<road>{road}) ?\d{{1,4}}(?![\d,/])"
        rf"|(?P<rural>{one_of('rural_road')}) ?[ก-ฮ]{{2}}\. ?\d{{4}}(?!\d)"
    )


@compiled
def _line() -> str:
    """The places that a road leads to. Neither "… - บรรจบทางหลวงหมายเลข 331" nor "ทล.32 - แยก ทล.311" ends in a name."""
    place = rf"(?:อำเภอ|อ\.|บ้าน|บ\.)? ?(?!{one_of('no_line_end')})[ก-ฮเ-ไ][ก-์]{{2,22}}+(?![ก-์])ฯ?"
    return rf"{place}(?: ?[-–] ?(?P<to>{place})){{1,4}}+"


@compiled
def _section() -> regex.Pattern[str]:
    return regex.compile(rf"(?: ?(?:สาย|ตอน) ?| ){_line()}")


@compiled
def _in_brackets() -> regex.Pattern[str]:
    """The other name of the road: "(ถนนพระราม 2)", "(ตอน อำเภอเมืองนครศรีธรรมราช - อำเภอปากพนัง)", "(M81)"."""
    return regex.compile(
        rf" ?\((?:(?:สาย|ตอน)? ?{_line()}|M ?\d{{1,3}}|{one_of('road_name')}[^()\n]{{1,30}})\)"
    )


def find_numbered_roads(document: Document) -> Iterator[Entity]:
    """The roads that a number names, in the order of the text.

    >>> from thai_newsie.document import Document
    >>> document = Document.from_text("จากทล.32 (ถนนเอเชีย) ถึงทางหลวงหมายเลข 6 สายบางปะอิน - นครราชสีมา และถนนสาย นศ.4039")
    >>> [(document.slice(road), road.rule) for road in find_numbered_roads(document)]
    [('ทล.32 (ถนนเอเชีย)', 'place_words:ทล.'),
     ('ทางหลวงหมายเลข 6 สายบางปะอิน - นครราชสีมา', 'place_words:ทางหลวงหมายเลข'),
     ('ถนนสาย นศ.4039', 'place_words:ถนนสาย')]
    """
    if not occurs(document, _first_words()):
        return
    for match in _numbered_road().finditer(document.text):
        name = _road_end(document, match.end())
        rule = joined(row("place_words", match["road"] or match["rural"]), name.rule)
        yield Entity(match.start(), name.end, "LOCATION", "other", "pattern", rule=rule)


def _road_end(document: Document, end: int) -> NameEnd:
    """Where a road ends whose number ends at `end`: behind its other name in brackets, its line or its section."""
    for _ in range(2):  # "ทล.7 (มอเตอร์เวย์) กรุงเทพฯ - ชลบุรี", "ทางหลวงหมายเลข 35 สายธนบุรี - ปากท่อ (ถนนพระราม 2)"
        if brackets := _in_brackets().match(document.text, end):
            end = brackets.end()
        elif section := _section().match(document.text, end):
            name = before_link(document, section.start("to"), section.end())
            if name.end < section.end():
                return name
            end = name.end
    return NameEnd(end)
