"""What the tables say of names: which words announce one, belong to one, or end one."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

import regex

from thai_newsie.lexicon import compiled, table, values, words_of
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.patterns import any_of, listed
from thai_newsie.lexicon.shared_scan import shared
from thai_newsie.provenance import row
from thai_newsie.text.characters import COMBINING_MARK, THAI_LETTER

# "ศาสตราจารย์ ดร. สมเด็จพระเจ้าน้องนางเธอ": behind another title it begins a royal person
_NEVER_BEHIND_ANOTHER = "สมเด็จพระ"
# A shorter position, prefix or title is also part of names, and ends none.
_MIN_POSITION_STOP, _MIN_TITLE_STOP = 4, 3


class TitleKind(Enum):
    """What a word that looks like a title is."""

    STRICT = auto()  # a title wherever it stands
    LOOSE = auto()  # also an ordinary word: the name must be known by other evidence
    ROYAL = auto()  # a royal person, title and name
    LOOKALIKE = auto()  # no title


class NameStop(NamedTuple):
    """What ends a name: `strict` wherever it begins, otherwise only as a whole word; a row of `table`."""

    strict: bool
    table: str


@compiled
def _title_kinds() -> dict[str, TitleKind]:
    """The titles except the royal ones: royal persons are known by name, and theirs are not cut like other names."""
    rows = [title for title in table("titles") if title["type"] != "royal"]
    return {
        title["word"]: TitleKind.LOOSE if "loose" in values(title["flags"]) else TitleKind.STRICT
        for title in rows
    }


@shared
def titles() -> Matcher[TitleKind]:
    """Finds titles, royal persons with their names, and words that only look like titles."""
    lookalikes = dict.fromkeys(words_of("title_lookalikes"), TitleKind.LOOKALIKE)
    royal = dict.fromkeys(royal_persons(), TitleKind.ROYAL)
    return Matcher({**_title_kinds(), **lookalikes, **royal})


@compiled
def title_chain() -> re.Pattern[str]:
    """A title, or several in a chain."""
    kinds = _title_kinds()
    title, behind = any_of(kinds), any_of(kinds.keys() - {_NEVER_BEHIND_ANOTHER})
    other_title = any_of(words_of("person_words", "behind_title"))
    # "นางสาวิตรี" is นาง + สาวิตรี: no title ends inside a syllable
    whole = rf"(?!{COMBINING_MARK})"
    return re.compile(rf"{title}{whole}(?: {{0,2}}(?!{other_title}){behind}{whole}){{0,7}}+")


@compiled
def first_title() -> re.Pattern[str]:
    """One title: the first of a chain."""
    return re.compile(rf"{any_of(_title_kinds())}(?!{COMBINING_MARK})")


def title_rule(text: str, start: int, end: int) -> str:
    """The rule of the title, or the chain of titles, that stands from `start` to `end`.

    >>> title_rule("ศ.ดร.สมชาย", 0, 5)
    'titles:ศ. + titles:ดร.'
    """
    word = text[start:end]
    if word in _title_kinds():
        return f"titles:{word}"
    return " + ".join(f"titles:{title[0]}" for title in first_title().finditer(text, start, end))


@compiled
def royal_persons() -> dict[str, int]:
    """How long the title is, by royal person as written: title and name. A prince's rank stands apart from the title."""
    rows = ((royal["title"], royal["word"]) for royal in table("royal_names"))
    return {title + (" " if name.startswith("กรม") else "") + name: len(title) for title, name in rows}


def royal_rule(text: str, start: int, end: int) -> str:
    """The rule of the royal person who stands from `start` to `end`."""
    person = text[start:end]
    return row("royal_names", person[royal_persons()[person] :].strip())


@compiled
def royal_names() -> re.Pattern[str]:
    """A royal person as a pattern."""
    return re.compile(any_of(royal_persons()))


