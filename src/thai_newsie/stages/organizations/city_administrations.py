"""Bangkok and Pattaya as the organizations that govern them: "กระทรวงมหาดไทย กทม. เมืองพัทยา และกระทรวงการคลัง"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled, table, words_of
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.patterns import any_of, any_row
from thai_newsie.lexicon.shared_scan import occurs, shared
from thai_newsie.provenance import joined, pattern, row


def find_city_organizations(document: Document, organizations: list[Entity]) -> Iterator[Entity]:
    """The cities that somebody works with, that stand between two of `organizations` in a list, or side by side.

    >>> from thai_newsie.document import Document
    >>> document = Document.from_text("กรมป่าไม้ร่วมกับกรุงเทพมหานครปลูกต้นไม้ที่กรุงเทพมหานคร")
    >>> [(organization.start, organization.end) for organization in find_city_organizations(document, [])]
    [(16, 29)]
    """
    text = document.text
    if not occurs(document, _names_of_bangkok()):
        return
    found = {match.span("city"): "partner" for match in _partner().finditer(text)}
    for match in _both().finditer(text):
        found |= dict.fromkeys(match.spans("city"), "side_by_side")
    starts = {organization.start for organization in organizations} | {start for start, _ in found}
    for organization in organizations:
        city = _in_list().match(text, organization.end)
        if city and city.end() in starts:
            found[city.span("city")] = "list"
    taken = document.where(organizations)
    for (start, end), why in sorted(found.items()):
        if not any(taken[start:end]):
            rule = joined(row("organization_words", text[start:end]), pattern(why))
            yield Entity(start, end, "ORGANIZATION", kind="local_government", rule=rule)


@shared
def _names_of_bangkok() -> Matcher[None]:
    return Matcher(dict.fromkeys(words_of("organization_words", "bangkok")))


@compiled
def _bangkok() -> str:
    lines = (line for line in table("organization_words") if line["type"] == "bangkok")
    return f"(?P<city>{any_row(lines, gap=' ?')})"


@compiled
def _partner() -> regex.Pattern[str]:
    partner = any_of(words_of("organization_words", "partner"))
    return regex.compile(rf"{partner}(?:ทาง)? ?{_bangkok()}(?! ?ในพื้นที่)")


@compiled
def _in_list() -> regex.Pattern[str]:
    """A city in a list, up to what stands next."""
    return regex.compile(rf"(?:, ?| ){_bangkok()} ?,? (?:และ ?)?")


@compiled
def _both() -> regex.Pattern[str]:
    pattaya = any_of(words_of("organization_words", "pattaya"))
    return regex.compile(rf"{_bangkok()} ?,? (?:และ ?)?(?P<city>{pattaya})")
