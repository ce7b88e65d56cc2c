"""The parts of a schema, and the columns and values that several tables have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

TABLE_FOLDERS = (
    "dates", "numbers", "persons", "organizations", "places", "positions", "counts", "statements", "events",
    "resolution", "text", "io", "report", "entities", "recognizer",
)  # fmt: skip
REMOVES = "-"  # in the column flags of a user's own table: the bundled row with this key is left out

WHOLE_NUMBER = re.compile("-?[0-9]+")
DECIMAL = re.compile(r"[0-9]+(\.[0-9]+)?")


class TableError(ValueError):
    """A table does not fit its schema; the message names the file and the line and says why."""


@dataclass(frozen=True)
class Column:
    """A column: `required` if no cell is empty, `many` if a cell holds several values, parted by "|".

    `values` are the allowed values with their meaning, and `pattern` is the form of a value; None allows any.
    """

    name: str
    description: str
    required: bool = False
    many: bool = False
    values: Mapping[str, str] | None = None
    pattern: re.Pattern[str] | None = None
    required_of: tuple[str, ...] = ()  # types of rows that need a cell here


@dataclass(frozen=True)
class Flag:
    """A name that may stand in the column `flags`; `description` says what is true of a row that has it."""

    name: str
    description: str


@dataclass(frozen=True)
class TableSchema:
    """A table in data/<stage>/<name>.tsv; the cells of the columns of `key` are together unique.

    `row_fault` says what is wrong with a row whose cells are right one by one, "" where nothing is.
    """

    name: str
    stage: str
    row: str
    columns: tuple[Column, ...]
    flags: tuple[Flag, ...] = ()
    key: tuple[str, ...] = ("word",)
    notes: str = ""
    row_fault: Callable[[Mapping[str, str]], str] | None = None
    header: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Put the columns that every table has at the end."""
        columns = (
            *self.columns,
            Column(
                "flags",
                "What is true of the row.",
                many=True,
                values={f.name: f.description for f in self.flags},
            ),
            Column("source", "Where the row comes from.", required=True),
        )
        object.__setattr__(self, "columns", columns)
        object.__setattr__(self, "header", tuple(column.name for column in columns))


def word_column(description: str) -> Column:
    """The column of the word itself."""
    return Column("word", description, required=True)


def forms_column(description: str = "Other ways of writing the same.", *, required: bool = False) -> Column:
    """The column of other ways of writing the word."""
    return Column("forms", description, required=required, many=True)


def type_column(
    description: str,
    values: Mapping[str, str],
    *,
    name: str = "type",
    required: bool = True,
    many: bool = False,
    required_of: tuple[str, ...] = (),
) -> Column:
    """The column of the row's type; `values` are the types with their meaning."""
    return Column(name, description, required, many, values, required_of=required_of)


def not_column(description: str = "") -> Column:
    """The column of the words beside which the row does not apply."""
    return Column(
        "not",
        description or "The row does not apply where one of these words stands directly behind it.",
        many=True,
    )


ORGANIZATION_TYPES = {
    "ministry": "a ministry",
    "department": "a department; in English also an embassy",
    "office": "an office or a division",
    "committee": "a committee",
    "state_enterprise": "a state enterprise",
    "public_organization": "a public organization",
    "independent": "an independent agency",
    "court": "a court or an office of one",
    "parliament": "the parliament, a house or an office of one",
    "military": "a unit of the forces",
    "police": "a unit of the police",
    "local_government": "a local government",
    "university": "a university, a college or a faculty",
    "school": "a school",
    "hospital": "a hospital",
    "international": "an international organization",
    "company": "a company",
    "bank": "a bank",
    "party": "a political party",
    "association": "an association or a federation",
    "foundation": "a foundation",
    "council": "a council",
    "fund": "a fund",
    "center": "a centre",
    "media": "a news medium",
    "other": "any other organization",
}
PLACE_TYPES = {
    "venue": "a building or a site",
    "other": "any other place: a region, a sea, a river, a road, a city abroad",
}
UNIT_TYPES = {
    "people": "persons",
    "thing": "things",
    "money": "money",
    "percent": "a share of a hundred",
    "measure": "a measure",
    "duration": "a stretch of time",
    "rank": "a place in an order",
}
RELATION_TYPES = {
    "deputy": "the holder is a deputy",
    "assistant": "the holder is an assistant",
    "acting": "the holder acts for another",
    "former": "the holder held it before",
    "designate": "the holder is to take it",
    "adviser": "the holder advises",
    "secretary": "the holder is the secretary",
    "spokesperson": "the holder speaks for it",
    "representative": "the holder represents it",
    "working_group": "the holder is in its working group",
}
