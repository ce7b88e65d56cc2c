"""An article as it is given, before a stage has read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from thai_newsie.metadata import as_json, metadata
from thai_newsie.text.normalized import storable

_MAX_REASON_LENGTH = 1000  # characters of an error's message; some repeat the whole value that is wrong
_WEB_YEARS = range(1900, 2200)
_TITLE_BREAK = "\n"  # between title and text


@dataclass(frozen=True)
class RawArticle:
    """The title and the text of an article, and what is known about it.

    `published` is the day of the web page: an ISO date ("2024-08-24"; a time behind it is ignored), a date or None. `source`
    is who published the article. `where` is the file, and the place in it, that the article was read from; messages about
    failures name it. `meta` is what else the input has, such as `url`, in values of JSON. Characters that no file can hold (lone surrogates) become U+FFFD, one for one, with a warning. Raises
    TypeError for a field of the wrong type and ValueError for a `published` that is no date.

    >>> RawArticle("กรมการข้าวแจ้งว่า", title="ข่าว").joined.splitlines()
    ['ข่าว', 'กรมการข้าวแจ้งว่า']
    """

    text: str
    title: str = ""
    published: str | date | None = None
    id: str = ""
    source: str | None = None
    warnings: tuple[str, ...] = ()
    where: str = field(default="", compare=False)
    meta: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        """Check the types here, so that a wrong one is no error later."""
        for name in ("text", "title", "id", "source"):
            value = getattr(self, name)
            if name == "source" and value is None:
                continue
            if not isinstance(value, str):
                raise TypeError(f"{name} must be a string, not {type(value).__name__}")
            if type(value) is not str:  # a subclass may do anything, and no other process may know it
                value = str.__str__(value)
                object.__setattr__(self, name, value)
            if (clean := storable(value)) != value:
                object.__setattr__(self, name, clean)
                note = f"{name}: halves of characters (lone surrogates) were read as U+FFFD"
                object.__setattr__(self, "warnings", (*self.warnings, note))
        if self.meta:
            object.__setattr__(self, "meta", as_json(self.meta))
        day = self.published_date  # computed to be checked
        if type(self.published) not in (str, date, datetime):
            object.__setattr__(self, "published", day)

    @classmethod
    def from_object(cls, item: Mapping[str, object] | str, where: str = "") -> RawArticle:
        """An article from a text, or from a mapping with `text` and, if known, `id`, `title`, `published` and `source`.

        Whatever else the mapping has becomes `meta`.
        Raises TypeError and ValueError as the class does, and ValueError for a mapping without `text`.
        """
        if isinstance(item, str):
            return cls(text=item, where=where)
        if not isinstance(item, Mapping):
            raise TypeError(f"an article must be a text or an object, not {type(item).__name__}")
        if "text" not in item:
            raise ValueError('the article has no "text"')
        published = item.get("published")
        if published is not None and not isinstance(published, str | date):
            raise TypeError(f"published must be an ISO date, not {type(published).__name__}")
        return cls(
            text=item["text"],  # type: ignore[arg-type]  # checked on creation
            title="" if item.get("title") is None else item["title"],  # type: ignore[arg-type]
            published=published or None,
            id=_optional(item.get("id")) or "",
            source=_optional(item.get("source")),
            where=where,
            meta=metadata(item),
        )

    @cached_property
    def published_date(self) -> date | None:
        """The day of the web page; None if it is not known."""
        if self.published is None:
            return None
        try:
            given = self.published
            moment = given if isinstance(given, date) else datetime.fromisoformat(given.strip())
        except (ValueError, AttributeError):
            moment = None
        # "2567-08-24" is a Buddhist year in an ISO date: every date counted from it would be wrong.
        if moment is None or moment.year not in _WEB_YEARS:
            raise ValueError(f"published must be an ISO date such as 2024-08-24, not {str(self.published)!r}")
        return date(moment.year, moment.month, moment.day)

    @property
    def joined(self) -> str:
        """Title and text as one string, a line break between them."""
        return self.title + _TITLE_BREAK + self.text if self.title else self.text

    @cached_property
    def text_start(self) -> int:
        """The offset in `joined` at which the text begins."""
        return len(self.title) + len(_TITLE_BREAK) if self.title else 0


def known_id(item: object) -> str:
    """The id of what is no article, for the record in its place; "" where it has none that can be written.

    >>> known_id({"id": 7}), known_id({"id": 10**5000}), known_id("ข่าว")
    ('7', '', '')
    """
    try:
        return storable(_optional(item.get("id")) or "") if isinstance(item, Mapping) else ""
    except Exception:  # a mapping of any kind may raise anything
        return ""


def reason_of(error: BaseException) -> str:
    """The message of an error as one line that can be written, whatever the error is.

    >>> reason_of(ValueError("two\\nlines")), reason_of(MemoryError())
    ('two lines', 'not enough memory')
    """
    try:
        message = str(error)
    except Exception:  # an error of somebody else's class may raise another one
        message = ""
    if not message:
        return "not enough memory" if isinstance(error, MemoryError) else type(error).__name__
    return storable(" ".join(message[:_MAX_REASON_LENGTH].split()))


def _optional(value: object) -> str | None:
    return value if value is None or isinstance(value, str) else str(value)
