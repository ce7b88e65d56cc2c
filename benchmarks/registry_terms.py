"""How well a registry's offices agree with the true terms of ministers (benchmarks/ministers.tsv).

    thai-newsie extract CORPUS -o out.jsonl
    python benchmarks/registry_terms.py out.jsonl [--list]

Every office that an article gives a person is a claim, dated by the article: right if that person held the office
on that day. `--list` prints each holder's first and last day beside the term, and the claims that do not agree.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import NamedTuple

from thai_newsie.corpus.registry.near_duplicates import near_duplicate_pairs
from thai_newsie.corpus.registry.observations import Observation, name_key, observations
from thai_newsie.io.records import read_records
from thai_newsie.schema.article import Article
from thai_newsie.stages.resolution.canonical_roles import canonical_role

TERMS = Path(__file__).with_name("ministers.tsv")
WINDOW = ("2020-08-01", "2025-08-31")
OATH = 14  # days in which an old cabinet waits for the new one's oath, and news for its own publication


class Term(NamedTuple):
    office: str
    person: str
    first: date
    last: date

    def days_off(self, day: date) -> int:
        """How far outside the term `day` lies; 0 within it."""
        return max((self.first - day).days, (day - self.last).days, 0)


class Claim(NamedTuple):
    office: str
    person: str
    name: str
    day: date
    article: str


def terms() -> list[Term]:
    with TERMS.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return [
            Term(
                canonical_role(row["office"], None).whole,
                row["person"],
                *map(date.fromisoformat, (row["from"], row["to"])),
            )
            for row in rows
        ]


def claims(path: Path, offices: set[str]) -> list[Claim]:
    """The claims about `offices` in the window; a deputy, an acting or a former holder is none."""
    found = []
    for number, record in enumerate(read_records(path)):
        if isinstance(record, Article) and record.published and WINDOW[0] <= record.published <= WINDOW[1]:
            found += [
                claim
                for observation in observations(record, number)
                for claim in _claims(observation, offices)
            ]
    return found


def _claims(observation: Observation, offices: set[str]) -> list[Claim]:
    day = date.fromisoformat(observation.day or "")
    return [
        Claim(held.whole, name_key(observation.name), observation.name, day, observation.article)
        for held in observation.positions
        if held.whole in offices and not held.relations and observation.whole_name
    ]


def verdict(claim: Claim, holders: dict[str, list[Term]], near: set[tuple[str, str]]) -> str:
    held = [term for term in holders[claim.office] if name_key(term.person) == claim.person]
    if held:
        off = min(term.days_off(claim.day) for term in held)
        return "in the term" if off == 0 else f"within {OATH} days of it" if off <= OATH else "outside it"
    true = {name_key(term.person) for term in holders[claim.office]}
    if any(tuple(sorted((claim.person, name))) in near for name in true):
        return "the name misspelt"
    return "another person"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("records", type=Path)
    parser.add_argument("--list", action="store_true", help="print every disagreement")
    options = parser.parse_args()
    holders: dict[str, list[Term]] = defaultdict(list)
    for term in terms():
        holders[term.office].append(term)
    found = claims(options.records, set(holders))
    near = near_duplicate_pairs(
        {claim.person for claim in found} | {name_key(t.person) for ts in holders.values() for t in ts}
    )
    verdicts = Counter(verdict(claim, holders, near) for claim in found)
    total = sum(len(ts) for ts in holders.values())
    seen = {(claim.office, claim.person) for claim in found}
    reached = sum((term.office, name_key(term.person)) in seen for ts in holders.values() for term in ts)
    print(f"{len(holders)} offices, {total} terms; {reached} holders found, {total - reached} missing")
    for what, n in verdicts.most_common():
        print(f"{n:7,} claims {what} ({n / len(found):.2%})")
    if options.list:
        for office, held in holders.items():
            show(office, held, [claim for claim in found if claim.office == office], holders, near)


def show(
    office: str,
    held: list[Term],
    found: list[Claim],
    holders: dict[str, list[Term]],
    near: set[tuple[str, str]],
) -> None:
    print(f"\n{office}")
    for term in held:
        days = [claim.day for claim in found if claim.person == name_key(term.person)]
        seen = f"seen {min(days)} .. {max(days)} in {len(days)} claims" if days else "never seen"
        print(f"  {term.person}: {term.first} .. {term.last}; {seen}")
    for claim in found:
        if (told := verdict(claim, holders, near)) in ("outside it", "another person"):
            print(f"    {claim.day} {claim.article} {claim.name}: {told}")


if __name__ == "__main__":
    main()
