"""When an extracted item counts as the annotated one, and what is compared in each list.

Strings are compared without white space and quotation marks. The few Thai words here belong to the measure: it must not
change with the tables that it measures.

people         the name, without its title
titles         the name and the title
roles          the person, role text similar (longest common part >= 80 % of the longer), organization similar
organizations  any written form of the one is any written form of the other
places         text similar (75 %), without words such as จังหวัด
dates, times   the value, each distinct value once
counts         value and unit, each distinct pair once
events         slots, of events paired by best agreement
statements     the beginning (within 12 characters) and the speaker
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import regex

Record = Mapping[str, Any]  # an article, an annotation or an item of either, as JSON has it
Item = Any  # what is compared in one list: a name, a tuple, a set of forms

SLOTS = ("type", "date", "time", "place", "chair", "organizer", "attendance", "edition")

_AREA_PREFIX = regex.compile(r"^(จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ต\.|เขต|แขวง|ประเทศ|เมือง|กรุง)\s*")
_BANGKOK = {"กทม.", "กทม", "กรุงเทพฯ", "กรุงเทพ", "กรุงเทพมหานคร", "เทพมหานคร", "เทพฯ", "เทพ"}
_PERCENT = {"%", "ร้อยละ", "เปอร์เซ็นต์", "percent"}
_SPACE_RUNS = regex.compile(r"\s+")
_SPACES_AND_QUOTES = regex.compile(r"[\s“”\"'‘’]+")
_COMPARED_BEGINNING = 15  # characters of a statement that are looked up in the article
_MAX_DISTANCE_OF_BEGINNINGS = 12  # characters between two beginnings of one statement


# --- what is the same


def squeeze(value: object) -> str:
    """The value as a string with single plain spaces and without invisible characters."""
    return _SPACE_RUNS.sub(" ", str(value or "").replace("\ufeff", "").replace("\u200b", "")).strip()


def tight(value: object) -> str:
    """The value as a string without white space and quotation marks."""
    return _SPACES_AND_QUOTES.sub("", squeeze(value))


def similar(one: object, other: object, least: float = 0.8) -> bool:
    """Whether the longest common part is at least the share `least` of the longer string.

    >>> similar("อธิบดี กรมการข้าว", "อธิบดีกรมการข้าว"), similar("อธิบดีกรมการข้าว", "กรมการข้าว")
    (True, False)
    """
    a, b = tight(one), tight(other)
    if a == b or not (a and b):
        return a == b
    common = SequenceMatcher(None, a, b, autojunk=False).find_longest_match(0, len(a), 0, len(b))
    return common.size / max(len(a), len(b)) >= least


def _same(gold: Item, found: Item) -> bool:
    return bool(gold == found)


def _same_role(gold: Item, found: Item) -> bool:
    (name, text, organization), (found_name, found_text, found_organization) = gold, found
    organizations = (
        similar(organization, found_organization)
        if organization and found_organization
        else not organization and not found_organization
    )
    return bool(name == found_name and similar(text, found_text) and organizations)


def _same_organization(gold: Item, found: Item) -> bool:
    return bool(gold & found)


def _same_place(gold: Item, found: Item) -> bool:
    return bool(gold == found or similar(gold, found, 0.75))


def _same_amount(gold: Item, found: Item) -> bool:
    return gold[0] is not None and bool(gold == found)


def _same_statement(gold: Item, found: Item) -> bool:
    (start, speaker, _), (found_start, found_speaker, _) = gold, found
    nearby = min(start, found_start) >= 0 and abs(start - found_start) <= _MAX_DISTANCE_OF_BEGINNINGS
    return (
        nearby and bool(speaker and found_speaker) and (speaker in found_speaker or found_speaker in speaker)
    )


def same_slot(slot: str, gold: object, found: object) -> bool:
    """Whether two events have the same value in a slot: names must be similar, numbers and dates equal."""
    if slot == "attendance":
        return _number(gold) == _number(found)
    a, b = tight(gold), tight(found)
    return a == b or (slot in ("place", "organizer") and (a in b or b in a or similar(a, b, 0.6)))


# --- what is compared


def _people(record: Record, _: str) -> list[Item]:
    return [tight(p.get("name")) for p in _listed(record, "people")]


def _titles(record: Record, _: str) -> list[Item]:
    return [(tight(p.get("name")), tight(p.get("title"))) for p in _listed(record, "people")]


def _roles(record: Record, _: str) -> list[Item]:
    return [
        (tight(person.get("name")), role.get("text"), role.get("organization"))
        for person in _listed(record, "people")
        for role in _listed(person, "roles")
    ]


def _organizations(record: Record, _: str) -> list[Item]:
    return [_forms(organization) for organization in _listed(record, "organizations")]


def _forms(organization: Record) -> set[str]:
    mentions = [m.get("text") if isinstance(m, Mapping) else m for m in _listed(organization, "mentions")]
    return {
        tight(form) for form in (organization.get("name"), *_listed(organization, "aliases"), *mentions)
    } - {""}


def _places(record: Record, _: str) -> list[Item]:
    return [_bare_place(place.get("text") or place.get("name")) for place in _listed(record, "places")]


def _bare_place(text: object) -> str:
    squeezed = squeeze(text)
    bare = _AREA_PREFIX.sub("", squeezed)
    return "กรุงเทพมหานคร" if squeezed in _BANGKOK or bare in _BANGKOK else tight(bare)


def _dates(record: Record, _: str) -> list[Item]:
    return list(dict.fromkeys(date.get("value") for date in _listed(record, "dates")))


def _times(record: Record, _: str) -> list[Item]:
    return list(dict.fromkeys(time.get("value") for time in _listed(record, "times")))


def _counts(record: Record, _: str) -> list[Item]:
    amounts = ((_number(c.get("value")), tight(c.get("unit"))) for c in _listed(record, "counts"))
    return list(dict.fromkeys((value, "%" if unit in _PERCENT else unit) for value, unit in amounts))


def _statements(record: Record, article_text: str) -> list[Item]:
    return [_statement(statement, article_text) for statement in _listed(record, "statements")]


def _statement(statement: Record, article_text: str) -> tuple[int, str, str]:
    speaker = statement.get("speaker")
    if isinstance(speaker, Mapping):
        speaker = speaker.get("name") or speaker.get("text")
    begins = tight(statement.get("begins") or statement.get("text"))[:_COMPARED_BEGINNING]
    return article_text.find(begins) if begins else -1, tight(speaker), begins


def events(record: Record) -> list[dict[str, Any]]:
    """The filled slots of each event."""
    return [
        {slot: event[slot] for slot in SLOTS if event.get(slot) not in (None, "", [])}
        for event in _listed(record, "events")
    ]


def _listed(record: Record, name: str) -> Sequence[Any]:
    return record.get(name) or ()


def _number(value: Any) -> float | None:
    try:
        return round(float(value), 6)
    except (TypeError, ValueError, OverflowError):  # an article may hold 400 digits
        return None


@dataclass(frozen=True)
class Comparison:
    """One list: a function that gives its `items` in a record, with the text of the article, and one that says whether two are the `same`."""

    items: Callable[[Record, str], list[Item]]
    same: Callable[[Item, Item], bool]


# The lists whose items are compared as a whole; events are compared slot by slot.
COMPARISONS = {
    "people": Comparison(_people, _same),
    "titles": Comparison(_titles, _same),
    "roles": Comparison(_roles, _same_role),
    "organizations": Comparison(_organizations, _same_organization),
    "places": Comparison(_places, _same_place),
    "dates": Comparison(_dates, _same),
    "times": Comparison(_times, _same),
    "counts": Comparison(_counts, _same_amount),
    "statements": Comparison(_statements, _same_statement),
}
