"""What all models of the contract share, and the forms in which records are written and read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import PydanticSerializationError


class Model(BaseModel):
    """An immutable part of the output."""

    # Every field is written, so the schema promises every field. JSON has no NaN and no infinity.
    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, json_schema_serialization_defaults_required=True
    )


class Record(Model):
    """What stands in the place of one input: an `Article` or a `Failure`."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain lists, dicts, strings and numbers: what `to_json` writes."""
        return self.model_dump(mode="json")

    def to_json(self, indent: int | None = None) -> str:
        """The record as JSON text, Thai letters as they are; `indent` for people, None for one line."""
        return self.model_dump_json(indent=indent)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The record of what `to_dict` gives, checked as by `check`. Raises ValueError, in one line, for anything else."""
        return cls._checked(lambda: cls.model_validate(values))

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """The record of what `to_json` gives, checked as by `check`. Raises ValueError, in one line, for anything else."""
        return cls._checked(lambda: cls.model_validate_json(text))

    @classmethod
    def _checked(cls, make: Callable[[], Self]) -> Self:
        try:
            record = make()
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            place = ".".join(map(str, first["loc"]))
            raise ValueError(f"{place}: {first['msg']}" if place else first["msg"]) from None
        record.check()
        return record

    def check(self) -> None:
        """Raise ValueError, in one line, where the record holds what no file can hold."""
        try:
            self.to_json()
        except PydanticSerializationError:
            raise ValueError("holds half a character (a lone surrogate), which no file can hold") from None
