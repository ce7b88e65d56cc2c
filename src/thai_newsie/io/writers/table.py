"""For a terminal: an article with its items in colour, and its lists as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import accumulate, chain, pairwise
from typing import IO

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from thai_newsie.io.terminal import with_colours
from thai_newsie.io.writers.jsonl import decode
from thai_newsie.io.writers.jsonl import encode as encode
from thai_newsie.report.highlights import HIGHLIGHTS, mentions
from thai_newsie.schema.article import Article, Event, Failure, Field
from thai_newsie.text.printable import printable
from thai_newsie.text.words import word_starts

BATCH_SIZE = 1
_MAX_PAGE_WIDTH = 100  # columns: longer lines of Thai are hard to follow


def write(pieces: Iterable[bytes], stream: IO[bytes]) -> None:
    """Show each record as soon as it is there; without colours where `stream` is no terminal."""
    screen = with_colours(stream)
    console = Console(
        file=StringIO(),
        force_terminal=screen.isatty() or None,
        width=None if screen.isatty() else _MAX_PAGE_WIDTH,
        highlight=False,
    )
    console.width = min(console.width, _MAX_PAGE_WIDTH)
    for record in chain.from_iterable(decode(piece.splitlines()) for piece in pieces):
        with console.capture() as shown:
            _show(record, console)
        screen.write(shown.get().encode())
        screen.flush()


def _show(record: Article | Failure, console: Console) -> None:
    if isinstance(record, Failure):
        told = printable(f"{record.source or record.id}: {record.error}\n")
        console.print(Text.assemble(("error ", "bold red"), told), soft_wrap=True)
    else:
        console.print(Group(*_view(record, console.width)))


def _view(article: Article, width: int) -> Iterator[RenderableType]:
    yield from _wrapped(_highlighted(article.title, article, "title", style="bold"), width)
    known = (article.published, article.source, f"id {article.id}" if article.id else None, article.url)
    yield Text(printable(" · ".join(filter(None, known))), style="dim")
    yield Text()
    yield from _wrapped(_highlighted(article.text, article, "text"), width)
    yield Text()
    yield Text(" ").join(Text(f" {highlight.kind} ", style=highlight.terminal) for highlight in HIGHLIGHTS)
    for name, header, rows in _lists(article):
        if rows:
            yield Padding(_table(name, header, rows), (1, 0, 0, 0))
    for warning in article.warnings:
        yield Text(printable(f"warning: {warning}"), style="bold")
    yield Text()


def _highlighted(text: str, article: Article, field: Field, style: str = "") -> Text:
    """`text`, which may get longer when it is made printable, with the items of this field in their colours."""
    found = mentions(article)
    marks = [
        (mention.start, mention.end, highlight.terminal)
        for highlight in HIGHLIGHTS
        for mention in found[highlight.kind]
        if mention.field == field
    ]
    cuts = sorted({0, len(text), *(offset for start, end, _ in marks for offset in (start, end))})
    pieces = [printable(text[start:end]) for start, end in pairwise(cuts)]
    shown_at = dict(zip(cuts, accumulate(map(len, pieces), initial=0), strict=True))
    shown = Text("".join(pieces), style=style)
    for start, end, colour in marks:
        shown.stylize(colour, shown_at[start], shown_at[end])
    return shown


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
        table.add_row(*(Text("" if cell is None else printable(str(cell))) for cell in row))
    return table
