"""What a user may decide about reading articles: one immutable `Config`.

>>> Config(stages=("dates", "counts")).stages
('dates', 'counts')
>>> Config(stages=["date"])
Traceback (most recent call last):
thai_newsie.config.ConfigError: stages: 'date' is no stage; choose from dates, entities, recognizer, positions, counts, \
statements, events, resolution
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from thai_newsie.column_names import ColumnNames
from thai_newsie.lexicon import Lexicon, TableError, lexicon_for, using

STAGE_NAMES = (
    "dates", "entities", "recognizer", "positions", "counts", "statements", "events", "resolution",
)  # fmt: skip


class ConfigError(ValueError):
    """A configuration that cannot be used. The message names the key."""


class ArticleTooLongError(ValueError):
    """An article has more characters than the configuration allows. The message says how many."""


class Config(BaseModel):
    """How articles are read. A Config never changes; `replace` gives another one.

    Every key has a default, so `Config()` is what `extract` does by itself. Raises ConfigError for an unknown key or a
    wrong value, and names the key.

    >>> Config(recogniser=False)
    Traceback (most recent call last):
    thai_newsie.config.ConfigError: recogniser: no such key; did you mean 'recognizer'?
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, arbitrary_types_allowed=False)

    stages: tuple[str, ...] = Field(
        STAGE_NAMES, description="the stages that run, in the order of the pipeline whatever order is given"
    )
    tables: tuple[Path, ...] = Field(
        (),
        description="folders of the user's own tables, over the bundled ones, one over the other in this order",
    )
    recognizer: bool | Path = Field(
        True, description="whether the statistical recognizer runs, or the path of another model file"
    )
    recognizer_threshold: Annotated[float, Field(ge=0, le=1)] = Field(
        0.5, description="the least confidence of a name that the recognizer alone finds"
    )
    time_limit: Annotated[float, Field(gt=0)] = Field(
        60.0, description="seconds of processor time for one article, before its length is counted"
    )
    time_limit_per_character: Annotated[float, Field(ge=0)] = Field(
        0.0001, description="seconds added to the limit for each character of the article"
    )
    max_characters: Annotated[int, Field(gt=0)] = Field(
        5_000_000, description="characters that one article, title and text, may have; more are an error"
    )
    max_bytes: Annotated[int, Field(gt=0)] = Field(
        250_000_000,
        description="unpacked bytes that may be read at once: a file of most formats, a line of JSON lines, a row of CSV",
    )
    hosts: tuple[str, ...] = Field(
        (), description="of web archives, only pages of these hosts; * stands for any letters (*.go.th)"
    )
    language: Literal["th", "en"] | None = Field(
        None, description="of web archives, only pages in this language, by their letters"
    )
    per_page: bool = Field(False, description="whether each page of a PDF is an article, and not the file")
    columns: ColumnNames = Field(
        ColumnNames(),
        description="which columns of tables are the text, the title, the day, the id and the publisher",
    )
    latin: bool = Field(
        False,
        description="whether names that the article gives in Thai only are transcribed to Latin letters",
    )

    def __init__(self, **values: Any) -> None:
        """Check the values; see the fields for their meaning."""
        try:
            super().__init__(**values)
        except ValidationError as error:
            raise ConfigError(_message(error)) from None
        # What cannot work is an error here, and no failure of each article.
        if self.tables:
            self._check_tables()
        if isinstance(self.recognizer, Path):
            self._check_model(self.recognizer)

    def _check_tables(self) -> None:
        try:
            self.lexicon.check()
        except TableError as error:
            raise ConfigError(f"tables: {error}") from None
        except OSError as error:
            raise ConfigError(f"tables: {error.filename}: {error.strerror}") from None

    def _check_model(self, path: Path) -> None:
        from thai_newsie.ner.recognize import model_in  # with NumPy, which no other configuration needs

        try:
            with using(self.lexicon):
                model_in(path)
        except ValueError as error:
            raise ConfigError(f"recognizer: {error}") from None

    @field_validator("stages", mode="before")
    @classmethod
    def _known_stages(cls, value: object) -> object:
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list | tuple):
            raise ValueError("must be a list of stage names")
        for name in names:
            if name not in STAGE_NAMES:
                raise ValueError(f"{name!r} is no stage; choose from {', '.join(STAGE_NAMES)}")
        return tuple(name for name in STAGE_NAMES if name in names)

    @field_validator("tables", mode="before")
    @classmethod
    def _folders(cls, value: object) -> object:
        paths = [value] if isinstance(value, str | os.PathLike) else value
        if not isinstance(paths, list | tuple):
            raise ValueError("must be a folder or a list of folders")
        for path in paths:
            if not isinstance(path, str | os.PathLike):
                raise ValueError(f"must hold paths, not {type(path).__name__}")
            if not str(path) or not Path(path).is_dir():
                raise ValueError(f"{str(path)!r} is no folder")
            if not any(Path(path).glob("**/*.tsv")):
                raise ValueError(f"{str(path)!r} holds no table (.tsv)")
        folders = [Path(path).resolve() for path in paths]
        for folder in folders:
            if folders.count(folder) > 1:
                raise ValueError(f"{str(folder)!r} is given twice")
        return tuple(folders)

    @field_validator("recognizer", mode="after")
    @classmethod
    def _model_file(cls, value: bool | Path) -> bool | Path:
        if isinstance(value, Path) and not value.is_file():
            raise ValueError(f"{str(value)!r} is no model file; give true, false or the path of a model")
        return value

    @property
    def lexicon(self) -> Lexicon:
        """The tables of this configuration."""
        return lexicon_for(self.tables)

    def check_length(self, characters: int) -> None:
        """Raise ArticleTooLongError where one article may not have so many characters."""
        if characters > self.max_characters:
            raise ArticleTooLongError(
                f"the article has {characters:,} characters, more than {self.max_characters:,}; "
                "set max_characters in the configuration to read it"
            )

    def check_metadata(self, meta: Mapping[str, Any]) -> None:
        """Raise ArticleTooLongError where what is known about one article has more than `max_bytes`."""
        if (size := len(json.dumps(meta, ensure_ascii=False).encode())) > self.max_bytes:
            raise ArticleTooLongError(
                f"the fields beside the text have {size:,} bytes, more than {self.max_bytes:,}; "
                "set max_bytes in the configuration to read them"
            )

    def replace(self, **values: Any) -> Self:
        """This configuration with other values for some keys.

        >>> Config(latin=True).replace(recognizer=False).latin
        True
        """
        return type(self)(**{**self.model_dump(exclude_defaults=True), **values})

    def with_latin(self, latin: bool | None) -> Self:
        """This configuration with the value `latin` for that key, or as it is for None."""
        return self if latin is None or latin == self.latin else self.replace(latin=latin)

    @classmethod
    def from_toml(cls, path: Path | str) -> Self:
        """The configuration in a TOML file. Paths in it are relative to the file.

        Raises ConfigError, with the name of the file, for a file that is no TOML or holds a wrong key or value, and
        OSError for one that cannot be opened.
        """
        path = Path(path)
        try:
            values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ConfigError(f"{path}: is no TOML file: {error}") from None
        try:
            return cls(**_relative(values, path.parent))
        except ConfigError as error:
            raise ConfigError(f"{path}: {error}") from None

    def to_dict(self) -> dict[str, Any]:
        """The values that differ from the defaults, as JSON and spaCy's config files can hold them.

        >>> Config(stages=["dates"], latin=True).to_dict()
        {'stages': ['dates'], 'latin': True}
        """
        return self.model_dump(mode="json", exclude_defaults=True)

    def fingerprint(self) -> Mapping[str, Any]:
        """What the records of a run depend on, for comparing two runs."""
        return {
            **self.model_dump(mode="json"),
            "tables": self.lexicon.fingerprint(),
            "model": self._model_fingerprint(),
        }

    def _model_fingerprint(self) -> str | None:
        """A hash of the recognizer's model; None where the recognizer is off."""
        if self.recognizer is False or "recognizer" not in self.stages:
            return None
        from thai_newsie.ner.model_checksum import SHIPPED_MODEL

        path = SHIPPED_MODEL if self.recognizer is True else self.recognizer
        return sha256(path.read_bytes()).hexdigest()


