"""Who says what a verb tells, where the verb, its paragraph and the paragraphs before leave a choice."""

from __future__ import annotations

from dataclasses import dataclass

from thai_newsie.document import Actor, Entity, RoleMention, Span
from thai_newsie.provenance import Trace, pattern
from thai_newsie.stages.statements import patterns, speaker_patterns
from thai_newsie.stages.statements.cues import Cue, documents, hearsay
from thai_newsie.stages.statements.speakers import Speakers, Subject
from thai_newsie.text.characters import is_thai_letter

_MAX_JOINT_DISTANCE = 60  # characters before a verb in which its adverbs and joints stand

PHRASE_AS_SPEAKER = pattern("phrase_as_speaker")
EARLIER_SPEAKER = pattern("speaker_of_earlier_paragraph")
_SAME_SPEAKER = pattern("same_speaker")
_FIRST_SPEAKER = pattern("first_person_of_paragraph")
_HEAD_OF_LEAD = pattern("head_of_lead")
_ANSWERS_CASE = pattern("answers_case")


@dataclass(slots=True)
class Context:
    """What is remembered from paragraph to paragraph."""

    text: str
    start: int  # where the article begins, behind the title
    speakers: Speakers
    trace: Trace | None = None
    speaker: Actor | None = None  # who spoke last
    left_open: int | None = None  # where a quotation began that no paragraph since has closed


class SpeakerChoice:
    """Chooses the speaker of each verb of one paragraph, and remembers who spoke."""

    def __init__(self, context: Context, span: Span) -> None:
        """Begin with the paragraph that stands at `span`."""
        self._context = context
        self._text = context.text
        self._speakers = context.speakers
        self._start = span.start
        self._speaker: Actor | None = None  # who speaks in the paragraph; not whom they cite
        self._last_statement = span.start  # where the last statement begins

    def note(self, subject: Subject, statement_start: int) -> None:
        """Remember who has just spoken, and where the statement begins."""
        self._last_statement = statement_start
        if not subject.cited:
            self._speaker = self._context.speaker = subject.actor

    # --- of a verb that "ว่า" or a quotation mark follows

    def of_opening(self, cue: Cue, floor: int, *, within_quotation: bool) -> Subject | None:
        """Who says what follows a verb with "ว่า"; None where nobody does.

        What stands before `floor` belongs to quotations already read. `within_quotation`: the verb may stand in a
        quotation, so that the speaker must be told.
        """
        return self._speakers.beside(cue.start, self._start) or self._elsewhere(cue, floor, within_quotation)

    def _elsewhere(self, cue: Cue, floor: int, within_quotation: bool) -> Subject | None:
        """The speaker of a verb that no name or role stands beside."""
        if voice := self._speakers.voice(cue.start, floor):
            return voice
        if cue.verb in hearsay() or patterns.denial().match(self._text, cue.start):
            return None
        window = max(self._start, cue.start - _MAX_JOINT_DISTANCE)
        joint = speaker_patterns.joint().search(self._text, window, cue.start)
        if joint and (goes_on := self._going_on(cue)):
            return goes_on
        if cue.far or cue.verb in documents() or within_quotation:
            return None
        return self._speakers.near(cue.start, floor) or self._by_paragraph(cue)

    def _going_on(self, cue: Cue) -> Subject | None:
        """The speaker of the clause before, behind a joint: "“…” กรมทางน้ำ ตรวจสอบแล้ว โดยขอชี้แจงว่า …"."""
        # The organization that answers goes on, not who told of the rumour.
        if answering := self._speakers.answering(self._last_statement, cue.start):
            return Subject(answering, cue.start, rule=_ANSWERS_CASE)
        return Subject(self._speaker, cue.start, rule=_SAME_SPEAKER) if self._speaker else None

    def _by_paragraph(self, cue: Cue) -> Subject | None:
        """The speaker that the paragraph, or one before it, gives to a verb."""
        if self._speaker:
            return Subject(self._speaker, cue.start, rule=_SAME_SPEAKER)
        if first := self._speakers.first(self._start, cue.start):
            return Subject(first, cue.start, rule=_FIRST_SPEAKER)
        if phrase := self._speakers.phrase(self._start, cue.start):
            return Subject(phrase, phrase.start, rule=PHRASE_AS_SPEAKER)
        last = self._context.speaker or self._speakers.first(self._context.start, cue.start)
        return Subject(last, cue.start, rule=EARLIER_SPEAKER) if last else None

    # --- of a verb with an object

    def of_object(self, cue: Cue, floor: int, *, lead: bool) -> Subject | None:
        """Who says the object of a verb, "โฆษกรัฐบาล เผยความคืบหน้า…"; None where nobody does.

        In a `lead` they may stand some verbs before. What stands before `floor` belongs to quotations already read.
        """
        subject = self._speakers.beside(cue.start, self._start) or self._speakers.near(cue.start, floor)
        apart = self._text[cue.start - 1 : cue.start] in ("\n", " ")
        if lead and self._is_stray(subject) and apart and (speaker := self._speaker or self._head(cue)):
            return Subject(speaker, cue.start, rule=_HEAD_OF_LEAD)
        if subject is None and (speaker := self._joined(cue, lead=lead)):
            return Subject(speaker, cue.start, rule=_SAME_SPEAKER)
        return subject

    def _is_stray(self, subject: Subject | None) -> bool:
        """Whether who stands before a lead's verb ends the phrase before, as its object."""
        if subject is None or subject.start == self._start:
            return subject is None
        # "ปลัดกระทรวงตรวจโรงงาน บริษัท น้ำใส จำกัด ย้ำ…", "ฝ่ายค้านเกาะกระแสผู้ว่าฯ แจง…"
        glued = is_thai_letter(self._text, subject.start - 1)
        return isinstance(subject.actor, Entity) or (glued and isinstance(subject.actor, RoleMention))

    def _joined(self, cue: Cue, *, lead: bool) -> Actor | None:
        """Who goes on to say what they do: "นายสมชาย ใจดี เป็นประธานการประชุม โดยย้ำถึงความสำคัญของ…"."""
        if (self._speaker and not lead) or not speaker_patterns.goes_on().match(self._text, cue.start):
            return None
        return self._speaker or self._speakers.first(self._start, cue.start)

    def _head(self, cue: Cue) -> Actor | None:
        """Who a lead begins with; where it begins with a verb, who the title begins with."""
        return self._speakers.head(self._start, cue.start) or self._speakers.head(0, self._context.start)
