"""An article in a notebook: the text with its items in colour, and the lists beside it.

The elements have their styles themselves, because a notebook that is only viewed (untrusted, on the web) drops style
sheets. Only the tints set a colour, so the view follows the light or dark theme of the notebook.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from thai_newsie.report.highlights import HIGHLIGHTS, segments
from thai_newsie.report.items import NOTES_WITHOUT_NAME, Item, lists
from thai_newsie.schema.article import Article, Field

_NOTEBOOK_TINTS = {highlight.kind: highlight.tint for highlight in HIGHLIGHTS}
_STATEMENT_STYLE = "text-decoration:underline dotted 1px #888;text-underline-offset:.35em"
_MUTED_STYLE = "opacity:.7"
_MAX_ITEM_LENGTH = (
    140  # characters of an item in a list: a statement has its beginning here, and is underlined in the text
)


def html(article: Article) -> str:
    """`article` as HTML that needs no style sheet and no script.

    >>> html(Article(text="1 < 2"))
    '<div ...1 &lt; 2...</div>'
    """
    known = [escape(value) for value in (article.published, article.source, article.id) if value]
    if article.url:
        known.append(f'<a href="{escape(article.url)}" rel="noopener noreferrer">{escape(article.url)}</a>')
    beside = "".join(
        f'<h4 style="margin:1em 0 .3em">{name.capitalize()}</h4>{"".join(map(_line, items))}'
        for name, items in lists(article).items()
    )
    warnings = "".join(f'<p style="{_MUTED_STYLE}">⚠ {escape(warning)}</p>' for warning in article.warnings)
    return (
        '<div style="display:flex;flex-wrap:wrap;gap:2em;max-width:76em;line-height:1.75">'
        '<div lang="th" style="flex:3 1 26em;white-space:pre-wrap;overflow-wrap:anywhere">'
        f'<strong style="font-size:1.2em">{"".join(_highlighted(article, "title"))}</strong>'
        f'<div style="{_MUTED_STYLE};margin-bottom:1em">{" · ".join(known)}</div>'
        f"{''.join(_highlighted(article, 'text'))}</div>"
        f'<div style="flex:2 1 18em;overflow-wrap:anywhere">{beside}{warnings}</div></div>'
    )


def _highlighted(article: Article, field: Field) -> Iterator[str]:
    text: str = getattr(article, field)
    for segment in segments(article, field):
        shown = escape(text[segment.start : segment.end])
        tint, said = _NOTEBOOK_TINTS.get(segment.kind), _STATEMENT_STYLE if segment.in_statement else ""
        if tint:
            # `color` is set because <mark> is black in browsers' own style sheets.
            style = f"background:{tint};color:inherit;border-radius:.2em;{said}"
            yield f'<mark title="{segment.kind}" style="{style}">{shown}</mark>'
        else:
            yield f'<span style="{said}">{shown}</span>' if said else shown


def _line(item: Item) -> str:
    notes = " · ".join(value if key in NOTES_WITHOUT_NAME else f"{key}: {value}" for key, value in item.notes)
    text = item.text if len(item.text) <= _MAX_ITEM_LENGTH else f"{item.text[:_MAX_ITEM_LENGTH]}…"
    tint = _NOTEBOOK_TINTS.get(item.kind)
    plain = _STATEMENT_STYLE if item.kind == "statement" else "font-weight:600"
    ground = f"background:{tint};border-radius:.2em;padding:0 .2em" if tint else plain
    below = "".join(f'<div style="margin-left:1.2em">{_line(part)}</div>' for part in item.parts)
    return (
        f'<div style="margin:.2em 0"><span lang="th" style="{ground}">{escape(text)}</span> '
        f'<span style="{_MUTED_STYLE}">{escape(notes)}</span>{below}</div>'
    )
