"""The page of a report: the template, styles and scripts of `assets/`, and the data of the articles.

Texts and items are in compressed blocks, which the browser opens when it needs them. 5,000 articles are about 100 MB of
plain JSON, and a reader would wait seconds while the browser parses them.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from itertools import accumulate
from typing import Any, TextIO

from thai_newsie.report.catalogue import Catalogue
from thai_newsie.report.highlights import HIGHLIGHTS, segments
from thai_newsie.report.items import Item, lists
from thai_newsie.schema.article import Article, Failure, Field
from thai_newsie.schema.only_records import only_records

_BLOCK_ARTICLES = (
    50  # one block opens in a few milliseconds, and its words repeat often enough to compress well
)
# In this order they make one script: each uses definitions of those before it.
_SCRIPTS = ("words", "elements", "data", "query", "results", "facets", "charts", "reader", "main")

Json = dict[str, Any]


def write(records: Iterable[Article | Failure], stream: TextIO, title: str) -> tuple[int, int]:
    """Write the page. Returns the number of articles and of failures in it."""
    style = _asset("page.css").replace("/*TINTS*/", _tints())
    script = '"use strict";\n(() => {\n' + "\n".join(_asset(f"{name}.js") for name in _SCRIPTS) + "})();\n"
    before, between, after = _asset("page.html").split("<!--DATA-->")
    head = before.replace("<!--POLICY-->", _policy(style, script)).replace("/*STYLE*/", style)
    stream.write(head.replace("<!--TITLE-->", escape(title)))
    catalogue = Catalogue(title)
    texts: list[str] = []
    found: list[Json] = []
    for record in only_records(records):
        catalogue.add(record)
        if isinstance(record, Article):
            texts.append(record.text)
            found.append(_found(record))
        if len(texts) == _BLOCK_ARTICLES:
            _write_block(stream, texts, found)
    if texts:
        _write_block(stream, texts, found)
    stream.write(between)
    _write_data(stream, "catalogue", script_json(catalogue.content(_BLOCK_ARTICLES)))
    stream.write(after.replace("/*SCRIPT*/", script))
    return len(catalogue.cards), len(catalogue.failures)


def script_json(value: object) -> str:
    """JSON that is safe in a script element, whatever strings it holds.

    >>> script_json(["</script><!--", "\\u2028"])
    '["\\\\u003c/script\\\\u003e\\\\u003c!--","\\\\u2028"]'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _asset(name: str) -> str:
    return (files(__package__) / "assets" / name).read_text(encoding="utf-8")


def _tints() -> str:
    return "\n".join(
        f"  --{highlight.kind}: {highlight.tint};\n  --{highlight.kind}-hue: {highlight.hue};"
        for highlight in HIGHLIGHTS
        if highlight.hue
    )


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy (W3C, level 3) that allows these styles and this script, and nothing else.

    If the text of an article became markup by mistake, the browser would still not run it.
    """

    def allowed(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    return f"default-src 'none'; style-src {allowed(style)}; script-src {allowed(script)}; base-uri 'none'; form-action 'none'"


def _write_block(stream: TextIO, texts: list[str], found: list[Json]) -> None:
    """Write the waiting articles as a block, and empty the lists."""
    for name, waiting in (("texts", texts), ("found", found)):
        packed = zlib.compress(json.dumps(waiting, ensure_ascii=False, separators=(",", ":")).encode())
        _write_data(stream, name, base64.b64encode(packed).decode())
        waiting.clear()


def _write_data(stream: TextIO, name: str, content: str) -> None:
    kind = "application/json" if name == "catalogue" else "text/plain"
    stream.write(f'<script type="{kind}" data-part="{name}">{content}</script>\n')


def _found(article: Article) -> Json:
    """What the reader shows of an article besides its text. The texts are apart, because they are searched."""
    offsets_of = {"title": _utf16_offsets(article.title), "text": _utf16_offsets(article.text)}
    return {
        "title": article.title,
        "source": article.source or "",
        "url": article.url,
        "pieces": {field: _pieces(article, field, offsets_of[field]) for field in ("title", "text")},
        "lists": {
            name: [_item(item, offsets_of) for item in items] for name, items in lists(article).items()
        },
        "warnings": article.warnings,
    }


def _pieces(article: Article, field: Field, offsets: Sequence[int]) -> list[tuple[int, str, int]]:
    """For each segment: length, kind, and whether a statement covers it. Lengths compress better than offsets."""
    return [
        (offsets[p.end] - offsets[p.start], p.kind, int(p.in_statement)) for p in segments(article, field)
    ]


def _item(item: Item, offsets_of: dict[str, Sequence[int]]) -> Json:
    """An item without empty fields, and without its text where the page can take it from the article."""
    shown = {
        "kind": item.kind,
        "text": "" if item.mentions and item.mentions[0].text == item.text else item.text,
        "notes": item.notes,
        "at": [(m.field, offsets_of[m.field][m.start], offsets_of[m.field][m.end]) for m in item.mentions],
        "parts": [_item(part, offsets_of) for part in item.parts],
    }
    return {key: value for key, value in shown.items() if value}


def _utf16_offsets(text: str) -> Sequence[int]:
    """For each offset in characters, the offset in UTF-16, which browsers use: an emoji counts as two.

    >>> _utf16_offsets("ก🌾ข")
    [0, 1, 3, 4]
    """
    if max(text, default="") <= "\uffff":
        return range(len(text) + 1)
    return list(accumulate((2 if character > "\uffff" else 1 for character in text), initial=0))
