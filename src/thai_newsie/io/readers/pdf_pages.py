"""The lines of a page of a PDF, with their places, from what PDFium tells of its characters."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

from thai_newsie.extras import require

_LINE_ENDS = "\r\n"
_WITHOUT_TEXT = "\ufffd"
_CODES_WITHOUT_TEXT = (0, 0xFFFE, 0xFFFF)  # of characters that the PDF has a picture of and no text
_HYPHEN_AT_LINE_END = "\x02"  # PDFium's own sign for a hyphen that breaks a word
_WORD_GAP = 0.15  # of the size of the font: less is no space between two words
_COLUMN_GAP = 2.0  # of the size of the font: more may be the space between two columns


@dataclass
class Piece:
    """A line of a page, or the part of one between two wide gaps. The unit of its place is a point, from below."""

    text: str
    left: float
    right: float
    base: float  # where its letters stand
    size: float  # of its font

    def grow(self, text: str, left: float, right: float) -> None:
        """Take in `text` and its place."""
        self.text += text
        self.left, self.right = min(self.left, left), max(self.right, right)


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
        character = chr(code)
        if character in _LINE_ENDS:
            self.lines.append([])
            self._gap = False
        elif character == " " and raw.FPDFText_IsGenerated(text_page, index) == 1:
            self._gap = True
        else:
            if code in _CODES_WITHOUT_TEXT or raw.FPDFText_HasUnicodeMapError(text_page, index) == 1:
                character = _WITHOUT_TEXT
            self._read_drawn("-" if character == _HYPHEN_AT_LINE_END else character, index)

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
        box = self._rectangle
        self._raw.FPDFText_GetLooseCharBox(self._text_page, index, box)
        left, right = box.left, box.right
        if span:
            left, right = min(span.left, left), max(span.right, right)
        self._put(character, left, right, index, near_span=span is not None or self._near_span)
        self.unknown += character == _WITHOUT_TEXT
        self._gap, self._near_span = False, span is not None

    def _put(self, character: str, left: float, right: float, index: int, *, near_span: bool) -> None:
        line = self.lines[-1]
        last = line[-1] if line else None
        if last and not self._gap:
            last.grow(character, left, right)
        elif last is None or left - last.right > _COLUMN_GAP * last.size:
            line.append(Piece(character, left, right, *self._base_and_size(index)))
        elif near_span and left - last.right < _WORD_GAP * last.size:
            last.grow(
                character, left, right
            )  # จ and ำ are one span: the space is between the boxes of its parts
        else:
            last.grow(" " + character, left, right)

    def _base_and_size(self, index: int) -> tuple[float, float]:
        x, y, matrix = ctypes.c_double(), ctypes.c_double(), self._raw.FS_MATRIX()
        self._raw.FPDFText_GetCharOrigin(self._text_page, index, x, y)
        self._raw.FPDFText_GetMatrix(self._text_page, index, matrix)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        return y.value, self._raw.FPDFText_GetFontSize(self._text_page, index) * scale or 1.0


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
