"""PDF: one article a file, or one a page (`Config.per_page`). Only its text layer is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from threading import Lock
from typing import IO, Any

from thai_newsie.config import DEFAULT, Config
from thai_newsie.extras import require
from thai_newsie.io.readers.layout import lay_out
from thai_newsie.io.readers.opening import read_whole
from thai_newsie.io.readers.pdf_layout import text_of_lines
from thai_newsie.io.readers.pdf_pages import page_text
from thai_newsie.io.readers.shown_names import shown
from thai_newsie.io.readers.titles import real_title, titled
from thai_newsie.raw_article import RawArticle, reason_of
from thai_newsie.schema.article import Failure

_ONE_AT_A_TIME = Lock()  # PDFium may not run in two threads
_ERR_PASSWORD = 4  # FPDF_ERR_PASSWORD of fpdfview.h
_NO_TEXT_LAYER = "has no text layer: its pages are pictures; recognize their text first (OCR), for example with ocrmypdf -l tha"
_NO_TEXT = "has no text"
_NO_MEANING = (
    "has a text layer without meaning: its fonts do not say which letters they draw; recognize its text (OCR), "
    "for example with ocrmypdf --force-ocr -l tha"
)
_MAX_SHARE_WITHOUT_TEXT = 0.2  # of the characters: with more of them, the others mean something else too

_Page = tuple[str, int, bool]  # its text, how many characters of it are unknown, whether it has pictures


def read_articles(
    stream: IO[bytes], where: str, name: str, config: Config = DEFAULT
) -> Iterator[RawArticle | Failure]:
    """The article of a PDF, `name` its id; with `config.per_page` one for each page, its number behind the name."""
    pdfium = require("pypdfium2", "files")
    try:
        data = bytes(read_whole(stream, config.max_bytes))
        with _ONE_AT_A_TIME:
            document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        yield Failure(id=name, source=where, error=_reason(error))
        return
    except ValueError as error:
        yield Failure(id=name, source=where, error=str(error))
        return
    with closing(_Closing(document)):
        reading = _each_page if config.per_page else _whole
        try:
            yield from reading(document, where, name, config)
        except (pdfium.PdfiumError, ValueError) as error:
            yield Failure(id=name, source=where, error=f"cannot be read: {reason_of(error)}")


class _Closing:
    """Closes a document under the lock."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def close(self) -> None:
        with _ONE_AT_A_TIME:
            self._document.close()


def _reason(error: Exception) -> str:
    if getattr(error, "err_code", None) == _ERR_PASSWORD:
        return "is protected with a password; save it without one"
    return f"is no PDF that can be read, it is damaged or cut off: {reason_of(error)}"


def _whole(document: Any, where: str, name: str, config: Config) -> Iterator[RawArticle | Failure]:
    texts: list[str] = []
    unknown, length = 0, 0
    pictures: list[int] = []
    for number in range(len(document)):
        text, of_page, has_pictures = _page(document, number, config)
        length += len(text)
        config.check_length(length)
        unknown += of_page
        if has_pictures and not text:
            pictures.append(number + 1)
        texts.append(text)
    text = "\n\n".join(filter(None, texts))
    if not text or unknown > _MAX_SHARE_WITHOUT_TEXT * length:
        reason = _NO_MEANING if text else _NO_TEXT_LAYER if pictures else _NO_TEXT
        yield Failure(id=name, source=where, error=reason)
        return
    warnings = _warnings(unknown, length)
    if pictures:
        note = f"pdf: pages without a text layer (pictures) were not read: {shown(pictures)}"
        warnings = (*warnings, note)
    yield titled(text, _title(document, name), name, warnings, where)


def _each_page(document: Any, where: str, name: str, config: Config) -> Iterator[RawArticle | Failure]:
    is_empty = True
    for number in range(len(document)):
        text, unknown, has_pictures = _page(document, number, config)
        place, own_name = f"{where}:{number + 1}", f"{name}:{number + 1}"
        is_empty = is_empty and not text and not has_pictures
        if unknown > _MAX_SHARE_WITHOUT_TEXT * len(text):
            yield Failure(id=own_name, source=place, error=_NO_MEANING)
        elif text:
            yield replace(
                lay_out(text, own_name, _warnings(unknown, len(text)), place), meta={"page": number + 1}
            )
        elif has_pictures:
            yield Failure(id=own_name, source=place, error=_NO_TEXT_LAYER)
    if is_empty:
        yield Failure(id=name, source=where, error=_NO_TEXT)


def _page(document: Any, number: int, config: Config) -> _Page:
    """What stands on a page. Raises ArticleTooLongError."""
    with _ONE_AT_A_TIME, closing(document[number]) as page:
        found = page_text(page, config.max_characters)
    text = text_of_lines(found.lines)
    config.check_length(len(text))
    return text, found.unknown, found.has_pictures


def _title(document: Any, name: str) -> str:
    with _ONE_AT_A_TIME:
        return real_title(document.get_metadata_value("Title"), name)


def _warnings(unknown: int, length: int) -> tuple[str, ...]:
    if not unknown:
        return ()
    return (
        f"pdf: {unknown} of {length} characters have no text in the file (its font does not say what they are); "
        "each is U+FFFD",
    )
