"""What the tables say of names: which words announce one, belong to one, or end one."""

from __future__ import annotations

import re

import regex

from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.lexicon.shared_scan import shared
from thai_newsie.text.characters import THAI_LETTER

# "ศาสตราจารย์ ดร. สมเด็จพระเจ้าน้องนางเธอ": there it begins a royal person
_NEVER_BEHIND_ANOTHER = "สมเด็จพระ"

_ROYAL = "พระเจ้า|พระองค์เจ้า"  # "พลเรือเอก |พระเจ้าบรมวงศ์เธอ…": another title than พระ


@compiled
def _title_kinds() -> dict[str, str]:
    """The titles but those of royal persons, who are known by name: what follows theirs is not cut like other names."""
    rows = [row for row in table("titles") if row["type"] != "royal"]
    return {row["word"]: "loose" if "loose" in values(row["flags"]) else "strict" for row in rows}


@shared
def titles() -> Matcher:
    """Finds a title ("strict" or "loose"), a whole royal person ("royal"), or what only looks like a title ("")."""
    lookalikes = {row["word"]: "" for row in table("title_lookalikes")}
    lookalikes |= dict.fromkeys(royal_persons(), "royal")
    return Matcher({**_title_kinds(), **lookalikes})


@compiled
def title_chain() -> re.Pattern[str]:
    """A title, or several in a chain."""
    kinds = _title_kinds()
    title, behind = any_of(kinds), any_of(kinds.keys() - {_NEVER_BEHIND_ANOTHER})
    return re.compile(rf"{title}(?: {{0,2}}(?!{_ROYAL}){behind}){{0,7}}+")


@compiled
def royal_persons() -> dict[str, int]:
    """Royal persons as they are written, title and name, and how long the title is; a prince's rank stands apart."""
    rows = ((row["title"], row["word"]) for row in table("royal_names"))
    return {title + (" " if name.startswith("กรม") else "") + name: len(title) for title, name in rows}


@compiled
def royal_names() -> re.Pattern[str]:
    """A royal person as a pattern."""
    return re.compile(any_of(royal_persons()))


@compiled
def name_stops() -> Matcher:
    """Words that end a name: "strict" ones wherever they begin, "loose" ones only as whole words."""
    offices = {row["word"]: "strict" for row in table("positions") if len(row["word"]) > 3}
    prefixes = {row["word"]: "strict" for row in table("position_prefixes") if len(row["word"]) > 3}
    titles = {
        row["word"]: "strict"
        for row in table("titles")
        if len(row["word"]) > 2 and "loose" not in values(row["flags"])
    }
    words = {
        row["word"]: "loose" if "loose" in values(row["flags"]) else "strict" for row in table("name_stops")
    }
    return Matcher({**titles, **prefixes, **offices, **words})


@compiled
def office_opening() -> re.Pattern[str]:
    """What an office begins with."""
    words = {row["word"] for row in table("positions")} | {row["word"] for row in table("position_prefixes")}
    return re.compile(any_of(words))


@compiled
def civil_post() -> re.Pattern[str]:
    """A post of the civil service with its level: "นักวิชาการเกษตรชำนาญการพิเศษ"."""
    first, level = (
        any_of(r["word"] for r in table("civil_service_positions") if r["type"] == p)
        for p in ("first", "level")
    )
    return re.compile(rf"{first}{THAI_LETTER}{{0,40}}?(?:ระดับ)?{level}(?!{THAI_LETTER})")


@compiled
def monastic_office() -> re.Pattern[str]:
    """An office that only monks hold, with what stands before it; the council of elders has only monks."""
    office = any_of(row["word"] for row in table("positions") if row["type"] == "monastic")
    prefix = any_of(row["word"] for row in table("position_prefixes"))
    return re.compile(rf"{prefix}?(?:{office}|กรรมการมหาเถรสมาคม)")


@compiled
def short_prefixes() -> tuple[str, ...]:
    """Words before an office that are too short to end a name by themselves (รอง)."""
    return tuple(row["word"] for row in table("position_prefixes") if len(row["word"]) <= 3)


@compiled
def abbreviations() -> tuple[str, ...]:
    """The letters of abbreviated offices and ranks before their first dot (รมว, พล)."""
    offices = [row["word"] for row in table("positions")]
    ranks = [row["word"] for row in table("titles") if row["type"] in ("military", "police")]
    return tuple(dict.fromkeys(form.split(".")[0] for form in (*offices, *ranks) if form.endswith(".")))


@compiled
def noble_seat() -> re.Pattern[str]:
    """Behind a name: "ณ อยุธยา" belongs to it, though "ณ" is also the preposition "at"."""
    seats = any_of(row["word"] for row in table("family_name_places"))
    return re.compile(rf" {{1,2}}ณ {{1,2}}{seats}(?!{THAI_LETTER})")


@compiled
def latin_name() -> regex.Pattern[str]:
    """A name in Latin letters; it ends before an English office: "Mr. Tetsuya Tanigaki Managing Director"."""
    offices = [row["word"] for row in table("positions") if row["word"].isascii()]
    # "J." and "O’Brien", but not the end of a sentence nor a possessive ("Thavisin’s")
    word = r"\p{Lu}(?:\.(?:\p{Lu}\.)*+|\p{L}*+(?:['’-](?!s\b)\p{L}++){0,6}+)"
    return regex.compile(
        rf"{word}(?: {{1,2}}(?!\L<offices>)(?:(?:van|von|de|del|bin|al) )?{word}){{0,4}}", offices=offices
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
