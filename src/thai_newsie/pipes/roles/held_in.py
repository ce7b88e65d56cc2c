"""What an office is held in: a body, an area, a country, a temple, nothing; and how far its words go therefore."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import regex

from thai_newsie.areas import area_names
from thai_newsie.lexicon import any_of, table, values
from thai_newsie.pipes.entities.person_tables import name_stops
from thai_newsie.pipes.roles.seats import house_end, seat_end
from thai_newsie.reading import Entity, RoleMention, Span
from thai_newsie.text import THAI_LETTER

SHARED = "การ"  # the end of an office that its body may begin with
_RUN = regex.compile(rf"{THAI_LETTER}{{1,100}}+")
_GAP = regex.compile(r" {0,8}")
# What narrows an office and belongs to its phrase: "ฝ่ายการเมือง", "ด้านยุทธศาสตร์", "คนที่ 1", "เขตสุขภาพที่ 2", "(ฝ่ายการเมือง)"
_FIELD = regex.compile(
    rf" ?(?:(?:ฝ่าย|ด้าน|สายงาน|กลุ่มภารกิจ)(?:(?!ปฏิบัติหน้าที่|ทำหน้าที่){THAI_LETTER}){{2,40}}+|\((?:ฝ่าย|ด้าน|สายงาน|ปฏิบัติการ)[ก-๎ ]{{0,30}}\d{{0,2}}\)|คนที่ ?(?:\d|หนึ่ง|สอง|สาม)|เขต(?:สุขภาพ|ตรวจราชการ)ที่ ?\d{{1,2}}|หมู่(?:ที่)? ?\d{{1,2}})"
)
# What a police officer does, between office and station: "ผกก.สส.สภ.เมืองตรัง", "สว.(สอบสวน) สภ.", "ผกก.4 บก.ปคบ."
_DUTY = regex.compile(
    r" ?(?:(?:สส|ปป|ป|จร|อก)\.|\((?:สอบสวน|สส\.?|ป\.?)\)|\d{1,2})(?= ?(?:สภ|สน|ภ\.จว|บก|บช)\.)"
)
_LINK = regex.compile(r"(?:ของ|แห่ง)")  # "ผู้อำนวยการบริหารของสำนักงานว่าด้วยยาเสพติด"
_COMMAND = regex.compile(
    r"(?:รอง ?|ผู้ช่วย ?)?ผ(?P<body>(?P<kind>บช|บก|กก)\.(?!ภ\.จว|สภ\.|สน\.|สส\.(?:สภ|ภ\.จว))(?:[ก-ฮ]{1,4}\.){1,3}\d{0,2}+)"
)
_PART = regex.compile(
    r"กอง(?!ทัพ|บัญชาการ|ทุน)|สำนัก(?!งาน|นายก)|ศูนย์|กลุ่ม|คณะ(?!กรรมการ|ทำงาน|รัฐมนตรี)"
)  # of a larger body
_ARMY_AREA = regex.compile(r"ภาค(?:ที่)? ?\d|(?<=มทภ\.) ?\d")  # "แม่ทัพภาคที่ 4"
# A municipality by what it is: "นายกเทศมนตรีตำบลร่มไทร", "นายกเทศมนตรีเมืองน่าน"
_MUNICIPALITY = regex.compile(rf"(?:ตำบล|เมือง|นคร)(?P<name>{THAI_LETTER}{{2,30}}+)")
_ABRIDGED = regex.compile(
    r"(?:(?P<body>กระทรวง|กรม|จังหวัด|สมาคม|มูลนิธิ|คณะกรรมการ|สำนักงาน|กองทุน)|การ|ผู้)?ฯ(?!ลฯ)"
)
_POST = regex.compile(rf" ?ณ ?(?P<post>(?:กรุง|นคร|เมือง){THAI_LETTER}{{2,30}}+)")
_HEADS_OF_STATE = ("ประธานาธิบดี", "นายกรัฐมนตรี")
_MEMBER_OF_PARLIAMENT = "สมาชิกสภาผู้แทนราษฎร"
_TEMPLE = regex.compile(rf"วัด{THAI_LETTER}{{1,60}}+")  # of an abbot
_AREA_KIND = regex.compile(r"(จังหวัด|จ\.|อำเภอ|อ\.|เขต|ตำบล|ต\.) ?")
# The abbreviation of a body, no word for what an officer does; an area or a number may tell which one
_ABBREVIATION = regex.compile(r"(?!(?:สส|ปป|ป|จร|อก)\.)(?:[ก-ฮ]{2,4}\.)(?:[ก-ฮ]{1,4}\.){0,3}")
_UNIT_NUMBER = regex.compile(r" ?\d{1,4}(?![\d.:,])")
_AREA_WORD = regex.compile(r"(?:จังหวัด|อำเภอ|ตำบล|เขต)$")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an office, prefixes and position, where they stand, and their row of the table."""

    text: str
    start: int
    end: int
    row: Mapping[str, str]
    bodies: Mapping[int, Entity]  # by where they start

    def role(self, end: int, position: int, body: Span | None = None) -> RoleMention:
        """The office up to `end`, its position up to `position`, held in `body`."""
        return RoleMention(self.start, end, Span(self.start, position), body and Span(body.start, body.end))

    def body_at(self, position: int) -> Entity | None:
        """The body that begins at `position`, or behind spaces there."""
        return self.bodies.get(_after_gap(self.text, position))

    def body_sharing(self) -> Entity | None:
        """The body whose การ is the end of the office: the ผู้ว่าการ of the การเคหะแห่งชาติ is "ผู้ว่าการเคหะแห่งชาติ"."""
        shared = self.end - len(SHARED)
        return self.bodies.get(shared) if self.text.startswith(SHARED, shared) else None

    def body_within(self, start: int, end: int) -> Entity | None:
        """The first body that begins between two offsets."""
        return next((self.bodies[p] for p in range(start, end) if p in self.bodies), None)


