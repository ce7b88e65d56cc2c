"""Mentions to places: one entry for each, linked to the official codes of Thailand's areas."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from thai_newsie.document import Document, Entity, PlaceEntry
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.areas import name_of, provinces
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.patterns import any_of, listed
from thai_newsie.provenance import joined, pattern, row
from thai_newsie.stages.places.english import english_areas
from thai_newsie.stages.resolution.area_codes import AREA_LEVELS, AreaCodes, bare_name
from thai_newsie.stages.resolution.beginnings import beginning_with

_SHORTEST_CUT_NAME = 8  # a venue's shorter form is longer than so many characters


def resolve_places(document: Document) -> list[PlaceEntry]:
    """One entry for each place, in the order of first mention, its mentions the fullest first."""
    mentions = [entity for entity in document.entities if entity.label == "LOCATION"]
    codes = AreaCodes(document, mentions)
    groups: dict[tuple[str, str], list[Entity]] = {}
    for mention in mentions:
        groups.setdefault(_key(document, mention, codes), []).append(mention)
    return [_entry(document, group, codes) for group in _merged(groups)]


def _entry(document: Document, group: list[Entity], codes: AreaCodes) -> PlaceEntry:
    group = sorted(group, key=lambda m: (m.start - m.end, m.start))
    fullest = group[0]
    if fullest.kind == "country":
        return _country(document, group)
    own = next((found for m in group if (found := codes.own.get(id(m)))), None)
    named = _named_province(document.slice(fullest))
    around = next((code for m in group if (code := codes.within[id(m)]).startswith(named)), "")
    # "ณ สำนักงานอุตสาหกรรมจังหวัดนราธิวาส … จ.ยะลา": the province in the name is right, that behind it is another's
    within = (own.code if own else "") or around or named
    if own:
        rule = joined(row("geothai", own.code), pattern(own.how) if own.how else "")
    else:
        rule = pattern("area_behind" if around else "province_in_name") if within else ""
    return PlaceEntry(
        mentions=group,
        kind=fullest.kind,
        province=name_of(within[:2]) if within else None,
        district=name_of(within[:4]) if len(within) >= 4 else None,
        subdistrict=name_of(within) if len(within) == 6 else None,
        code=own.code if own else None,
        rule=rule,
    )


def _country(document: Document, group: list[Entity]) -> PlaceEntry:
    code = _countries().get(bare_name(document.slice(group[0])))
    return PlaceEntry(group, "country", code=code, rule=row("countries", code) if code else "")


def _key(document: Document, mention: Entity, codes: AreaCodes) -> tuple[str, str]:
    """The same for two mentions of one place: a sort of place, and its code or its name as it is usually written."""
    name = " ".join(document.slice(mention).split())
    if mention.kind == "country":
        return "country", _countries().get(bare_name(name), name)
    if mention.kind in AREA_LEVELS:
        own = codes.own.get(id(mention))
        return mention.kind, own.code if own else bare_name(name)
    return "named", _usual_name(_known_places().get(name, name).replace(" ", ""))


def _usual_name(name: str) -> str:
    """A place's name with the usual words: an airport has two words for its head, and a junction several.

    >>> _usual_name("สี่แยกบางนา"), _usual_name("ทล.32"), _usual_name("สนามบินน่าน")
    ('แยกบางนา', 'ทางหลวงหมายเลข32', 'ท่าอากาศยานน่าน')
    """
    head = _place_heads().longest_at(name, 0)
    name = _full_words("place_head").get(head, "") + name[len(head) :]
    for word, full in _full_words("place_word").items():
        name = name.replace(word, full)
    return name


def _merged(groups: dict[tuple[str, str], list[Entity]]) -> list[list[Entity]]:
    """The groups, a venue's or a road's shorter form with its longer one.

    วัดหงส์รัตนาราม, วัดหงส์รัตนารามราชวรวิหาร; ทล.32, ทล.32 (ถนนเอเชีย), but not ทล.3 and ทล.32.
    """
    named = [name for kind, name in groups if kind == "named"]
    alphabetical = sorted(named)
    for name in named:
        road = _numbered().fullmatch(name)
        if road or (len(name) > _SHORTEST_CUT_NAME and groups["named", name][0].kind == "venue"):
            alike = [
                o for o in beginning_with(name, alphabetical) if not (road and o[len(name) :][:1].isdigit())
            ]
            longer = [other for other in alike if other != name and ("named", other) in groups]
            if len(longer) == 1:
                groups["named", longer[0]] += groups.pop(("named", name))
    return sorted(groups.values(), key=lambda group: min(m.start for m in group))


@compiled
def _full_words(type: str) -> Mapping[str, str]:
    return {row["word"]: row["full"] for row in table("resolution_words") if row["type"] == type}


@compiled
def _place_heads() -> Literals:
    return Literals(_full_words("place_head"))


@compiled
def _numbered() -> regex.Pattern[str]:
    """A road that has a number for its name."""
    heads = {row["full"] for row in table("resolution_words") if "numbered" in values(row["flags"])}
    return regex.compile(rf"{any_of(sorted(heads))}\d+")


@compiled
def _province_in() -> regex.Pattern[str]:
    return regex.compile(r"(?:จังหวัด|ท่าอากาศยาน|สนามบิน)(\L<names>)", names=listed(provinces()))


def _named_province(name: str) -> str:
    """The code of the province that a venue's own name tells: ศาลากลางจังหวัดตรัง; "" for none."""
    match = _province_in().search(name)
    return provinces()[match[1]] if match else ""


@compiled
def _countries() -> Mapping[str, str]:
    """ISO codes by any form of a country's name."""
    english = {name: area.code for name, area in english_areas().items() if area.kind == "country"}
    return english | {
        form: row["code"] for row in table("countries") for form in (row["word"], *values(row["forms"]))
    }


@compiled
def _known_places() -> Mapping[str, str]:
    """The names of the table of places by any of their forms."""
    return {form: row["word"] for row in table("places") for form in (row["word"], *values(row["forms"]))}
