"""Paragraphs, tables, text boxes and notes in the XML of Word (ISO/IEC 29500-1, WordprocessingML)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from thai_newsie.extras import require

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a text box once more, for old programs
_TEXT_BOX = f"{_W}txbxContent"
_OUTSIDE_TEXT = frozenset(
    {_FALLBACK}
    | {
        f"{_W}{tag}"
        for tag in ("pPr", "rPr", "sectPr", "del", "moveFrom", "instrText", "delText", "rt", "sdtPr")
    }
)
_CHARACTER_ELEMENTS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_OFF = ("0", "false", "off")
_NOTE_PARTS = ("/footnotes", "/endnotes")


@dataclass(frozen=True)
class Block:
    """A paragraph, or a table with its rows as lines. `style` is the id of the paragraph's style."""

    text: str
    style: str = ""


@dataclass
class _Paragraph:
    pieces: list[str] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)  # text boxes that hang on it


def blocks(container: Any) -> Iterator[Block]:
    """The blocks in an element, in their order. A text box follows the paragraph that it hangs on."""
    for child in container:
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag == f"{_W}tbl":
            yield from _table(child)
        elif child.tag not in _OUTSIDE_TEXT:
            yield from blocks(child)  # content controls and tracked insertions hold blocks


def notes(part: Any) -> Iterator[Block]:
    """The footnotes and endnotes of a document's part."""
    etree = require("lxml.etree", "files")
    for relation in part.rels.values():
        if relation.reltype.endswith(_NOTE_PARTS):
            root = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
            for note in root:
                if note.get(f"{_W}type") in (None, "normal"):  # the others are the lines that separate them
                    yield from blocks(note)


def _paragraph(element: Any) -> Iterator[Block]:
    found = _Paragraph()
    _collect(element, found)
    if text := "".join(found.pieces).strip():
        style = element.find(f"{_W}pPr/{_W}pStyle")
        yield Block(text, "" if style is None else style.get(f"{_W}val", ""))
    for box in found.boxes:
        yield from blocks(box)


def _collect(element: Any, found: _Paragraph) -> None:
    """Add the text below `element`."""
    for child in element:
        if child.tag in (f"{_W}t", _MATH_TEXT):
            found.pieces.append(child.text or "")
        elif child.tag in _CHARACTER_ELEMENTS:
            found.pieces.append(_CHARACTER_ELEMENTS[child.tag])
        elif child.tag == _TEXT_BOX:
            found.boxes.append(child)
        elif child.tag not in _OUTSIDE_TEXT and not _is_hidden(child):
            _collect(child, found)


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{_W}rPr/{_W}vanish") if run.tag == f"{_W}r" else None
    return hidden is not None and hidden.get(f"{_W}val") not in _OFF


def _table(element: Any) -> Iterator[Block]:
    """A table as one block, a line for each row and a tab between cells. Cells of several paragraphs stand alone."""
    rows: list[str] = []
    for row in element.iterchildren(f"{_W}tr"):
        cells = [list(blocks(cell)) for cell in _cells(row)]
        cells = [cell for cell in cells if cell]
        if all(len(cell) == 1 for cell in cells):
            rows.append("\t".join(" ".join(cell[0].text.split()) for cell in cells))
            continue
        yield from _rows_so_far(rows)
        rows = []
        for cell in cells:
            yield from cell
    yield from _rows_so_far(rows)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == f"{_W}tc":
            yield child
        elif child.tag == f"{_W}sdt":
            yield from child.iter(f"{_W}tc")


def _rows_so_far(rows: list[str]) -> Iterator[Block]:
    if text := "\n".join(filter(None, rows)):
        yield Block(text)