def read_office(words: Words) -> RoleMention:
    """The office that begins with these words, by the first form of `_READERS` that it has."""
    return next(role for read in _READERS if (role := read(words)))


def _cut_short(words: Words) -> RoleMention | None:
    """One cut short by ฯ: "ปลัดฯ", "รัฐมนตรีว่าการฯ"; or its body is: "ปลัด" + "กระทรวงฯ"."""
    cut = _ABRIDGED.match(words.text, words.end)
    if cut and cut["body"]:
        return words.role(cut.end(), words.end, Span(*cut.span()))
    return words.role(cut.end(), cut.end()) if cut else None


def _command(words: Words) -> RoleMention | None:
    """A police commander: "ผบช.น." is the ผบ. of the บช.น., the abbreviations share their letters."""
    match = _COMMAND.match(words.text, words.start)
    return words.role(match.end(), match.end("kind") + 1, Span(*match.span("body"))) if match else None


def _of_parliament(words: Words) -> RoleMention | None:
    """A member of parliament with seat or party: "ส.ส.สุโขทัย เขต 1 พรรคเพื่อไทย" is one of the party.

    Of the house by name, of the province by the abbreviation alone: "สมาชิก|สภาผู้แทนราษฎร|จังหวัดน่าน", "ส.ส.|น่าน".
    """
    if words.row["full"] != _MEMBER_OF_PARLIAMENT:
        return None
    house = house_end(words.text, words.end)
    seat = seat_end(words.text, house)
    party = words.body_at(seat)
    if party and words.text.startswith("พรรค", party.start):
        return words.role(party.end, seat, party)
    if seat == house:
        return None
    if house > words.end:
        return words.role(seat, words.end, words.bodies.get(words.end))
    area = _area(words.text, _after_gap(words.text, words.end), None)
    return words.role(seat, words.end, area) if area else words.role(seat, seat)


