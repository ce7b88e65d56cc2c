"""Ways in which a text is broken on its way out of a page or a PDF file. Each is the same for the same text."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from thai_newsie.text.normalized import NormalizedText

_MARKS = "\u0e31\u0e34-\u0e39\u0e47-\u0e4c"
_TONE_GLYPHS = {
    "\u0e48": "\uf70a",
    "\u0e49": "\uf70b",
    "\u0e4a": "\uf70c",
    "\u0e4b": "\uf70d",
    "\u0e4c": "\uf70e",
}
_WIDTH = 80


def _plain(text: str) -> str:
    return NormalizedText(text).text


def _spaced_am(text: str) -> str:
    return re.sub(r"([ก-ฮ])([\u0e48-\u0e4b]?)ำ", r"\1 \2า", text)


def _lost_am(text: str) -> str:
    return text.replace("ำ", "า")


def _spaced_marks(text: str) -> str:
    return re.sub(rf"(?<=[ก-ฮ])(?=[{_MARKS}ำ])", " ", text)


def _shifted(behind: str) -> Callable[[str], str]:
    pattern = re.compile(
        rf"(?<=[ก-ฮ])([\u0e34-\u0e39]?[\u0e48-\u0e4b]|[\u0e31\u0e34-\u0e39\u0e47])([ก-ฮาแเโใไ])(?![{_MARKS}])"
    )
    return lambda text: pattern.sub(rf"\2\1{behind}", text)


def _wrapped(text: str) -> str:
    return "\n".join(_lines(text))


def _lines(text: str) -> list[str]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        while len(paragraph) > _WIDTH:
            cut = paragraph.rfind(" ", _WIDTH // 2, _WIDTH)
            end = cut if cut > 0 else _WIDTH
            lines.append(paragraph[:end])
            paragraph = paragraph[end:].lstrip(" ")
        lines.append(paragraph)
    return lines


def _misread(encoding: str, as_encoding: str) -> Callable[[str], str]:
    return lambda text: text.encode(encoding, "replace").decode(as_encoding, "replace")


def _entities(text: str) -> str:
    return escape(text).replace(" ", "&nbsp;")


def _numeric_entities(text: str) -> str:
    return "".join(f"&#{ord(letter)};" if letter > "\x7f" else letter for letter in text)


def _glyphs(text: str) -> str:
    for mark, glyph in _TONE_GLYPHS.items():
        text = text.replace(mark, glyph)
    return text


_ON_TEXT: dict[str, Callable[[str], str]] = {
    "nothing": str,
    "a space and า for ำ": _spaced_am,
    "า for ำ": _lost_am,
    "a space before marks": _spaced_marks,
    "marks shifted": _shifted(""),
    "marks shifted, with a space": _shifted(" "),
    "ๅ for า": lambda text: text.replace("า", "ๅ"),
    "U+FFFD behind ำ": lambda text: text.replace("ำ", "ำ\ufffd"),
    "tone marks of a font": _glyphs,
    "hard-wrapped": _wrapped,
    "named entities": _entities,
    "numeric entities": _numeric_entities,
    "tags of paragraphs": lambda text: "".join(f"<p>{line}</p>" for line in text.split("\n")),
    "TIS-620 read as Latin-1": _misread("cp874", "latin-1"),
    "TIS-620 read as cp1252": _misread("cp874", "cp1252"),
    "TIS-620 read as cp1250": _misread("cp874", "cp1250"),
    "UTF-8 read as Latin-1": _misread("utf-8", "latin-1"),
    "UTF-8 read as cp1252": _misread("utf-8", "cp1252"),
}
FAULTS = {name: lambda text, spoil=spoil: spoil(_plain(text)) for name, spoil in _ON_TEXT.items()}
