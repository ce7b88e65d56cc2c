"""Persons by the titles before their names: how far does the name reach?

A title fixes where a person begins. The name ends at a space, a mark, or, where words are glued to
it ("นายธนกรกล่าวว่า", "ชาญวีรกูลรองนายกรัฐมนตรี"), at the word that cannot be part of a name.
"""

from __future__ import annotations

from functools import cache

import regex

from thai_newsie.lexicon import Matcher, table
from thai_newsie.reading import Entity, Reading
from thai_newsie.text import is_thai_letter
from thai_newsie.words import is_abbreviation_tail

_LETTERS = r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]"
_RUN = regex.compile(rf"(?=[ก-ฮเแโใไ]){_LETTERS}++(?:-{_LETTERS}++)*+")
_INITIALS = regex.compile(r"(?:[ก-ฮเแโใไ][ก-๎]{0,3}\. ?){1,3}(?=[ก-ฮเแโใไ])")  # "นายเจ. ดี. แวนซ์"
_LATIN_GLOSS = regex.compile(r" ?\((?:(?:Mr|Mrs|Ms|Dr|H\.E)\.? ?)*+[A-Z][\p{L}.'’ -]*+\)")
_GAP = regex.compile(r" {1,3}")
_OPTIONAL_GAP = regex.compile(r" {0,2}")
_CREDIT = regex.compile(
    r"^ {0,3}(?:ข่าว|ภาพ|เรื่อง|รายงาน|เรียบเรียง)(?: ?/ ?(?:ข่าว|ภาพ|เรื่อง))? ?:? ?(?=[^\n]{2,50}$)",
    regex.MULTILINE,
)
_SHORTEST_KNOWN = 4  # letters of a given name that may be cut off from what is glued to it
_MAX_RUN = 34  # letters of a given or family name; longer is a clause


@cache
def _titles() -> tuple[Matcher, regex.Pattern[str]]:
    """Finds a title ("strict" or "loose"), a whole royal person ("royal"), or what only looks like a title ("")."""
    # Royal persons are known by name; what follows their titles is not cut like other names.
    rows = [row for row in table("titles") if row["kind"] != "royal"]
    kinds = {row["title"]: "loose" if row["loose"] else "strict" for row in rows}
    lookalikes = {row["word"]: "" for row in table("title_lookalikes")}
    lookalikes |= dict.fromkeys(_royal_persons(), "royal")
    names = "|".join(map(regex.escape, sorted(kinds, key=len, reverse=True)))
    return Matcher({**kinds, **lookalikes}), regex.compile(rf"(?:{names})(?: {{0,2}}(?:{names})){{0,7}}+")


@cache
def _royal_persons() -> dict[str, int]:
    """Royal persons as they are written, title and name, and how long the title is."""
    return {row["title"] + row["name"]: len(row["title"]) for row in table("royal_names")}


@cache
def name_stops() -> Matcher:
    """Words that end a name: "strict" ones wherever they begin, "loose" ones only as whole words."""
    offices = {row["position"]: "strict" for row in table("positions") if len(row["position"]) > 3}
    prefixes = {row["prefix"]: "strict" for row in table("position_prefixes") if len(row["prefix"]) > 3}
    titles = {row["title"]: "strict" for row in table("titles") if len(row["title"]) > 2 and not row["loose"]}
    words = {row["word"]: "loose" if row["loose"] else "strict" for row in table("name_stops")}
    return Matcher({**titles, **prefixes, **offices, **words})


@cache
def _noble_seat() -> regex.Pattern[str]:
    """Behind a name: "ณ อยุธยา" belongs to it, though "ณ" is also the preposition "at"."""
    seats = "|".join(row["seat"] for row in table("family_seats"))
    return regex.compile(rf" {{1,2}}ณ {{1,2}}(?:{seats})(?!{_LETTERS})")


@cache
def _latin_name() -> regex.Pattern[str]:
    """A name in Latin letters; it ends before an English office: "Mr. Tetsuya Tanigaki Managing Director"."""
    offices = [row["position"] for row in table("positions") if row["position"].isascii()]
    word = r"\p{Lu}[\p{L}.'’-]*+"
    return regex.compile(
        rf"{word}(?: {{1,2}}(?!\L<offices>)(?:(?:van|von|de|del|bin|al) )?{word}){{0,4}}", offices=offices
    )


