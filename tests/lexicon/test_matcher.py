"""The search for many literals: payloads of any type."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Barrier

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


LATE_STAGE = """
import __main__
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.shared_scan import shared

@shared
def late():
    return Matcher(dict.fromkeys(WORDS))

__main__.half_imported.set()
__main__.go_on.wait()
WORDS = ["กรม"]
"""
IMPORTED_MEANWHILE = """
import sys, threading
import thai_newsie

text = "นายสมชาย ใจดี อธิบดีกรมการข้าว"
before = thai_newsie.extract(text)
sys.path.insert(0, sys.argv[1])
half_imported, go_on = threading.Event(), threading.Event()
threading.Thread(target=__import__, args=["late_stage"]).start()
half_imported.wait()
threading.Timer(0.2, go_on.set).start()
assert thai_newsie.extract(text) == before
"""


def test_a_text_can_be_read_while_another_thread_imports_a_stage(tmp_path: Path) -> None:
    (tmp_path / "late_stage.py").write_text(LATE_STAGE, encoding="utf-8")
    program = [sys.executable, "-c", IMPORTED_MEANWHILE, str(tmp_path)]
    done = subprocess.run(program, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert done.returncode == 0, done.stderr


def test_the_automaton_is_made_once() -> None:
    class Words(dict[str, int]):
        """Entries that take a while to read, so that the other threads come meanwhile."""

        readings = 0

        def items(self):  # type: ignore[no-untyped-def]
            Words.readings += 1
            time.sleep(0.05)
            return super().items()

    matcher = Matcher({"กรม": 1})
    matcher.entries = Words(matcher.entries)
    together = Barrier(8)

    def find(_: int) -> list[tuple[int, int, int]]:
        together.wait()
        return list(matcher.find("อธิบดีกรมการข้าว"))

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(find, range(8))) == [[(6, 9, 1)]] * 8
    assert Words.readings == 1