@compiled
def name_stops() -> Matcher[NameStop]:
    """Finds the words that end a name."""
    stops = {
        title["word"]: NameStop(True, "titles")
        for title in table("titles")
        if len(title["word"]) >= _MIN_TITLE_STOP and "loose" not in values(title["flags"])
    }
    for name in ("position_prefixes", "positions"):
        words = (word for word in words_of(name) if len(word) >= _MIN_POSITION_STOP)
        stops |= dict.fromkeys(words, NameStop(True, name))
    for stop in table("name_stops"):
        stops[stop["word"]] = NameStop("loose" not in values(stop["flags"]), "name_stops")
    return Matcher(stops)


@compiled
def position_opening() -> re.Pattern[str]:
    """What a position begins with."""
    return re.compile(any_of({*words_of("positions"), *words_of("position_prefixes")}))


@compiled
def civil_service_position() -> re.Pattern[str]:
    """A position of the civil service with its level: "นักวิชาการเกษตรชำนาญการพิเศษ"."""
    first, level = (any_of(words_of("civil_service_positions", part)) for part in ("first", "level"))
    return re.compile(rf"{first}{THAI_LETTER}{{0,40}}?(?: ?ระดับ ?| (?=ชำนาญ))?{level}(?!{THAI_LETTER})")


@compiled
def monastic_position() -> re.Pattern[str]:
    """A position that only monks hold, with the words before it."""
    position = any_of(words_of("positions", "monastic"))
    other = any_of(words_of("person_words", "monastic_position"))
    return re.compile(rf"{any_of(words_of('position_prefixes'))}?(?:{position}|{other})")


@compiled
def short_prefixes() -> tuple[str, ...]:
    """Words before a position that are too short to end a name by themselves (รอง)."""
    return tuple(word for word in words_of("position_prefixes") if len(word) < _MIN_POSITION_STOP)


@compiled
def abbreviations() -> tuple[str, ...]:
    """The letters of abbreviated positions and ranks before their first dot (รมว, พล)."""
    forms = (*words_of("positions"), *words_of("titles", "military", "police"))
    return tuple(dict.fromkeys(form.split(".")[0] for form in forms if form.endswith(".")))


@compiled
def family_name_place() -> re.Pattern[str]:
    """The end of a family name: "ณ อยุธยา". Elsewhere ณ is the preposition "at"."""
    places = any_of(words_of("family_name_places"))
    return re.compile(rf" {{1,2}}(?P<whole>ณ {{1,2}}(?P<place>{places}))(?!{THAI_LETTER})")


@compiled
def latin_name() -> regex.Pattern[str]:
    """A name in Latin letters. It ends before an English position: "Mr. Tetsuya Tanigaki Managing Director"."""
    positions = listed(word for word in words_of("positions") if word.isascii())
    # "J." and "O’Brien", but not the end of a sentence nor a possessive ("Thavisin’s")
    word = r"\p{Lu}(?:\.(?:\p{Lu}\.)*+|\p{L}*+(?:['’-](?!s\b)\p{L}++){0,6}+)"
    return regex.compile(
        rf"{word}(?: {{1,2}}(?!\L<positions>)(?:(?:van|von|de|del|bin|al) )?{word}){{0,4}}",
        positions=positions,
    )


@compiled
def family_names() -> frozenset[str]:
    """Thai family names (PyThaiNLP)."""
    from pythainlp.corpus import thai_family_names

    return thai_family_names()


@compiled
def given_names() -> frozenset[str]:
    """Thai given names (PyThaiNLP)."""
    from pythainlp.corpus import thai_female_names, thai_male_names

    return thai_male_names() | thai_female_names()


@compiled
def civil_titles() -> tuple[str, ...]:
    """The titles of anybody (นาย, นางสาว)."""
    return words_of("titles", "civil")


@compiled
def flagged_lookalikes() -> frozenset[str]:
    """The words that only look like a title, but with whose last letters given names begin (นายพล|ภัทร)."""
    rows = table("title_lookalikes")
    return frozenset(row["word"] for row in rows if "begins_names" in values(row["flags"]))
