"""The benchmark of the registry: its table of terms, and how it judges a claim."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from test_registry import MINISTRY, article

from conftest import ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))
from registry_terms import OATH, terms

OFFICE = f"รัฐมนตรีว่าการ{MINISTRY}"


def test_the_terms_of_an_office_follow_each_other() -> None:
    offices: dict[str, list[tuple[date, date]]] = {}
    for term in terms():
        assert term.first < term.last
        offices.setdefault(term.office, []).append((term.first, term.last))
    assert len(offices) == 20, "the prime minister and the 19 ministries that a minister heads"
    for held in offices.values():
        assert all(before[1] <= after[0] for before, after in pairwise(held))


@pytest.mark.parametrize(
    ("day", "name", "judged"),
    [
        ("2022-03-09", "ตรีนุช เทียนทอง", "in the term"),
        ("2023-09-05", "ตรีนุช เทียนทอง", f"within {OATH} days of it"),
        ("2024-03-09", "ตรีนุช เทียนทอง", "outside it"),
        ("2022-03-09", "ตรีนุช เทียนทอ", "the name misspelt"),
        ("2022-03-09", "มานะ ทองดี", "another person"),
    ],
)
def test_claims_are_judged(day: str, name: str, judged: str, tmp_path: Path) -> None:
    records = tmp_path / "out.jsonl"
    held = article(name, "รมว.", "ศธ.", day, canonical=MINISTRY)
    acting = article("ใคร อื่น", "รมว.", "ศธ.", day, canonical=MINISTRY, relations=("acting",))
    late = article("ใคร อื่น", "รมว.", "ศธ.", "2025-12-01", canonical=MINISTRY)
    records.write_text("".join(each.to_json() + "\n" for each in (held, acting, late)), encoding="utf-8")
    script = ROOT / "benchmarks" / "registry_terms.py"
    done = subprocess.run([sys.executable, script, records, "--list"], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    _, claims, *listed = done.stdout.splitlines()
    assert claims.split() == ["1", "claims", *judged.split(), "(100.00%)"]
    assert OFFICE in listed
    wrong = [line.strip() for line in listed if line.endswith(judged)]
    assert wrong == (
        [f"{day} {held.id} {name}: {judged}"] if judged in ("outside it", "another person") else []
    )
