"""`thai-newsie schema`."""

from __future__ import annotations

from thai_newsie.cli.exits import writing


def schema() -> None:
    """Print the JSON Schema of an extracted article."""
    import json

    from thai_newsie.schema.article import json_schema

    with writing():
        print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