@cache
def _family_names() -> frozenset[str]:
    from pythainlp.corpus import thai_family_names

    return thai_family_names()


@cache
def _given_names() -> frozenset[str]:
    from pythainlp.corpus import thai_female_names, thai_male_names

    return thai_male_names() | thai_female_names()


def find_persons(reading: Reading) -> list[Entity]:
    """Persons that a title announces, each with their title, in the order of the text.

    >>> from thai_newsie.reading import Reading
    >>> from thai_newsie.text import Shadow
    >>> reading = Reading(Shadow("นายสมชาย ใจดี และ ดร.มานี รักไทยกล่าวว่า"), frozenset())
    >>> [reading.slice(person) for person in find_persons(reading)]
    ['นายสมชาย ใจดี', 'ดร.มานี รักไทย']
    """
    matcher, _ = _titles()
    text = reading.text
    found: list[tuple[int, list[tuple[int, int]]]] = []
    done = 0
    for start, end, kind in matcher.find(text):
        if start < done or not kind or not reading.may_begin(start) or is_abbreviation_tail(text, start):
            continue
        if kind == "royal":
            found.append((start, [(start, end)]))
            continue
        gap = _OPTIONAL_GAP.match(text, read_title(text, start))
        parts = name_parts(reading, gap.end()) if gap else []
        if parts and (kind == "strict" or _is_full_known_name(text, parts)):
            found.append((start, parts))
            gloss = _LATIN_GLOSS.match(text, parts[-1][1])
            done = gloss.end() if gloss else parts[-1][1]
    _settle(reading, found)
    found += [(start, [(start, end)]) for start, end in _credited(reading)]
    return [Entity(start, parts[-1][1], "PERSON") for start, parts in sorted(found)]


def _settle(reading: Reading, found: list[tuple[int, list[tuple[int, int]]]]) -> None:
    """Let the names of one article agree: the first family name of a given name is the family name.

    What stands behind the given name later, and looks like no spelling of it, is none ("พล.ต.อ.ต่อศักดิ์
    เหลืออีก 2 เดือน"); nor is what is glued to a known given name ("นายธนกรกล่าเพิ่มเติม").
    """
    families: dict[str, str] = {}
    for _, parts in found:
        if len(parts) > 1:
            families.setdefault(reading.text[slice(*parts[0])], reading.text[slice(*parts[1])])
    for _, parts in found:
        given = reading.text[slice(*parts[0])]
        family = families.get(given)
        if len(parts) > 1 and family and reading.text[slice(*parts[1])][:2] != family[:2]:
            if not _before_office(reading.text, parts[-1][1]):  # with an office he is another man
                del parts[1:]
        elif len(parts) == 1 and family:
            gap = _GAP.match(reading.text, parts[0][1])
            if gap and reading.text.startswith(family, gap.end()):
                parts.append((gap.end(), gap.end() + len(family)))
        elif len(parts) == 1:
            known = next((g for g in families if len(g) >= _SHORTEST_KNOWN and given.startswith(g)), None)
            if known:
                parts[0] = (parts[0][0], parts[0][0] + len(known))


def _credited(reading: Reading) -> list[tuple[int, int]]:
    """Who wrote or photographed, by a line at the end: "ข่าว อัจฉราปชส.สพฐ."."""
    found = []
    for line in _CREDIT.finditer(reading.text, reading.title_end):
        part = _part(reading, line.end(), first=True)
        if part and reading.text[slice(*part)] in _given_names():
            found.append(part)
    return found


def read_title(text: str, start: int) -> int:
    """Where the title, or chain of titles, that begins at `start` ends; 0 if none does.

    >>> read_title("ศ.ดร.สมชาย", 0)
    5
    """
    royal = next((length for name, length in _royal_persons().items() if text.startswith(name, start)), 0)
    if royal:
        return start + royal
    title = _titles()[1].match(text, start)
    return title.end() if title else 0


