"""One paragraph: its cues and quotations become statements."""

from __future__ import annotations

from dataclasses import dataclass, replace

from thai_newsie.document import Actor, Entity, RoleMention, Span, StatementMention
from thai_newsie.provenance import Trace, joined, pattern
from thai_newsie.stages.statements import patterns, quotations
from thai_newsie.stages.statements.cues import Cue, Kind, documents, hearsay
from thai_newsie.stages.statements.speakers import Speakers, Subject
from thai_newsie.text.characters import is_thai_letter

_MIN_UNMARKED_SPEECH = 40  # characters of a speech that no quotation mark or "ว่า" opens
_MAX_HEADLINE = 450  # a longer paragraph is not written like a headline
_MAX_JOINT_DISTANCE = 60  # characters before a verb in which its adverbs and joints stand
_AND_THAT = "และว่า"
_MIN_OUTER_CLAUSE = 15  # a cue so close behind another stands within that one's first clause

_QUOTATION = pattern("quotation")
_SIGNED_QUOTATION = pattern("signed_quotation")
_VERB_AT_END = pattern("verb_at_end")
_SAME_SPEAKER = pattern("same_speaker")
_FIRST_SPEAKER = pattern("first_person_of_paragraph")
_LEAD_HEAD = pattern("head_of_lead")
_ANSWER = pattern("answers_case")
_PHRASE = pattern("phrase_as_speaker")
_EARLIER_SPEAKER = pattern("speaker_of_earlier_paragraph")


@dataclass(slots=True)
class Context:
    """What is remembered from paragraph to paragraph."""

    text: str
    start: int  # where the article begins, behind the title
    speakers: Speakers
    trace: Trace | None = None
    speaker: Actor | None = None  # who spoke last
    left_open: int | None = None  # where a quotation began that no paragraph since has closed


