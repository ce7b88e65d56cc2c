"""The patterns of reported and direct speech, built on first use from `speech_*.tsv`."""

from __future__ import annotations

import re
from collections.abc import Iterable

import regex

from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.patterns import any_of

Pattern = regex.Pattern[str]

OPENING = "“”‘«\"'"  # "”" as well: "”รัฐบาลพร้อมช่วยเหลือ…” นายสมชายกล่าว"
CLOSING = "”’»\"'"
QUOTES = '“”„‟"«»'  # what a long quotation stands in; single marks also stand for nicknames
_QUOTE = f"[{QUOTES}]"

PARAGRAPH = re.compile(r"(?<![^\n])[^\S\n]*+\S[^\n]*+")

# "ว่า" that begins no speech: รัฐมนตรีว่าการ, ว่าที่ร้อยตรี, ว่าด้วย, ว่าจ้าง, ระหว่าง.
_WA = r"ว่า(?!การ|ที่[ร ]|ด้วย|จ้าง|ราช|ง)"

# No vowel sign or tone mark hangs on the last letter, no silent one follows: "กล่าว" is no word of "กล่าว่า",
# "ยัน" none of "ยันต์เจริญ".
_EDGE = r"(?![\u0e30-\u0e3a\u0e47-\u0e4e])(?![ก-ฮ][\u0e34\u0e38]?\u0e4c)"

# What stands before the words of a speech: blanks, a colon, an opening mark; or it begins on the next line.
SPEECH_OPENS = re.compile(rf"[ :]*+(?:\n\s*+)?(?P<quote>[{OPENING}]?)[{OPENING} ]*+")
# Behind the last word of a paragraph: full stops, rules, stars.
PARAGRAPH_CLOSES = re.compile(r"(?P<quote>[”’»\"“]?)[ .…*/_=~-]{0,200}+(?=\n|$)")


def words(*kinds: str) -> list[str]:
    """The words of some kinds in `speech_words.tsv`, longest first."""
    return _longest_first(row["word"] for row in table("speech_words") if row["type"] in kinds)


def _longest_first(literals: Iterable[str]) -> list[str]:
    return sorted(set(literals), key=lambda literal: (-len(literal), literal))


def _any_of(literals: list[str]) -> str:
    return "(?:" + "|".join(map(regex.escape, literals)) + ")"


@compiled
def speech_verb_pattern(flag: str = "") -> str:
    """The verbs of `speech_verbs.tsv` as a pattern, to be built into a larger one.

    `flag`: only the verbs that have it in the column `flags`.

    >>> speech_verb_pattern("ends_event")
    '(?:กล่าว|เปิดเผย)'
    """
    return any_of(row["word"] for row in table("speech_verbs") if not flag or flag in values(row["flags"]))


@compiled
def verb() -> re.Pattern[str]:
    """A verb of saying with the words that belong to it: "กล่าวเพิ่มเติม"."""
    verbs = speech_verb_pattern()
    tails = any_of(row["word"] for row in table("speech_tails"))
    return re.compile(rf"(?P<verb>{verbs}){_EDGE}(?P<tails>(?: ?{tails})*+)(?P<wa> {{0,2}}(?:และ)?ว่า(?!ง))?")


@compiled
def compound() -> Pattern:
    """Behind a part of a word that the verb but ends: "ดัง|กล่าว", "ส่ง|เสริม"."""
    return regex.compile(rf"(?<={_any_of(words('compound'))})")


@compiled
def denial() -> Pattern:
    """Behind words after which nobody says it: "ไม่ได้", "เพื่อ", "การ"."""
    return regex.compile(rf"(?<={_any_of(words('denial'))})")


@compiled
def later_wa() -> re.Pattern[str]:
    """The "ว่า" that opens a speech some way behind its verb: it stands apart, a blank follows it, or one is told it."""
    # The word first, what stands before it after: `re` looks for a literal quickly.
    thinking = rf"(?:(?<=อีกว่า)|{_not_thought()})"  # "อีกว่า" holds no "กว่า"
    told = "|".join(rf"(?<={re.escape(word)}ว่า)" for word in words("told"))
    return re.compile(rf"{_WA}(?:(?P<apart>(?<=[ )”\"’\]]ว่า))|(?=[ “\"]){thinking}|(?P<told>{told}))")


