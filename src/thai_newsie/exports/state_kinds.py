"""Which kinds of bodies are the state's, for formats that tell them from others."""

from __future__ import annotations

# Of the kinds in data/organizations/organizations.tsv and data/organizations/organization_heads.tsv; centres and funds are as often a society's.
STATE_KINDS = frozenset({
    "ministry", "department", "office", "committee", "council", "court", "independent", "parliament", "military",
    "police", "local_government", "public_organization",
})  # fmt: skip