class Paragraph:
    """A paragraph on its way to statements; `lead` where it may be written like a headline."""

    def __init__(self, context: Context, span: Span, *, lead: bool) -> None:
        """Read the stretch `span` of the context's text."""
        self.context = context
        self.text = context.text
        self.speakers = context.speakers
        self.span = span
        self.lead = lead
        self.quotation_start = quotations.opening_mark_end(self.text, span.start)
        self.found: list[StatementMention] = []
        self.speaker: Actor | None = None  # who speaks in it; not whom they cite
        self.clauses: list[int] = []  # where the clause of each statement begins, its speaker included
        self.floor = span.start  # what lies before belongs to quotations already read
        self.covered = span.start  # verbs before this are part of a cue already read

    def statements(self, cues: list[Cue]) -> list[StatementMention]:
        """The statements that `cues`, the paragraph's verbs of saying, and its quotation marks tell of."""
        short = self.span.end - self.span.start < _MAX_HEADLINE
        told = any(cue.kind is Kind.OPENS and not cue.quotes for cue in cues)
        self.lead = self.lead and short and not told
        for cue in cues:
            if cue.start < self.covered:
                self._reject(cue, "the verb stands inside another statement's verb or signature")
            elif not self._closes_quotation(cue):
                self._read(cue)
        self._free_standing()
        left_open = self.quotation_start
        if self.found:
            self.context.left_open = None
        elif left_open is not None and quotations.end(self.text, left_open, self.span.end) is None:
            self.context.left_open = left_open
        return self._settled()

    def _read(self, cue: Cue) -> None:
        """The statement of one verb, by the way in which it points to its speech."""
        if cue.giver:
            self._given(cue, cue.giver)
        elif cue.kind is Kind.OPENS:
            if not (cue.quotes and self.lead and self._object(cue)):
                self._opens(cue)
        elif cue.kind is Kind.CLOSES:
            self._closes(cue)
        elif not cue.takes_object:
            self._reject(cue, "no ว่า, no quotation mark and no topic that one tells follows the verb")
        elif not self._object(cue):
            self._reject(cue, "no speaker stands before the verb, and no ว่า follows it")

    # --- speech behind its verb

    def _opens(self, cue: Cue) -> None:
        """Speech that a "ว่า" or a quotation mark opens: "นายสมชาย กล่าวว่า …"."""
        subject = self.speakers.beside(cue.start, self.span.start) or self._elsewhere(cue)
        if subject is None:
            self._reject(cue, self._why_nobody(cue))
        elif patterns.REFERRED.match(self.text, subject.start):
            self._reject(cue, "ตามที่ stands before the speaker: the statement is only referred to")
        else:
            self._add(cue, cue.rule, subject, *self._speech(cue))
            # "เปิดเผยภายหลังแถลงข่าวว่า …": of two verbs before one "ว่า" the first tells.
            self.covered = cue.speech

    def _why_nobody(self, cue: Cue) -> str:
        """Why nobody is found who says it, for the trace."""
        if patterns.denial().match(self.text, cue.start):
            return "the word before the verb says that nobody says it here (denial in speech_words)"
        if cue.verb in documents():
            return "the verb needs its speaker right before it (document or hearsay in speech_words)"
        return "nobody is found who says it"

    def _given(self, cue: Cue, giver: Span) -> None:
        """A report that somebody received: "ได้รับรายงานจากกรมทางน้ำว่า …"; the paragraph's speaker goes on."""
        stretch = giver.start, giver.end
        if speaker := self.speakers.head(*stretch) or self.speakers.phrase(*stretch):
            self._add(cue, cue.rule, Subject(speaker, cue.start, cited=True), *self._speech(cue))
            self.covered = cue.speech
        else:
            self._reject(cue, "nobody is found who gave the report")

    def _object(self, cue: Cue) -> bool:
        """Speech as the object: "โฆษกรัฐบาล เผยความคืบหน้า…"; a lead's subject may stand some verbs before.

        Tells whether there is one who says it.
        """
        subject = self.speakers.beside(cue.start, self.span.start)
        subject = subject or self.speakers.near(cue.start, self.floor)
        if (
            self.lead
            and self._is_stray(subject)
            and self.text[cue.start - 1 : cue.start] in ("\n", " ")
            and (speaker := self.speaker or self._head(cue))
        ):
            subject = Subject(speaker, cue.start, rule=_LEAD_HEAD)
        if subject is None and (speaker := self._joined(cue)):
            subject = Subject(speaker, cue.start, rule=_SAME_SPEAKER)
        if subject:
            self._add(cue, cue.rule, subject, *self._speech(cue))
        return subject is not None

    def _is_stray(self, subject: Subject | None) -> bool:
        """Whether who stands before a lead's verb ends the phrase before, as its object."""
        if subject is None or subject.start == self.span.start:
            return subject is None
        # "ปลัดกระทรวงตรวจโรงงาน บริษัท น้ำใส จำกัด ย้ำ…", "ฝ่ายค้านเกาะกระแสผู้ว่าฯ แจง…"
        glued = is_thai_letter(self.text, subject.start - 1)
        return isinstance(subject.actor, Entity) or (glued and isinstance(subject.actor, RoleMention))

    def _joined(self, cue: Cue) -> Actor | None:
        """Who goes on to say what they do: "นายสมชาย ใจดี เป็นประธานการประชุม โดยย้ำถึงความสำคัญของ…"."""
        if (self.speaker and not self.lead) or not patterns.goes_on().match(self.text, cue.start):
            return None
        return self.speaker or self.speakers.first(self.span.start, cue.start)

    def _head(self, cue: Cue) -> Actor | None:
        """Who a lead begins with; where it begins with a verb, who the title begins with."""
        return self.speakers.head(self.span.start, cue.start) or self.speakers.head(0, self.context.start)

    def _elsewhere(self, cue: Cue) -> Subject | None:
        """The speaker of a verb that no name or role stands beside."""
        if voice := self.speakers.voice(cue.start, self.floor):
            return voice
        if cue.verb in hearsay() or patterns.denial().match(self.text, cue.start):
            return None
        window = max(self.span.start, cue.start - _MAX_JOINT_DISTANCE)
        if patterns.joint().search(self.text, window, cue.start) and (goes_on := self._going_on(cue)):
            return goes_on
        # "“ผมยืนยันว่า …": within a quotation the speaker is the quotation's.
        within_quotation = self.quotation_start is not None and not self.found
        if cue.far or cue.verb in documents() or within_quotation:
            return None
        return self.speakers.near(cue.start, self.floor) or self._by_paragraph(cue)

    def _going_on(self, cue: Cue) -> Subject | None:
        """The speaker of the clause before, behind a joint: "“…” กรมทางน้ำ ตรวจสอบแล้ว โดยขอชี้แจงว่า …"."""
        # The organization that answers goes on, not who told of the rumour.
        since = self.found[-1].start if self.found else self.span.start
        if answering := self.speakers.answering(since, cue.start):
            return Subject(answering, cue.start, rule=_ANSWER)
        return Subject(self.speaker, cue.start, rule=_SAME_SPEAKER) if self.speaker else None

    def _by_paragraph(self, cue: Cue) -> Subject | None:
        """The speaker that the paragraph, or one before it, gives to a verb."""
        if self.speaker:
            return Subject(self.speaker, cue.start, rule=_SAME_SPEAKER)
        if first := self.speakers.first(self.span.start, cue.start):
            return Subject(first, cue.start, rule=_FIRST_SPEAKER)
        if phrase := self.speakers.phrase(self.span.start, cue.start):
            return Subject(phrase, phrase.start, rule=_PHRASE)
        last = self.context.speaker or self.speakers.first(self.context.start, cue.start)
        return Subject(last, cue.start, rule=_EARLIER_SPEAKER) if last else None

    def _speech(self, cue: Cue) -> tuple[Span, bool]:
        """What follows the verb, to the closing quotation mark or the line's end, and whether it is quoted."""
        end = self.span.end
        if cue.speech > end:  # behind "ดังนี้" it begins on the next line
            end = self.text.find("\n", cue.speech)
            end = len(self.text) if end < 0 else end
        if not cue.direct:
            return Span(cue.speech, end), False
        close = quotations.end(self.text, cue.speech, end)
        if close is None:
            return Span(cue.speech, end), True
        if close - cue.speech < quotations.MIN_QUOTATION and not patterns.PARAGRAPH_CLOSES.match(
            self.text, close
        ):
            # "กล่าวว่า “เราชนะ” เป็นโครงการที่…": a name in quotation marks
            self._reject_name(cue.speech, close)
            return Span(cue.speech - 1, end), False
        return Span(cue.speech, close), True

    # --- speech before its verb

    def _closes_quotation(self, cue: Cue) -> bool:
        """Whether the verb signs a quotation, "“…” นายสมชาย กล่าว"; if so it is read."""
        if cue.verb not in patterns.speech_verbs("closes_quotation"):
            return False
        window = max(self.floor, cue.start - patterns.MAX_SIGNATURE)
        behind = patterns.BEHIND_QUOTATION.search(self.text, window, cue.start)
        if not behind:
            return False
        close, after = behind.span("mark")
        subject = self.speakers.beside(cue.start, after)
        # "“…” นายสมชาย กล่าว และว่า …": the verb signs one speech and opens the next.
        goes_on = cue.kind is Kind.OPENS and _AND_THAT in self.text[cue.start : cue.end]
        if not self._signs(cue, subject, goes_on=goes_on):
            return False
        start = quotations.beginning(self.text, self.floor, close)
        start = self.context.left_open if start is None else start
        phrase = None if subject else self.speakers.phrase(after, cue.start)
        speaker = subject.actor if subject else phrase or self.context.speaker
        if start is None or speaker is None:
            if start is None:
                self._reject_mark(close)
            return False
        found_by = subject.rule if subject else _PHRASE if phrase else _EARLIER_SPEAKER
        rule = joined(cue.verb_rule, _QUOTATION)
        self._add(cue, rule, Subject(speaker, after, rule=found_by), Span(start, close), True)
        self.floor = self.covered = cue.end
        if goes_on:
            self._opens(cue)
        return True

    def _signs(self, cue: Cue, subject: Subject | None, *, goes_on: bool) -> bool:
        """Whether the verb ends the signature of a quotation."""
        if cue.kind is Kind.CLOSES:
            return True
        # Before more text, "“…” นายสมชายกล่าว ทั้งนี้ …", a word must end with the verb: สำนักงานแจ้งวัฒนะ.
        alone = cue.kind is Kind.BARE and self.text[cue.end : cue.end + 1] == " "
        return subject is not None and (alone or cue.ends_line or goes_on)

    def _closes(self, cue: Cue) -> None:
        """A paragraph of speech without quotation marks, or with the first alone: "… นายสมชายกล่าว"."""
        subject = self.speakers.beside(cue.start, self.span.start)
        if subject is None or self.found or isinstance(subject.actor, Entity):
            self._reject(cue, "no person or role whose speech fills the paragraph stands before the verb")
            return
        start = self.span.start if self.quotation_start is None else self.quotation_start
        if subject.start - start < _MIN_UNMARKED_SPEECH:
            self._reject(
                cue, f"what stands before the speaker has fewer than {_MIN_UNMARKED_SPEECH} characters"
            )
            return
        speech = Span(start, subject.start)
        self._add(cue, joined(cue.verb_rule, _VERB_AT_END), subject, speech, self.quotation_start is not None)

    def _free_standing(self) -> None:
        """A quotation that fills the paragraph and has no verb, signed or not."""
        start = self.quotation_start
        if start is None or any(abs(statement.start - start) < 3 for statement in self.found):
            return
        closing = patterns.PARAGRAPH_CLOSES.search(self.text, start, self.span.end)
        mark = patterns.LAST_QUOTATION_MARK.search(self.text, start, self.span.end)
        if closing and closing["quote"]:
            close, speaker = closing.start(), self.context.speaker
            rule = joined(_QUOTATION, _EARLIER_SPEAKER)
        elif mark and (signed := self.speakers.beside(self.span.end, mark.end())):
            close, speaker = mark.start(), signed.actor
            rule = joined(_SIGNED_QUOTATION, signed.rule)
        else:
            return
        long_enough = close - start >= _MIN_UNMARKED_SPEECH
        if speaker and long_enough and quotations.encloses(self.text, start, close):
            told = StatementMention(start, close, None, speaker, True, rule)
            self._insert(told, Subject(speaker, self.span.start))
        elif self.context.trace is not None and close > start:
            reason = "the quotation is a name or a slogan" if not long_enough else "nobody says the quotation"
            self.context.trace.reject("statements", start, close, _QUOTATION, reason)

    # --- bookkeeping

    def _add(self, cue: Cue, rule: str, subject: Subject, speech: Span, direct: bool) -> None:
        if speech.end > speech.start:
            verb = Span(cue.start, cue.end)
            rule = joined(rule, subject.rule)
            told = StatementMention(speech.start, speech.end, verb, subject.actor, direct, rule)
            self._insert(told, subject)

    def _insert(self, statement: StatementMention, subject: Subject) -> None:
        self.found.append(statement)
        self.clauses.append(subject.start)
        if not subject.cited:
            self.speaker = self.context.speaker = subject.actor

    def _reject(self, cue: Cue, reason: str) -> None:
        if self.context.trace is not None:
            self.context.trace.reject("statements", cue.start, cue.end, cue.verb_rule, reason)

    def _reject_name(self, start: int, end: int) -> None:
        """Note a quotation that is too short for a speech."""
        if self.context.trace is not None and end > start:
            reason = f"the quotation is a name: it has fewer than {quotations.MIN_QUOTATION} characters"
            self.context.trace.reject("statements", start, end, _QUOTATION, reason)

    def _reject_mark(self, close: int) -> None:
        """Note a quotation mark that ends no speech though a verb signs it."""
        if self.context.trace is not None:
            reason = (
                f"the quotation is a name of fewer than {quotations.MIN_QUOTATION} characters, "
                "or no quotation mark opens it"
            )
            self.context.trace.reject("statements", close, close + 1, _QUOTATION, reason)

    def _settled(self) -> list[StatementMention]:
        """The statements: reported speech ends where the clause of the next begins, and what is no word is trimmed."""
        settled = []
        for index, statement in enumerate(self.found):
            end = statement.end
            later = (self.clauses[n] for n in range(index + 1, len(self.clauses)))
            following = next(
                (clause for clause in later if clause - statement.start >= _MIN_OUTER_CLAUSE), None
            )
            if statement.cue and statement.cue.start < statement.start and following:
                end = min(end, following)
            said = self.text[statement.start : end].rstrip(patterns.CLOSING + " *_=~/-")
            settled.append(replace(statement, end=statement.start + len(said)))
        return settled
