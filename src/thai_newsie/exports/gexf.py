"""GEXF 1.3: people and organizations as a network that changes in time, for Gephi.

An edge joins a person to an organization by the positions in which articles name the person there, from the first to the
last day. Another joins an organization to the one that it is part of. The weight of an edge is the number of articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import TextIOBase
from pathlib import Path
from typing import Any, cast
from xml.sax.saxutils import XMLGenerator

import regex

from thai_newsie.corpus.registry import build_registry
from thai_newsie.corpus.registry.models import Observed, Office, Registry
from thai_newsie.exports.popolo import office_label
from thai_newsie.io.writers.atomic_files import atomic_file
from thai_newsie.schema.article import Article, Failure

_NAMESPACE = "http://gexf.net/1.3"
_NODE_COLUMNS = {"type": "string", "kind": "string", "english": "string", "articles": "integer"}
_EDGE_COLUMNS = {"office": "string", "articles": "integer"}
# Characters that XML 1.0 cannot hold, not even escaped.
_UNWRITABLE = regex.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export(records: Iterable[Article | Failure], target: Path) -> None:
    """Write the network of the people and organizations of `records`."""
    registry = build_registry(records)
    with atomic_file(target) as stream:
        writer = _Writer(XMLGenerator(cast(TextIOBase, stream), "utf-8", short_empty_elements=True))
        writer.network(registry)
        stream.write("\n")


class _Writer:
    """Writes elements one after the other, each with its attributes."""

    def __init__(self, xml: XMLGenerator) -> None:
        self._xml = xml

    def network(self, registry: Registry) -> None:
        self._xml.startDocument()
        self._open("gexf", xmlns=_NAMESPACE, version="1.3")
        self._open("graph", defaultedgetype="directed", mode="dynamic", timeformat="date")
        for kind, columns in (("node", _NODE_COLUMNS), ("edge", _EDGE_COLUMNS)):
            self._open("attributes", **{"class": kind})
            for title, type in columns.items():
                self._empty("attribute", id=title, title=title, type=type)
            self._close("attributes")
        self._open("nodes")
        for id, name, values, observed in _nodes(registry):
            self._open("node", id=id, label=name, **_lifetime(observed))
            self._values(values)
            self._close("node")
        self._close("nodes")
        self._open("edges")
        for number, (source, target, kind, values, observed) in enumerate(_edges(registry)):
            weight = str(max(observed.articles, 1))
            self._open(
                "edge",
                id=str(number),
                source=source,
                target=target,
                kind=kind,
                weight=weight,
                **_lifetime(observed),
            )
            self._values(values)
            self._close("edge")
        for element in ("edges", "graph", "gexf"):
            self._close(element)
        self._xml.endDocument()

    def _values(self, values: dict[str, Any]) -> None:
        self._open("attvalues")
        for name, value in values.items():
            self._empty("attvalue", **{"for": name, "value": str(value)})
        self._close("attvalues")

    def _open(self, element: str, **attributes: str) -> None:
        clean = {name: _UNWRITABLE.sub("\ufffd", value) for name, value in attributes.items()}
        self._xml.startElement(element, cast(Any, clean))

    def _close(self, element: str) -> None:
        self._xml.endElement(element)

    def _empty(self, element: str, **attributes: str) -> None:
        self._open(element, **attributes)
        self._close(element)


def _lifetime(observed: Observed) -> dict[str, str]:
    """The days between which something is in the network. Without days, it is always there."""
    return {"start": observed.first, "end": observed.last} if observed.first and observed.last else {}


def _nodes(registry: Registry) -> Iterator[tuple[str, str, dict[str, Any], Observed]]:
    for person in registry.people:
        values = {"type": "person", "kind": "", "english": person.latin, "articles": person.articles}
        yield person.id, person.name, values, person
    for organization in registry.organizations:
        values = {
            "type": "organization",
            "kind": organization.kind,
            "english": organization.english,
            "articles": organization.articles,
        }
        yield organization.id, organization.name, values, organization


def _edges(registry: Registry) -> Iterator[tuple[str, str, str, dict[str, Any], Observed]]:
    """At most one edge between two nodes: Gephi merges parallel ones."""
    for person in registry.people:
        held: dict[str, list[Office]] = {}
        for office in person.offices:
            if office.organization_id:
                held.setdefault(office.organization_id, []).append(office)
        for id, offices in held.items():
            together = _any_of_them(offices)
            values = {
                "office": "; ".join(dict.fromkeys(map(office_label, offices))),
                "articles": together.articles,
            }
            yield person.id, id, "office", values, together
    ids = {organization.name: organization.id for organization in registry.organizations}
    for organization in registry.organizations:
        if (parent := ids.get(organization.parent)) and parent != organization.id:
            yield (
                organization.id,
                parent,
                "part of",
                {"office": "", "articles": organization.articles},
                organization,
            )


def _any_of_them(offices: list[Office]) -> Observed:
    """When any of the positions was observed. An article that names two of them counts twice."""
    return Observed(
        articles=sum(office.articles for office in offices),
        first=min((office.first for office in offices if office.first), default=None),
        last=max((office.last for office in offices if office.last), default=None),
    )
