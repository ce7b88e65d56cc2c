"""One paragraph: its cues and quotations become statements."""

from __future__ import annotations

from thai_newsie.document import Entity, Span, StatementMention
from thai_newsie.provenance import joined, pattern
from thai_newsie.stages.statements import patterns, quotations, speaker_patterns
from thai_newsie.stages.statements.cues import Cue, Kind, documents
from thai_newsie.stages.statements.speaker_choice import (
    EARLIER_SPEAKER,
    PHRASE_AS_SPEAKER,
    Context,
    SpeakerChoice,
)
from thai_newsie.stages.statements.speakers import Subject

_MIN_UNMARKED_SPEECH = 40  # characters of a speech that no quotation mark or "ว่า" opens
_MAX_HEADLINE = 450  # a longer paragraph is not written like a headline
_AND_THAT = "และว่า"
_MIN_OUTER_CLAUSE = 15  # a cue so close behind another stands within that one's first clause

_QUOTATION = pattern("quotation")
_SIGNED_QUOTATION = pattern("signed_quotation")
_VERB_AT_END = pattern("verb_at_end")
_TOO_SHORT = f"the quotation is a name: it has fewer than {quotations.MIN_QUOTATION} characters"


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
        self.choice = SpeakerChoice(context, span)
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
        # "“ผมยืนยันว่า …": within a quotation the speaker is the quotation's.
        within_quotation = self.quotation_start is not None and not self.found
        subject = self.choice.of_opening(cue, self.floor, within_quotation=within_quotation)
        if subject is None:
            self._reject(cue, self._why_nobody(cue))
        elif speaker_patterns.REFERRED.match(self.text, subject.start):
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
        """Speech as the object: "โฆษกรัฐบาล เผยความคืบหน้า…". Tells whether there is one who says it."""
        subject = self.choice.of_object(cue, self.floor, lead=self.lead)
        if subject:
            self._add(cue, cue.rule, subject, *self._speech(cue))
        return subject is not None

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
            self._reject_quotation(cue.speech, close, _TOO_SHORT)
            return Span(cue.speech - 1, end), False
        return Span(cue.speech, close), True

    # --- speech before its verb

    def _closes_quotation(self, cue: Cue) -> bool:
        """Whether the verb signs a quotation, "“…” นายสมชาย กล่าว"; if so it is read."""
        if "closes_quotation" not in patterns.flags_of_verbs()[cue.verb]:
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
                self._reject_quotation(close, close + 1, f"{_TOO_SHORT}, or no quotation mark opens it")
            return False
        found_by = subject.rule if subject else PHRASE_AS_SPEAKER if phrase else EARLIER_SPEAKER
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
            rule = joined(_QUOTATION, EARLIER_SPEAKER)
        elif mark and (signed := self.speakers.beside(self.span.end, mark.end())):
            close, speaker = mark.start(), signed.actor
            rule = joined(_SIGNED_QUOTATION, signed.rule)
        else:
            return
        long_enough = close - start >= _MIN_UNMARKED_SPEECH
        if speaker and long_enough and quotations.encloses(self.text, start, close):
            told = StatementMention(start, close, None, speaker, True, rule)
            self._insert(told, Subject(speaker, self.span.start))
        else:
            reason = "nobody says the quotation" if long_enough else "the quotation is a name or a slogan"
            self._reject_quotation(start, close, reason)

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
        self.choice.note(subject, statement.start)

    def _reject(self, cue: Cue, reason: str) -> None:
        if self.context.trace is not None:
            self.context.trace.reject("statements", cue.start, cue.end, cue.verb_rule, reason)

    def _reject_quotation(self, start: int, end: int, reason: str) -> None:
        if self.context.trace is not None and end > start:
            self.context.trace.reject("statements", start, end, _QUOTATION, reason)

    def _settled(self) -> list[StatementMention]:
        """The statements: reported speech ends where the clause of the next begins, and what is no word is trimmed."""
        for index, statement in enumerate(self.found):
            end = statement.end
            later = (self.clauses[n] for n in range(index + 1, len(self.clauses)))
            following = next(
                (clause for clause in later if clause - statement.start >= _MIN_OUTER_CLAUSE), None
            )
            if statement.cue and statement.cue.start < statement.start and following:
                end = min(end, following)
            said = self.text[statement.start : end].rstrip(patterns.CLOSING + " *_=~/-")
            statement.end = statement.start + len(said)
        return self.found
