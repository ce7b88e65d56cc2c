"""What a stage makes over the border of title and text, or of blanks, is dropped before an item is made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

import thai_newsie
from laws import check
from thai_newsie import stages
from thai_newsie.assemble import assemble
from thai_newsie.config import DEFAULT
from thai_newsie.document import (
    CountMention,
    DateMention,
    Document,
    Entity,
    EventMention,
    OrganizationEntry,
    PersonEntry,
    PersonMention,
    PlaceEntry,
    RoleMention,
    Span,
    StatementMention,
    TimeMention,
)
from thai_newsie.provenance import Trace
from thai_newsie.raw_article import RawArticle
from thai_newsie.stages import STAGES

RAW = RawArticle(
    "นายสมชาย ใจดี อธิบดีกรมการข้าว เป็นประธานการประชุมข้าวไทย ณ จังหวัดน่าน วันที่ 3 มีนาคม 2566 เวลา 09.30 น. "
    "มีผู้เข้าร่วม 120 คน นายสมชาย กล่าวว่า จะส่งเสริมข้าวไทย",
    "ประชุมข้าวไทย นายมานะ",
)
BORDER = len(RAW.title)
ACROSS = Span(BORDER - 4, BORDER + 5)
BREAK = Span(BORDER, BORDER + 2)  # begins with the line break itself
BLANK = Span(BORDER + 10, BORDER + 10)  # empty
OUTSIDE = Span(len(RAW.joined) - 1, len(RAW.joined) + 1)
INSIDE = Span(BORDER + 4, BORDER + 9)


def read() -> Document:
    document = Document.from_text(RAW.joined, DEFAULT, len(RAW.title))
    for stage in STAGES.values():
        stage.fill(document)
    document.trace = Trace()
    return document


def person(span: Span, given: Span) -> PersonMention:
    return PersonMention(span.start, span.end, None, given)


def add_everywhere(document: Document, bad: Span) -> None:
    """A mention at `bad` in every list of the document."""
    at = bad.start, bad.end
    entity = Entity(*at, "ORGANIZATION")
    place = Entity(*at, "LOCATION")
    document.dates.insert(0, DateMention(*at, "2022-01-01", "day", "bad"))
    document.times.insert(0, TimeMention(*at, "09:00", "bad"))
    document.entities += [entity, place]
    document.people.append(person(bad, bad))
    document.roles.append(RoleMention(*at, position=bad))
    document.counts.append(CountMention(*at, Decimal(7777), "คน", "people"))
    document.statements.append(StatementMention(*at, None, document.people[-1], direct=True))
    document.events.append(EventMention(*at, "meeting", INSIDE))
    document.person_entries.insert(0, PersonEntry([document.people[-1]], [document.roles[-1]]))
    document.organization_entries.insert(0, OrganizationEntry([entity]))
    document.place_entries.insert(0, PlaceEntry([place], "venue"))


@pytest.mark.parametrize("bad", [ACROSS, BREAK, BLANK, OUTSIDE], ids=["across", "break", "empty", "outside"])
def test_no_list_hands_it_out(bad: Span) -> None:
    document = read()
    want = assemble(document, RAW)
    check(want)
    add_everywhere(document, bad)
    assert assemble(document, RAW) == want
    assert document.trace is not None
    assert {rejection.list for rejection in document.trace.rejections} == {
        "dates", "times", "people", "roles", "organizations", "places", "counts", "statements", "events",
    }  # fmt: skip
    assert {(rejection.start, rejection.end) for rejection in document.trace.rejections} == {
        (bad.start, bad.end)
    }


def test_a_mention_loses_the_parts_that_reach_over_the_border() -> None:
    document = read()
    document.counts[0] = replace(document.counts[0], of=ACROSS, per=BREAK)
    document.events[0] = replace(
        document.events[0], place=ACROSS, organizer=ACROSS, theme=BLANK, edition=BREAK, participants=[ACROSS]
    )
    document.statements[0] = replace(document.statements[0], cue=ACROSS, speaker=ACROSS)
    document.person_entries[0].family = ACROSS
    document.roles[0].organization = ACROSS
    article = assemble(document, RAW)
    check(article)
    (count, event, statement) = article.counts[0], article.events[0], article.statements[0]
    assert (count.of, count.per) == (None, None)
    assert (event.place, event.organizer, event.theme, event.edition, event.participants) == (None,) * 4 + (
        (),
    )
    assert (statement.cue, statement.speaker) == ("", "")
    assert [role.organization for person in article.people for role in person.roles] == [None]


def test_a_mention_goes_with_what_it_cannot_be_without() -> None:
    document = read()
    want = assemble(document, RAW)
    document.events.append(replace(document.events[0], name=ACROSS))
    document.people.append(person(INSIDE, ACROSS))
    document.person_entries.append(PersonEntry([document.people[-1]], []))
    split = PersonMention(INSIDE.start, INSIDE.end, None, Span(0, 3), family=INSIDE)  # its name is across
    document.person_entries[0].mentions.append(split)
    assert assemble(document, RAW) == want


def test_whoever_is_dropped_speaks_and_presides_nowhere() -> None:
    document = read()
    nobody = person(ACROSS, ACROSS)
    document.events[0] = replace(document.events[0], chair=nobody)
    document.statements[0] = replace(document.statements[0], speaker=nobody)
    document.roles[0].person = nobody
    article = assemble(document, RAW)
    check(article)
    assert (article.events[0].chair, article.statements[0].speaker) == (None, "")


def test_explain_shows_what_was_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    real = stages._function

    def spoiled(document: Document) -> None:
        real("resolution")(document)
        add_everywhere(document, ACROSS)

    monkeypatch.setattr(stages, "_function", lambda name: spoiled if name == "resolution" else real(name))
    why = thai_newsie.explain(RAW.text, RAW.title)
    dropped = [finding for finding in why.rejected if "from the title into the text" in finding.reason]
    assert len(dropped) == 9
    assert {(finding.text, finding.field) for finding in dropped} == {("มานะ", "title")}
    assert why.article == thai_newsie.extract(RAW.text, RAW.title)


def test_no_doc_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = thai_newsie.load()
    doc = nlp.make_doc(RAW.joined)
    doc._.title_end = BORDER
    want = nlp(doc)
    shown = {name: [(span.text, span.id_) for span in spans] for name, spans in want.spans.items()}
    for name in ("entities", "resolution"):
        pipe = nlp.get_pipe(name)
        fill = pipe._fill

        def spoiled(document: Document, fill: Callable[[Document], None] = fill) -> None:
            fill(document)
            add_everywhere(document, ACROSS)

        monkeypatch.setattr(pipe, "_fill", spoiled)
    doc = nlp.make_doc(RAW.joined)
    doc._.title_end = BORDER
    nlp(doc)
    assert [entity.text for entity in doc.ents] == [entity.text for entity in want.ents]
    for name in ("people", "organizations", "places"):
        assert [(span.text, span.id_) for span in doc.spans[name]] == shown[name]
    assert doc._.article == want._.article
