"""What a registry holds: typed, immutable models of the people and organizations of a corpus."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from thai_newsie.schema.article import Relation


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class Observed(_Model):
    """In how many articles something stands, and the days of the first and the last of them (null: undated)."""

    articles: int = 0
    first: str | None = None
    last: str | None = None


class NameVariant(_Model):
    """One way in which a name or title is written, and in how many articles."""

    text: str
    articles: int


class Office(Observed):
    """An office that somebody held when the articles called them so.

    `id` is the same for the same office of whoever holds it; `position` in full words, `organization` the organization's
    name; `relations` as in an article (a deputy, acting, former …).
    """

    id: str
    position: str
    relations: tuple[Relation, ...] = ()
    organization: str | None = None
    organization_id: str | None = None


class RegisteredPerson(Observed):
    """One person across articles.

    `homonym` tells that another entry bears the same name and was kept apart, `apart` why: what this one's articles
    say (`m`, `police`, an office), or "undecided" where they do not tell which of them is meant. `whole_name` is
    false where only a given name is known. `possible_same` are entries whose name differs by one letter and that
    held the same office: perhaps a misspelling, for a reader to decide.
    """

    id: str
    name: str
    names: tuple[NameVariant, ...]
    titles: tuple[NameVariant, ...] = ()
    gender: Literal["f", "m", ""] = ""
    latin: str = ""
    offices: tuple[Office, ...] = ()
    whole_name: bool = True
    homonym: bool = False
    apart: str = ""
    possible_same: tuple[str, ...] = ()


class RegisteredOrganization(Observed):
    """One organization across articles: under its official name where the project's table of organizations knows it."""

    id: str
    name: str
    names: tuple[NameVariant, ...]
    linked: bool = False
    english: str = ""
    kind: str = ""
    parent: str = ""


class Registry(_Model):
    """The people and organizations of a corpus, those in most articles first."""

    articles: int = 0
    people: tuple[RegisteredPerson, ...] = ()
    organizations: tuple[RegisteredOrganization, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The registry as plain lists, dicts, strings and numbers."""
        return self.model_dump(mode="json")

    def to_json(self, indent: int | None = 2) -> str:
        """The registry as JSON text, Thai letters as they are."""
        return self.model_dump_json(indent=indent)
