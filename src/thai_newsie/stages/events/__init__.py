"""Stage: what happened, as the article's one to three events.

Reads everything earlier stages wrote; writes `document.events`. `triggers` finds the words that tell
of an event, `scoring` weighs them, `selection` says which of them tell the news, `event_dates`, `slots`, `actors`,
`organizers` and `names` read what is told of it, and `argument_sharing` what two events have in common.

>>> import thai_newsie
>>> text = "วันที่ 3 มีนาคม 2566 นายสมชาย ใจดี เป็นประธานการประชุมข้าวไทย ครั้งที่ 2/2566 ณ ห้องประชุมรวงทอง"
>>> event = thai_newsie.extract(text).events[0]
>>> event.type, event.date, event.chair, event.place, event.edition
('meeting', '2023-03-03', 'สมชาย ใจดี', 'ห้องประชุมรวงทอง', '2/2566')
>>> event.rule
'เป็นประธานการประชุม (opener, actor, date before); date before'
"""

from __future__ import annotations

from thai_newsie.document import Document, EventMention
from thai_newsie.stages.events import actors, event_dates, names, organizers, slots
from thai_newsie.stages.events.argument_sharing import share
from thai_newsie.stages.events.scoring import Candidate, candidates
from thai_newsie.stages.events.selection import choose


def fill(document: Document) -> None:
    """Fill `document.events`."""
    told_days = event_dates.find_told_days(document)
    ranked = candidates(document, told_days)
    chosen = choose(document, ranked, told_days)
    document.events = []
    for candidate in chosen:
        main = document.events[0] if document.events else None
        event = _event(document, candidate, ranked, main, told_days)
        share(document, event, candidate, ranked[0], told_days)
        document.events.append(event)


def _event(
    document: Document,
    c: Candidate,
    ranked: list[Candidate],
    main: EventMention | None,
    told_days: list[event_dates.ToldDay],
) -> EventMention:
    """The event that a candidate tells of; one that goes with the `main` event may have its chair."""
    date, how = event_dates.date_of(document, c, ranked, told_days)
    trigger = c.trigger
    naming = names.naming_trigger(document.text, c, ranked)
    organizations = [entity for entity in document.entities if entity.label == "ORGANIZATION"]
    name = names.name_of(document.text, naming, names.told_of_end(document, naming), organizations)
    chair = actors.chair_of(document, c)
    if main and chair is None and trigger.subject == "chair":
        chair = main.chair
    return EventMention(
        name.start,
        name.end,
        type=trigger.type,
        name=name,
        date=date,
        time=event_dates.time_of(document, c, date),
        place=slots.place_of(document, c),
        chair=chair,
        organizer=organizers.organizer_of(document, c, ranked),
        attendance=slots.attendance_of(document, c),
        edition=slots.edition_of(document, c, naming),
        theme=slots.theme_of(document, c),
        participants=actors.participants_of(document, c, chair),
        rule=f"{document.text[trigger.start : trigger.end]} ({', '.join((trigger.part, *sorted(c.signs)))}); date {how}",
    )
