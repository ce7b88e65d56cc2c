"""The label of each output list where spans carry labels: on `doc.ents` and in `doc.spans`, and in exports for annotators."""

from __future__ import annotations

# The entity labels of the pipeline. The other lists have the label that spaCy's English models give to the like, or the
# list's own name.
LABELS = {
    "people": "PERSON",
    "organizations": "ORGANIZATION",
    "places": "LOCATION",
    "dates": "DATE",
    "times": "TIME",
    "counts": "QUANTITY",
    "roles": "ROLE",
    "events": "EVENT",
    "statements": "STATEMENT",
}

# The output list of what each label of an entity marks.
ENTITY_LISTS = {LABELS[name]: name for name in ("people", "organizations", "places")}
