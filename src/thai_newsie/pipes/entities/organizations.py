"""Named bodies: those of the tables, and those that a head word (กรม, โรงพยาบาล, บริษัท …) announces.

A name of the tables ends where the table says. An unknown name begins with its head and goes on to
the next space, mark or word that no name holds; companies go on to their legal form.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from thai_newsie.lexicon import Matcher, table, values
from thai_newsie.reading import Entity, Reading
from thai_newsie.text import THAI_LETTER, is_thai_letter
from thai_newsie.words import is_abbreviation_tail

_RUN = regex.compile(rf"{THAI_LETTER}{{1,150}}+")  # the longest name of a committee has about 120 letters
# "บริษัท พาราไซแอนติฟิค จำกัด", "บริษัท ปตท. จำกัด (มหาชน)", "ห้างหุ้นส่วนจำกัด" stays a head of its own
_LEGAL_FORM = regex.compile(r"[^\n()“”\"]{1,60}?(?:\([^()\n]{1,30}\) ?)?(?:จำกัด|จํากัด)(?: {0,2}\(มหาชน\))?")
_LATIN_NAME = regex.compile(
    r" ?[A-Z][\p{Latin}\d&.’'-]*+(?: (?:of |and |for |the )*+(?:[A-Z&][\p{Latin}\d&.’'-]*+))*+"
)
# What numbers a body or says which one of its kind: "กองพลทหารราบที่ 9", "ตำรวจภูธรภาค 8", "เขต 5"
_NUMBER = regex.compile(
    r" ?(?:ที่|ภาค|ภาคที่|เขต|เขตพื้นที่) ?\d{1,3}(?!\d|[.:]\d| ?(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา))"
)
_IN_PARENTHESES = regex.compile(r" {0,2}\( ?(?P<inside>[^()\n]{2,80}?) ?\)")
_ANOTHER_BODY = regex.compile(r"บริษัท|กระทรวง")
_BETWEEN_ALIASES = regex.compile(r" ?: ?| หรือ | ?, ?")
_ABBREVIATION = regex.compile(r"(?:[ก-ฮ]{1,6}\. ?){1,4}|[ก-ฮ]{2,6}|[A-Z][A-Za-z&.-]{1,11}")
_MORE_DOTS = regex.compile(r"(?:[ก-ฮ]{1,4}\.){1,3}")
_LATIN_FORM = regex.compile(r"[A-Z][\p{Latin}&.,’'/ -]++")
# "สถานเอกอัครราชทูตไทย ณ กรุงโซล": an embassy is named by where it sits
_SEAT = regex.compile(rf"(?:ไทย)? ?ณ ?(?:กรุง|นคร|เมือง) ?{THAI_LETTER}++")
_BARE_NUMBER = regex.compile(r"(?<=ภาค|ที่|เขต) ?\d{1,3}(?![\d.:])")  # "ศูนย์ฟื้นฟูสมรรถภาพคนงานภาค 2"
_CAMPUS = regex.compile(rf" ?วิทยาเขต{THAI_LETTER}++")
_COOPERATIVE = regex.compile(rf"(?<=สหกรณ์{THAI_LETTER}{{0,40}}) ?จำกัด")
_SHORT = regex.compile(r" ?(?:[ก-ฮ]{1,4}\.){1,3}(?![\d ]*ศ)")  # "กระทรวง อว."
_FACULTY = regex.compile(rf"คณะ{THAI_LETTER}+(?:ศาสตร์|วิทยา|บัญชี)")
_TOO_LONG_FOR_CHANCE = 12  # letters
_MIN_NAME = 3  # letters behind the head


@cache
def _names() -> Matcher:
    """Finds a known name ("name"), abbreviation ("abbreviation") or the head of an unknown one (its kind).

    An abbreviation that usually means something else (SET, "กก.") is "guarded": it is a body behind an office.

    A word that only looks like a name ("สภาพ" like สภา, "โรงพยาบาลชุมชน") has the kind "".

    The table's short forms of ministries are also read behind "รมว." and "ก.": there the value says
    how many letters of the match come before the body ("+4" for "รมว.กลาโหม").
    """
    found: dict[str, str] = {row["word"]: "" for row in table("organization_lookalikes")}
    found |= {row["head"]: row["kind"] for row in table("organization_heads")}
    found |= {row["name"]: "name" for row in table("organization_names")}
    for row in table("organizations"):
        found |= dict.fromkeys(values(row["short"]), "abbreviation")
        found |= dict.fromkeys(values(row["abbreviations"]), "abbreviation")
        found |= dict.fromkeys(values(row["guarded"]), "guarded")
        found[row["name"]] = "name"
        if row["kind"] == "ministry":
            bare = {
                row["name"].removeprefix("กระทรวง"),
                *(s.rstrip("ฯ") for s in values(row["short"]) if not s.startswith("กระทรวง")),
            }
            for opener in ("รมว.", "รมช.", "รมว. ", "รมช. ", "ปลัด"):
                found |= {opener + name: f"+{len(opener)}" for name in bare}
            found |= {opener + name: "name" for name in bare for opener in ("ก.", "ก. ")}
    return Matcher(found)


@cache
def _generic(place: str) -> regex.Pattern[str]:
    """Words that show that a head names no single body: behind the "head", "inside" or "behind" the name, at its "end"."""
    words = "|".join(
        regex.escape(row["words"]) for row in table("organization_generic") if row["place"] == place
    )
    return regex.compile(
        {
            "head": rf"(?:{words})",
            "inside": rf"(?:{words})",
            "behind": rf" ?(?:{words})",
            "end": rf"(?:{words})$",
        }[place]
    )


@cache
def _stops() -> Matcher:
    """Words that no unknown name goes on over."""
    return Matcher({row["word"]: row["after"] for row in table("organization_stops")})


def find_organizations(reading: Reading) -> list[Entity]:
    """Named bodies in the order of the text, the abbreviations that parentheses give them among them.

    >>> from thai_newsie.reading import Reading
    >>> from thai_newsie.text import Shadow
    >>> reading = Reading(Shadow("บริษัท ข้าวไทยดี จำกัด ร่วมกับ กรมการข้าว"), frozenset())
    >>> [reading.slice(body) for body in find_organizations(reading)]
    ['บริษัท ข้าวไทยดี จำกัด', 'กรมการข้าว']
    """
    text = reading.text
    found: list[Entity] = []
    aliases: set[str] = set()
    done = 0
    for start, end, kind in _names().find(text, lambda start, end: _may_begin(reading, start, end)):
        body = _body(reading, start, end, kind) if start >= done and kind else None
        if not body:
            continue
        if faculty := _faculty_before(reading, found, body):
            body.start = faculty.start
            found.remove(faculty)
        found.append(body)
        done = body.end
        for alias in _aliases_behind(text, body.end):
            found.append(alias)
            aliases.add(reading.slice(alias))
            done = alias.end
    return _with_aliases(reading, found, aliases)


def _may_begin(reading: Reading, start: int, end: int) -> bool:
    """Whether a match is to be believed where a letter stands before it.

    The tokenizer's word is one reason, a name too long for chance or an office before it another:
    it makes one word of "นายกองค์การบริหารส่วนจังหวัด".
    """
    return (
        end - start >= _TOO_LONG_FOR_CHANCE
        or reading.may_begin(start)
        or _follows_office(reading.text, start)
    )


def _follows_office(text: str, start: int) -> bool:
    return text.endswith(_offices(), max(0, start - 40), start)


@cache
def _offices() -> tuple[str, ...]:
    return tuple(row["position"] for row in table("positions"))


def _body(reading: Reading, start: int, end: int, kind: str) -> Entity | None:
    """The body that a match of `_names` amounts to."""
    text = reading.text
    if kind == "name":
        return Entity(start, _with_number(text, end), "ORGANIZATION", source="lexicon")
    if kind in ("abbreviation", "guarded") or kind.startswith("+"):
        if not _stands_alone(reading, start, end) or (kind == "guarded" and not _follows_office(text, start)):
            return None
        opener = int(kind) if kind.startswith("+") else 0
        if text[end - 1] == ".":  # "ปตท.สผ." and "ศบค.ยธ." are one body each
            more = _MORE_DOTS.match(text, end)
            end = _with_number(text, more.end() if more else end)
        end += opener > 0 and text[end : end + 1] == "ฯ"  # "ปลัดเกษตรฯ"
        return Entity(start + opener, end, "ORGANIZATION", source="lexicon")
    if text[end - 1] == "." and is_abbreviation_tail(text, start):
        return None
    end = _end_of_unknown(reading, start, end, kind)
    return Entity(start, end, "ORGANIZATION", kind=kind) if end else None


def _faculty_before(reading: Reading, found: list[Entity], body: Entity) -> Entity | None:
    """The faculty that a university's name completes: "คณะแพทยศาสตร์ มหาวิทยาลัยธรรมศาสตร์" is one body."""
    last = found[-1] if found else None
    if not last or not reading.slice(last).startswith("คณะ") or "มหาวิทยาลัย" not in reading.slice(body):
        return None
    return (
        last
        if _FACULTY.fullmatch(reading.slice(last)) and reading.text[last.end : body.start].strip(" ") == ""
        else None
    )


