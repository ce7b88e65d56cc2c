"""Stage: what happened, as the article's one to three events.

Reads everything earlier stages wrote; writes `reading.events`. `triggers` finds the words that tell
of an event, `choice` weighs them, `further` says which of them tell the news, `days`, `slots`, `actors`,
`organizers` and `names` read what is told of it, and `sharing` what two events have in common.

>>> import thai_newsie
>>> text = "วันที่ 3 มีนาคม 2566 นายสมชาย ใจดี เป็นประธานการประชุมข้าวไทย ครั้งที่ 2/2566 ณ ห้องประชุมรวงทอง"
>>> event = thai_newsie.extract(text).events[0]
>>> event.type, event.date, event.chair, event.place, event.edition
('meeting', '2023-03-03', 'สมชาย ใจดี', 'ห้องประชุมรวงทอง', '2/2566')
>>> event.rule
'เป็นประธานการประชุม (opener, actor, date before); date before'
"""

from __future__ import annotations

from thai_newsie.pipes.events import actors, days, names, organizers, slots
from thai_newsie.pipes.events.choice import Candidate, candidates
from thai_newsie.pipes.events.further import choose
from thai_newsie.pipes.events.sharing import share
from thai_newsie.reading import EventMention, Reading


def fill(reading: Reading) -> None:
    """Fill `reading.events`."""
    told_days = days.find_told_days(reading)
    ranked = candidates(reading, told_days)
    chosen = choose(reading, ranked, told_days)
    reading.events = []
    for candidate in chosen:
        main = reading.events[0] if reading.events else None
        event = _event(reading, candidate, ranked, main, told_days)
        share(reading, event, candidate, ranked[0], told_days)
        reading.events.append(event)


def _event(
    reading: Reading,
    c: Candidate,
    ranked: list[Candidate],
    main: EventMention | None,
    told_days: list[days.ToldDay],
) -> EventMention:
    """The event that a candidate tells of; one that goes with the `main` event may have its chair."""
    date, how = days.date_of(reading, c, ranked, told_days)
    trigger = c.trigger
    naming = names.naming_trigger(reading.text, c, ranked)
    bodies = [entity for entity in reading.entities if entity.label == "ORGANIZATION"]
    name = names.name_of(reading.text, naming, names.told_of_end(reading, naming), bodies)
    chair = actors.chair_of(reading, c)
    if main and chair is None and trigger.subject == "chair":
        chair = main.chair
    return EventMention(
        name.start,
        name.end,
        type=trigger.type,
        name=name,
        date=date,
        time=days.time_of(reading, c, date),
        place=slots.place_of(reading, c),
        chair=chair,
        organizer=organizers.organizer_of(reading, c, ranked),
        attendance=slots.attendance_of(reading, c),
        edition=slots.edition_of(reading, c, naming),
        theme=slots.theme_of(reading, c),
        participants=actors.participants_of(reading, c, chair),
        rule=f"{reading.text[trigger.start : trigger.end]} ({', '.join((trigger.part, *sorted(c.signs)))}); date {how}",
    )
