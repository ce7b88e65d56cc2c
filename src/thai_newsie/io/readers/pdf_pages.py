"""The lines of a page of a PDF, with their places, from what PDFium tells of its characters."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

from thai_newsie.extras import require

_LINE_ENDS = "\r\n"
_UNKNOWN = "\ufffd"
_UNKNOWN_CODES = (0, 0xFFFE, 0xFFFF)  # of characters that the PDF has a picture of and no text
_HYPHEN_AT_LINE_END = "\x02"  # PDFium's own sign for a hyphen that breaks a word
_WORD_GAP = 0.12  # of the height of a line: less is no space between two words
_COLUMN_GAP = 1.2  # of the height of a line: more may be the space between two columns


@dataclass
class Piece:
    """A line of a page, or the part of one between two wide gaps. The unit of its place is a point, from below."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """The height of its font's line."""
        return self.top - self.bottom

    def grow(self, text: str, other: Piece) -> None:
        """Take in `text` and the place of `other`."""
        self.text += text
        self.left, self.right = min(self.left, other.left), max(self.right, other.right)
        self.bottom, self.top = min(self.bottom, other.bottom), max(self.top, other.top)


Line = list[Piece]


@dataclass
class PageText:
    """The lines of a page, how many of its characters have no text, and whether it has pictures."""

    lines: list[Line]
    unknown: int
    has_pictures: bool


@dataclass
class _Span:
    """Characters that a producer gave as one (`ActualText`): the objects of the page that draw them."""

    left: float
    right: float
    told_by: int | None = None  # the object that PDFium gives the characters for


def page_text(page: Any, max_characters: int) -> PageText:
    """What stands on a page of pypdfium2, as far as `max_characters` go."""
    raw = require("pypdfium2.raw", "files")
    spans, has_pictures = _objects(page, raw)
    text_page = page.get_textpage()
    try:
        count = min(raw.FPDFText_CountChars(text_page), max_characters + 1)
        reading = _Reading(raw, text_page, spans)
        for index in range(count):
            reading.read(index)
    finally:
        text_page.close()
    return PageText([line for line in reading.lines if line], reading.unknown, has_pictures)


class _Reading:
    """The characters of a page, one after the other."""

    def __init__(self, raw: Any, text_page: Any, spans: dict[int, _Span]) -> None:
        self._raw, self._text_page, self._spans = raw, text_page, spans
        self._gap = False  # whether PDFium made a space behind the last character
        self._near_span = False  # whether the last character was in a span
        self._rectangle = raw.FS_RECTF()
        self.lines: list[Line] = [[]]
        self.unknown = 0

    def read(self, index: int) -> None:
        raw, text_page = self._raw, self._text_page
        code = raw.FPDFText_GetUnicode(text_page, index)
        character = _UNKNOWN if code in _UNKNOWN_CODES else chr(code)
        if character in _LINE_ENDS:
            self.lines.append([])
        elif character == " " and raw.FPDFText_IsGenerated(text_page, index) == 1:
            self._gap = True
            return
        else:
            self._read_drawn("-" if character == _HYPHEN_AT_LINE_END else character, index)
            return
        self._gap = False

    def _read_drawn(self, character: str, index: int) -> None:
        span = None
        if self._spans:
            drawn_by = _address(self._raw.FPDFText_GetTextObject(self._text_page, index))
            span = self._spans.get(drawn_by)
            if span and span.told_by not in (None, drawn_by):
                self._near_span = True
                return  # Chromium draws ที่ with three objects, and PDFium may tell ที่ for each of them
            if span:
                span.told_by = drawn_by
        self._put(self._place(character, index, span), in_span=span is not None)
        self.unknown += character == _UNKNOWN
        self._gap, self._near_span = False, span is not None

    def _place(self, character: str, index: int, span: _Span | None) -> Piece:
        box = self._rectangle
        self._raw.FPDFText_GetLooseCharBox(self._text_page, index, box)
        if span:
            return Piece(character, min(span.left, box.left), max(span.right, box.right), box.bottom, box.top)
        return Piece(character, box.left, box.right, box.bottom, box.top)

    def _put(self, found: Piece, *, in_span: bool) -> None:
        line = self.lines[-1]
        if not line:
            line.append(found)
            return
        last = line[-1]
        if not self._gap:
            last.grow(found.text, found)
            return
        gap, height = found.left - last.right, max(last.height, found.height)
        if gap > _COLUMN_GAP * height:
            line.append(found)
        elif (in_span or self._near_span) and gap < _WORD_GAP * height:
            last.grow(found.text, found)  # จ and ำ are one span: the space is that between the boxes of its parts
        else:
            last.grow(" " + found.text, found)


def _objects(page: Any, raw: Any) -> tuple[dict[int, _Span], bool]:
    """The span of each object of the page that is in one, by its address, and whether the page has pictures."""
    spans: dict[int, _Span] = {}
    by_mark: dict[int, _Span] = {}
    has_pictures = False
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE)):
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            has_pictures = True
        elif (mark := _mark(item.raw, raw)) is not None:
            left, _, right, _ = item.get_bounds()
            span = by_mark.setdefault(mark, _Span(left, right))
            span.left, span.right = min(span.left, left), max(span.right, right)
            spans[_address(item.raw)] = span
    return spans, has_pictures


def _mark(item: Any, raw: Any) -> int | None:
    """The address of the mark that gives the text of an object; None where no mark does."""
    for number in range(raw.FPDFPageObj_CountMarks(item)):
        mark = raw.FPDFPageObj_GetMark(item, number)
        if raw.FPDFPageObjMark_GetParamValueType(mark, b"ActualText") == raw.FPDF_OBJECT_STRING:
            return _address(mark)
    return None


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0
