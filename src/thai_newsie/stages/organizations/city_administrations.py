"""Bangkok and Pattaya as the organizations that govern them: "กระทรวงมหาดไทย กทม. เมืองพัทยา และกระทรวงการคลัง"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.document import Document, Entity

_BANGKOK = r"(?:กรุงเทพมหานคร(?! ?(?:ชั้น|และปริมณฑล|ฯ))|กทม\.)"
_PARTNER = regex.compile(rf"(?:ร่วมกับ|หารือกับ|ประสานกับ|ประสานงานกับ)(?:ทาง)? ?(?P<city>{_BANGKOK})(?! ?ในพื้นที่)")
_IN_LIST = regex.compile(rf"(?:, ?| )(?P<city>{_BANGKOK}) ?,? (?:และ ?)?")  # up to what stands next
_BOTH = regex.compile(rf"(?P<city>{_BANGKOK}) ?,? (?:และ ?)?(?P<city>เมืองพัทยา)")


def find_city_organizations(document: Document, organizations: list[Entity]) -> Iterator[Entity]:
    """The cities that somebody works with, that stand between two of `organizations` in a list, or side by side.

    >>> from thai_newsie.document import Document
    >>> document = Document.from_text("กรมป่าไม้ร่วมกับกรุงเทพมหานครปลูกต้นไม้ที่กรุงเทพมหานคร")
    >>> [(organization.start, organization.end) for organization in find_city_organizations(document, [])]
    [(16, 29)]
    """
    text = document.text
    if "กรุงเทพมหานคร" not in text and "กทม." not in text:
        return
    found = {match.span("city") for match in _PARTNER.finditer(text)}
    found |= {span for match in _BOTH.finditer(text) for span in match.spans("city")}
    starts = {organization.start for organization in organizations} | {start for start, _ in found}
    for organization in organizations:
        city = _IN_LIST.match(text, organization.end)
        if city and city.end() in starts:
            found.add(city.span("city"))
    taken = document.where(organizations)
    for start, end in sorted(found):
        if not any(taken[start:end]):
            yield Entity(start, end, "ORGANIZATION", kind="local_government")