def _not_thought() -> str:
    """Behind a "ว่า" that belongs to no word of thinking: not "กว่า", not "เห็นว่า"."""
    return "".join(rf"(?<!{re.escape(word)}ว่า)" for word in words("thinking"))


@compiled
def given_wa() -> re.Pattern[str]:
    """The "ว่า" behind whoever gave a report: "ได้รับรายงานจากกรมทางน้ำ|ว่า"."""
    return re.compile(rf"{_WA}{_not_thought()}")


@compiled
def topic() -> re.Pattern[str]:
    """Behind a verb: what the speech is about ("topic"), or when, where and to whom it is said."""
    return re.compile(rf" {{0,2}}(?:{any_of(words('circumstance'))}|(?P<topic>{any_of(words('topic'))}))")


@compiled
def wish() -> re.Pattern[str]:
    """Behind a verb without "ว่า": an act, an order or a wish, not a statement."""
    return re.compile(rf" ?{any_of(words('wish'))}")


@compiled
def between() -> Pattern:
    """What may stand between a speaker's last letter and the verb."""
    adverbs = _any_of(words("adverb"))
    return regex.compile(rf"[ฯ)\]”\"’', ]*+(?:\([^()\n]{{1,80}}\) {{0,2}})?(?:{adverbs} {{0,2}})*+")


@compiled
def adverbs() -> Pattern:
    """The adverbs and marks that end a stretch, before the verb: "… ยังได้ "."""
    return regex.compile(rf"(?:[ ฯ]{{1,9}}+{_any_of(words('adverb'))}{{1,9}}+){{0,9}}+[ ฯ”\"'’,]{{0,9}}+$")


@compiled
def governed() -> Pattern:
    """Behind a bracket or a word that makes what follows its complement."""
    return regex.compile(rf"(?<=(?:\(|{_any_of(words('governor'))}) ?)")


@compiled
def joint() -> Pattern:
    """The end of a clause opening that takes its speaker from the clause before ("พร้อมทั้ง")."""
    adverbs = _any_of(words("adverb"))
    return regex.compile(
        rf"(?:^|[\s”\"])(?:{_any_of(words('joint'))} ?)?(?:{adverbs} ?){{0,9}}+$|{_any_of(words('joint'))} ?(?:{adverbs} ?){{0,9}}+$"
    )


@compiled
def voice() -> Pattern:
    """A speaker without name or office, up to the verb: "ผู้สื่อข่าวจากต่างประเทศ"."""
    adverbs = _any_of(words("adverb"))
    return regex.compile(
        rf"(?:(?<=^|[\s”\"“])|{_any_of(words('opener', 'joint'))} ?)"
        rf"(?P<voice>{_any_of(words('voice'))}(?P<rest>[^\s“”\"()]{{0,40}}?(?: [A-Za-z.&-]+){{0,3}})) ?(?:{adverbs} ?){{0,9}}+$"
    )


@compiled
def opener() -> Pattern:
    """What opens a paragraph before its speaker: "ด้าน", "ขณะที่", "โอกาสนี้"."""
    return regex.compile(rf"(?:{_any_of(words('opener', 'joint', 'adverb'))} {{0,2}})*+")


@compiled
def another_clause() -> Pattern:
    """Behind a name: words of a clause, not of an office."""
    return regex.compile(rf" {_any_of(words('clause'))}|{_WA}")


@compiled
def predicate() -> Pattern:
    """A word that makes a phrase a clause, wherever it stands in it."""
    return regex.compile(_any_of(words("clause", "denial")))


