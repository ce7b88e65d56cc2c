"""Which person holds which role: the one who stands beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import regex

from thai_newsie.document import Document, PersonMention, RoleMention, Span
from thai_newsie.lexicon import compiled, words_of
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import joined, row
from thai_newsie.stages.persons.person_tables import civil_service_position
from thai_newsie.stages.positions.position_tables import positions, prefixes, word_of
from thai_newsie.stages.positions.widening import widened
from thai_newsie.text.characters import is_thai_letter

Pattern = regex.Pattern[str] | re.Pattern[str]

_GLOSS = r"(?: ?\([\p{Latin}.'’ -]{3,60}\)| ?\([\u0e01-\u0e4e ]{3,40}\)(?= ))?"
_NICKNAME_GLOSS = (
    r"(?: ?หรือ ?[“\"]?[\u0e01-\u0e4e]{2,15}[”\"]?(?= ))?"  # "นายสมชาย ใจดี หรือ “บังหมาด” ประธานกลุ่ม…"
)
# Of a monk: "พระมหาสมชาย สุจิตโต ป.ธ. 9 เจ้าอาวาส…", "พระครูวรธรรมธัช, ดร. เจ้าคณะตำบล…", "พระสมาน ฐิตธมฺโม น.ธ.เอก"
_DEGREE = r"(?: ?,? ?(?:ป\.ธ\. ?\d|น\.ธ\. ?(?:เอก|โท|ตรี)|ดร\.)){0,3}+"
# In a list the roles form a column; behind a signature in parentheses the role has a line of its own
_COLUMN = r"(?: {4,40}|\t{1,4})"
_SIGNED = re.compile(r" ?\) ?\n {0,8}")
_OF_OTHERS = "ผู้แทน"  # "… รองอธิบดีกรมการข้าว และผู้แทนหน่วยงานที่เกี่ยวข้อง": they are others
_JOINED = re.compile(r"และ|/")
_TO_NAME = re.compile(r" {0,2}\(? {0,2}")
_TO_NEIGHBOUR = regex.compile(r" {1,3}(?P<last>และ ?)?|(?P<last>และ ?)")
_LONGEST_KIN_WORD = 20  # letters looked at before a role


@compiled
def _to_role() -> regex.Pattern[str]:
    """What may stand between a name and the role behind it."""
    words = word_of("introduces_role")
    return regex.compile(
        rf"{_GLOSS}{_NICKNAME_GLOSS}{_DEGREE}(?:{_COLUMN}| {{0,3}}(?:\( ?|{words} ?|, ?|[-–] )?)"
    )


@compiled
def _by_verb() -> re.Pattern[str]:
    """A verb between a name and the office: "นายสมชาย ใจดี เป็นอธิบดีกรมการข้าว"."""
    return re.compile(rf" {{0,2}}{word_of('verb_of_role')} ?")


@compiled
def _counted() -> re.Pattern[str]:
    """What tells that a position is that of several: "และผู้อำนวยการกอง จำนวน 12 คน"."""
    return re.compile(rf" ?(?:{word_of('counts_holders')}|\d{{1,3}} ?(?:คน|ราย|ท่าน|นาย))")


@compiled
def _to_next_role() -> re.Pattern[str]:
    """What may stand between one role and the next of the same person.

    A space alone leads on only to what somebody does for another: in a list the next role is nobody's or another's
    ("รองอธิบดีกรมปศุสัตว์ ผู้อำนวยการสำนักการเกษตรต่างประเทศ").
    """
    joins = rf"(?:{word_of('joins_roles')}|/|,) {{0,2}}"
    of_committee = rf"{word_of('committee_role')}(?![ก-๎])"
    return re.compile(
        rf"(?: ?\([ก-ฮ.A-Z]{{2,12}}\))?\)? {{0,2}}"
        rf"(?:{joins}|(?=\(?{_acting()}|{of_committee})\(?|and (?:the )?|{word_of('on_behalf')} ?)"
    )


@compiled
def _acting() -> str:
    """A pattern for what stands before an office that somebody holds for another (รักษาราชการแทน, รรท.)."""
    return any_of(word for word, prefix in prefixes().items() if prefix.relation == "acting")


@compiled
def _from_civil_position() -> re.Pattern[str]:
    """What may stand between a position of the civil service, which is a rank too, and the office.

    "นักวิชาการสาธารณสุขเชี่ยวชาญ (ด้านส่งเสริมสุขภาพ) รองนายแพทย์สาธารณสุขจังหวัดน่าน"
    """
    field = rf"\({word_of('field_in_parentheses')}[ก-๎ ]{{1,40}}\)"
    return re.compile(rf"(?: ?{field})?(?: ?คนที่ ?\d)? {{1,3}}")


@compiled
def _from_role_before() -> re.Pattern[str]:
    """What may stand between two roles of one person before the name.

    Where และ joins them, no space may stand beside it: "รองนายกรัฐมนตรีและรัฐมนตรีว่าการ… นายมานะ" is one man,
    "ปลัดกระทรวง และอธิบดีกรม… นายมานะ" may be two.
    """
    return re.compile(rf"และ|/| and (?:the )?| {{0,2}}{word_of('as')} {{0,2}}| {{0,2}}(?={_acting()})")


@compiled
def _of_kin() -> re.Pattern[str]:
    """A relative before a role: "ภริยานายกรัฐมนตรี นางสาวธนนนท์ นิรามิษ" does not make her the Prime Minister."""
    return re.compile(rf"{word_of('kin')}(?:ของ)? ?$")


@compiled
def _held_by_one() -> frozenset[str]:
    """Positions that one person holds at a time: "พลเอก อนุพงษ์ เผ่าจินดา นายพิพัฒน์ รัชกิจประการ รัฐมนตรีว่าการ…"."""
    return frozenset(
        word
        for word, position in positions().items()
        if position.type in ("head", "local") or "one_holder" in position.flags
    )


class Holders:
    """The roles of one article on their way to the persons who hold them."""

    def __init__(self, document: Document, roles: list[RoleMention]) -> None:
        """`roles` are those found in the text; each becomes that of a person of `document.people`, or stays bare."""
        self._document = document
        self._text = document.text
        self._roles = {role.start: role for role in roles}
        self._to_role, self._to_next_role = _to_role(), _to_next_role()
        self._people = {person.start: person for person in document.people}
        self._organizations = {
            entity.start: entity for entity in document.entities if entity.label == "ORGANIZATION"
        }

    def assign(self) -> list[RoleMention]:
        """Give each role to the person beside it; return all roles, also those that a position of the civil service makes."""
        for person in self._document.people:
            self._read_civil_position(person)
            self._give_following(person)
        roles = [self._roles[start] for start in sorted(self._roles)]
        for index, role in enumerate(roles):
            holder = self._people.get(_end(_TO_NAME, self._text, role.end))
            # "… หัวหน้าสำนักงานจังหวัด นายธนันญ์ เพชรประไพ นายอำเภอเมือง": whose own role follows needs none before
            if holder and not role.person and not holder.roles and not self._is_of_kin(role):
                self._give_preceding(holder, roles, index)
        self._give_to_list()
        return roles

    def _read_civil_position(self, person: PersonMention) -> None:
        """Read a position of the civil service behind a name, whatever position its first word may be."""
        start = _end(self._to_role, self._text, person.end)
        match = civil_service_position().match(self._text, start) if start >= 0 else None
        role = self._roles.get(start)
        if match and not (role and role.end >= match.end()):
            self._roles[start] = replace(
                role or RoleMention(start, match.end(), Span(start, match.end())),
                end=match.end(),
                position=Span(start, match.end()),
                rule=_civil_rule(match[0]),
            )

    def _give_following(self, person: PersonMention) -> None:
        """Give a person the roles that follow the name, one after the other."""
        role, offset = self._first_behind(person), person.end
        while role:
            if role.person or self._is_of_next(person, role, offset):
                return
            wider = widened(self._document, role, self._organizations)
            if self._is_of_others(person, wider):
                return
            role = self._roles[role.start] = wider
            role.person = person
            person.roles.append(role)
            offset = role.end
            role = self._next_behind(role)

    def _first_behind(self, person: PersonMention) -> RoleMention | None:
        """The role behind a name: directly, below a signature, or behind a verb, where it is an office of something."""
        text, end = self._text, person.end
        if role := self._roles.get(_end(self._to_role, text, end)):
            return role
        if text[person.start - 1 : person.start] == "(" and (
            role := self._roles.get(_end(_SIGNED, text, end))
        ):
            return role
        role = self._roles.get(_end(_by_verb(), text, end))
        # "เป็นประธานเปิดงาน", "เป็นผู้แทนกรมการข้าว" are parts in an event
        office = (
            role is not None and role.organization and self._document.slice(role.position) not in _parts()
        )
        return role if office else None

    def _next_behind(self, role: RoleMention) -> RoleMention | None:
        """The role behind a person's role that is the same person's."""
        if following := self._roles.get(_end(self._to_next_role, self._text, role.end)):
            return following
        if role.organization and is_thai_letter(self._text, role.end) and role.end in self._roles:
            return self._roles[role.end]  # "…จังหวัดน่านผู้ว่าราชการจังหวัดน่าน"
        if civil_service_position().fullmatch(self._text, role.position.start, role.position.end):
            return self._roles.get(_end(_from_civil_position(), self._text, role.end))
        return None

    def _is_of_next(self, person: PersonMention, role: RoleMention, offset: int) -> bool:
        """Whether a further role behind a person is that of the person behind it.

        "… ปลัดกระทรวงพาณิชย์ และรองนายกรัฐมนตรี นายภูมิธรรม เวชยชัย": the second role is the next person's. It is not if that
        person's own role follows, nor if no space parts the two roles: "รองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงพลังงาน
        พลเอก อนุพงษ์ เผ่าจินดา".
        """
        if not person.roles or _JOINED.match(self._text, offset):
            return False
        following = self._people.get(_end(_TO_NAME, self._text, role.end))
        return following is not None and _end(self._to_role, self._text, following.end) not in self._roles

    def _is_of_others(self, person: PersonMention, role: RoleMention) -> bool:
        if not person.roles or role.organization:
            return False
        return self._document.slice(role) == _OF_OTHERS or _counted().match(self._text, role.end) is not None

    def _is_of_kin(self, role: RoleMention) -> bool:
        return _of_kin().search(self._text, max(0, role.start - _LONGEST_KIN_WORD), role.start) is not None

    def _give_preceding(self, person: PersonMention, roles: list[RoleMention], index: int) -> None:
        """Give a person the role that stands before the name, and those that lead up to it."""
        role = roles[index]
        role.person = person
        person.roles.append(role)
        for earlier in map(roles.__getitem__, range(index - 1, -1, -1)):
            if earlier.person or _end(_from_role_before(), self._text, earlier.end) != role.start:
                return
            role = earlier
            role.person = person
            person.roles.insert(0, role)

    def _give_to_list(self) -> None:
        """Let all persons of a list hold the role behind the last name.

        "นายบัณฑูร เศรษฐศิโรตม์ นางอรรชกา สีบุญเรือง และนายมานะ ทองดี กรรมการกำกับกิจการพลังงาน"
        """
        for person, neighbour in reversed(list(pairwise(self._document.people))):
            beside = _TO_NEIGHBOUR.match(self._text, person.end) if not person.roles else None
            if beside and beside.end() == neighbour.start and (person.family or not beside["last"]):
                person.roles.extend(
                    role
                    for role in neighbour.roles
                    if self._document.slice(role.position) not in _held_by_one()
                )


@compiled
def _parts() -> frozenset[str]:
    """Positions that somebody who is called so by a verb has in an event, not in an office."""
    return frozenset(words_of("position_words", "part_in_event"))


@compiled
def _civil_words(type: str) -> Literals:
    return Literals(words_of("civil_service_positions", type))


def _civil_rule(position: str) -> str:
    """The rule of a position of the civil service: its first word and its level."""
    first = _civil_words("first").longest_at(position, 0)
    level = _civil_words("level").longest_before(position, len(position))
    return joined(row("civil_service_positions", first), row("civil_service_positions", level))


def _end(pattern: Pattern, text: str, offset: int) -> int:
    """Where the pattern, matched at `offset`, ends; -1 if it does not match."""
    match = pattern.match(text, offset)
    return match.end() if match else -1