def config_or_default(config: Config | None) -> Config:
    """`config`, or what the library does by itself for None. Raises TypeError for anything else.

    >>> config_or_default(None) == Config()
    True
    """
    if config is None:
        return DEFAULT
    if not isinstance(config, Config):
        raise TypeError(
            f"config must be a thai_newsie.Config, not {type(config).__name__}; write Config(key=value)"
        )
    return config


def _relative(values: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """`values` with its paths seen from `folder`."""
    found = dict(values)
    tables = found.get("tables")
    if isinstance(tables, str):
        found["tables"] = [folder / tables]
    elif isinstance(tables, list):
        found["tables"] = [folder / path if isinstance(path, str) else path for path in tables]
    if isinstance(found.get("recognizer"), str):
        found["recognizer"] = folder / found["recognizer"]
    return found


def _message(error: ValidationError) -> str:
    """The first thing that is wrong, in one line that begins with the key."""
    first = error.errors(include_url=False)[0]
    is_column = first["loc"][:1] == ("columns",) and len(first["loc"]) > 1
    key = ".".join(map(str, first["loc"][: 1 + is_column])) or "config"
    if first["type"] == "extra_forbidden":
        known = list((ColumnNames if is_column else Config).model_fields)
        near = get_close_matches(key.removeprefix("columns."), known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(known)}"
        return f"{key}: no such key; {hint}"
    reason = first["msg"].removeprefix("Value error, ")
    return (
        f"{key}: {reason}" if first["type"] == "value_error" else f"{key}: {reason}, not {first['input']!r}"
    )


DEFAULT = Config()
