"""What the name of an organization may begin with: the rows of the tables that one search looks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from thai_newsie.document import Document
from thai_newsie.lexicon import Row, table, values
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.ministries import bare_names
from thai_newsie.lexicon.shared_scan import shared
from thai_newsie.provenance import joined, row

_OUTPUT = "organizations"  # the output list that rejections name


class Form(Enum):
    """What kind of form an opening is."""

    NAME = "a whole name"
    ABBREVIATION = "an abbreviation or a short name"
    GUARDED = "an abbreviation that more often means something else: กก., SET"
    HEAD = "the first word of a name that no table knows"


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """A string of the tables that begins an organization, and what its row says.

    `type` and `flags` are those of a head. `position_length` counts the letters before the organization that belong to a
    position: 4 for "รมว.กลาโหม".
    """

    rule: str
    form: Form
    type: str = ""
    flags: frozenset[str] = frozenset()
    position_length: int = 0


class Opening(NamedTuple):
    """A place of the text where an `OpeningRow` stands, from `start` to `end`."""

    document: Document
    start: int
    end: int
    row: OpeningRow

    @property
    def text(self) -> str:
        """The text of the whole document."""
        return self.document.text

    @property
    def word(self) -> str:
        """What stands there."""
        return self.document.text[self.start : self.end]

    def reject(self, end: int, rule: str, reason: str) -> None:
        """Note for the document's trace, where there is one, why the name is none, or does not end as `rule` says."""
        if self.document.trace is not None:
            self.document.trace.reject(_OUTPUT, self.start, end, joined(self.row.rule, rule), reason)


def reject_match(document: Document, start: int, end: int, rule: str, reason: str) -> None:
    """Note for the document's trace, where there is one, that a match is not taken."""
    if document.trace is not None:
        document.trace.reject(_OUTPUT, start, end, rule, reason)


@shared
def openings() -> Matcher[OpeningRow | None]:
    """Finds what an organization begins with. The payload None is a word that only looks like it: "สภาพ" like สภา.

    Where two rows have the same string, the later one counts.
    """
    found: dict[str, OpeningRow | None] = {line["word"]: None for line in table("organization_lookalikes")}
    for line in table("organization_heads"):
        flags = frozenset(values(line["flags"]))
        found[line["word"]] = OpeningRow(
            row("organization_heads", line["word"]), Form.HEAD, line["type"], flags
        )
    for line in table("organization_names"):
        found[line["word"]] = OpeningRow(row("organization_names", line["word"]), Form.NAME)
    for line in table("organizations"):
        found |= _forms(line)
    found |= _behind_positions()
    found |= dict(_preferred(found))
    return Matcher(found)


def _forms(line: Row) -> Iterator[tuple[str, OpeningRow]]:
    """What a text may call the organization of a row."""
    rule = row("organizations", line["word"])
    for column, form in (
        ("short", Form.ABBREVIATION),
        ("abbreviations", Form.ABBREVIATION),
        ("guarded", Form.GUARDED),
    ):
        for word in values(line[column]):
            yield word, OpeningRow(rule, form)
    yield line["word"], OpeningRow(rule, Form.NAME)


def _preferred(found: dict[str, OpeningRow | None]) -> Iterator[tuple[str, OpeningRow]]:
    """The forms that several rows share, with the row that they mean most often."""
    for line in table("organizations"):
        if "preferred" in values(line["flags"]):
            for word, opening in _forms(line):
                known = found[word]
                if known and known.form is opening.form:
                    yield word, opening


def _behind_positions() -> Iterator[tuple[str, OpeningRow]]:
    """The bare names of the ministries behind the positions of their heads ("รมว.กลาโหม") and behind "ก."."""
    positions = [line for line in table("organization_words") if line["type"] == "minister"]
    for name, ministry in bare_names().items():
        rule = row("organizations", ministry["word"])
        for line in positions:
            for gap in ("", " ") if "space" in values(line["flags"]) else ("",):
                before = line["word"] + gap
                yield (
                    before + name,
                    OpeningRow(
                        joined(rule, row("organization_words", line["word"])),
                        Form.ABBREVIATION,
                        position_length=len(before),
                    ),
                )
        for before in ("ก.", "ก. "):
            yield before + name, OpeningRow(rule, Form.NAME)
