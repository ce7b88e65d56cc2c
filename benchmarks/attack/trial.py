"""What the programs of the attack share: attempts are counted, and each that does not hold is one line."""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable

from thai_newsie.raw_article import reason_of


class Trial:
    """Attempts with a fixed seed. `rng` gives what is drawn at random; `times` says how long the attack goes on."""

    def __init__(self, description: str | None, times: int, what_times_are: str = "attempts") -> None:
        """Read the options of the command line; `times` is how often by default."""
        parser = argparse.ArgumentParser(
            description=description, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--times", type=int, default=times, help=what_times_are)
        options = parser.parse_args()
        self.seed: int = options.seed
        self.times: int = options.times
        self.rng = random.Random(self.seed)
        self._tried = 0
        self._failed: list[str] = []

    def attempt(self, what: str, fault: Callable[[], str | None]) -> None:
        """Try `fault`, which says what went wrong, or None; an exception is a fault too."""
        try:
            found = fault()
        except Exception as error:
            found = f"raises {type(error).__name__}: {ascii(reason_of(error))[:200]}"
        self.count(what, found)

    def count(self, what: str, fault: str | None) -> None:
        """Count an attempt that is over."""
        self._tried += 1
        if fault:
            self._failed.append(f"{what}: {fault}")

    def end(self) -> None:
        """Say how many attempts there were and how many held, then each that did not; end the program."""
        print(f"tried {self._tried}, held {self._tried - len(self._failed)}")
        print(*self._failed, sep="\n", end="\n" if self._failed else "")
        sys.exit(bool(self._failed))
