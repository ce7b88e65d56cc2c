"""Attack each pattern of the package alone, with strings made from it, and say which take more than linear time.

    python benchmarks/each_pattern [--length 8000] [--strings 1000] [--list 10]

Every pattern is searched for everywhere in a text, as `finditer` does, also where a stage only matches it at one place:
what is linear then is linear in any use. A string over which a pattern takes long for its length is read at a quarter
and a sixteenth of that length too; the pattern runs away if its time grows by more than 1.6 times as much as the text
does, both times, and does so again. Exits with 1 if one does, or if a line of the source that makes a pattern has made
none.
"""

from __future__ import annotations

import argparse
import sys

import sites  # before anything of thai_newsie
from growth import worst


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--length", type=int, default=8_000, help="characters of a string")
    parser.add_argument("--strings", type=int, default=1_000, help="strings for a pattern, at most")
    parser.add_argument("--list", type=int, default=10, help="how many of the slowest others are printed")
    options = parser.parse_args()
    for module in sites.compile_all():
        print(f"not imported: {module}")
    missed = sites.unreached()
    for site in missed:
        print(f"compiled nothing: {site}")
    print(f"{len(sites.compiled)} patterns, made at {len(list(sites.sites()))} places of the source")
    found, strings = [], 0
    for pattern, site in sites.compiled.items():
        attacked, tried = worst(pattern, options.length, options.strings)
        found.append((site, attacked))
        strings += tried
    found.sort(key=lambda one: (one[1].runs_away, one[1].each), reverse=True)
    away = [one for one in found if one[1].runs_away]
    for site, attacked in away:
        print(
            f"runs away: {site} growth {attacked.growth:.1f}, {attacked.each:.1f} µs a character, {attacked.run}"
        )
    print(f"{strings} strings, {len(away)} patterns run away; the slowest of the others:")
    for site, attacked in found[len(away) :][: options.list]:
        print(f"  {attacked.each:5.2f} µs a character, {site}, {attacked.run}")
    return 1 if away or missed else 0


if __name__ == "__main__":
    sys.exit(main())
