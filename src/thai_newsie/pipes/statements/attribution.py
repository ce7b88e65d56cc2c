"""From verbs of saying and quotation marks to statements: paragraph by paragraph, speaker by speaker."""

from __future__ import annotations

from collections.abc import Iterator

from thai_newsie.pipes.statements import patterns, quotations
from thai_newsie.pipes.statements.cues import Cue, Kind, closing_verbs, documents, find_cues
from thai_newsie.pipes.statements.speakers import Speakers
from thai_newsie.reading import Actor, Reading, Span, StatementMention

_LEADS = 2  # paragraphs at an article's head that may be written like headlines
_LEAST = 40  # characters of a speech that no mark or "ว่า" opens
_SAME = 120  # characters that make two speeches one, printed twice
_EMBEDDED = 15  # a cue so close behind another stands within that one's first clause


def find_statements(reading: Reading) -> list[StatementMention]:
    """The statements of a reading, in the order of the text; the title tells none of its own."""
    return _Attribution(reading).statements()


class _Attribution:
    """What is remembered on the way through one text: who spoke last, where the paragraphs begin."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.start = reading.title_end
        self.speakers = Speakers(reading)
        self.last: Actor | None = None

    def statements(self) -> list[StatementMention]:
        cues = list(find_cues(self.text, self.start))
        found: list[StatementMention] = []
        index = 0
        previous: Span | None = None
        for number, line in enumerate(patterns.PARAGRAPH.finditer(self.text, self.start)):
            paragraph = Span(*line.span())
            here = []
            while index < len(cues) and cues[index].start < paragraph.end:
                here.append(cues[index])
                index += 1
            found += _Paragraph(self, paragraph, previous, lead=number < _LEADS).statements(here)
            previous = paragraph
        return list(self.once(found))

    def once(self, statements: list[StatementMention]) -> Iterator[StatementMention]:
        """The statements without those of a lead that is printed twice."""
        seen = set()
        for statement in statements:
            cue = self.text[statement.cue.start : statement.cue.end] if statement.cue else ""
            key = cue, "".join(self.text[statement.start : statement.end].split())[:_SAME]
            if key not in seen:
                yield statement
            seen.add(key)


class _Paragraph:
    """One paragraph, read cue by cue."""

    def __init__(self, way: _Attribution, span: Span, previous: Span | None, *, lead: bool) -> None:
        self.way = way
        self.text = way.text
        self.speakers = way.speakers
        self.span = span
        self.previous = previous
        self.lead = lead
        self.marked = quotations.opens_with_mark(self.text, span.start)
        self.found: list[StatementMention] = []
        self.clauses: list[int] = []  # where the clause of each cue begins, its speaker included
        self.floor = span.start  # what lies before belongs to statements already found
        self.covered = span.start  # verbs before this are part of a cue already read

    def statements(self, cues: list[Cue]) -> list[StatementMention]:
        self.lead = self.lead and not any(cue.kind is Kind.OPENS for cue in cues)
        for cue in cues:
            if cue.start < self.covered:
                continue
            if cue.kind is Kind.OPENS:
                self.opens(cue)
            elif not self.closes(cue) and cue.takes_object:
                self.object(cue)
        self.free_standing()
        self.settle_ends()
        return self.found

    # --- one cue

    def opens(self, cue: Cue) -> None:
        """Speech behind the verb: "นายสมชาย กล่าวว่า …"."""
        subject = self.speakers.beside(cue.start, self.span.start) or self.elsewhere(cue)
        if subject and not patterns.REFERRED.search(self.text, self.span.start, subject[1]):
            self.add(cue, *subject, *self.speech(cue))
            self.covered = cue.speech  # "เปิดเผยภายหลังแถลงข่าวว่า": of two verbs before one "ว่า" the first tells

    def speech(self, cue: Cue) -> tuple[Span, bool]:
        """What follows the verb, to the closing mark or the line's end, and whether it is quoted."""
        end = self.line_end(cue.speech)
        if not cue.direct:
            return Span(cue.speech, end), False
        close = quotations.end(self.text, cue.speech, end)
        if (
            close is not None
            and close - cue.speech < quotations.LEAST
            and not patterns.PARAGRAPH_CLOSES.match(self.text, close)
        ):
            return Span(cue.speech - 1, end), False  # "กล่าวว่า “เราชนะ” เป็นโครงการที่…": a name, no quotation
        return Span(cue.speech, end if close is None else close), True

    def elsewhere(self, cue: Cue) -> tuple[Actor, int] | None:
        """The speaker of a verb that no name or office stands beside, and where the clause begins."""
        if voice := self.speakers.voice(cue.start, self.floor):
            return voice, voice.start
        before = self.text[self.span.start : cue.start]
        if patterns.denial().search(before):
            return None
        same = self.found[-1].speaker if self.found else None
        if same and patterns.joint().search(before):
            return same, cue.start
        # "“ผมยืนยันว่า …": within a quotation the speaker is the quotation's.
        if cue.verb in documents() or (self.marked and not self.found):
            return None
        if near := self.speakers.near(cue.start, self.floor):
            return near
        if actor := same or self.speakers.first(self.span.start, cue.start):
            return actor, cue.start
        if phrase := self.speakers.phrase(self.span.start, cue.start):
            return phrase, phrase.start
        return (self.way.last, cue.start) if self.way.last else None

    def closes(self, cue: Cue) -> bool:
        """Speech before the verb: "“…” นายสมชาย กล่าว"; False if it is not so."""
        if cue.verb not in closing_verbs():
            return False
        behind = patterns.BEHIND_QUOTATION.search(self.text, self.floor, cue.start)
        beside = self.speakers.beside(cue.start, behind.end("mark") if behind else self.span.start)
        # Within a paragraph "“…” นายสมชายกล่าว ทั้งนี้ …" a word must end with the verb: สำนักงานแจ้งวัฒนะ.
        alone = beside is not None and self.text[cue.end : cue.end + 1] == " "
        if behind and (cue.kind is Kind.CLOSES or alone):
            start = self.quotation(behind.start("mark"))
            if start is not None:
                speaker = (
                    (beside[0] if beside else None)
                    or self.speakers.phrase(behind.end("mark"), cue.start)
                    or self.way.last
                )
                if speaker:
                    self.add(cue, speaker, behind.end("mark"), Span(start, behind.start("mark")), True)
                    self.floor = cue.end
                    return True
        if cue.kind is not Kind.CLOSES or not beside or self.found:
            return cue.kind is Kind.CLOSES
        start = self.span.start if self.marked is None else self.marked
        if beside[1] - start >= _LEAST:
            self.add(cue, beside[0], beside[1], Span(start, beside[1]), self.marked is not None)
        return True

    def object(self, cue: Cue) -> None:
        """Speech as the verb's object: "โฆษกรัฐบาล เผย ความคืบหน้า…", in leads also without its subject."""
        subject = self.speakers.beside(cue.start, self.span.start) or self.speakers.near(
            cue.start, self.floor
        )
        if subject is None and self.lead and self.text[cue.start - 1 : cue.start] in ("\n", " "):
            head = self.found[-1].speaker if self.found else self.head(cue)
            subject = (head, cue.start) if head else None
        if subject:
            self.add(cue, *subject, *self.speech(cue))

    def head(self, cue: Cue) -> Actor | None:
        """Who a lead begins with; where it begins with the verb, who the title begins with."""
        if cue.start == self.span.start:
            return self.speakers.head(0, self.way.start)
        return self.speakers.head(self.span.start, cue.start)

    # --- quotations

    def quotation(self, close: int) -> int | None:
        """Where the quotation begins that ends at `close`, in this paragraph or the ones before."""
        start = quotations.beginning(self.text, self.floor, close)
        if start is None and self.previous:
            return quotations.opens_with_mark(self.text, self.previous.start)
        return start

    def free_standing(self) -> None:
        """A quotation that fills the paragraph and has no verb: its speaker is the context's."""
        start = self.marked
        if start is None or any(abs(s.start - start) < 3 for s in self.found):
            return
        closing = patterns.PARAGRAPH_CLOSES.search(self.text, start, self.span.end)
        mark = patterns.LAST_MARK.search(self.text, start, self.span.end)
        if closing and closing["quote"]:
            close, speaker = closing.start(), self.way.last
        elif mark and (beside := self.speakers.beside(self.span.end, mark.end())):
            close, speaker = mark.start(), beside[0]
        else:
            return
        if speaker and close - start >= _LEAST and quotations.encloses(self.text, start, close):
            self.insert(StatementMention(start, close, None, speaker, True), self.span.start)

    # --- bookkeeping

    def line_end(self, position: int) -> int:
        """The end of the line of `position`: speech behind "ดังนี้" begins on the next."""
        if position <= self.span.end:
            return self.span.end
        end = self.text.find("\n", position)
        return len(self.text) if end < 0 else end

    def add(self, cue: Cue, speaker: Actor, clause: int, speech: Span, direct: bool) -> None:
        if speech.end <= speech.start:
            return
        span = Span(cue.start, cue.end)
        self.insert(StatementMention(speech.start, speech.end, span, speaker, direct), clause)

    def insert(self, statement: StatementMention, clause: int) -> None:
        self.found.append(statement)
        self.clauses.append(clause)
        self.way.last = statement.speaker

    def settle_ends(self) -> None:
        """Let each reported speech end where the clause of the next begins, and trim what is no word."""
        for index, statement in enumerate(self.found):
            following = [c for c in self.clauses[index + 1 :] if c - statement.start >= _EMBEDDED]
            if statement.cue and statement.cue.start < statement.start and following:
                statement.end = min(statement.end, following[0])
            said = self.text[statement.start : statement.end].rstrip(patterns.CLOSING + " *_=~/-")
            statement.end = statement.start + len(said)
