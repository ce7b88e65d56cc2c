"""Sets of event types that are treated alike. A type in none of the sets is treated as any other event."""

from __future__ import annotations

SESSIONS = frozenset({"meeting", "seminar", "ceremony"})  # an article may report two of one type
GATHERINGS = frozenset({"meeting", "seminar"})  # another event may take place in them
TAKE_PLACE_IN_ANOTHER = frozenset({"ceremony", "handover", "seminar", "press"})
WITH_AWARDS = SESSIONS | {"campaign", "visit"}  # awards may be given in them, and lectures
REPEATED = SESSIONS | {"visit"}  # a day may have two of one type
CONVERSATIONS = frozenset({"meeting", "courtesy_call"})  # one conversation may be reported as both
ANNOUNCED_AHEAD = frozenset({"campaign", "ceremony", "seminar", "other"})  # a later day may be announced
LASTING = frozenset({"campaign", "seminar", "meeting", "other", "disaster"})  # may last for days
IN_EDITIONS = SESSIONS | {"campaign", "other"}  # have an edition and a number of visitors
WITH_DESTINATION = frozenset({"visit", "handover", "disaster"})  # the place may follow without "ณ"
WITH_PAPERS = frozenset({"decision", "press"})  # may take their day from the paper that is announced
ORGANIZED = SESSIONS | {"campaign", "decision", "other"}  # have an organizer
# What an organization announces is its own, also where no verb of organizing says so: "กรมทางหลวง ขยายทางหลวงหมายเลข 344 …".
ANNOUNCED = frozenset({"campaign", "decision", "press", "enforcement", "other"})
# A strong verb alone makes no further event of these types. Decisions and the press have rules of their own.
NEVER_FURTHER = frozenset({"enforcement", "disaster", "other", "decision", "press"})
