"""Where the name of an organization ends, and why: the one place that decides, for every kind of opening.

The steps, in their order:

1. The opening says where the name ends: a whole name at its own end, an abbreviation with what is written together with
   it, and a head by the first of the fixed forms that applies (`fixed_forms`) or else by its words (`free_names`).
2. A country behind the name completes it, where other countries have such an organization too.
3. "(องค์การมหาชน)" completes it.

Each step may replace the end of the step before. The rule names what ended the name.
"""

from __future__ import annotations

import re

from thai_newsie.lexicon import compiled, words_of
from thai_newsie.lexicon.ministries import MINISTRY
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import joined
from thai_newsie.stages.organizations.endings import Ending, NameEnd, NoName
from thai_newsie.stages.organizations.fixed_forms import fixed_form_end
from thai_newsie.stages.organizations.free_names import free_name_end
from thai_newsie.stages.organizations.ministries import known_ministry_end, with_country
from thai_newsie.stages.organizations.openings import Form, Opening
from thai_newsie.stages.organizations.suffixes import completed, suffix, with_level, with_province

_PUBLIC = re.compile(r" {0,2}\( ?องค์การมหาชน ?\)")  # a legal form, part of the name as จำกัด (มหาชน) is
_MORE_DOTS = re.compile(r"(?:[ก-ฮ]{1,4}\.){1,3}")


def name_end(opening: Opening) -> Ending:
    """Where the name ends that an opening begins; NoName if it begins none.

    >>> from thai_newsie.document import Document
    >>> from thai_newsie.stages.organizations.openings import openings
    >>> document = Document.from_text("กระทรวงมหาดไทย แห่งราชอาณาจักรกัมพูชา")
    >>> ((start, end, line),) = openings().find(document.text)
    >>> name_end(Opening(document, start, end, line))
    NameEnd(end=37, rule='countries:กัมพูชา')
    """
    name = _own_end(opening)
    if isinstance(name, NoName):
        return name
    name = _country(opening, name) or name
    public = _PUBLIC.match(opening.text, name.end)
    return NameEnd(public.end(), joined(name.rule, "pattern:public_organization")) if public else name


def _own_end(opening: Opening) -> Ending:
    """Where the name ends by its opening alone."""
    if opening.row.form is Form.HEAD:
        return fixed_form_end(opening) or free_name_end(opening)
    if opening.row.form is Form.NAME:
        return suffix(opening.text, opening.end) or NameEnd(opening.end)
    return _abbreviation_end(opening)


def _abbreviation_end(opening: Opening) -> NameEnd:
    """Where an abbreviation ends: "ปตท.สผ." and "ศบค.ยธ." are one organization each, as is "เกษตรฯ" in "ปลัดเกษตรฯ"."""
    text, name = opening.text, NameEnd(opening.end)
    if text[name.end - 1] == ".":
        if (end := with_level(text, name.end)) > name.end:
            name = NameEnd(end, "pattern:area")
        elif more := _MORE_DOTS.match(text, name.end):
            name = NameEnd(more.end(), "pattern:more_abbreviations")
        elif (end := with_province(text, name.end)) > name.end:
            name = NameEnd(end, "pattern:province")
        name = completed(text, name)
    if opening.row.position_length and text[name.end : name.end + 1] == "ฯ":
        return NameEnd(name.end + 1, name.rule)
    return name


def _country(opening: Opening, name: NameEnd) -> NameEnd | None:
    """Where the name ends if a foreign country makes it another one than the Thai organization it is called like."""
    start, row = opening.start + opening.row.position_length, opening.row
    if row.form is not Form.HEAD and opening.text.startswith(MINISTRY, start):
        return known_ministry_end(opening.document, name.end)
    # "รมว.สาธารณสุข มาเลเซีย", "กองทัพบกอินเดีย", "กรมศุลกากรของจีน"
    if row.position_length or _also_abroad().match(opening.text, start):
        return with_country(opening.document, name.end)
    return None


@compiled
def _also_abroad() -> re.Pattern[str]:
    """What the names begin with of organizations that other countries have as well."""
    return re.compile(any_of(words_of("organization_words", "also_abroad")))
