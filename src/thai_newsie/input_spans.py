"""Where the spans of a Document stand in the title or text of the input.

Nothing else turns the offsets of a Document into those of an article.
"""

from __future__ import annotations

import re
from typing import Any

import regex

from thai_newsie.document import Document, Span
from thai_newsie.lexicon.page_furniture import furniture
from thai_newsie.raw_article import RawArticle
from thai_newsie.text.normalized import INVISIBLE

Plain = dict[str, Any]  # an item of the contract, not yet validated
SPACE_RUN = regex.compile(r"\s+")
_INVISIBLE_RUN = re.compile(f"[{INVISIBLE}]+")


class MisplacedError(ValueError):
    """A span that stands neither in the title nor in the text, or around the text, or holds nothing but blanks."""


class InputSpans:
    """The way from the spans of a Document to the title and text that it was read from."""

    def __init__(self, document: Document, raw: RawArticle) -> None:
        """`document` is what the stages made of `raw`."""
        self.document = document
        self._input, self._length = document.normalized.original, len(document.text)
        self._title_length, self._text_start = len(raw.title), raw.text_start
        self._around = document.where(Span(*span) for span in furniture(document.text))

    def at(self, span: Span) -> Plain:
        """`text start end field` of a span, in the field it stands in."""
        text, start, end = self.locate(span)
        if start < self._text_start:
            return {"text": text, "start": start, "end": end, "field": "title"}
        return {
            "text": text,
            "start": start - self._text_start,
            "end": end - self._text_start,
            "field": "text",
        }

    def locate(self, span: Span) -> tuple[str, int, int]:
        """What the input has at a span, and where it stands in title and text as one string (`RawArticle.joined`).

        Raises MisplacedError for a span that is blank, that stands neither in the title nor in the text, or in what stands
        around the text on its page.
        """
        if not 0 <= span.start < span.end <= self._length:
            raise MisplacedError(span)
        start, end = self.document.normalized.to_original(span.start, span.end)
        text = self._input[start:end]
        if (start < self._text_start and end > self._title_length) or text.isspace():
            raise MisplacedError(span)
        if self._around[span.start]:
            raise MisplacedError(span)
        return text, start, end

    def is_placed(self, span: Span) -> bool:
        """Whether a span stands in the title or in the text, not around it, and is not blank."""
        try:
            self.locate(span)
        except MisplacedError:
            return False
        return True

    def part_in_field(self, span: Span) -> Span:
        """A span, cut where the title ends in which it begins."""
        border = self.document.title_end
        return Span(span.start, border) if span.start < border < span.end else span

    def verbatim(self, span: Span | None) -> str | None:
        """What the input has at a span; the letters that are meant where it was read in a wrong encoding."""
        if span is None:
            return None
        _, start, end = self.locate(span)
        return self.document.normalized.meant(start, end)

    def plain(self, span: Span | None) -> str:
        """The same with one plain space between words, without markup and anything invisible: how names are written."""
        if span is None:
            return ""
        _, start, end = self.locate(span)
        text = self.document.normalized.legible(start, end)
        return SPACE_RUN.sub(" ", _INVISIBLE_RUN.sub("", text)).strip()
