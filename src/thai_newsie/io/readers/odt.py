"""OpenDocument text (.odt): one article a file, its paragraphs and tables in their order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import IO
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from thai_newsie.config import DEFAULT, Config
from thai_newsie.io.readers.opendocument import (
    DAMAGED,
    OFFICE,
    PARAGRAPHS,
    STYLE,
    TABLE,
    TEXT,
    elements,
    open_document,
    text_of,
    title_of,
)
from thai_newsie.io.readers.titles import real_title, titled
from thai_newsie.raw_article import RawArticle, reason_of
from thai_newsie.schema.article import Failure

_STYLE_OF_TITLE = "Title"
_OTHER_BLOCKS = frozenset({f"{TEXT}tracked-changes", f"{OFFICE}annotation"})
_NOTE_BODY = f"{TEXT}note-body"

_Block = tuple[str, str]  # a text, and the name of its style


def read_articles(
    stream: IO[bytes], where: str, name: str, config: Config = DEFAULT
) -> Iterator[RawArticle | Failure]:
    """The article of a text document, `name` its id. What is kept as deleted is left out; notes stand at the end."""
    try:
        package = open_document(stream, "OpenDocument text", ".odt", config.max_bytes)
        found, styles = _read(package, config)
        title = " ".join(
            " ".join(text.split())
            for text, _ in takewhile(lambda block: styles.get(block[1], block[1]) == _STYLE_OF_TITLE, found)
        ) or real_title(title_of(package), name)
    except DAMAGED as error:
        reason = f"is no OpenDocument text (.odt) that can be read: {reason_of(error)}"
        yield Failure(id=name, source=where, error=reason)
        return
    except ValueError as error:
        yield Failure(id=name, source=where, error=str(error))
        return
    if found:
        yield titled("\n\n".join(text for text, _ in found), title, name, (), where)
    else:
        yield Failure(
            id=name, source=where, error="has no text; a text in pictures must be recognized first (OCR)"
        )


def _read(package: ZipFile, config: Config) -> tuple[list[_Block], dict[str, str]]:
    """The blocks of the document, those of its notes last, and the style that each style of its own is made from."""
    found: list[_Block] = []
    notes: list[_Block] = []
    styles: dict[str, str] = {}
    length, depth = 0, None
    with package.open("content.xml") as file:
        for event, element in elements(file):
            if event == "start":
                depth = 0 if element.tag == f"{OFFICE}text" else depth if depth is None else depth + 1
                continue
            if depth is None:
                if element.tag == f"{STYLE}style":
                    styles[element.get(f"{STYLE}name", "")] = element.get(f"{STYLE}parent-style-name", "")
            elif depth == 1:
                found += _blocks(element)
                notes += [block for note in element.iter(_NOTE_BODY) for block in _blocks(note, in_note=True)]
                element.clear()
                length += len(found[-1][0]) if found else 0
                config.check_length(length)
            depth = depth if depth is None else depth - 1 if depth else None
    return found + notes, styles


def _blocks(element: Element, *, in_note: bool = False) -> Iterator[_Block]:
    if element.tag in PARAGRAPHS:
        if text := text_of(element):
            yield text, element.get(f"{TEXT}style-name", "")
        for child in element:
            yield from _inner_blocks(child)
    elif element.tag == f"{TABLE}table":
        yield from _table(element)
    elif element.tag == _NOTE_BODY and not in_note:
        return
    elif element.tag not in _OTHER_BLOCKS:
        for child in element:
            yield from _blocks(child)


def _inner_blocks(element: Element) -> Iterator[_Block]:
    """The blocks of the text boxes in a part of a paragraph."""
    if element.tag in PARAGRAPHS or element.tag == f"{TABLE}table":
        yield from _blocks(element)
    elif element.tag != _NOTE_BODY and element.tag not in _OTHER_BLOCKS:
        for child in element:
            yield from _inner_blocks(child)


def _table(table: Element) -> Iterator[_Block]:
    """A table as one block, a line for each row and a tab between cells. Cells of several paragraphs stand alone."""
    rows: list[str] = []
    for row in table.iter(f"{TABLE}table-row"):
        cells = [cell for cell in (list(_blocks(cell)) for cell in row.iter(f"{TABLE}table-cell")) if cell]
        if all(len(cell) == 1 for cell in cells):
            rows.append("\t".join(" ".join(cell[0][0].split()) for cell in cells))
            continue
        yield from _rows_so_far(rows)
        rows = []
        for cell in cells:
            yield from cell
    yield from _rows_so_far(rows)


def _rows_so_far(rows: list[str]) -> Iterator[_Block]:
    if text := "\n".join(filter(None, rows)):
        yield text, ""
