"""The patterns of verbs of saying, of what follows them, and of quotations, built on first use from `speech_*.tsv`.

A "quotation mark" below is any of the marks of Thai news: “…”, "…", «…».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import regex

from thai_newsie.lexicon import compiled, table, values, words_of
from thai_newsie.lexicon.patterns import NOTHING, any_of, flat_any_of

Pattern = regex.Pattern[str]

OPENING = "“”‘«\"'"  # "”" as well: "”รัฐบาลพร้อมช่วยเหลือ…” นายสมชายกล่าว"
CLOSING = "”’»\"'"
QUOTES = '“”„‟"«»'  # what a long quotation stands in; single marks also stand for nicknames
_QUOTE = f"[{QUOTES}]"

PARAGRAPH = re.compile(r"(?<![^\n])[^\S\n]*+\S[^\n]*+")

# No vowel sign or tone mark hangs on the last letter, no silent one follows: "กล่าว" is no word of "กล่าว่า",
# "ยัน" none of "ยันต์เจริญ".
_WORD_END = r"(?![\u0e30-\u0e3a\u0e47-\u0e4e])(?![ก-ฮ][\u0e34\u0e38]?\u0e4c)"

# What stands before the words of a speech: blanks, a colon, an opening quotation mark; or it begins on the next line.
SPEECH_OPENS = re.compile(rf"[ :]*+(?:\n\s*+)?(?P<quote>[{OPENING}]?)[{OPENING} ]*+")
# Behind the last word of a paragraph: full stops, rules, stars.
PARAGRAPH_CLOSES = re.compile(r"(?P<quote>[”’»\"“]?)[ .…*/_=~-]{0,200}+(?=\n|$)")

# --- words of the tables


def words(*types: str) -> list[str]:
    """The words of some types in `speech_words.tsv`, longest first."""
    return longest_first(words_of("speech_words", *types))


def longest_first(literals: Iterable[str]) -> list[str]:
    """Each literal once, the longest first: so one that another begins with does not win over it."""
    return sorted(set(literals), key=lambda literal: (-len(literal), literal))


@compiled
def speech_verbs(flag: str = "") -> frozenset[str]:
    """The verbs of `speech_verbs.tsv`; with `flag` only those that have it in the column `flags`.

    >>> sorted(speech_verbs("received"))
    ['รายงาน', 'แจ้ง']
    """
    return frozenset(row["word"] for row in table("speech_verbs") if not flag or flag in values(row["flags"]))


@compiled
def flags_of_verbs() -> Mapping[str, frozenset[str]]:
    """The flags of each verb of `speech_verbs.tsv`.

    >>> sorted(flags_of_verbs()["รายงาน"])
    ['needs_wa', 'received']
    """
    return {row["word"]: frozenset(values(row["flags"])) for row in table("speech_verbs")}


@compiled
def speech_verb_pattern(flag: str = "") -> str:
    """The verbs of `speech_verbs.tsv` as a pattern, to be built into a larger one; with `flag` those that have it.

    >>> speech_verb_pattern("ends_event")
    '(?:กล่าว|เปิดเผย)'
    """
    return any_of(row["word"] for row in table("speech_verbs") if row["word"] in speech_verbs(flag))


# --- the verb and its "ว่า"


@compiled
def verb() -> re.Pattern[str]:
    """A verb of saying with the words that belong to it: "กล่าวเพิ่มเติม"."""
    tails = any_of(words_of("speech_tails"))
    return re.compile(
        rf"(?P<verb>{speech_verb_pattern()}){_WORD_END}(?P<tails>(?: ?{tails})*+)(?P<wa> {{0,2}}(?:และ)?ว่า(?!ง))?"
    )


@compiled
def compound() -> Pattern:
    """Behind the first part of a word that ends like a verb of saying: "ดัง|กล่าว", "ส่ง|เสริม"."""
    return regex.compile(rf"(?<=(?P<first>{flat_any_of(words('compound'))}))")


@compiled
def denial() -> Pattern:
    """Behind words after which nobody says it: "ไม่ได้", "เพื่อ", "การ"."""
    return regex.compile(rf"(?<={flat_any_of(words('denial'))})")


def that() -> str:
    """A "ว่า" that may open a speech: not the one of รัฐมนตรีว่าการ, ว่าที่ร้อยตรี, ว่าด้วย, ว่าจ้าง, ว่าง."""
    return rf"ว่า(?!{any_of(words('that_word'))}|ที่[ร ]|ง)"


def _not_thought() -> str:
    """Behind a "ว่า" that belongs to no word of thinking: not "กว่า", not "เห็นว่า"."""
    return "".join(rf"(?<!{re.escape(word)}ว่า)" for word in words("thinking"))


@compiled
def later_wa() -> re.Pattern[str]:
    """The "ว่า" that opens a speech some way behind its verb: it stands apart, a blank follows it, or one is told it."""
    # The word first, what stands before it after: `re` looks for a literal quickly.
    thinking = rf"(?:(?<=อีกว่า)|{_not_thought()})"  # "อีกว่า" holds no "กว่า"
    told = "|".join(rf"(?<={re.escape(word)}ว่า)" for word in words("told")) or NOTHING
    return re.compile(rf"{that()}(?:(?P<apart>(?<=[ )”\"’\]]ว่า))|(?=[ “\"]){thinking}|(?P<told>{told}))")


@compiled
def given_wa() -> re.Pattern[str]:
    """The "ว่า" behind whoever gave a report: "ได้รับรายงานจากกรมทางน้ำ|ว่า"."""
    return re.compile(rf"{that()}{_not_thought()}")


# --- what follows the verb


@compiled
def topic() -> re.Pattern[str]:
    """Behind a verb: what the speech is about ("topic"), or when, where and to whom it is said."""
    return re.compile(rf" {{0,2}}(?:{any_of(words('circumstance'))}|(?P<topic>{any_of(words('topic'))}))")


@compiled
def wish() -> re.Pattern[str]:
    """Behind a verb without "ว่า": an act, an order or a wish, not a statement."""
    return re.compile(rf" ?(?P<word>{any_of(words('wish'))})")


@compiled
def about() -> re.Pattern[str]:
    """What a speech without "ว่า" is about: "เน้นย้ำถึงความสำคัญ…"; not the case that a reporter asked about."""
    return re.compile(rf" {{0,2}}ถึง(?!{any_of(words('case'))})")


@compiled
def case() -> re.Pattern[str]:
    """Behind a verb: a case that others raised, "กล่าวถึงกรณีที่ฝ่ายค้านระบุว่า …"."""
    return re.compile(rf" {{0,2}}(?:ถึง)?{any_of(words('case'))}")


def case_end() -> str:
    """The "นั้น" that ends a case: not the one of เท่านั้น, ดังนั้น."""
    return "นั้น" + "".join(rf"(?<!{re.escape(word)})" for word in words("nan_word"))


@compiled
def behind_case() -> re.Pattern[str]:
    """The end of a case, where speech begins: "ชี้แจงกรณีที่มีการร้องเรียน… นั้น| กรมได้ตรวจสอบแล้ว"."""
    return re.compile(rf" ?{case_end()}(?= )")


@compiled
def received() -> Pattern:
    """Before the noun of a report: "ได้รับ|รายงาน", "ได้รับ|แจ้ง"; not "ไม่ได้รับ…", "หากได้รับ…"."""
    return regex.compile(rf"(?<=(?<!{flat_any_of(words('not_received'))})ได้รับ(?:การ)?)")


@compiled
def given_by() -> re.Pattern[str]:
    """Between a report and who gave it: "ได้รับรายงาน|ล่าสุดจาก|กรมทางน้ำว่า"."""
    return re.compile(rf" ?{any_of(words('report_time'))}? ?จาก(?:ทาง)? ?")


# --- patterns of layout and function words

# "สรุปสาระสำคัญของการหารือ ดังนี้": the speech begins behind it, mostly in the next paragraph.
SUMMARY = re.compile(r"[^\n]{0,60}?ดังนี้[ :]*+\n?\s*+")
# "ให้สัมภาษณ์ถึงกรณี… โดยได้กำชับ…": speech without "ว่า".
THEREBY = re.compile(r" โดย(?!มี)")
QUOTATION_MARK = re.compile(_QUOTE)
QUOTATION_MARK_BACKWARDS = regex.compile(rf"(?r){_QUOTE}")
QUOTATION_FOLLOWS = re.compile(rf"[ :]{{0,3}}{_QUOTE}")
# The mark that ends a quotation, and a speaker's phrase up to the verb.
MAX_SIGNATURE = 150  # characters, mark and blanks included
BEHIND_QUOTATION = re.compile(rf"(?P<mark>[{QUOTES}’])[^{QUOTES}\n]{{0,{MAX_SIGNATURE}}}+$")
LAST_QUOTATION_MARK = re.compile(rf"[{QUOTES}](?=[^{QUOTES}\n]*+$)")
