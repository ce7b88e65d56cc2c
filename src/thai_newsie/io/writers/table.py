"""For a terminal: an article with its items in colour, and its lists as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from itertools import chain, pairwise
from typing import IO, TextIO

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from thai_newsie.io.writers.jsonl import decode
from thai_newsie.io.writers.jsonl import encode as encode
from thai_newsie.report.highlights import HIGHLIGHTS, mentions
from thai_newsie.schema.article import Article, Event, Failure, Field
from thai_newsie.text.words import word_starts

BATCH_SIZE = 1
_MAX_PAGE_WIDTH = 100  # columns: longer lines of Thai are hard to follow


def write(pieces: Iterable[bytes], stream: IO[bytes]) -> None:
    """Show each record as soon as it is there; without colours where `stream` is no terminal."""
    screen = TextIOWrapper(stream, encoding="utf-8")
    try:
        _show(chain.from_iterable(decode(piece.splitlines()) for piece in pieces), screen)
    finally:
        screen.detach()


def _show(records: Iterable[Article | Failure], screen: TextIO) -> None:
    console = Console(file=screen, width=None if screen.isatty() else _MAX_PAGE_WIDTH, highlight=False)
    console.width = min(console.width, _MAX_PAGE_WIDTH)
    for record in records:
        if isinstance(record, Failure):
            where = record.source or record.id
            console.print(Text.assemble(("error ", "bold red"), f"{where}: {record.error}\n"), soft_wrap=True)
        else:
            console.print(Group(*_view(record, console.width)))
        screen.flush()


def _view(article: Article, width: int) -> Iterator[RenderableType]:
    title = Text(article.title, style="bold")
    _highlight(title, article, "title")
    yield from _wrapped(title, width)
    known = (article.published, article.source, f"id {article.id}" if article.id else None)
    yield Text(" · ".join(filter(None, known)), style="dim")
    yield Text()
    text = Text(article.text)
    _highlight(text, article, "text")
    yield from _wrapped(text, width)
    yield Text()
    yield Text(" ").join(Text(f" {highlight.kind} ", style=highlight.terminal) for highlight in HIGHLIGHTS)
    for name, header, rows in _lists(article):
        if rows:
            yield Padding(_table(name, header, rows), (1, 0, 0, 0))
    for warning in article.warnings:
        yield Text(f"warning: {warning}", style="bold")
    yield Text()


def _highlight(text: Text, article: Article, field: Field) -> None:
    found = mentions(article)
    for highlight in HIGHLIGHTS:
        for mention in found[highlight.kind]:
            if mention.field == field:
                text.stylize(highlight.terminal, mention.start, mention.end)


def _wrapped(text: Text, width: int) -> Iterator[Text]:
    """Lines of at most `width` columns, broken between words. Rich breaks at spaces, which Thai does not have between words."""
    for paragraph in text.split("\n", allow_blank=True):
        starts = word_starts(paragraph.plain)
        cuts, used = [], 0
        for start, end in pairwise((*starts, len(paragraph))):
            size = cell_len(paragraph.plain[start:end])
            if used and used + size > width:
                cuts.append(start)
                used = 0
            used += size
        yield from paragraph.divide(cuts)


Row = Sequence[object]


def _lists(article: Article) -> Iterator[tuple[str, tuple[str, ...], list[Row]]]:
    """Name, header and rows of each list of the contract."""
    yield (
        "People",
        ("title", "name", "offices"),
        [(p.title, p.name, "\n".join(r.text for r in p.roles)) for p in article.people],
    )
    yield (
        "Organizations",
        ("name", "other forms", "kind"),
        [(o.name, ", ".join(o.aliases), o.kind) for o in article.organizations],
    )
    yield (
        "Places",
        ("place", "kind", "province", "code"),
        [(p.text, p.kind, p.province, p.code) for p in article.places],
    )
    yield (
        "Dates and times",
        ("written", "value", "kind"),
        [(d.text, d.value, d.kind) for d in article.dates]
        + [(t.text, t.value, "time") for t in article.times],
    )
    yield (
        "Counts",
        ("written", "value", "unit", "kind", "of"),
        [(c.text, f"{c.modifier or ''}{c.value:,}", c.unit, c.kind, c.of) for c in article.counts],
    )
    yield "Events", ("type", "name", ""), [(e.type, e.name, _slots(e)) for e in article.events]
    yield (
        "Statements",
        ("speaker", "cue", "what is said"),
        [(s.speaker, s.cue, s.text) for s in article.statements],
    )


def _slots(event: Event) -> str:
    """The filled slots of an event, a line each."""
    slots = ("date", "time", "place", "chair", "organizer", "attendance", "edition", "theme")
    return "\n".join(f"{slot}: {getattr(event, slot)}" for slot in slots if getattr(event, slot) is not None)


def _table(name: str, header: tuple[str, ...], rows: list[Row]) -> Table:
    table = Table(title=name, title_justify="left", title_style="bold", header_style="dim", expand=False)
    for column in header:
        table.add_column(column, justify="right" if column == "value" and name == "Counts" else "left")
    for row in rows:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    return table
