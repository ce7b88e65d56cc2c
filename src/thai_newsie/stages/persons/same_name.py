"""The names of one article agree: what one mention shows of a name holds for the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from thai_newsie.document import Document
from thai_newsie.provenance import pattern
from thai_newsie.stages.persons.found_name import FoundName
from thai_newsie.stages.persons.name_parts import GAP, Part, before_position
from thai_newsie.stages.persons.person_tables import family_names, given_names

_MIN_KNOWN_NAME_LENGTH = 4  # letters of a given name that may be cut off from what is glued to it
_SAME_NAME = pattern("same_name")


def with_agreeing_names(document: Document, found: Sequence[FoundName]) -> list[FoundName]:
    """`found` with the parts of each name corrected by the other mentions in the article.

    The first family name of a given name is the family name. What stands behind the given name later, and looks like no
    spelling of it, is none ("พล.ต.อ.ต่อศักดิ์ เหลืออีก 2 เดือน"); nor is what is glued to a known given name
    ("นายธนกรกล่าเพิ่มเติม").
    """
    text = document.text
    families: dict[str, str] = {}
    for name in found:
        if len(name.parts) > 1:
            families.setdefault(name.given(text), name.parts[1].of(text))
    # Of those who have no family name here, the given names that nothing is glued to ("นายวิโรจน์คงชนะ")
    alone = {
        name.given(text)
        for name in found
        if len(name.parts) == 1 and text[name.parts[0].end : name.parts[0].end + 1] == " "
    }
    return [
        FoundName(name.start, _agreeing_parts(document, name.parts, families, alone), name.rule)
        for name in found
    ]


def _agreeing_parts(
    document: Document, parts: tuple[Part, ...], families: Mapping[str, str], alone: Set[str]
) -> tuple[Part, ...]:
    given = parts[0].of(document.text)
    family = families.get(given)
    if len(parts) > 1:
        other = bool(family) and _is_no_family(document, parts, str(family))
        return (parts[0]._replace(rule=_SAME_NAME),) if other else parts
    if family:
        return _with_family(document, parts[0], family)
    return (_cut_to_known(document, parts[0], given, families, alone),)


def _is_no_family(document: Document, parts: tuple[Part, ...], family: str) -> bool:
    """Whether what stands behind the given name is no family name, since the person's is `family`."""
    text = document.text
    second = parts[1].of(text)
    if second[:2] == family[:2] or second in family_names():
        return False
    return not before_position(text, parts[-1].end)  # before one, he is another man


def _with_family(document: Document, given: Part, family: str) -> tuple[Part, ...]:
    """The given name with the family name, where it stands behind it."""
    gap = GAP.match(document.text, given.end)
    if gap and document.text.startswith(family, gap.end()):
        return given, Part(gap.end(), gap.end() + len(family), _SAME_NAME)
    return (given,)


def _cut_to_known(
    document: Document, part: Part, given: str, families: Mapping[str, str], alone: Set[str]
) -> Part:
    """The given name without what is glued to it, where the article has it elsewhere."""
    lengths = range(len(given), _MIN_KNOWN_NAME_LENGTH - 1, -1)
    known = next((length for length in lengths if given[:length] in families), None)
    if not known and given not in given_names():
        cuts = (length for length in lengths[1:] if part.start + length in document.breaks)
        known = next((length for length in cuts if given[:length] in alone), None)
    return Part(part.start, part.start + known, _SAME_NAME) if known else part