# "สรุปสาระสำคัญของการหารือ ดังนี้": the speech begins behind it, mostly in the next paragraph.
SUMMARY = re.compile(r"[^\n]{0,60}?ดังนี้[ :]*+\n?\s*+")
# "ให้สัมภาษณ์ถึงกรณี… โดยได้กำชับ…": speech without "ว่า".
THEREBY = re.compile(r" โดย(?!มี)")
# "ชี้แจงกรณีที่มีการร้องเรียน… นั้น กรมได้ตรวจสอบแล้ว": likewise.
AS_FOR_THAT = re.compile(r" ?(?<!เท่า)(?<!ดัง)(?<!เช่น)(?<!ฉะ)นั้น(?= )")
# Before an organization that begins what follows a rumour: "“…” กรมทางน้ำ ตรวจสอบแล้ว", "กรณี… นั้น กรมทางน้ำ ได้ตรวจสอบ".
BEHIND_CASE = regex.compile(r"(?<=[”\"»] {0,2}|(?<!เท่า|ดัง|เช่น|ฉะ)นั้น )")
# Behind a joint that goes on with what a subject does: "เป็นประธานการประชุม พร้อมทั้งได้|ย้ำ…".
GOES_ON = regex.compile(r"(?<=(?:โดย|พร้อม|พร้อมทั้ง|พร้อมกับ)(?:ได้|ยัง|ยังได้)? ?)")
# "เน้นย้ำถึงความสำคัญ…"; but "กล่าวถึงกรณี…" tells what a reporter asked about.
ABOUT = re.compile(r" {0,2}ถึง(?!กรณี|ประเด็น)")
CASE = re.compile(r" {0,2}(?:ถึง)?(?:กรณี|ประเด็น)")
MARK = re.compile(_QUOTE)
MARK_BACKWARDS = regex.compile(rf"(?r){_QUOTE}")
MARK_FOLLOWS = re.compile(rf"[ :]{{0,3}}{_QUOTE}")
# The mark that ends a quotation, and a speaker's phrase up to the verb.
SIGNATURE = 150  # characters, mark and blanks included
BEHIND_QUOTATION = re.compile(rf"(?P<mark>[{QUOTES}’])[^{QUOTES}\n]{{0,{SIGNATURE}}}+$")
LAST_MARK = re.compile(rf"[{QUOTES}](?=[^{QUOTES}\n]*+$)")
# Between an office and the last name of its organization: "… หรือ ศชภ. และ".
OTHER_NAMES = re.compile(r"(?:[ ,()]|หรือ|และ|[ก-ฮ]{1,6}\.)*+")
# Between two organizations, the one part of the other: "กรมการข้าว (กข.) กระทรวงเกษตรฯ".
GLOSS = re.compile(r" {0,2}(?:\([^()\n]{1,40}\))? {1,2}")
# "ได้รับ|รายงาน|จากกรมทางน้ำว่า", "ได้รับแจ้งจากชาวบ้านว่า": who gave the report says it; not "ไม่ได้รับ…", "หากได้รับ…".
RECEIVED = regex.compile(r"(?<=(?<!ไม่|ไม่เคย|หาก|ถ้า|จะ|ต้อง|เคย)ได้รับ(?:การ)?)")
GIVEN_BY = re.compile(r" ?(?:เบื้องต้น|ล่าสุด)? ?จาก(?:ทาง)? ?")
# Before an organization, what it says stands in its figures: "ข้อมูลจาก|กรมทางน้ำ ระบุว่า".
FIGURES_OF = re.compile(
    r"(?:ข้อมูล|รายงาน|สถิติ|ผล(?:การ)?(?:สำรวจ|ศึกษา|วิจัย))(?:ล่าสุด)?(?:จาก|ของ|โดย)?(?:ทาง)? ?$"
)
# Before a subject: what it said is told elsewhere, here it is but referred to.
REFERRED = regex.compile(r"(?<=ตามที่ ?)")
# A phrase that may stand for a speaker: words and abbreviations, nothing else.
PHRASE = regex.compile(r"[\p{Thai}A-Za-z. ]{2,60}")
