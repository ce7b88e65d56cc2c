"""The parsed page: what its markup says of itself, its headings, and its lines as a reader sees them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from thai_newsie.extras import require
from thai_newsie.raw_article import reason_of

# Elements that end a line; anything else stands in one.
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "button",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_HIDDEN = frozenset(["script", "style", "noscript", "template", "svg", "head", "iframe"])
_IN_LAYOUT_CELLS = ".//table | .//p | .//div | .//ul | .//h1 | .//h2 | .//h3 | .//h4"
_ELEMENT = re.compile(r"<[A-Za-z]")
_XML_DECLARATION = re.compile(
    r"^\s*<\?xml[^>]*\?>"
)  # its encoding is that of the bytes, which are decoded already
_MAX_BREAKS_IN_CELL = 1  # a cell with more lines is a column of the page
_HEADINGS = "//h1 | //h2 | //h3 | //h4 | //*[contains(@class, 'title')] | //*[contains(@id, 'itle')]"


@dataclass
class Page:
    """A web page as a tree of lxml, and the address that it was fetched from, "" where that is not known."""

    tree: Any
    url: str = ""

    @classmethod
    def from_html(cls, html: str, url: str = "") -> Page:
        """Parse a page. Raises ValueError for what is no HTML."""
        lxml_html = require("lxml.html", "files")
        if not _ELEMENT.search(html):
            raise ValueError("is no web page: no element of HTML is in it")
        try:
            tree = lxml_html.document_fromstring(_XML_DECLARATION.sub("", html, count=1))
        except require("lxml.etree", "files").ParserError as error:
            raise ValueError(f"is no web page: {reason_of(error)}") from None
        return cls(tree, url)

    @cached_property
    def properties(self) -> Mapping[str, str]:
        """What the page's `meta` elements say, by their name in small letters; the first of a name wins."""
        found: dict[str, str] = {}
        for element in self.tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            content = " ".join((element.get("content") or "").split())
            if name and content:
                found.setdefault(name.lower(), content)
        return found

    @cached_property
    def linked_data(self) -> list[Mapping[str, Any]]:
        """The objects of the page's JSON-LD, those of a graph one by one."""
        found: list[Mapping[str, Any]] = []
        for script in self.tree.iterfind(".//script[@type='application/ld+json']"):
            try:
                value = json.loads(script.text or "")
            except ValueError:
                continue  # pages have broken JSON-LD, and say the rest elsewhere
            for item in value if isinstance(value, list) else [value]:
                graph = item.get("@graph") if isinstance(item, dict) else None
                found += [
                    each for each in (graph if isinstance(graph, list) else [item]) if isinstance(each, dict)
                ]
        return found

    @cached_property
    def address(self) -> str:
        """The address that the page gives itself, else the one that it was fetched from."""
        link = self.tree.find(".//link[@rel='canonical']")
        own = (link.get("href") if link is not None else None) or self.properties.get("og:url", "")
        return own if own.startswith(("http://", "https://")) else self.url

    @cached_property
    def name(self) -> str:
        """The text of the element `title`."""
        element = self.tree.find(".//title")
        return "" if element is None else " ".join(element.text_content().split())

    @cached_property
    def headings(self) -> list[str]:
        """The texts of headings, and of elements that call themselves titles, in their order."""
        return [
            text
            for element in self.tree.xpath(_HEADINGS)
            if (text := " ".join(element.text_content().split()))
        ]

    @cached_property
    def lines(self) -> list[str]:
        """Every line that a reader sees, from top to bottom."""
        pieces: list[str] = []
        _collect(self.tree, pieces)
        return [line for raw in "".join(pieces).split("\n") if (line := " ".join(raw.split()))]

    def without_layout_tables(self) -> Any:
        """A copy of the tree in which tables that only lay out the page are divisions.

        Pages of old systems stand in one table: its columns are menu and text. A table of figures stays one.
        """
        tree = deepcopy(self.tree)
        layouts = [table for table in tree.iter("table") if _is_layout(table)]
        for table in reversed(layouts):  # from the inside: a table of figures in one of its cells stays one
            for element in list(table.iter("tbody", "thead", "tfoot", "tr", "td", "th")):
                if next(element.iterancestors("table")) is table:
                    element.tag = "div"
            table.tag = "div"
        return tree


def _is_layout(table: Any) -> bool:
    if table.get("role") == "presentation":
        return True
    rows = [list(row.iter("td", "th")) for row in table.iter("tr")]
    if max(map(len, rows), default=0) <= 1:
        return True
    cells = (cell for row in rows for cell in row)
    return any(
        cell.xpath(_IN_LAYOUT_CELLS) or len(cell.findall(".//br")) > _MAX_BREAKS_IN_CELL for cell in cells
    )


def _collect(element: Any, pieces: list[str]) -> None:
    """The text of an element and of what it holds, in their order, with a line break around each block."""
    for event, node in _walk(element):
        if event == "end":
            pieces.append("\n" if node.tag in _BLOCKS else "")
            pieces.append(" ".join((node.tail or "").split("\n")) if node is not element else "")
        else:
            pieces.append("\n" if node.tag in _BLOCKS else "")
            pieces.append(" ".join((node.text or "").split("\n")))


def _walk(element: Any) -> Iterator[tuple[str, Any]]:
    """Begin and end of each element that a reader sees, without recursion: pages nest deeply."""
    stack = [("end", element), ("start", element)]
    while stack:
        event, node = stack.pop()
        is_seen = isinstance(node.tag, str) and node.tag not in _HIDDEN
        if event == "end" or is_seen:
            yield event, node
        if event == "start" and is_seen:
            for child in reversed(node):
                stack += [("end", child), ("start", child)]


def text_of_fragment(html: str) -> str:
    r"""The text of a piece of HTML, a paragraph a line.

    >>> text_of_fragment("<p>กรมการข้าว<br>เปิดงาน</p><p>ณ&nbsp;น่าน</p>")
    'กรมการข้าว\nเปิดงาน\nณ น่าน'
    """
    if not html.strip():
        return ""
    pieces: list[str] = []
    _collect(require("lxml.html", "files").fragment_fromstring(html, create_parent="div"), pieces)
    return "\n".join(line for raw in "".join(pieces).split("\n") if (line := " ".join(raw.split())))
