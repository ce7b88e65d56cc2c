"""Organizations that end with the name of a known one: a faculty with its university, an organization of the UN with the UN."""

from __future__ import annotations

from dataclasses import replace

import regex

from thai_newsie.document import Document, Entity, Span
from thai_newsie.lexicon import compiled, table, words_of
from thai_newsie.lexicon.patterns import any_of, any_row
from thai_newsie.provenance import joined

_UNITED_NATIONS = "สหประชาชาติ"
_UNIVERSITY = "มหาวิทยาลัย"
_FACULTY = "คณะ"
_MAX_FACULTY_LENGTH = 60  # letters
_MAX_UN_LENGTH = 100  # letters


def completed_before(document: Document, previous: Entity | None, done: int, organization: Entity) -> Entity:
    """`organization` with the words before it that belong to its name, where there are any.

    `previous` is the organization found before it, and `done` the end of what is already found. Where the two are one,
    the result begins at the start of `previous`.

    >>> from thai_newsie.document import Document
    >>> document = Document.from_text("คณะวิจิตรศิลป์ มหาวิทยาลัยเชียงใหม่")
    >>> completed_before(document, None, 0, Entity(15, 35, "ORGANIZATION")).start
    0
    >>> document = Document.from_text("องค์การเพื่อสตรีแห่งสหประชาชาติ")
    >>> completed_before(document, None, 0, Entity(20, 31, "ORGANIZATION")).start
    0
    """
    if _UNIVERSITY in document.slice(organization):
        if previous and previous.kind == "university" and document.slice(previous).startswith(_FACULTY):
            if document.text[previous.end : organization.start].strip(" "):
                return organization
            return _joined(previous.start, previous.rule, organization)
        faculty = _faculty_before(document, previous, organization)
        if faculty:
            return _joined(faculty.start, "pattern:faculty", organization)
    words = _of_united_nations_before(document, done, organization)
    return _joined(words.start, "pattern:of_united_nations", organization) if words else organization


def _joined(start: int, rule: str, organization: Entity) -> Entity:
    return replace(organization, start=start, rule=joined(rule, organization.rule))


def _faculty_before(document: Document, previous: Entity | None, university: Entity) -> Span | None:
    """The faculty before the name of a university: "คณะแพทยศาสตร์ มหาวิทยาลัยธรรมศาสตร์" is one organization."""
    low = max(university.start - _MAX_FACULTY_LENGTH, previous.end if previous else 0)
    faculty = _faculty().match(document.text, low, university.start)
    return Span(*faculty.span()) if faculty and document.may_begin(faculty.start()) else None


def _of_united_nations_before(document: Document, done: int, organization: Entity) -> Span | None:
    """The words before the name of the United Nations that begin the name of one of its organizations."""
    if not document.text.startswith(_UNITED_NATIONS, organization.start):
        return None
    low = max(done, organization.start - _MAX_UN_LENGTH)
    words = _of_united_nations().match(document.text, low, organization.start)
    return Span(*words.span()) if words and document.may_begin(words.start()) else None


@compiled
def _of_united_nations() -> regex.Pattern[str]:
    """Read backwards: "องค์การเพื่อสตรีแห่ง|สหประชาชาติ"."""
    first = any_of(words_of("organization_words", "of_united_nations"))
    return regex.compile(rf"(?r){first}[ก-๎]{{3,80}}แห่ง")


@compiled
def _faculty() -> regex.Pattern[str]:
    """Read backwards: "คณะวิจิตรศิลป์ |มหาวิทยาลัยเชียงใหม่"."""
    no_faculty = any_row(line for line in table("organization_words") if line["type"] == "no_faculty")
    return regex.compile(
        rf"(?r){_FACULTY}(?!{no_faculty})"
        r"(?:[ก-๎]{4,40}|[ก-๎]{4,20} [ก-๎]{4,20}และ[ก-๎]{4,20})(?: ?แห่ง| )?"
    )
