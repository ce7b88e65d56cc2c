"""Stage: titles, name parts and offices.

An office belongs to the person it stands beside: behind the name ("นายสุเทพ ชิตยวงษ์ เลขาธิการ…"),
in parentheses there, or before it ("นายกรัฐมนตรี นายเศรษฐา ทวีสิน"); what stands beside nobody stays
a bare office, which `resolve` may find to mean somebody.
"""

from __future__ import annotations

from bisect import insort
from itertools import pairwise

import regex

from thai_newsie.document import Document, Entity, PersonMention, RoleMention, Span
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.stages.persons.person_tables import civil_service_position
from thai_newsie.stages.positions.finder import find_offices
from thai_newsie.stages.positions.names import split_name
from thai_newsie.stages.positions.parsing import wording
from thai_newsie.stages.positions.widening import widen

_GLOSS = r"(?: ?\([\p{Latin}.'’ -]{3,60}\)| ?\([\u0e01-\u0e4e ]{3,40}\)(?= ))?"
_NICKNAME = r"(?: ?หรือ ?[“\"]?[\u0e01-\u0e4e]{2,15}[”\"]?(?= ))?"  # "นายสมชาย ใจดี หรือ “บังหมาด” ประธานกลุ่ม…"
# Of a monk: "พระมหาสมชาย สุจิตโต ป.ธ. 9 เจ้าอาวาส…", "พระครูวรธรรมธัช, ดร. เจ้าคณะตำบล…"
_DEGREE = r"(?: ?,? ?(?:ป\.ธ\. ?\d|ดร\.))?"
# Between a name and its office, and between one office and the next of the same person.
_TO_OFFICE = regex.compile(
    rf"{_GLOSS}{_NICKNAME}{_DEGREE} {{0,3}}(?:\( ?|ในฐานะ(?:ที่เป็น)? ?|, ?|[-–] |ตำแหน่ง ?)?"
)
# A space alone leads on only to what somebody does for another: in a list the next office is nobody's
# or another's ("รองอธิบดีกรมปศุสัตว์ ผู้อำนวยการสำนักการเกษตรต่างประเทศ").
_TO_NEXT_OFFICE = regex.compile(
    r"(?: ?\([ก-ฮ.A-Z]{2,12}\))?\)? {0,2}(?:(?:และ(?:ใน)?(?:ฐานะ)?|ในฐานะ(?:ที่เป็น|ที่)?|พร้อมทั้ง|ควบตำแหน่ง|/|,) {0,2}"
    r"|(?=รักษา|(?:กรรมการ(?:และ(?:ผู้ช่วย)?เลขานุการ)?|(?:ผู้ช่วย)?เลขานุการ)(?![ก-๎]))|and (?:the )?|(?:ปฏิบัติหน้าที่|ทำหน้าที่)(?:แทน)? ?)"
)
_ONE_HOLDER = ("รัฐมนตรี", "รมว", "รมช", "นายก", "ประธาน", "เลขาธิการ", "ผู้บัญชาการ", "ผบ.", "แม่ทัพ")
_OF_OTHERS = "ผู้แทน"  # "… รองอธิบดีกรมการข้าว และผู้แทนหน่วยงานที่เกี่ยวข้อง": they are others
_JOINED = regex.compile(r"และ|/")
_TOGETHER = regex.compile(r" ?(?:และ|/) ?")
# "ภริยานายกรัฐมนตรี นางสาวธนนนท์ นิรามิษ" gives her no office
_OF_KIN = regex.compile(r"(?:ภริยา|ภรรยา|คู่สมรส|สามี|บุตร|ธิดา|บุตรี|บิดา|มารดา)(?:ของ)? ?$")
# Before a name และ joins offices of one person only where no space parts them: "รองนายกรัฐมนตรีและรัฐมนตรีว่าการ…
# นายมานะ" is one man, "ปลัดกระทรวง และอธิบดีกรม… นายมานะ" may be two.
_FROM_OFFICE_BEFORE = regex.compile(r"และ|/| and (?:the )?| {0,2}ในฐานะ(?:ที่เป็น|ที่)? {0,2}| {0,2}(?=รักษา)")
# "ผู้อำนวยการสำนักนโยบาย ทำหน้าที่โฆษกกระทรวง": the second office is held for somebody
_IN_THE_PLACE_OF = regex.compile(r"(?:ปฏิบัติหน้าที่|ทำหน้าที่)(?:แทน)? ?$")
_REACH = 20  # letters of those words
_AREA_WORD = regex.compile(r"จังหวัด|อำเภอ|ตำบล|ภาค|เขต")
_TO_NAME = regex.compile(r" {0,2}\(? {0,2}")
_TO_NEIGHBOUR = regex.compile(r" {1,3}(?P<last>และ ?)?|(?P<last>และ ?)")


def fill(document: Document) -> None:
    """Fill `document.people` and `document.roles`."""
    document.people = [
        split_name(document, entity) for entity in document.entities if entity.label == "PERSON"
    ]
    document.roles = find_offices(document)
    _give_offices(document)
    _share_organizations(document)
    for role in document.roles:
        _word(document, role)