def _of_body(words: Words) -> RoleMention | None:
    """One held in a body, with a field before it or the parent of a part behind it.

    "อธิบดีกรมการข้าว", "ที่ปรึกษาด้านต่างประเทศกระทรวงแรงงาน", "ผู้อำนวยการกองกลาง สำนักงานปลัดกระทรวงอุตสาหกรรม",
    "ผู้ว่าการยางแห่งประเทศไทย"
    """
    position, body = words.end, words.body_at(words.end) or words.body_sharing()
    if not body and (link := _LINK.match(words.text, words.end)):
        position, body = link.end(), words.body_at(link.end())
    if not body and (duty := _DUTY.match(words.text, words.end)):
        position, body = duty.end(), words.body_at(duty.end())
    if not body and (field := _FIELD.match(words.text, words.end)):
        body = words.body_within(field.start() + 1, field.end()) or words.body_at(field.end())
        position = min(field.end(), body.start) if body else position
    if not body:
        return None
    end = body.end
    parent = words.body_at(end)
    if parent and words.text[end : parent.start] == " " and _belongs(words.text, body, parent):
        return words.role(parent.end, position, body)
    field = _FIELD.match(words.text, end)
    return words.role(field.end() if field else end, position, body)


def _belongs(text: str, body: Entity, parent: Entity) -> bool:
    """Whether a body is a part of the one behind it: a division of any, a department of a ministry.

    "ผู้อำนวยการกองกลาง สำนักงานปลัดกระทรวงอุตสาหกรรม", "อธิบดีกรมทางหลวง กระทรวงคมนาคม" (863 such offices in the corpus)
    """
    ministry = text.startswith("กระทรวง", parent.start) and not text.startswith("กระทรวง", body.start)
    return bool(_PART.match(text, body.start)) or ministry


def _of_country(words: Words) -> RoleMention | None:
    """A diplomat or a head of state: "เอกอัครราชทูตสิงคโปร์ประจำประเทศไทย" is Singapore's."""
    if words.row["kind"] != "diplomatic" and words.row["position"] not in _HEADS_OF_STATE:
        return None
    match = _country().match(words.text, words.end)
    if not match:
        return None
    end = _past_post(words.text, match.end())
    return words.role(end, words.end, Span(*match.span("body" if match["body"] else "post")))


def _at_post(words: Words) -> RoleMention | None:
    """A diplomat whose post alone tells where: "กงสุลใหญ่ ณ นครเซี่ยงไฮ้"."""
    end = _past_post(words.text, words.end) if words.row["kind"] == "diplomatic" else words.end
    return words.role(end, words.end) if end > words.end else None


def _past_post(text: str, end: int) -> int:
    """Where an office that ends at `end` ends with its post: "เอกอัครราชทูตไทย| ณ กรุงโตเกียว"."""
    match = _POST.match(text, end)
    if not match:
        return end
    glued = next(name_stops().find(match["post"]), None)  # "ณ กรุงโซลกล่าวว่า"
    return match.start("post") + glued[0] if glued else match.end()


def _of_area(words: Words) -> RoleMention | None:
    """One of a province or district: "ผู้ว่าราชการจังหวัดตรัง".

    "อุตสาหกรรมจังหวัด" + "ระยอง" is the อุตสาหกรรม of จังหวัดระยอง.
    """
    if words.row["takes_body"] != "1":
        return None
    kind = _AREA_WORD.search(words.text, words.start, words.end)
    bare = kind or _AREA_WORD.search(words.row["full"])  # "นอภ." is the นายอำเภอ
    area = _area(words.text, _after_gap(words.text, words.end), bare[0] if bare else None)
    if not area:
        return None
    if not kind:
        return words.role(area.end, words.end, area)
    # นายอำเภอ is an office, "นาย" is none
    position = words.end if words.text.startswith("นายอำเภอ", kind.start() - len("นาย")) else kind.start()
    return words.role(area.end, position, Span(kind.start(), area.end))


def _of_temple(words: Words) -> RoleMention | None:
    """An abbot: "เจ้าอาวาสวัดบางกุ้ง"."""
    match = _TEMPLE.match(words.text, words.end)
    return words.role(match.end(), words.end, Span(*match.span())) if match else None


