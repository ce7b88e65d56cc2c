"""Stage: the parts of persons' names, and the roles they hold.

A position is an office (อธิบดี). A role is what somebody holds: a position in an organization or an area
(อธิบดีกรมการข้าว). A role belongs to the person it stands beside: behind the name ("นายสุเทพ ชิตยวงษ์ เลขาธิการ…"), in
parentheses there, or before it ("นายกรัฐมนตรี นายเศรษฐา ทวีสิน"). A role beside which nobody is named stays bare; the stage
`resolution` may find whom it means.
"""

from __future__ import annotations

import re
from itertools import pairwise

from thai_newsie.document import Document, RoleMention
from thai_newsie.lexicon import compiled
from thai_newsie.stages.positions.finder import find_roles
from thai_newsie.stages.positions.holders import Holders
from thai_newsie.stages.positions.names import split_name
from thai_newsie.stages.positions.parsing import parse_position
from thai_newsie.stages.positions.position_tables import positions, word_of

_TOGETHER = re.compile(r" ?(?:และ|/) ?")
_LEVEL_OF_AREA = re.compile(r"จังหวัด|อำเภอ|ตำบล|ภาค|เขต")
_LONGEST_LINK = 20  # letters of the words that join two roles


def fill(document: Document) -> None:
    """Fill `document.people` and `document.roles`."""
    document.people = [
        split_name(document, entity) for entity in document.entities if entity.label == "PERSON"
    ]
    document.roles = Holders(document, find_roles(document)).assign()
    _share_organizations(document)
    for role in document.roles:
        _describe(document, role)
    if document.trace is not None:
        for role in document.roles:
            if not role.person:
                document.trace.reject("roles", role.start, role.end, role.rule, "no person stands beside it")


def _share_organizations(document: Document) -> None:
    """Let two roles of a person that are joined by และ share the organization behind the second.

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
            )  # a committee has but the one role
            and _TOGETHER.fullmatch(document.text, earlier.end, later.start)
            and document.slice(earlier).endswith(_of_one_organization())
        ):
            earlier.organization = later.organization


@compiled
def _of_one_organization() -> tuple[str, ...]:
    """Positions that are held in the same organization as the one they are joined to."""
    return tuple(
        word
        for word, position in positions().items()
        if position.takes_organization and position.type in ("business", "head")
    )


def _describe(document: Document, role: RoleMention) -> None:
    """Set the relations and the English of a role from its words and from those that join it to the role before."""
    position = document.slice(role.position)
    parsed = parse_position(position)
    if role.organization and (level := _LEVEL_OF_AREA.match(document.text, role.organization.start)):
        # "อุตสาหกรรม" + "จังหวัดระยอง": the table has "อุตสาหกรรมจังหวัด"
        with_level = parse_position(position + level[0])
        parsed = with_level if with_level.english else parsed
    role.relations, role.english = parsed.relations, parsed.english
    if _is_on_behalf(document, role):
        role.relations = ("acting", *role.relations)
        role.english = f"Acting {role.english}" if role.english else ""


def _is_on_behalf(document: Document, role: RoleMention) -> bool:
    """Whether a person's further role is held for somebody: "ผู้อำนวยการสำนักนโยบาย ทำหน้าที่โฆษกกระทรวง"."""
    later = role.person is not None and role is not role.person.roles[0]
    return (
        later
        and _on_behalf().search(document.text, max(0, role.start - _LONGEST_LINK), role.start) is not None
    )


@compiled
def _on_behalf() -> re.Pattern[str]:
    return re.compile(rf"{word_of('on_behalf')} ?$")
