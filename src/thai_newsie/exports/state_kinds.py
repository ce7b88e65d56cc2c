"""The kinds of organizations that belong to the state, for formats that distinguish them."""

from __future__ import annotations

# The kinds are those of organizations.tsv and organization_heads.tsv. Centres and funds are not among them: they belong to
# an association as often.
STATE_KINDS = frozenset({
    "ministry", "department", "office", "committee", "council", "court", "independent", "parliament", "military",
    "police", "local_government", "public_organization",
})  # fmt: skip
