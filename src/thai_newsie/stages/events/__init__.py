"""Stage: what happened, as the article's one to three events.

The stage reads everything that earlier stages wrote and writes `document.events`. `triggers` finds the words that express
an event, `scoring` scores them, and `selection` and `further` select those that report the news. `event_dates`,
`event_times`, `places`, `slots`, `actors`, `organizers` and `names` find the arguments of each event, and
`argument_sharing` finds what two events have in common.

>>> import thai_newsie
>>> text = "วันที่ 3 มีนาคม 2566 นายสมชาย ใจดี เป็นประธานการประชุมข้าวไทย ครั้งที่ 2/2566 ณ ห้องประชุมรวงทอง"
>>> event = thai_newsie.extract(text).events[0]
>>> event.type, event.date, event.chair, event.place, event.edition
('meeting', '2023-03-03', 'สมชาย ใจดี', 'ห้องประชุมรวงทอง', '2/2566')
>>> event.rule
'event_triggers:เป็นประธาน + event_triggers:การประชุม (opener, actor, date before); date before'
"""

from __future__ import annotations

from collections.abc import Sequence

from thai_newsie.document import Document, EventMention
from thai_newsie.lexicon.areas import LEVELS
from thai_newsie.stages.events import (
    actors,
    dated_mentions,
    event_dates,
    event_times,
    names,
    organizers,
    places,
    slots,
)
from thai_newsie.stages.events.argument_sharing import Arguments, shared_arguments, without_joined
from thai_newsie.stages.events.candidate import Candidate, DatedMention, EventRelation
from thai_newsie.stages.events.scoring import candidates
from thai_newsie.stages.events.selection import select
from thai_newsie.stages.events.trigger import Subject


def fill(document: Document) -> None:
    """Fill `document.events`."""
    dated = dated_mentions.find_dated_mentions(document)
    ranked = candidates(document, dated)
    events: list[EventMention] = []
    for candidate in select(document, ranked, dated):
        own = _own_arguments(document, candidate, ranked, dated, events)
        if candidate.relation is EventRelation.JOINED and events:
            events[0] = without_joined(document, events[0], candidate)
        arguments = shared_arguments(document, candidate, own, events, ranked[0], dated)
        events.append(_event(document, candidate, ranked, own, arguments))
    document.events = events


def _own_arguments(
    document: Document,
    candidate: Candidate,
    ranked: Sequence[Candidate],
    dated: Sequence[DatedMention],
    earlier: Sequence[EventMention],
) -> Arguments:
    """The arguments that the text gives the event itself; its chair may be that of an earlier event."""
    date = event_dates.date_of(document, candidate, ranked, dated)
    chair = actors.chair_of(document, candidate)
    if earlier and chair is None and candidate.trigger.subject is Subject.CHAIR:
        chair = earlier[0].chair
    return Arguments(
        date,
        event_times.time_of(document, candidate, date.mention),
        places.place_of(document, candidate),
        chair,
        organizers.organizer_of(document, candidate, ranked),
    )


def _event(
    document: Document,
    candidate: Candidate,
    ranked: Sequence[Candidate],
    own: Arguments,
    arguments: Arguments,
) -> EventMention:
    """The event of a candidate. The chair among its `own` arguments is no participant."""
    trigger = candidate.trigger
    naming = names.naming_trigger(document.text, candidate, ranked)
    whole = [
        entity
        for entity in document.entities
        if entity.label == "ORGANIZATION" or entity.kind in LEVELS.values()
    ]
    name = names.name_of(document.text, naming, names.speaker_end(document, naming), whole)
    return EventMention(
        name.start,
        name.end,
        type=trigger.type,
        name=name,
        date=arguments.date.mention,
        time=arguments.time,
        place=arguments.place,
        chair=arguments.chair,
        organizer=arguments.organizer,
        attendance=slots.attendance_of(document, candidate),
        edition=slots.edition_of(document, candidate, naming),
        theme=slots.theme_of(document, candidate),
        participants=actors.participants_of(document, candidate, own.chair),
        rule=f"{trigger.rows} ({candidate.reasons}); {arguments.date.reason}",
    )
