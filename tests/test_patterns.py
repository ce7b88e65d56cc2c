"""No pattern runs away: each is attacked with strings made from it, as `python benchmarks/each_pattern` does at length."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys

import pytest
import regex

from conftest import ROOT

sys.path.insert(0, str(ROOT / "benchmarks" / "each_pattern"))
import hostile
from growth import worst

AUDIT = ROOT / "benchmarks" / "each_pattern"
LENGTH, STRINGS = 2_000, 30


def test_no_pattern_of_the_package_runs_away() -> None:
    # In a process of its own: here the patterns are compiled already, and nobody kept them.
    command = [sys.executable, str(AUDIT), f"--length={LENGTH}", f"--strings={STRINGS}", "--list=0"]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stdout + run.stderr


RUN_AWAY = [
    "(ก+)+ข", "ก+ข", "x?ก+$", r"\s*:?\s*ข", "[0-9]+(?:,[0-9]+)*x", "“[^”]*”", "(?:ab|a|b)+c", r"(?r)ข\d+", "(?:ก|กก)*$",
]  # fmt: skip
LINEAR = ["(?<!ก)ก++ข", "ก{1,50}ข", "“[^“”]*”", r"\A\s*x", "(?r)ก++", "[^ก]*", "(?:กข){1,9}+$"]


@pytest.mark.parametrize("pattern", RUN_AWAY)
def test_a_pattern_that_runs_away_is_caught(pattern: str) -> None:
    assert worst(regex.compile(pattern), LENGTH, STRINGS)[0].runs_away
    assert "(?r)" in pattern or worst(re.compile(pattern), LENGTH, STRINGS)[0].runs_away


@pytest.mark.parametrize("pattern", LINEAR)
def test_a_linear_pattern_is_not(pattern: str) -> None:
    assert not worst(regex.compile(pattern), LENGTH, STRINGS)[0].runs_away


def test_the_examples_of_the_strings() -> None:
    assert doctest.testmod(hostile) == (0, 2)