def name_parts(reading: Reading, start: int) -> list[tuple[int, int]]:
    """The spans of the name's parts from `start` on, given name first; none if no name begins there."""
    text = reading.text
    if latin := _latin_name().match(text, start):
        words = list(regex.finditer(r"\S+", text, pos=latin.start(), endpos=latin.end()))
        return [w.span() for w in words]
    initials = _INITIALS.match(text, start)
    parts: list[tuple[int, int]] = []
    position = initials.end() if initials else start
    while len(parts) < 2 and (part := _part(reading, position, first=not parts)):
        parts.append(part)
        if part[1] < _RUN.match(text, part[0]).end():  # type: ignore[union-attr]  # words are glued to it: the name is over
            break
        gap = _GAP.match(text, part[1])
        if not gap:
            break
        position = gap.end()
    if not parts:
        return []
    if initials:
        parts[0] = (start, parts[0][1])
    if seat := _noble_seat().match(text, parts[-1][1]):
        parts.append((text.index("ณ", seat.start()), seat.end()))
    elif len(parts) == 2 and (third := _third_part(reading, parts[-1][1])):
        parts.append(third)
    return parts


def _part(reading: Reading, start: int, *, first: bool) -> tuple[int, int] | None:
    """The given or family name that begins at `start`, cut before words glued to it."""
    text = reading.text
    run = _RUN.match(text, start)
    if not run or len(run[0]) < 2:
        return None
    end = _before_prefix(text, _abbreviation_cut(text, run.end(), start))
    for begin, stop, kind in name_stops().find(text[start : run.end() + 1]):
        begin, stop = start + begin, start + stop
        whole = stop in reading.breaks or not is_thai_letter(text, stop)
        if begin == start:
            if first and (stop < run.end() or kind == "loose" or run[0] in _given_names()):
                continue  # a given name may well begin like a word, or be one: "นายยัง หลิว", "นายสามารถ"
            if kind == "strict" or (whole and not _is_family(text, run.span())):
                return None
        elif begin - start > 1 and begin < end and (kind == "strict" or (whole and begin in reading.breaks)):
            end = begin
            break
    return (start, end) if 2 <= end - start <= _MAX_RUN else None


def _is_family(text: str, run: tuple[int, int]) -> bool:
    """Whether a word that begins like another ("จึงสมาน", "มีชัย") is a family name all the same."""
    return text[slice(*run)] in _family_names() or _before_office(text, run[1])


def _before_prefix(text: str, end: int) -> int:
    """Where a short word of an office glued to the name begins ("พูลสวัสดิ์รอง ผบช.น."), else `end`."""
    if not _before_office(text, end):
        return end
    return next((end - len(word) for word in _short_prefixes() if text.endswith(word, 0, end)), end)


@cache
def _short_prefixes() -> tuple[str, ...]:
    return tuple(row["prefix"] for row in table("position_prefixes") if len(row["prefix"]) <= 3)


def _abbreviation_cut(text: str, end: int, start: int) -> int:
    """Where a dotted abbreviation glued to the name begins ("ชาญวีรกูลรมว.มหาดไทย"), else `end`."""
    if text[end : end + 1] != ".":
        return end
    return max(
        (end - len(a) for a in _abbreviations() if text.endswith(a, start, end)),
        default=end,
        key=lambda cut: -cut,
    )


@cache
def _abbreviations() -> tuple[str, ...]:
    return tuple(row["position"].split(".")[0] for row in table("positions") if row["position"].endswith("."))


def _third_part(reading: Reading, end: int) -> tuple[int, int] | None:
    """A third word of a name: only a Latin form or an office behind it shows that it is one.

    "นายจอง จิน คิม (Jong Jin Kim)", "ดร.วันดี กุญชรยาคง จุลเจริญ นายกสมาคมแม่บ้านมหาดไทย"
    """
    gap = _GAP.match(reading.text, end)
    part = _part(reading, gap.end(), first=False) if gap else None
    if not part or not (_LATIN_GLOSS.match(reading.text, part[1]) or _before_office(reading.text, part[1])):
        return None
    return part


def _before_office(text: str, end: int) -> bool:
    """Whether an office stands behind a space, as it does behind a family name."""
    gap = _GAP.match(text, end)
    return bool(gap and _office_opening().match(text, gap.end()))


@cache
def _office_opening() -> regex.Pattern[str]:
    words = {row["position"] for row in table("positions")} | {
        row["prefix"] for row in table("position_prefixes")
    }
    return regex.compile("|".join(map(regex.escape, sorted(words, key=len, reverse=True))))


def _is_full_known_name(text: str, parts: list[tuple[int, int]]) -> bool:
    """What a loose title such as "คุณ" or "พระ" needs beside it: a known given name, or Latin, and a family name."""
    given = text[slice(*parts[0])]
    return len(parts) > 1 and (given in _given_names() or given[0].isascii())
