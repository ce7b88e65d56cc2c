"""What a registry holds: typed, immutable models of the people and organizations of a corpus."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from thai_newsie.deprecation import deprecated_names
from thai_newsie.schema.article import Relation

# Renamed since version 0.1.0; version 0.3.0 may remove the old names.
__getattr__ = deprecated_names(
    __name__, {"Seen": (__name__, "Observed"), "Wording": (__name__, "NameVariant")}
)


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class Observed(_Model):
    """In how many articles something stands, and the days of the first and the last of them.

    The days are those of publication, as ISO 8601; None where no article has a date. `sources` are addresses of up to ten
    of the articles, the latest first.
    """

    articles: int = 0
    first: str | None = None
    last: str | None = None
    sources: tuple[str, ...] = ()


class NameVariant(_Model):
    """One way in which articles write a name or a title, and the number of times."""

    text: str
    articles: int


class Office(Observed):
    """A position in which the articles name a person, with the days on which they do.

    `id` is the same for the same position, whoever holds it. `position` is in full words, `organization` is the name of
    the organization. `relations` are as in an article: deputy, acting, former and so on.
    """

    id: str
    position: str
    relations: tuple[Relation, ...] = ()
    organization: str | None = None
    organization_id: str | None = None


class RegisteredPerson(Observed):
    """One person across articles.

    `homonym` is true where another entry has the same name. Then `apart` names the difference: the gender
    ("f"), a service ("police"), a position, or "undecided" where the articles do not say which person they mean.
    `whole_name` is false where only a given name is known. `possible_same` are the ids of entries that held the same
    position and have a name that differs by one letter: one may be a misspelling. A reader has to decide.
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
    """One organization across articles. `name` is the official one, and `linked` true, where the tables know it."""

    id: str
    name: str
    names: tuple[NameVariant, ...]
    linked: bool = False
    english: str = ""
    kind: str = ""
    parent: str = ""


class Registry(_Model):
    """The people and organizations of a corpus, those in most articles first. `articles` is the number of articles."""

    articles: int = 0
    people: tuple[RegisteredPerson, ...] = ()
    organizations: tuple[RegisteredOrganization, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The registry as plain lists, dicts, strings and numbers.

        >>> Registry().to_dict()
        {'articles': 0, 'people': [], 'organizations': []}
        """
        return self.model_dump(mode="json")

    def to_json(self, indent: int | None = 2) -> str:
        """The registry as JSON text, with Thai letters as they are; `indent` None gives one line."""
        return self.model_dump_json(indent=indent)
