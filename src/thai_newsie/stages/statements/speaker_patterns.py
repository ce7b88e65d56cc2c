"""The patterns of what stands before a verb of saying: its speaker, and the words between."""

from __future__ import annotations

import re

import regex

from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.patterns import any_of, flat_any_of
from thai_newsie.stages.statements.patterns import case_end, longest_first, that, words

Pattern = regex.Pattern[str]

# Between a position and the last name of its organization: "… หรือ ศชภ. และ".
OTHER_NAMES = re.compile(r"(?:[ ,()]|หรือ|และ|[ก-ฮ]{1,6}\.)*+")
# Between two organizations, the one part of the other: "กรมการข้าว (กข.) กระทรวงเกษตรฯ".
GLOSS = re.compile(r" {0,2}(?:\([^()\n]{1,40}\))? {1,2}")
# Before a subject: what it said is told elsewhere, here it is but referred to.
REFERRED = regex.compile(r"(?<=ตามที่ ?)")
# A phrase that may stand for a speaker: words and abbreviations, nothing else.
PHRASE = regex.compile(r"[\p{Thai}A-Za-z. ]{2,60}")


def _going_on(type: str) -> list[str]:
    """The words of a type that also link a verb without "ว่า" to the clause before it."""
    rows = [row for row in table("speech_words") if row["type"] == type]
    return longest_first(row["word"] for row in rows if "goes_on" in values(row["flags"]))


@compiled
def between() -> Pattern:
    """What may stand between a speaker's last letter and the verb."""
    adverbs = flat_any_of(words("adverb"))
    return regex.compile(rf"[ฯ)\]”\"’', ]*+(?:\([^()\n]{{1,80}}\) {{0,2}})?(?:{adverbs} {{0,2}})*+")


@compiled
def adverbs() -> Pattern:
    """The adverbs and marks that end a stretch, before the verb: "… ยังได้ "."""
    return regex.compile(
        rf"(?:[ ฯ]{{1,9}}+{flat_any_of(words('adverb'))}{{1,9}}+){{0,9}}+[ ฯ”\"'’,]{{0,9}}+$"
    )


@compiled
def governed() -> Pattern:
    """Behind a bracket or a word that makes what follows its complement."""
    return regex.compile(rf"(?<=(?:\(|{flat_any_of(words('governor'))}) ?)")


@compiled
def figures_of() -> re.Pattern[str]:
    """Before an organization, what it says stands in its figures: "ข้อมูลจาก|กรมทางน้ำ ระบุว่า"."""
    return re.compile(rf"{any_of(words('figures'))}(?:ล่าสุด)?(?:จาก|ของ|โดย)?(?:ทาง)? ?$")


@compiled
def joint() -> Pattern:
    """The end of a clause opening that takes its speaker from the clause before ("พร้อมทั้ง")."""
    adverbs, joints = flat_any_of(words("adverb")), flat_any_of(words("joint"))
    return regex.compile(
        rf"(?:^|[\s”\"])(?:{joints} ?)?(?:{adverbs} ?){{0,9}}+$|{joints} ?(?:{adverbs} ?){{0,9}}+$"
    )


@compiled
def goes_on() -> Pattern:
    """Behind a joint that goes on with what a subject does: "เป็นประธานการประชุม พร้อมทั้งได้|ย้ำ…"."""
    return regex.compile(rf"(?<={flat_any_of(_going_on('joint'))}{flat_any_of(_going_on('adverb'))}? ?)")


@compiled
def voice() -> Pattern:
    """A speaker without name or position, up to the verb: "ผู้สื่อข่าวจากต่างประเทศ"."""
    adverbs = flat_any_of(words("adverb"))
    return regex.compile(
        rf"(?:(?<=^|[\s”\"“])|{flat_any_of(words('opener', 'joint'))} ?)"
        rf"(?P<voice>(?P<word>{flat_any_of(words('voice'))})(?P<rest>[^\s“”\"()]{{0,40}}?(?: [A-Za-z.&-]+){{0,3}})) ?(?:{adverbs} ?){{0,9}}+$"
    )


@compiled
def opener() -> Pattern:
    """What opens a paragraph before its speaker: "ด้าน", "ขณะที่", "โอกาสนี้"."""
    return regex.compile(rf"(?:{flat_any_of(words('opener', 'joint', 'adverb'))} {{0,2}})*+")


@compiled
def another_clause() -> Pattern:
    """Behind a name: words of a clause, not of a position."""
    return regex.compile(rf" {flat_any_of(words('clause'))}|{that()}")


@compiled
def predicate() -> Pattern:
    """A word that makes a phrase a clause, wherever it stands in it."""
    return regex.compile(flat_any_of(words("clause", "denial")))


@compiled
def answers_case() -> Pattern:
    """Before an organization that answers a rumour: "“…” |กรมทางน้ำ ตรวจสอบแล้ว", "กรณี… นั้น |กรมทางน้ำ ได้ตรวจสอบ"."""
    return regex.compile(rf"(?<=[”\"»] {{0,2}}|{case_end()} )")
