"""Objects of Python that are no article: one record for each, whatever their methods do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

import pytest

from thai_newsie import Config, dates, extract, extract_many
from thai_newsie.exports import export
from thai_newsie.raw_article import RawArticle, known_id, reason_of
from thai_newsie.schema.article import Article, Failure

DATES_ONLY = Config(stages=["dates"])


class Mute(Exception):  # noqa: N818 - told by what it does
    """An error whose message is an error."""

    def __str__(self) -> str:
        raise RuntimeError("no message")


class Shut(Mapping[str, object]):
    """A mapping that lets nobody look into it."""

    def __getitem__(self, key: str) -> object:
        raise Mute

    def get(self, key: str, default: object = None) -> object:
        raise Mute

    def __iter__(self) -> Iterator[str]:
        raise Mute

    def __len__(self) -> int:
        return 1


class NoText:
    def __str__(self) -> str:
        raise Mute

    def __bool__(self) -> bool:
        raise Mute


class NoClass:
    @property
    def __class__(self) -> type:  # type: ignore[override]
        raise Mute


class Word(str):
    def __str__(self) -> str:
        raise Mute


class Day(date):
    pass


BAD = [
    Shut(), NoText(), NoClass(), None, 5, b"x", [], {}, {"text": 5, "id": 10**5000}, {"text": "x", "id": 10**5000},
    {"text": "x", "id": NoText()}, {"text": "x", "title": NoText()}, {"text": "x", "published": NoClass()},
    {"text": "x", "source": NoText()},
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(BAD)))  # pytest itself cannot hold all of the objects
def test_what_is_no_article_is_one_failure(number: int) -> None:
    first, failed, last = extract_many(["ข่าว", BAD[number], "ข่าว"], config=DATES_ONLY)  # type: ignore[list-item]
    assert isinstance(first, Article) and isinstance(last, Article)
    assert isinstance(failed, Failure) and failed.error and len(failed.error) < 2000


def test_all_of_them_in_other_processes() -> None:
    items = [*BAD, {"text": Word("ข่าว"), "id": Word("7"), "published": Day(2022, 3, 9)}]
    found = list(extract_many(items, processes=2, config=DATES_ONLY))  # type: ignore[arg-type]
    assert [type(record) for record in found] == [Failure] * len(BAD) + [Article]
    assert (found[-1].id, found[-1].published) == ("7", "2022-03-09")  # type: ignore[union-attr]


def test_subclasses_become_what_they_are() -> None:
    raw = RawArticle(Word("ข่าว"), published=Day(2022, 3, 9))
    assert type(raw.text) is str and type(raw.published) is date


def test_the_reason_of_any_error() -> None:
    assert reason_of(Mute()) == "Mute"
    assert reason_of(ValueError("a\nb\ud800")) == "a b\ufffd"
    assert len(reason_of(ValueError("x" * 10**6))) == 1000
    assert known_id(Shut()) == "" and known_id({"id": 7}) == "7"


@pytest.mark.parametrize(
    ("use", "reason"),
    [
        (lambda: extract("ข่าว", meta=["url"]), "meta must be a mapping, not list"),
        (lambda: dates.find("วันนี้", 20240824), "anchor must be a date or an ISO string, not int"),
        (lambda: export([], ["csv"], "out"), "list is no format of exports; the formats are"),
        (lambda: export([], "xlsx", "out"), "'xlsx' is no format of exports; the formats are"),
    ],
)
def test_an_argument_of_a_wrong_type_is_told(use: Callable[[], object], reason: str) -> None:
    with pytest.raises((TypeError, ValueError), match=reason):
        use()
