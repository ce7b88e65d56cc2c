"""One paragraph: its cues and quotations become statements."""

from __future__ import annotations

from dataclasses import dataclass

from thai_newsie.document import Actor, Entity, RoleMention, Span, StatementMention
from thai_newsie.stages.statements import patterns, quotations
from thai_newsie.stages.statements.cues import Cue, Kind, closing_verbs, documents, hearsay
from thai_newsie.stages.statements.speakers import Speakers, Subject
from thai_newsie.text.characters import is_thai_letter

_LEAST = 40  # characters of a speech that no mark or "ว่า" opens
_HEADLINE = 450  # a longer paragraph is not written like a headline
_WINDOW = 60  # characters before a verb in which its adverbs and joints stand
_AND_THAT = "และว่า"
_EMBEDDED = 15  # a cue so close behind another stands within that one's first clause


@dataclass(slots=True)
class Context:
    """What is remembered from paragraph to paragraph."""

    text: str
    start: int  # where the organization begins, behind the title
    speakers: Speakers
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
        self.marked = quotations.opens_with_mark(self.text, span.start)
        self.found: list[StatementMention] = []
        self.speaker: Actor | None = None  # who speaks in it; not whom they cite
        self.clauses: list[int] = []  # where the clause of each statement begins, its speaker included
        self.floor = span.start  # what lies before belongs to quotations already read
        self.covered = span.start  # verbs before this are part of a cue already read

    def statements(self, cues: list[Cue]) -> list[StatementMention]:
        """The statements that `cues`, the paragraph's verbs of saying, and its marks tell of."""
        short = self.span.end - self.span.start < _HEADLINE
        told = any(cue.kind is Kind.OPENS and not cue.quotes for cue in cues)
        self.lead = self.lead and short and not told
        for cue in cues:
            if cue.start < self.covered or self._closes_quotation(cue):
                continue
            if cue.giver:
                self._given(cue, cue.giver)
            elif cue.kind is Kind.OPENS:
                if not (cue.quotes and self.lead and self._object(cue)):
                    self._opens(cue)
            elif cue.kind is Kind.CLOSES:
                self._closes(cue)
            elif cue.takes_object:
                self._object(cue)
        self._free_standing()
        self._settle_ends()
        if self.found:
            self.context.left_open = None
        elif self.marked is not None and quotations.end(self.text, self.marked, self.span.end) is None:
            self.context.left_open = self.marked
        return self.found

    # --- speech behind its verb

    def _opens(self, cue: Cue) -> None:
        """Speech that a "ว่า" or a mark opens: "นายสมชาย กล่าวว่า …"."""
        subject = self.speakers.beside(cue.start, self.span.start) or self._elsewhere(cue)
        if subject and not patterns.REFERRED.match(self.text, subject.start):
            self._add(cue, subject, *self._speech(cue))
            # "เปิดเผยภายหลังแถลงข่าวว่า …": of two verbs before one "ว่า" the first tells.
            self.covered = cue.speech

    def _given(self, cue: Cue, giver: Span) -> None:
        """A report that somebody received: "ได้รับรายงานจากกรมทางน้ำว่า …"; the paragraph's speaker goes on."""
        stretch = giver.start, giver.end
        if speaker := self.speakers.head(*stretch) or self.speakers.phrase(*stretch):
            self._add(cue, Subject(speaker, cue.start, cited=True), *self._speech(cue))
            self.covered = cue.speech

    def _object(self, cue: Cue) -> bool:
        """Speech as the object: "โฆษกรัฐบาล เผยความคืบหน้า…"; a lead's subject may stand some verbs before.

        Tells whether there is one who says it.
        """
        subject = self.speakers.beside(cue.start, self.span.start)
        subject = subject or self.speakers.near(cue.start, self.floor)
        if self.lead and self._stray(subject) and self.text[cue.start - 1 : cue.start] in ("\n", " "):
            speaker = self.speaker or self._head(cue)
            subject = Subject(speaker, cue.start) if speaker else subject
        if subject is None and (speaker := self._joined(cue)):
            subject = Subject(speaker, cue.start)
        if subject:
            self._add(cue, subject, *self._speech(cue))
        return subject is not None

    def _stray(self, subject: Subject | None) -> bool:
        """Whether who stands before a lead's verb ends the phrase before, as its object."""
        if subject is None or subject.start == self.span.start:
            return subject is None
        # "ปลัดกระทรวงตรวจโรงงาน บริษัท น้ำใส จำกัด ย้ำ…", "ฝ่ายค้านเกาะกระแสผู้ว่าฯ แจง…"
        glued = is_thai_letter(self.text, subject.start - 1)
        return isinstance(subject.actor, Entity) or (glued and isinstance(subject.actor, RoleMention))

    def _joined(self, cue: Cue) -> Actor | None:
        """Who goes on to say what they do: "นายสมชาย ใจดี เป็นประธานการประชุม โดยย้ำถึงความสำคัญของ…"."""
        if (self.speaker and not self.lead) or not patterns.GOES_ON.match(self.text, cue.start):
            return None
        return self.speaker or self.speakers.first(self.span.start, cue.start)

    def _head(self, cue: Cue) -> Actor | None:
        """Who a lead begins with; where it begins with a verb, who the title begins with."""
        return self.speakers.head(self.span.start, cue.start) or self.speakers.head(0, self.context.start)

    def _elsewhere(self, cue: Cue) -> Subject | None:
        """The speaker of a verb that no name or office stands beside."""
        if voice := self.speakers.voice(cue.start, self.floor):
            return Subject(voice, voice.start)
        window = max(self.span.start, cue.start - _WINDOW)
        if cue.verb in hearsay() or patterns.denial().match(self.text, cue.start):
            return None
        same = self.speaker
        if patterns.joint().search(self.text, window, cue.start):
            # "“…” กรมทางน้ำ ตรวจสอบแล้ว โดยขอชี้แจงว่า …": the organization goes on, not who told of it.
            since = self.found[-1].start if self.found else self.span.start
            if goes_on := self.speakers.answering(since, cue.start) or same:
                return Subject(goes_on, cue.start)
        # "“ผมยืนยันว่า …": within a quotation the speaker is the quotation's.
        if cue.far or cue.verb in documents() or (self.marked and not self.found):
            return None
        if near := self.speakers.near(cue.start, self.floor):
            return near
        if actor := same or self.speakers.first(self.span.start, cue.start):
            return Subject(actor, cue.start)
        if phrase := self.speakers.phrase(self.span.start, cue.start):
            return Subject(phrase, phrase.start)
        last = self.context.speaker or self.speakers.first(self.context.start, cue.start)
        return Subject(last, cue.start) if last else None

    def _speech(self, cue: Cue) -> tuple[Span, bool]:
        """What follows the verb, to the closing mark or the line's end, and whether it is quoted."""
        end = self.span.end
        if cue.speech > end:  # behind "ดังนี้" it begins on the next line
            end = self.text.find("\n", cue.speech)
            end = len(self.text) if end < 0 else end
        if not cue.direct:
            return Span(cue.speech, end), False
        close = quotations.end(self.text, cue.speech, end)
        if close is None:
            return Span(cue.speech, end), True
        if close - cue.speech < quotations.LEAST and not patterns.PARAGRAPH_CLOSES.match(self.text, close):
            return Span(cue.speech - 1, end), False  # "กล่าวว่า “เราชนะ” เป็นโครงการที่…": a name in marks
        return Span(cue.speech, close), True

    # --- speech before its verb

    def _closes_quotation(self, cue: Cue) -> bool:
        """Whether the verb signs a quotation, "“…” นายสมชาย กล่าว"; if so it is read."""
        window = max(self.floor, cue.start - patterns.SIGNATURE)
        behind = patterns.BEHIND_QUOTATION.search(self.text, window, cue.start)
        if not behind or cue.verb not in closing_verbs():
            return False
        close, after = behind.span("mark")
        subject = self.speakers.beside(cue.start, after)
        # Before more text, "“…” นายสมชายกล่าว ทั้งนี้ …", a word must end with the verb: สำนักงานแจ้งวัฒนะ.
        alone = cue.kind is Kind.BARE and subject and self.text[cue.end : cue.end + 1] == " "
        # "“…” นายสมชาย กล่าว และว่า …": the verb signs one speech and opens the next.
        goes_on = cue.kind is Kind.OPENS and _AND_THAT in self.text[cue.start : cue.end]
        if not (alone or cue.kind is Kind.CLOSES or (subject and (cue.ends_line or goes_on))):
            return False
        start = quotations.beginning(self.text, self.floor, close)
        start = self.context.left_open if start is None else start
        speaker = subject.actor if subject else self.speakers.phrase(after, cue.start) or self.context.speaker
        if start is None or speaker is None:
            return False
        self._add(cue, Subject(speaker, after), Span(start, close), True)
        self.floor = self.covered = cue.end
        if goes_on:
            self._opens(cue)
        return True

    def _closes(self, cue: Cue) -> None:
        """A paragraph of speech without marks, or with the first alone: "… นายสมชายกล่าว"."""
        subject = self.speakers.beside(cue.start, self.span.start)
        if subject and not self.found and not isinstance(subject.actor, Entity):
            start = self.span.start if self.marked is None else self.marked
            if subject.start - start >= _LEAST:
                self._add(cue, subject, Span(start, subject.start), self.marked is not None)

    def _free_standing(self) -> None:
        """A quotation that fills the paragraph and has no verb, signed or not."""
        start = self.marked
        if start is None or any(abs(statement.start - start) < 3 for statement in self.found):
            return
        closing = patterns.PARAGRAPH_CLOSES.search(self.text, start, self.span.end)
        mark = patterns.LAST_MARK.search(self.text, start, self.span.end)
        if closing and closing["quote"]:
            close, speaker = closing.start(), self.context.speaker
        elif mark and (signed := self.speakers.beside(self.span.end, mark.end())):
            close, speaker = mark.start(), signed.actor
        else:
            return
        if speaker and close - start >= _LEAST and quotations.encloses(self.text, start, close):
            self._insert(
                StatementMention(start, close, None, speaker, True), Subject(speaker, self.span.start)
            )

    # --- bookkeeping

    def _add(self, cue: Cue, subject: Subject, speech: Span, direct: bool) -> None:
        if speech.end > speech.start:
            told = StatementMention(speech.start, speech.end, Span(cue.start, cue.end), subject.actor, direct)
            self._insert(told, subject)

    def _insert(self, statement: StatementMention, subject: Subject) -> None:
        self.found.append(statement)
        self.clauses.append(subject.start)
        if not subject.cited:
            self.speaker = self.context.speaker = subject.actor

    def _settle_ends(self) -> None:
        """Let each reported speech end where the clause of the next begins, and trim what is no word."""
        for index, statement in enumerate(self.found):
            later = (self.clauses[n] for n in range(index + 1, len(self.clauses)))
            following = next((clause for clause in later if clause - statement.start >= _EMBEDDED), None)
            if statement.cue and statement.cue.start < statement.start and following:
                statement.end = min(statement.end, following)
            said = self.text[statement.start : statement.end].rstrip(patterns.CLOSING + " *_=~/-")
            statement.end = statement.start + len(said)