def _stands_alone(reading: Reading, start: int, end: int) -> bool:
    """Whether an abbreviation is not just a part of a longer word or abbreviation."""
    text = reading.text
    if is_thai_letter(text, end) and text[end - 1] not in ".ฯ" and end not in reading.breaks:
        return False
    if text[end - 1] == "." and text[end : end + 1].isdigit():  # "ทล.2412" is a road
        return False
    return not (
        (_is_latin(text, start - 1) and _is_latin(text, start))
        or (_is_latin(text, end - 1) and _is_latin(text, end))
    )


def _is_latin(text: str, offset: int) -> bool:
    return 0 <= offset < len(text) and text[offset].isascii() and text[offset].isalnum()


def _with_number(text: str, end: int) -> int:
    """Where a name ends that a number, a campus or a cooperative's legal form completes."""
    more = (completion.match(text, end) for completion in (_NUMBER, _BARE_NUMBER, _CAMPUS, _COOPERATIVE))
    return next((match.end() for match in more if match), end)


def _end_of_unknown(reading: Reading, start: int, head_end: int, kind: str) -> int:
    """Where the name that begins with a head ends; 0 if the head names nothing by itself."""
    text = reading.text
    if kind == "company":
        form = _LEGAL_FORM.match(text, head_end)
        if form and not _ANOTHER_BODY.search(form[0]):
            return form.end()
    if latin := _LATIN_NAME.match(text, head_end):
        return latin.end()
    if match := _SEAT.match(text, head_end) or (kind == "ministry" and _SHORT.match(text, head_end)):
        return match.end()
    if _FACULTY.fullmatch(text, start, head_end) and not is_thai_letter(text, head_end):
        return head_end
    run = _RUN.match(text, head_end)
    if not run or kind == "company" or any(map(reading.may_begin, _generic_inside(run))):
        return 0
    if number := _NUMBER.match(text, head_end):
        return number.end()
    if (generic := _generic("head").match(text, head_end)) and reading.may_begin(generic.end()):
        return 0
    end = run.end()
    for begin, stop, after in _stops().find(run[0]):
        begin, stop = head_end + begin, head_end + stop
        if after == "committee" or kind != "committee":
            whole = begin in reading.breaks and (stop in reading.breaks or stop == run.end())
            if whole or not reading.breaks:
                end = begin
                break
    if (
        end - head_end < _MIN_NAME
        or _generic("behind").match(text, end)
        or _generic("end").search(text, head_end, end)
    ):
        return 0
    if text[end : end + 1] == "ฯ" and text[end : end + 3] != "ฯลฯ":
        return end + 1
    return _with_number(text, end)


