"""Roads named by a number, with the line or section that goes with it: ทล.32, ทางหลวงหมายเลข 6 สายบางปะอิน - นครราชสีมา."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.stages.places.transport import before_link

# A rural road's number begins with its province: ทางหลวงชนบท อย.3006, ถนนสาย นศ.4039
_NUMBERED = regex.compile(
    r"(?:ทางหลวง(?:แผ่นดิน|ชนบท|พิเศษ(?: ?ระหว่างเมือง)?)? ?หมายเลข|ทล\.|มอเตอร์เวย์ ?(?:หมายเลข|สาย|M))"
    r" ?\d{1,4}(?![\d,/])"
    r"|(?:ทางหลวงชนบท ?(?:สาย|หมายเลข)?|ถนนสาย) ?[ก-ฮ]{2}\. ?\d{4}(?!\d)"
)
_ROADS = ("ทางหลวง", "ทล.", "มอเตอร์เวย์", "ถนนสาย")  # without which no number names one
# Neither "… - บรรจบทางหลวงหมายเลข 331" nor "ทล.32 - แยก ทล.311" ends in a name.
_PLACE = (
    r"(?:อำเภอ|อ\.|บ้าน|บ\.)? ?(?!บรรจบ|แยก|ทางหลวง|จุด|ทล|ถนน|ช่วง|กม|อำเภอ|บ้าน)[ก-ฮเ-ไ][ก-์]{2,22}+(?![ก-์])ฯ?"
)
_LINE = rf"{_PLACE}(?: ?[-–] ?(?P<to>{_PLACE})){{1,4}}+"
_SECTION = regex.compile(rf"(?: ?(?:สาย|ตอน) ?| ){_LINE}")
# "(ถนนพระราม 2)", "(ตอน อำเภอเมืองนครศรีธรรมราช - อำเภอปากพนัง)", "(M81)"
_BRACKETS = regex.compile(
    rf" ?\((?:(?:สาย|ตอน)? ?{_LINE}|M ?\d{{1,3}}|(?:มอเตอร์เวย์|ถนน|สาย|ทล\.|ทางหลวง)[^()\n]{{1,30}})\)"
)


def find_numbered_roads(document: Document) -> Iterator[Entity]:
    """The roads that a number names, in the order of the text.

    >>> from thai_newsie.document import Document
    >>> document = Document.from_text("จากทล.32 (ถนนเอเชีย) ถึงทางหลวงหมายเลข 6 สายบางปะอิน - นครราชสีมา และถนนสาย นศ.4039")
    >>> [document.slice(road) for road in find_numbered_roads(document)]
    ['ทล.32 (ถนนเอเชีย)', 'ทางหลวงหมายเลข 6 สายบางปะอิน - นครราชสีมา', 'ถนนสาย นศ.4039']
    """
    text = document.text
    if not any(word in text for word in _ROADS):
        return
    for match in _NUMBERED.finditer(text):
        yield Entity(match.start(), _end(document, match.end()), "LOCATION", "other", "pattern")


def _end(document: Document, end: int) -> int:
    """Where a road goes to whose number ends at `end`: over its other name in brackets, its line or its section."""
    for _ in range(2):  # "ทล.7 (มอเตอร์เวย์) กรุงเทพฯ - ชลบุรี", "ทางหลวงหมายเลข 35 สายธนบุรี - ปากท่อ (ถนนพระราม 2)"
        if brackets := _BRACKETS.match(document.text, end):
            end = brackets.end()
        elif section := _SECTION.match(document.text, end):
            whole = section.end()
            end = before_link(document, section.start("to"), whole)
            if end < whole:
                break
    return end
