"""The search for many literals: payloads of any type."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from thai_newsie.document import Document
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.shared_scan import matches, shared


@dataclass
class Payload:
    """A payload that can neither be hashed nor compared by order."""

    name: str


@pytest.mark.parametrize("payload", ["head", 7, None, ["head"], Payload("head")], ids=repr)
def test_a_payload_is_any_object(payload: object) -> None:
    ((_, _, found),) = Matcher({"กรม": payload}).find("อธิบดีกรม")
    assert found is payload


def test_payloads_are_never_compared() -> None:
    matcher = Matcher({"กรม": Payload("a"), "กรมการ": Payload("b"), "การ": Payload("c")})
    assert [payload.name for _, _, payload in matcher.find("กรมการ กรม การ")] == ["b", "a", "c"]


def test_a_literal_without_meaning_shields_its_letters() -> None:
    matcher = Matcher[str | None]({"สภา": "head", "สภาพ": None})
    assert list(matcher.find("สภาพสภา")) == [(0, 4, None), (4, 7, "head")]


def test_a_match_that_is_not_accepted_leaves_its_letters_to_others() -> None:
    matcher = Matcher({"กรมการ": "long", "กรม": "short"})
    assert [p for _, _, p in matcher.find("กรมการ", lambda start, end: end - start < 6)] == ["short"]


def test_a_matcher_without_literals_finds_nothing() -> None:
    assert list(Matcher[int]({}).find("กรม")) == []


def test_shared_matchers_find_what_they_find_alone() -> None:
    make = shared(lambda: Matcher({"กรม": Payload("shared")}))
    document = Document.from_text("อธิบดีกรมการข้าว")
    assert list(matches(document, make())) == list(make().find(document.text))
