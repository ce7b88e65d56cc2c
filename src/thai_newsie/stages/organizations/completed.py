"""Organizations whose first words no table knows, but the known organization that completes them: a faculty, an organization of the UN."""

from __future__ import annotations

import regex

from thai_newsie.document import Document, Entity, Span

_OF_UN = regex.compile(
    r"(?r)(?:สำนักงาน|องค์การ|โครงการ|กองทุน|คณะกรรมาธิการ|ศูนย์|สถาบัน|คณะมนตรี|ข้าหลวงใหญ่)[ก-๎]{3,80}แห่ง"
)  # "องค์การเพื่อสตรีแห่ง|สหประชาชาติ"
_FACULTY = regex.compile(
    r"(?r)คณะ(?!กรรม|อนุ|ทำงาน|ผู้|ที่|รัฐ|อาจารย์|นัก|ศิษย์|สงฆ์|มนตรี|ของ|จาก|ครู|วิจัย|แพทย์(?!ศาสตร์)|ได้|จะ|ไป|เดินทาง|หรือ)"
    r"(?:[ก-๎]{4,40}|[ก-๎]{4,20} [ก-๎]{4,20}และ[ก-๎]{4,20})(?: ?แห่ง| )?"
)


def faculty_before(document: Document, found: list[Entity], organization: Entity) -> Entity | None:
    """The faculty that a university's name completes: "คณะแพทยศาสตร์ มหาวิทยาลัยธรรมศาสตร์" is one organization.

    >>> from thai_newsie.document import Document
    >>> document = Document.from_text("คณะวิจิตรศิลป์ มหาวิทยาลัยเชียงใหม่")
    >>> faculty_before(document, [], Entity(15, 35, "ORGANIZATION")).start
    0
    """
    last = found[-1] if found else None
    if "มหาวิทยาลัย" not in document.slice(organization):
        return None
    if last and last.kind == "university" and document.slice(last).startswith("คณะ"):
        return None if document.text[last.end : organization.start].strip(" ") else last
    low = max(organization.start - 60, last.end if last else 0)
    faculty = _FACULTY.match(document.text, low, organization.start)
    return (
        Entity(*faculty.span(), "ORGANIZATION") if faculty and document.may_begin(faculty.start()) else None
    )


def of_un_before(document: Document, done: int, organization: Entity) -> Span | None:
    """The first words of an organization that the United Nations' name completes, where no other organization ends behind `done`.

    >>> from thai_newsie.document import Document
    >>> document = Document.from_text("องค์การเพื่อสตรีแห่งสหประชาชาติ")
    >>> of_un_before(document, 0, Entity(20, 31, "ORGANIZATION"))
    Span(start=0, end=20)
    """
    if not document.text.startswith("สหประชาชาติ", organization.start):
        return None
    words = _OF_UN.match(document.text, max(done, organization.start - 100), organization.start)
    return Span(*words.span()) if words and document.may_begin(words.start()) else None
