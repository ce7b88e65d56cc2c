"""How the rules note what they considered and did not take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from thai_newsie.provenance import Rejection, Trace


def reject_date(trace: Trace | None, start: int, end: int, rule: str, reason: str) -> None:
    """Note text that looked like a date to `rule`; nothing without a `trace`."""
    if trace is not None:
        trace.reject("dates", start, end, rule, reason)


def reject_time(trace: Trace | None, start: int, end: int, rule: str, reason: str) -> None:
    """Note text that looked like a clock time to `rule`; nothing without a `trace`."""
    if trace is not None:
        trace.reject("times", start, end, rule, reason)


def without_parts(rejections: Sequence[Rejection], found: Iterable[tuple[int, int]]) -> list[Rejection]:
    """The rejections without those that are only a part of a date or time in `found`, or of a longer rejection.

    Each rule reads the whole text: the rule of years also looks at 2564 in "8 มิถุนายน 2564".
    """
    spans = {(start, -end, False) for start, end in found} | {(r.start, -r.end, True) for r in rejections}
    kept: set[tuple[int, int]] = set()
    reach = -1  # where the spans end that begin no later
    for start, negative_end, rejected in sorted(spans):
        if rejected and -negative_end > reach:
            kept.add((start, -negative_end))
        reach = max(reach, -negative_end)
    return [r for r in rejections if (r.start, r.end) in kept]
