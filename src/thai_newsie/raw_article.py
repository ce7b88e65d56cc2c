"""An article as it is given, before a stage has read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from thai_newsie.metadata import as_json, is_missing, metadata
from thai_newsie.text.normalized import storable

_MAX_REASON_LENGTH = 1000  # characters of an error's message; some repeat the whole value that is wrong
WEB_YEARS = range(1900, 2200)
_TITLE_BREAK = "\n"  # between title and text


@dataclass(frozen=True)
class RawArticle:
    """The title and the text of an article, and what is known about it.

    `published` is the day of the web page: a date, or a text with one ("2024-08-24", "24 ส.ค. 2567"; a time behind it is
    ignored), or None. A text in another form than ISO is read when the article is (`publication_day`). `source`
    is who published the article. `where` is the file, and the place in it, that the article was read from; messages about
    failures name it. `meta` is what else the input has, such as `url`, in values of JSON. Characters that no file can hold (lone surrogates) become U+FFFD, one for one, with a warning. Raises
    TypeError for a field of the wrong type.

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
        if not isinstance(self.meta, Mapping):
            raise TypeError(f"meta must be a mapping, not {type(self.meta).__name__}")
        if self.meta:
            object.__setattr__(self, "meta", as_json(self.meta))
        self._set_published()

    def _set_published(self) -> None:
        given = self.published
        if given is None:
            return
        if not isinstance(given, str | date):
            raise TypeError(f"published must be a string or a date, not {type(given).__name__}")
        if isinstance(given, str):
            given = storable(str.__str__(given)).strip() or None
        elif type(given) not in (date, datetime):
            given = date(given.year, given.month, given.day)
        object.__setattr__(self, "published", given)

    @classmethod
    def from_object(cls, item: Mapping[str, object] | str, where: str = "") -> RawArticle:
        """An article from a text, or from a mapping with `text` and, if known, `id`, `title`, `published` and `source`.

        Whatever else the mapping has becomes `meta`.
        Raises TypeError as the class does, and ValueError for a mapping without `text`.
        """
        if isinstance(item, str):
            return cls(text=item, where=where)
        if not isinstance(item, Mapping):
            raise TypeError(f"an article must be a text or an object, not {type(item).__name__}")
        if "text" not in item:
            raise ValueError('the article has no "text"')
        return cls(
            text=item["text"],  # type: ignore[arg-type]  # checked on creation
            title="" if item.get("title") is None else item["title"],  # type: ignore[arg-type]
            published=_published(item.get("published")),
            id=_optional(item.get("id")) or "",
            source=_optional(item.get("source")),
            where=where,
            meta=metadata(item),
        )

    @cached_property
    def published_date(self) -> date | None:
        """The day of the web page; None if it is not known, or not written as ISO 8601."""
        given = self.published
        if given is None:
            return None
        try:
            moment = given if isinstance(given, date) else datetime.fromisoformat(given)
        except ValueError:
            return None
        # "2567-08-24" is a Buddhist year in an ISO date: every date counted from it would be wrong.
        return date(moment.year, moment.month, moment.day) if moment.year in WEB_YEARS else None

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


def _published(value: object) -> str | date | None:
    """`published` of a mapping: a text or a date; anything else as its text, which a warning tells if it is no day."""
    if is_missing(value):
        return None
    return value if isinstance(value, str | date) else str(value)


def _optional(value: object) -> str | None:
    return value if value is None or isinstance(value, str) else str(value)
