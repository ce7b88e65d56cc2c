"""The registry: the people and organizations of a corpus, one entry for each, with the positions that people hold.

>>> from thai_newsie import extract
>>> days = {"2022-03-09": "นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า จะเร่งทำงาน", "2022-05-01": "นายสมชาย ใจดี อธิบดีกรมการข้าว ลงพื้นที่"}
>>> registry = build_registry(extract(text, published=day) for day, text in days.items())
>>> [(office.position, office.organization, office.first, office.last) for office in registry.people[0].offices]
[('อธิบดี', 'กรมการข้าว', '2022-03-09', '2022-05-01')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from thai_newsie.corpus.registry.models import Registry
from thai_newsie.corpus.registry.observations import LocalKey, Observation, observations
from thai_newsie.corpus.registry.organizations import Organizations
from thai_newsie.corpus.registry.people import merge_people
from thai_newsie.io.records import records_of
from thai_newsie.schema.article import Article, Failure


def build_registry(records: str | Path | Iterable[Article | Failure]) -> Registry:
    """The people and organizations of `records`.

    `records` is the path of a file that `thai-newsie extract` wrote, or what `extract_many` gives. Failures are passed
    over. For a path, raises what `read_records` raises: FileNotFoundError, and NotARecordError for a file that holds
    something else.
    """
    builder = Builder()
    for _ in builder.watch(records_of(records)):
        pass
    return builder.registry


@dataclass
class Builder:
    """Makes a registry of the articles that pass through `watch`, and gives the registered ids of their people and organizations."""

    _organizations: Organizations = field(default_factory=Organizations)
    _observations: list[Observation] = field(default_factory=list)
    _articles: int = 0

    def watch(self, records: Iterable[Article | Failure]) -> Iterator[tuple[int, Article]]:
        """Note the articles and pass each on, with its number from 0."""
        for record in records:
            if isinstance(record, Article):
                self._organizations.add(record, self._articles)
                self._observations += observations(record, self._articles)
                yield self._articles, record
                self._articles += 1

    @cached_property
    def _merged(self) -> tuple[Registry, dict[LocalKey, str]]:
        people, registered_ids = merge_people(self._observations, self._organizations.known())
        registry = Registry(
            articles=self._articles,
            people=tuple(people),
            organizations=tuple(self._organizations.registered()),
        )
        return registry, registered_ids

    @property
    def registry(self) -> Registry:
        """The registry of the articles that have passed. Ask for it when all have."""
        return self._merged[0]

    def id_of(self, number: int, id: str) -> str:
        """The registered id of a person or an organization, by the number of the article and the id there."""
        return self._merged[1].get((number, id)) or self._organizations.registered_ids[number, id]
