"""The XML of OpenDocument files (OASIS OpenDocument 1.3), read element by element: the whole of it would fill the memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element, ParseError, iterparse
from zipfile import ZipFile

from thai_newsie.io.readers.packages import UNPACKING_ERRORS, PackageError, open_package

_NAMESPACES = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TABLE, TEXT, STYLE = (_NAMESPACES % part for part in ("office", "table", "text", "style"))
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
DAMAGED = (ParseError, LookupError, *UNPACKING_ERRORS)  # LookupError: an encoding that nobody knows

_NOT_TEXT = frozenset(
    {f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}tracked-changes", f"{TEXT}note-citation"}
    | {f"{TEXT}{tag}" for tag in ("ruby-text", "sequence-decls", "bookmark-start", "bookmark-end")}
)
_CHARACTERS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_MAX_SPACES = 1000  # of an element that stands for several
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")


def open_document(stream: IO[bytes], what: str, suffix: str, max_bytes: int) -> ZipFile:
    """The package of an OpenDocument file. Raises PackageError and InputTooLargeError."""
    package = open_package(stream, what, suffix, max_bytes)
    try:
        if b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise PackageError(f"is protected with a password; save it as {suffix} without one")
    except KeyError:
        pass  # the manifest is not needed
    if "content.xml" not in package.namelist():
        raise PackageError(f"is no {what} ({suffix}): it has no content.xml")
    return package


def elements(file: IO[bytes]) -> Iterator[tuple[str, Element]]:
    """The beginnings and ends of elements, as `iterparse` gives them. Raises what is in `DAMAGED`."""
    yield from iterparse(file, events=("start", "end"))


def title_of(package: ZipFile) -> str:
    """The title in the properties, or ""."""
    if "meta.xml" not in package.namelist():
        return ""
    with package.open("meta.xml") as file:
        return next(
            (found.text or "" for event, found in elements(file) if event == "end" and found.tag == _TITLE),
            "",
        )


def text_of(paragraph: Element) -> str:
    """The text of a paragraph, without that of the paragraphs in it (of notes and text boxes)."""
    return "".join(_pieces(paragraph)).strip()


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag == f"{TEXT}s":
            yield " " * min(int(child.get(f"{TEXT}c", 1)), _MAX_SPACES)
        elif child.tag not in _NOT_TEXT and child.tag not in PARAGRAPHS:
            yield from _pieces(child)
        yield child.tail or ""
