"""Why an article gives what it gives: the rule of every item, and what was considered and rejected.

>>> print(explain("นายสมชาย ใจดี อธิบดีกรมการข้าว ลงพื้นที่").of("people")[0])
people: นายสมชาย ใจดี [text 0-13] is นายสมชาย ใจดี
    made by titles:นาย
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from thai_newsie.article_extraction import read_document
from thai_newsie.config import Config, config_or_default
from thai_newsie.document import Document, Span
from thai_newsie.input_spans import InputSpans
from thai_newsie.lexicon.schemas import SCHEMAS
from thai_newsie.provenance import Trace
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Article, Field
from thai_newsie.text.characters import occurrences
from thai_newsie.text.printable import printable

EXPLAINED_LISTS = (
    "people",
    "roles",
    "organizations",
    "places",
    "dates",
    "times",
    "counts",
    "events",
    "statements",
)
_SHOWN_LENGTH = 60  # characters of an item in a line


@dataclass(frozen=True)
class Finding:
    """An item of an article, or a candidate that was rejected, and what made it so.

    `list` is the output list; `text`, `start`, `end` and `field` say where it stands in the input; `value` is what came
    out (a name, a date's value, an event's type). `rule` names the rows, patterns or model. `reason` is empty for an item
    of the output; for a rejected candidate it says why it is none.
    """

    list: str
    text: str
    start: int
    end: int
    field: Field
    value: str
    rule: str
    reason: str = ""

    def __str__(self) -> str:
        """Two lines: the item, and what made or rejected it."""
        place = f"{self.list}: {_short(self.text)} [{self.field} {self.start}-{self.end}]"
        if self.reason:
            return printable(f"{place} rejected\n    {self.rule}: {self.reason}")
        return printable(f"{place} is {_short(self.value)}\n    made by {self.rule or 'no noted rule'}")


@dataclass(frozen=True)
class Explanation:
    """The items of an article and the rejected candidates, each in the order of the input.

    `config` is the configuration that the article was read with.
    """

    article: Article
    items: tuple[Finding, ...]
    rejected: tuple[Finding, ...]
    config: Config

    def of(self, list: str) -> tuple[Finding, ...]:
        """The items of one output list. Raises ValueError for a name that is no list.

        >>> [finding.value for finding in explain("ประชุมวันที่ 9 มีนาคม 2565").of("dates")]
        ['2022-03-09']
        """
        if list not in EXPLAINED_LISTS:
            raise ValueError(f"{list!r} is no list; the lists are {', '.join(EXPLAINED_LISTS)}")
        return tuple(finding for finding in self.items if finding.list == list)

    def about(self, words: str) -> Explanation:
        """What touches a place where `words` stand, of items and rejected candidates alike.

        >>> why = explain("นายสมชาย ใจดี อธิบดีกรมการข้าว ลงพื้นที่").about("กรมการข้าว")
        >>> [finding.list for finding in why.items]
        ['roles', 'organizations']
        """
        texts = (("title", self.article.title), ("text", self.article.text))
        starts = {field: list(occurrences(text, words)) if words else [] for field, text in texts}

        def touches(finding: Finding) -> bool:
            last = bisect_left(starts[finding.field], finding.end) - 1
            return last >= 0 and starts[finding.field][last] + len(words) > finding.start

        return replace(
            self, items=tuple(filter(touches, self.items)), rejected=tuple(filter(touches, self.rejected))
        )

    def to_dict(self) -> dict[str, Any]:
        """The items and the rejected candidates as plain dicts."""
        return {"items": [asdict(f) for f in self.items], "rejected": [asdict(f) for f in self.rejected]}

    def __str__(self) -> str:
        """The items, then the rejected candidates, then where the named tables lie."""
        parts = ["\n".join(map(str, findings)) for findings in (self.items, self.rejected) if findings]
        if tables := [f"    {name}: {', '.join(self._files(name))}" for name in self.tables()]:
            parts.append("\n".join(["the tables", *tables]))
        return "\n\n".join(parts) or "nothing found and nothing rejected"

    def tables(self) -> tuple[str, ...]:
        """The names of the tables that any rule here names, in alphabetical order."""
        rules = (rule for f in (*self.items, *self.rejected) for rule in f.rule.split(" + "))
        return tuple(sorted({name for rule in rules if (name := rule.partition(":")[0]) in SCHEMAS}))

    def _files(self, name: str) -> list[str]:
        """The files that the table `name` is made of: the bundled one, then the user's own."""
        own = self.config.lexicon.own_files(name)
        return [f"data/{SCHEMAS[name].stage}/{name}.tsv", *(printable(str(path)) for path in own)]


def explain(
    text: str,
    title: str | None = None,
    published: str | date | None = None,
    *,
    config: Config | None = None,
) -> Explanation:
    """Read one article and say what made each item, and which candidates were rejected and why.

    The arguments are those of `extract`, and so is `explanation.article`. It takes somewhat longer than `extract`, because
    the stages note what they reject.

    >>> explain("กรมการข้าว").of("organizations")[0].rule
    'organizations:กรมการข้าว'
    """
    raw = RawArticle(text=text, title=title or "", published=published)
    trace = Trace()
    config = config_or_default(config)
    article, document = read_document(raw, config, trace)
    items, rejected = _in_order(_items(article)), _rejected(trace, document, raw)
    return Explanation(article, tuple(items), tuple(rejected), config)


def _items(article: Article) -> Iterator[Finding]:
    for person in article.people:
        yield _finding("people", person.mentions[0], _with_title(person.title, person.name), person.rule)
        for role in person.roles:
            yield _finding("roles", role, role.text, role.rule)
    for organization in article.organizations:
        value = organization.canonical or organization.name
        yield _finding("organizations", organization.mentions[0], value, organization.rule)
    for place in article.places:
        yield _finding("places", place.mentions[0], place.kind, place.rule)
    for date_or_time in ("dates", "times"):
        for item in getattr(article, date_or_time):
            yield _finding(date_or_time, item, item.value, item.rule)
    for count in article.counts:
        yield _finding("counts", count, f"{count.value} {count.unit}".rstrip(), count.rule)
    for event in article.events:
        yield _finding("events", event, f"{event.type}: {event.name}", event.rule)
    for statement in article.statements:
        yield _finding("statements", statement, f"said by {statement.speaker or 'nobody'}", statement.rule)


def _finding(list: str, mention: Any, value: str, rule: str) -> Finding:
    return Finding(list, mention.text, mention.start, mention.end, mention.field, value, rule)


def _with_title(title: str, name: str) -> str:
    return title + name if title.endswith(("นาย", "นาง", "นางสาว")) else f"{title} {name}".lstrip()


def _rejected(trace: Trace, document: Document, raw: RawArticle) -> Iterator[Finding]:
    spans = InputSpans(document, raw)
    seen = set()
    for rejection in sorted(trace.rejections, key=lambda rejection: (rejection.start, rejection.end)):
        if rejection in seen or rejection.end <= rejection.start:
            continue  # a stage may look at the same words twice
        seen.add(rejection)
        part = spans.part_in_field(Span(rejection.start, rejection.end))
        if not spans.is_placed(part):
            continue  # blanks alone
        where: Mapping[str, Any] = spans.at(part)
        yield Finding(rejection.list, **where, value="", rule=rejection.rule, reason=rejection.reason)


def _in_order(findings: Iterator[Finding]) -> list[Finding]:
    return sorted(
        findings,
        key=lambda finding: (finding.field == "text", finding.start, EXPLAINED_LISTS.index(finding.list)),
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_LENGTH else line[: _SHOWN_LENGTH - 1] + "…"
