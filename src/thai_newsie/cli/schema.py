"""`thai-newsie schema`."""

from __future__ import annotations

from thai_newsie.cli.exits import exit_on_output_error
from thai_newsie.cli.standard_streams import show_json


def schema() -> None:
    """Print the JSON Schema of an extracted article."""
    import json

    from thai_newsie.schema.article import json_schema

    with exit_on_output_error():
        show_json(json.dumps(json_schema(), ensure_ascii=False, indent=2))
