"""What tests share: the annotated articles and how hypothesis searches."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "gold" / "dev"

# The same examples on every run, so that a failure is the change's; `--hypothesis-profile=explore` looks wider.
settings.register_profile("steady", deadline=None, derandomize=True, max_examples=100)
settings.register_profile(
    "explore", deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of annotated articles; skips where it is absent, fails where it is required (.ci/run)."""
    if GOLD.is_dir():
        return GOLD
    message = f"no annotated articles at {GOLD}"
    if os.environ.get("THAI_NEWSIE_REQUIRE_GOLD"):
        pytest.fail(message)
    pytest.skip(message)
