"""Whether a pattern runs away over a string: its time at growing lengths."""

from __future__ import annotations

import time
from typing import NamedTuple

from hostile import Pattern, Run, is_backwards, runs

# Seconds that so many characters take only if the time is exponential or cubic: nothing longer is tried then.
HOPELESS = {**dict.fromkeys((16, 20, 24, 28, 32, 40, 48, 64, 96, 250), 0.02), 1_000: 0.2}
FAST, SLACK = 0.3e-6, 0.0003  # seconds a character, and a string: what takes no more is not looked at closer
GROWTH, STEP = 1.6, 4
LONG = 0.05  # seconds after which nothing is measured again


class Attack(NamedTuple):
    """What one string did to a pattern."""

    run: Run
    each: float  # microseconds a character
    growth: float = 1.0  # of the time, against that of the text

    @property
    def runs_away(self) -> bool:
        return self.growth > GROWTH


def worst(pattern: Pattern, length: int, strings: int) -> tuple[Attack, int]:
    """The first string with which a pattern runs away, or that it is slowest on; and how many were tried."""
    slowest, tried = Attack(Run("", "", ""), 0), 0
    for run in runs(pattern, strings):
        tried += 1
        found = attack(pattern, run, length)
        if found.runs_away and (found := attack(pattern, run, length)).runs_away:  # no other program's doing
            return found, tried
        slowest = max(slowest, found, key=lambda one: one.each)
    return slowest, tried


def attack(pattern: Pattern, run: Run, length: int) -> Attack:
    """Read more and more of a string, no more than it takes to know."""
    for characters, enough in HOPELESS.items():
        if seconds(pattern, run, characters, 1) > enough < (took := seconds(pattern, run, characters)):
            return Attack(run, took / characters * 1e6, float("inf"))
    took = seconds(pattern, run, length, 1)
    slow = took > length * FAST + SLACK
    return Attack(run, took / length * 1e6, growth(pattern, run, length) if slow else 1.0)


def growth(pattern: Pattern, run: Run, length: int) -> float:
    """How many times more the time grows than the text, on its way from a sixteenth of the length; the lesser of two."""
    least, before = float("inf"), seconds(pattern, run, length // STEP**2)
    for characters in (length // STEP, length):
        took = seconds(pattern, run, characters)
        least, before = min(least, took / before / STEP), took
        if least <= GROWTH:
            break
    return least


def seconds(pattern: Pattern, run: Run, length: int, times: int = 3) -> float:
    """The least processor time that finding every match in so much of a string takes."""
    text, least, spent = run.text(length, is_backwards(pattern)), float("inf"), 0.0
    while times and spent < LONG:
        begun = time.process_time()
        for _ in pattern.finditer(text):
            pass
        took = time.process_time() - begun
        least, spent, times = min(least, took), spent + took, times - 1
    return least