def _give_offices(document: Document) -> None:
    offices = {role.start: role for role in document.roles}
    people = {person.start: person for person in document.people}
    organizations = {entity.start: entity for entity in document.entities if entity.label == "ORGANIZATION"}
    for person in document.people:
        _find_post(document, person, offices)
        _give_following(document, person, offices, people, organizations)
    for index, role in enumerate(document.roles):
        holder = people.get(_end(_TO_NAME, document.text, role.end))
        # "… หัวหน้าสำนักงานจังหวัด นายธนันญ์ เพชรประไพ นายอำเภอเมือง": whose own office follows needs none before
        if holder and not role.person and not holder.roles and not _is_of_kin(document.text, role.start):
            _give_preceding(document, holder, index)
    # "นายบัณฑูร เศรษฐศิโรตม์ นางอรรชกา สีบุญเรือง และนายมานะ ทองดี กรรมการกำกับกิจการพลังงาน": all hold it
    for person, neighbour in reversed(list(pairwise(document.people))):
        beside = _TO_NEIGHBOUR.match(document.text, person.end) if not person.roles else None
        if beside and beside.end() == neighbour.start and (person.family or not beside["last"]):
            person.roles.extend(
                role for role in neighbour.roles if document.slice(role.position) not in _held_by_one()
            )


@compiled
def _held_by_one() -> frozenset[str]:
    """Offices that one person holds at a time: "พลเอก อนุพงษ์ เผ่าจินดา นายพิพัฒน์ รัชกิจประการ รัฐมนตรีว่าการ…"."""
    return frozenset(
        row["word"]
        for row in table("positions")
        if row["type"] in ("head", "local") or row["word"].startswith(_ONE_HOLDER)
    )


def _find_post(document: Document, person: PersonMention, offices: dict[int, RoleMention]) -> None:
    """Read the civil service's post behind a name, whatever office its first word may be."""
    start = _end(_TO_OFFICE, document.text, person.end)
    post = civil_service_position().match(document.text, start) if start >= 0 else None
    role = offices.get(start)
    if not post or (role and role.end >= post.end()):
        return
    if not role:
        role = offices[start] = RoleMention(start, post.end(), Span(start, post.end()))
        insort(document.roles, role, key=lambda role: role.start)
    role.end = role.position.end = post.end()


def _give_following(
    document: Document,
    person: PersonMention,
    offices: dict[int, RoleMention],
    people: dict[int, PersonMention],
    organizations: dict[int, Entity],
) -> None:
    """Give a person the offices that follow the name, one after the other."""
    link, position = _TO_OFFICE, person.end
    while role := offices.get(_end(link, document.text, position)):
        # "… ปลัดกระทรวงพาณิชย์ และรองนายกรัฐมนตรี นายภูมิธรรม เวชยชัย": the second office is the next
        # one's, unless an office of his own follows him too, or no space parts the two: "รองนายกรัฐมนตรีและ
        # รัฐมนตรีว่าการกระทรวงพลังงาน พลเอก อนุพงษ์ เผ่าจินดา"
        joined = _JOINED.match(document.text, position)
        following = None if joined else people.get(_end(_TO_NAME, document.text, role.end))
        if role.person or (
            following and person.roles and _end(_TO_OFFICE, document.text, following.end) not in offices
        ):
            return
        if person.roles and not role.organization and document.slice(role) == _OF_OTHERS:
            return
        _give(role, person)
        widen(document, role, organizations)
        link, position = _TO_NEXT_OFFICE, role.end


def _is_of_kin(text: str, start: int) -> bool:
    return _OF_KIN.search(text, max(0, start - _REACH), start) is not None


def _give_preceding(document: Document, person: PersonMention, index: int) -> None:
    """Give a person the office that stands before the name, and those that lead up to it."""
    role = document.roles[index]
    _give(role, person)
    for earlier in map(document.roles.__getitem__, range(index - 1, -1, -1)):
        if earlier.person or _end(_FROM_OFFICE_BEFORE, document.text, earlier.end) != role.start:
            return
        role = earlier
        role.person = person
        person.roles.insert(0, role)


def _share_organizations(document: Document) -> None:
    """Let two offices of a person that are joined by และ share the organization behind the second.

    "ประธานเจ้าหน้าที่บริหารและกรรมการผู้จัดการใหญ่ ปตท.", "รองประธานและเลขาธิการหอการค้าไทย"
    """
    for later, earlier in pairwise(reversed(document.roles)):  # the last has it from the text
        if (
            earlier.person is not None
            and earlier.person is later.person
            and not earlier.organization
            and later.organization
            and not document.text.startswith(
                "คณะ", later.organization.start
            )  # a committee has but the one office
            and _TOGETHER.fullmatch(document.text, earlier.end, later.start)
            and document.slice(earlier).endswith(_of_one_organization())
        ):
            earlier.organization = later.organization


@compiled
def _of_one_organization() -> tuple[str, ...]:
    """Offices that are held in the same organization as the one they are joined to."""
    rows = [row for row in table("positions") if "takes_organization" in values(row["flags"])]
    return tuple(row["word"] for row in rows if row["type"] in ("business", "head"))


def _word(document: Document, role: RoleMention) -> None:
    """Say what an office's words tell, and those that join it to the office before it."""
    office = document.slice(role.position)
    if role.organization and (area := _AREA_WORD.match(document.text, role.organization.start)):
        # "อุตสาหกรรม" + "จังหวัดระยอง": the word of the area is part of the table's "อุตสาหกรรมจังหวัด"
        whole = wording(office + area[0])
        role.relations, role.english = whole if whole.english else wording(office)
    else:
        role.relations, role.english = wording(office)
    later = role.person is not None and role is not role.person.roles[0]
    if later and _IN_THE_PLACE_OF.search(document.text, max(0, role.start - _REACH), role.start):
        role.relations = ("acting", *role.relations)
        role.english = f"Acting {role.english}" if role.english else ""


def _give(role: RoleMention, person: PersonMention) -> None:
    role.person = person
    person.roles.append(role)


def _end(pattern: regex.Pattern[str], text: str, position: int) -> int:
    """Where the pattern, matched at `position`, ends; -1 if it does not match."""
    match = pattern.match(text, position)
    return match.end() if match else -1
