"""What each table of data/ holds: its columns, the values and flags they may have, and what a row is.

A table is checked against its schema when it is read. data/README.md lists the same columns and values.
"""

from __future__ import annotations

from collections.abc import Mapping

from thai_newsie.lexicon.schemas.counts import COUNTS_TABLES
from thai_newsie.lexicon.schemas.dates import DATES_TABLES
from thai_newsie.lexicon.schemas.events import EVENTS_TABLES
from thai_newsie.lexicon.schemas.numbers import NUMBERS_TABLES
from thai_newsie.lexicon.schemas.organizations import ORGANIZATIONS_TABLES
from thai_newsie.lexicon.schemas.others import OTHERS_TABLES
from thai_newsie.lexicon.schemas.parts import REMOVES, TABLE_FOLDERS, Column, Flag, TableError, TableSchema
from thai_newsie.lexicon.schemas.persons import PERSONS_TABLES
from thai_newsie.lexicon.schemas.places import PLACES_TABLES
from thai_newsie.lexicon.schemas.positions import POSITIONS_TABLES
from thai_newsie.lexicon.schemas.recognizer import RECOGNIZER_TABLES
from thai_newsie.lexicon.schemas.resolution import RESOLUTION_TABLES
from thai_newsie.lexicon.schemas.statements import STATEMENTS_TABLES

__all__ = ["REMOVES", "SCHEMAS", "TABLE_FOLDERS", "Column", "Flag", "TableError", "TableSchema"]

SCHEMAS: Mapping[str, TableSchema] = {
    schema.name: schema
    for schema in (
        *DATES_TABLES,
        *NUMBERS_TABLES,
        *PERSONS_TABLES,
        *ORGANIZATIONS_TABLES,
        *PLACES_TABLES,
        *POSITIONS_TABLES,
        *COUNTS_TABLES,
        *STATEMENTS_TABLES,
        *EVENTS_TABLES,
        *RECOGNIZER_TABLES,
        *RESOLUTION_TABLES,
        *OTHERS_TABLES,
    )
}