def _longer(words: Words) -> RoleMention | None:
    """An office that goes on before its body.

    "รองผู้ว่าการพัฒนาโรงไฟฟ้าและพลังงานหมุนเวียน การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย"
    """
    run = _RUN.match(words.text, words.end) if words.row["takes_body"] == "1" else None
    if not run or next(name_stops().find(run[0]), None):
        return None
    if within := words.body_within(words.end, run.end()):
        return words.role(within.end, within.start, within)
    behind = words.body_at(run.end())
    return words.role(behind.end, run.end(), behind) if behind else None


def _of_abbreviation(words: Words) -> RoleMention | None:
    """One of a body that only its abbreviation names: "ผบ.ฉก.ตชด.43", "ผอ.ศป.ปส.อ.น้ำปาด"."""
    dotted = words.text[words.end - 1] == "." and words.row["takes_body"] == "1"
    match = _ABBREVIATION.match(words.text, words.end) if dotted else None
    if not match:
        return None
    end = match.end() + max(
        len(area_names(kind).longest_at(words.text, match.end())) for kind in ("", "อำเภอ")
    )
    number = _UNIT_NUMBER.match(words.text, end)
    end = number.end() if number else end
    return words.role(end, words.end, Span(words.end, end))


def _alone(words: Words) -> RoleMention:
    """One without a body: "นายกรัฐมนตรี", "รองเลขาธิการนายกรัฐมนตรีฝ่ายการเมือง", "แม่ทัพภาคที่ 4"."""
    field = _FIELD.match(words.text, words.end)
    end = field.end() if field else words.end
    return words.role(end, end)


def _of_army_area(words: Words) -> RoleMention | None:
    """The commander of an army area: "แม่ทัพภาคที่ 4"."""
    match = _ARMY_AREA.match(words.text, words.end) if words.row["full"] == "แม่ทัพ" else None
    if not match:
        return None
    named = match[0].startswith("ภาค")  # "มทภ.2" names no area
    return words.role(
        match.end(), words.end if named else match.end(), Span(*match.span()) if named else None
    )


def _of_municipality(words: Words) -> RoleMention | None:
    """A mayor: "นายกเทศมนตรีเมืองน่าน"."""
    match = _MUNICIPALITY.match(words.text, words.end) if words.row["full"] == "นายกเทศมนตรี" else None
    if not match:
        return None
    stop = next(name_stops().find(match["name"]), None)
    end = match.start("name") + stop[0] if stop else match.end()
    return words.role(end, words.end, Span(match.start(), end))


def _area(text: str, start: int, kind: str | None) -> Span | None:
    """The area that stands at `start`: of a governor, a district chief or a provincial officer.

    Where the office holds the `kind` of area, the name alone: "นายอำเภอ" + "อัมพวา"; else the kind with it, but for a province.
    """
    word = _AREA_KIND.match(text, start) if kind is None else None
    begin = word.end() if word else start
    name = area_names(word[1] if word else kind or "").longest_at(text, begin)
    # There is a ตำบลและ, and an office without a name before และ.
    return Span(start, begin + len(name)) if name and not (kind and name == "และ") else None


@cache
def _country() -> re.Pattern[str]:
    """The country of an ambassador, and where he is posted: "สหราชอาณาจักรประจำประเทศไทย"."""
    names = [name for row in table("countries") for name in (row["name"], *values(row["forms"]))]
    country = rf"(?:(?:ประเทศ|สาธารณรัฐ|ราชอาณาจักร)?{any_of(names)})"
    return re.compile(rf"(?:แห่ง)?(?P<body>{country})(?: ?ประจำ ?{country})?|ประจำ ?(?P<post>{country})")


_READERS: tuple[Callable[[Words], RoleMention | None], ...] = (
    _cut_short, _command, _of_parliament, _of_body, _of_country, _at_post, _of_municipality, _of_army_area, _of_area, _of_temple, _longer,
    _of_abbreviation, _alone,
)  # fmt: skip


def _after_gap(text: str, position: int) -> int:
    gap = _GAP.match(text, position)
    return gap.end() if gap else position