def _generic_inside(run: regex.Match[str]) -> Iterator[int]:
    """Where a run speaks of bodies of a kind ("สำนักงานสรรพากรทุกแห่งทั่วประเทศ")."""
    return (generic.start() for generic in _generic("inside").finditer(run.string, run.start(), run.end()))


def _aliases_behind(text: str, end: int) -> list[Entity]:
    """The abbreviations and other names that parentheses behind a name give it: "(ทย.)", "(… : JTC)"."""
    parentheses = _IN_PARENTHESES.match(text, end)
    if not parentheses:
        return []
    found = []
    start = parentheses.start("inside")
    for part in _BETWEEN_ALIASES.split(parentheses["inside"]):
        start = text.index(part, start)
        # "(รมว.พม.)" behind a ministry is its minister
        if not part.startswith(_offices()) and (_ABBREVIATION.fullmatch(part) or _LATIN_FORM.fullmatch(part)):
            found.append(Entity(start, start + len(part), "ORGANIZATION"))
        start += len(part)
    return found


def _with_aliases(reading: Reading, found: list[Entity], aliases: set[str]) -> list[Entity]:
    """With the other places where the abbreviations stand that this article gives its bodies."""
    if not aliases:
        return found
    taken = {position for body in found for position in range(body.start, body.end)}
    for start, end, _ in Matcher(dict.fromkeys(aliases, "")).find(reading.text):
        if taken.isdisjoint((start, end - 1)) and _stands_alone(reading, start, end):
            found.append(Entity(start, end, "ORGANIZATION"))
    return sorted(found, key=lambda body: body.start)
