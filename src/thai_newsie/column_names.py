"""Which columns of a table hold what: a part of the configuration."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

_Name = Annotated[str, Field(min_length=1)] | None


class ColumnNames(BaseModel):
    """The columns of the user's tables. Where none is named, a column is recognized by its name (`data/io/column_names.tsv`).

    >>> ColumnNames(text="สรุปย่อ", published="ลงเมื่อ").given
    {'text': 'สรุปย่อ', 'published': 'ลงเมื่อ'}
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: _Name = Field(default=None, description="the column of the text")
    title: _Name = Field(default=None, description="the column of the title")
    published: _Name = Field(default=None, description="the column of the day of publication")
    id: _Name = Field(default=None, description="the column of the id")
    source: _Name = Field(default=None, description="the column of the publisher")

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        names = list(self.given.values())
        if twice := [name for name in names if names.count(name) > 1]:
            raise ValueError(f"{twice[0]!r} is named for two fields")
        return self

    @property
    def given(self) -> dict[str, str]:
        """The name of the column for each field that has one."""
        return {field: name for field, name in self if name is not None}
