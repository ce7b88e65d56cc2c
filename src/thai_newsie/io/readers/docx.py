"""Word (.docx): one article a file, its paragraphs and tables in their order. Running heads and feet are left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import IO, Any

from thai_newsie.config import DEFAULT, Config
from thai_newsie.extras import require
from thai_newsie.io.readers.docx_blocks import Block, blocks, notes
from thai_newsie.io.readers.packages import open_package
from thai_newsie.io.readers.titles import real_title, titled
from thai_newsie.raw_article import RawArticle, reason_of
from thai_newsie.schema.article import Failure

_TITLE_STYLE = "title"  # Word's own name of the style, whatever language it shows it in


def read_articles(
    stream: IO[bytes], where: str, name: str, config: Config = DEFAULT
) -> Iterator[RawArticle | Failure]:
    """The article of a Word file, `name` its id. What Word keeps as deleted is left out; notes stand at the end."""
    docx = require("docx", "files")
    try:
        package = open_package(stream, "Word file", ".docx", config.max_bytes)
        try:
            document = docx.Document(package.fp)
            found = list(blocks(document.element.body))
            found += notes(document.part)
            title = _title(document, found, name)
        except Exception as error:  # libraries raise anything for XML that is not what they expect
            reason = f"is no Word file (.docx) that can be read: {reason_of(error)}; open it in Word and save it again"
            yield Failure(id=name, source=where, error=reason)
            return
        text = "\n\n".join(block.text for block in found)
        config.check_length(len(text))
    except ValueError as error:
        yield Failure(id=name, source=where, error=str(error))
        return
    if not text:
        yield Failure(
            id=name, source=where, error="has no text; a text in pictures must be recognized first (OCR)"
        )
        return
    yield titled(text, title, name, (), where)


def _title(document: Any, found: list[Block], name: str) -> str:
    """The paragraphs at the beginning in the style Title, or a real title in the properties."""
    styles = {style.style_id: (style.name or "").lower() for style in document.styles}
    beginning = takewhile(lambda block: styles.get(block.style) == _TITLE_STYLE, found)
    return " ".join(" ".join(block.text.split()) for block in beginning) or real_title(
        document.core_properties.title, name
    )
