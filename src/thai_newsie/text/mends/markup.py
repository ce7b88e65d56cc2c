"""What is left of the HTML of a page: tags, and entities for spaces, signs and letters.

>>> from thai_newsie.text.edits import EditedText
>>> text = EditedText("<b>นาย</b>&nbsp;&#3585;<br>5 &lt; 6 &amp;quot;")
>>> text.apply(tags(text.text))
>>> text.apply(entities(text.text))
>>> text.text.replace(chr(160), " ")
'นาย ก\\n5 < 6 "'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from thai_newsie.text.edits import Edit

_ENTITY = re.compile(r"&(?:amp;){0,2}(?:[A-Za-z][A-Za-z0-9]{1,24}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_AMPERSANDS = re.compile("^&(?:amp;)+(?=[A-Za-z#])")
_INLINE_TAGS = "a|abbr|b|big|center|em|font|i|img|mark|o:p|s|small|span|strike|strong|sub|sup|u|input|label|button|time|iframe|picture|source"
_BLOCK_TAGS = (
    "address|article|aside|blockquote|body|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|li|main|nav|ol|p|"
    "section|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
# An attribute may hold ">" in quotation marks, and none is longer than this.
_TAG = re.compile(
    rf"</?(?:(?P<block>{_BLOCK_TAGS})|{_INLINE_TAGS})(?=[\s/>])(?:[^<>\"']|\"[^\"<]{{0,2000}}\"|'[^'<]{{0,2000}}'){{0,2000}}>",
    re.IGNORECASE,
)
# What a reader of the page does not see: it begins and ends so.
_UNSEEN = tuple(
    (re.compile(begins, re.IGNORECASE), re.compile(ends, re.IGNORECASE))
    for begins, ends in (
        (r"<(?:script|style)\b[^<>]{0,500}>", r"</(?:script|style)\s?>"),
        ("<!--", "-->"),
    )
)


def tags(text: str) -> Iterator[Edit]:
    """The tags of a page, with scripts and remarks. One that begins a line or a paragraph becomes a line break."""
    if "<" not in text:
        return
    done = 0
    for edit in sorted([*_unseen(text), *map(_tag, _TAG.finditer(text))]):
        if edit.start >= done:
            done = edit.end
            yield edit


def _tag(found: re.Match[str]) -> Edit:
    return Edit(*found.span(), "\n" if found["block"] else "")


def _unseen(text: str) -> Iterator[Edit]:
    """Scripts, styles and remarks, each with its end; where none ends any more, no other one does."""
    for begins, ends in _UNSEEN:
        place = 0
        while (begin := begins.search(text, place)) and (end := ends.search(text, begin.end())):
            place = end.end()
            yield Edit(begin.start(), place, "")


def entities(text: str) -> Iterator[Edit]:
    """The characters that entities stand for; `&amp;nbsp;` is a space too. What is no entity stays."""
    if "&" not in text:
        return
    for found in _ENTITY.finditer(text):
        entity = _AMPERSANDS.sub("&", found[0])
        name = entity[1:]
        if name.startswith("#") or name in html5:
            character = unescape(entity)
            yield Edit(*found.span(), " " if character in "\n\r" else character)
