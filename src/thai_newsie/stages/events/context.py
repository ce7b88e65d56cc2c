"""Whether the words before a trigger only name its event, and report nothing."""

from __future__ import annotations

import regex

from thai_newsie.lexicon import compiled
from thai_newsie.stages.events.candidate import Candidate
from thai_newsie.stages.events.trigger import Part, Trigger
from thai_newsie.stages.events.words import any_word, any_word_outside, words
from thai_newsie.stages.statements.patterns import speech_verb_pattern

Pattern = regex.Pattern[str]

_CONTEXT_LENGTH = 20  # characters before a trigger that say that it only names an event
_TELLING_LENGTH = 40  # characters before a trigger that say that somebody speaks about it
_INTO = "เข้า"  # "เสนอเรื่องเข้า ครม."; but "ได้เข้า|ลงพื้นที่" reports a visit


@compiled
def _context() -> Pattern:
    """What stands before words that name an event without reporting it, read backwards, (?r), from the trigger.

    "ผลการจัดงาน", "ก่อนการประชุม", "เนื่องในโอกาสจัดกิจกรรม", "เพื่อหารือ", "สามารถเข้าร่วมโครงการ", "ผู้ที่จะเดินทางไปต่างประเทศ",
    "แจ้งความประสงค์เข้าร่วมโครงการ", "ในห้วงที่เกิดสถานการณ์น้ำท่วม".
    """
    names_only = any_word_outside("names_only", "names_only_lookalike")
    return regex.compile(
        rf"(?r)(?:ผู้(?:ที่)?{any_word('wants')}?(?:จะ)?|{names_only}) ?(?:การ|ที่|จากที่)? ?"
        rf"|(?:{any_word('submits')}|เข้า(?=ที่ประชุม))(?:ต่อ|สู่)?(?:ที่ประชุม)? ?|ที่|(?:ที่|จาก|กรณี|หาก|เมื่อ)เกิด"
    )


@compiled
def _head_nouns() -> tuple[str, ...]:
    return words("head_noun")


@compiled
def _about_event() -> Pattern:
    """ "นายสมชาย กล่าวถึงการประชุม…", "เปิดเผยต่อกรณีการประชุม…", and not "กล่าวถ้อยแถลงต่อที่ประชุม"."""
    return regex.compile(
        rf"{speech_verb_pattern('about_event')}(?:เพิ่มเติม)?{any_word('topic')}{{1,2}}(?:การ)?(?:จัด|เตรียม)?(?:งาน)?$"
    )


def is_context(text: str, trigger: Trigger, line_start: int) -> bool:
    """Whether a trigger only names an event: "ก่อน|เดินทางไป", "ผล|การประชุม"."""
    low = max(line_start, trigger.start - _CONTEXT_LENGTH)
    if trigger.part is Part.CABINET and text[low : trigger.start].rstrip().endswith(_INTO):
        return True
    return _context().match(text, low, trigger.start) is not None


def is_in_name(text: str, trigger: Trigger, line_start: int) -> bool:
    """Whether a noun before a trigger makes it a name: "โครงการ|ฝึกอบรม"."""
    return text.endswith(_head_nouns(), max(line_start, trigger.start - _CONTEXT_LENGTH), trigger.start)


def speaks_about(text: str, candidate: Candidate) -> bool:
    """Whether somebody before the trigger only speaks about the event that it names."""
    trigger = candidate.trigger
    if trigger.part is Part.VERB or trigger.type == "press":
        return False
    low = max(candidate.scope, trigger.start - _TELLING_LENGTH)
    return _about_event().search(text, low, trigger.start) is not None
