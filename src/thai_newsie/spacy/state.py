"""What thai-newsie keeps of a Doc, in `doc.user_data["thai_newsie"]`.

spaCy saves `user_data` with a Doc: in bytes, in a DocBin, on the way to another process. A `State` is saved as a plain
dict of what is known about the article and of what was found. Nothing is assembled before somebody asks for it or the
Doc is saved.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import fields
from typing import Any, cast

from spacy.tokens import Doc
from srsly.msgpack import msgpack_encoders

from thai_newsie.assemble import Assembly, Made, assembled
from thai_newsie.document import Document
from thai_newsie.lexicon import BUNDLED, Lexicon, using
from thai_newsie.publication_day import read_day, with_publication_day
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Article, Role
from thai_newsie.text.normalized import NormalizedText

KEY = "thai_newsie"
FACTS = ("published", "title", "title_end", "id", "source", "meta")  # what may be known about a Doc's article

# The lists of items, and the letter that their ids begin with.
ID_LETTERS = {
    "people": "p", "organizations": "o", "places": "l", "dates": "d", "times": "t", "counts": "c", "events": "e",
    "statements": "s", "roles": "r",
}  # fmt: skip


class State:
    """The article that a Doc is: what is known about it, and what the stages have read so far.

    `saved` is what `saved` of an earlier State gave. `document` is one that was made of the Doc's text, and of nothing
    else.
    """

    def __init__(self, saved: Mapping[str, Any] | None = None, document: Document | None = None) -> None:
        """Nothing is read yet."""
        saved = saved or {}
        self.facts: dict[str, Any] = {name: saved[name] for name in FACTS if name in saved}
        self.document = document
        self._text = document.normalized.original if document else None  # the Doc's text, where it is known
        self.lexicon: Lexicon = BUNDLED
        self.latin = False
        # the stages that have run in this pass, the processor time they took, and whether that was too long
        self.stages: list[str] = []
        self.seconds = 0.0
        self.out_of_time = False
        # where the Doc's text begins in the text that is read: behind a title that is no part of it
        self.offset = 0
        self._raw: RawArticle | None = None  # as the Document has it
        self._told = True  # something that `_raw` does not know
        self._context: object = None
        self._saved = saved if "article" in saved else None
        self._article: Article | None = None
        self._items: dict[str, dict[str, Any]] | None = None

    # --- what is known about the article

    def tell(self, doc: Doc, name: str, value: object) -> None:
        """Note a fact of the article. Raises ValueError or TypeError for a value that cannot be one."""
        if name == "title_end":
            value = _checked_title_end(doc, value)
        elif name == "published":
            value = _checked_day(value)
        else:
            value = getattr(RawArticle.from_object({"text": "", name: value}), name)
        self.facts[name] = value
        self._told = True

    def _read_context(self, doc: Doc, context: object) -> None:
        """Take the facts that were not told before from the context of `nlp.pipe(…, as_tuples=True)`."""
        self._context = context
        if isinstance(context, RawArticle):
            # A day that cannot be read is a warning on the article here, as for every article that a reader gives.
            if self.facts.get("published") is None and context.published is not None:
                self.facts["published"] = str(context.published_date or context.published)
            context = {
                "title": context.title,
                "id": context.id,
                "source": context.source,
                "meta": context.meta,
            }
        if isinstance(context, Mapping):
            for name in FACTS:
                if context.get(name) is not None and self.facts.get(name) is None:
                    self.tell(doc, name, context[name])

    def _begin(self, doc: Doc) -> Document:
        """Start the Document, or start it anew, from what is known by now."""
        title = self.facts.get("title") or ""
        # Joining a Doc's tokens takes a while; our own tokenizer knows the text.
        text = self._text if self._text is not None else doc.text
        whole = f"{title}\n{text}" if title else text
        self.offset = len(whole) - len(text)
        if end := self.facts.get("title_end"):
            whole, title, text, self.offset = text, text[:end], text[end + 1 :], 0
        self._told = False
        if self.document is None or not _is_of(self.document.normalized, whole, len(title)):
            # Another tokenizer's words are not looked at, so that a stage reads the same in every pipeline.
            self.document = Document.from_text(whole, title_length=len(title))
        raw = RawArticle(
            text,
            title,
            self.facts.get("published"),
            self.facts.get("id") or "",
            self.facts.get("source"),
            tuple(self.document.input_warnings),
            meta=self.facts.get("meta") or {},
        )
        with using(self.lexicon):
            self._raw = with_publication_day(raw)
        self.document.title_end = self.document.normalized.from_original(0, len(title))[1]
        self.document.published = self._raw.published_date
        return self.document

    # --- for the components

    def open(self, doc: Doc) -> Document:
        """The Document that the stages fill. What was assembled of it before is forgotten."""
        if doc._context is not self._context and doc._context is not None:
            self._read_context(doc, doc._context)
        self._saved = self._article = self._items = None
        return self._begin(doc) if self._told or self.document is None else self.document

    def start_again(self) -> None:
        """A pipeline reads the Doc once more."""
        self.stages, self.seconds, self.out_of_time = [], 0.0, False
        if self.document is not None:
            self.document.warnings = []

    def assembled(self, make: Callable[[Assembly], Made]) -> Made:
        """What `make` makes of the Document's Assembly. Only after `open`."""
        assert self.document is not None and self._raw is not None
        return assembled(self.document, self._raw, make)

    # --- what was found

    def article(self) -> Article | None:
        """What the stages have found so far; None where no stage has run."""
        if self._article is None:
            if self._saved is not None:
                self._article = Article.model_validate_json(self._saved["article"])
            elif self.stages:
                with using(self.lexicon):
                    self._article = self.assembled(Assembly.article)
                    if self.latin:
                        from thai_newsie.transcription import with_transcriptions

                        self._article = with_transcriptions(self._article)
        return self._article

    def roles(self) -> list[dict[str, Any]]:
        """The items of all roles: the article has those that a person holds, and has them within the people."""
        if self._saved is not None:
            return cast("list[dict[str, Any]]", json.loads(self._saved["roles"]))
        if not self.stages or self.document is None:
            return []
        roles = self.assembled(lambda assembly: [assembly.role(role) for role in assembly.document.roles])
        return [Role.model_validate(role).model_dump(mode="json") for role in roles]

    def items(self) -> dict[str, dict[str, Any]]:
        """The items of all lists as the contract has them, by id; an item without one has its list's letter and place."""
        if self._items is None:
            article = self.article()
            lists = {**article.to_dict(), "roles": self.roles()} if article else {}
            self._items = {
                item.get("id", f"{letter}{place}"): item
                for name, letter in ID_LETTERS.items()
                for place, item in enumerate(lists.get(name, ()), 1)
            }
        return self._items

    # --- copies

    def saved(self) -> dict[str, Any]:
        """All this as strings, numbers, lists and dicts."""
        found = {name: value for name, value in self.facts.items() if value is not None}
        if self._saved is not None:
            return {**self._saved, **found}
        article = self.article()
        if article is None:
            return found
        # as text: msgpack has no integers of any size, and lists may come back from it as tuples
        return {**found, "article": article.to_json(), "roles": json.dumps(self.roles(), ensure_ascii=False)}

    def __reduce__(self) -> tuple[Callable[..., State], tuple[dict[str, Any]]]:
        """What pickle keeps."""
        return State, (self.saved(),)

    def __deepcopy__(self, memo: object) -> State:
        """What `doc.copy()` keeps: the copy can be read on without a change to the original."""
        other = State.__new__(State)
        other.__dict__.update(self.__dict__)
        other.facts, other.stages = dict(self.facts), list(self.stages)
        if self.document is not None:
            other.document = copy(self.document)
            other.document.hits = {}
            for field in fields(Document):
                if isinstance(value := getattr(other.document, field.name), list):
                    setattr(other.document, field.name, list(value))
        return other

    def __repr__(self) -> str:
        """Short: spaCy shows values of `user_data` in warnings."""
        return f"<thai_newsie: {', '.join(self.stages) or 'nothing read'}>"


def _is_of(normalized: NormalizedText, original: str, title_length: int) -> bool:
    """Whether this is the normalized text of `original`: how its lines are joined depends on where its title ends."""
    if normalized.original != original or normalized.title_length == title_length:
        return normalized.original == original
    return normalized.text == Document.from_text(original, title_length=title_length).text


def _checked_day(value: Any) -> str | None:
    """The day of `published` as ISO 8601. Raises TypeError for what is neither text nor date, ValueError for no day."""
    raw = RawArticle("", published=value or None)
    day, warnings = (raw.published_date, ()) if raw.published_date else read_day(raw.published or "")
    if day is None and warnings:
        raise ValueError(f"published must be a day such as 2024-08-24, not {value!r}")
    return day.isoformat() if day else None


def _checked_title_end(doc: Doc, value: object) -> int | None:
    if value is None or value == 0:
        return None
    if not isinstance(value, int):
        raise TypeError(f"title_end must be a number of characters, not {type(value).__name__}")
    if doc.text[value : value + 1] != "\n" or value < 0:
        raise ValueError(
            f"title_end must be where the line of the title ends: there is no line break at {value}"
        )
    return value


def find_state(doc: Doc) -> State | None:
    """The State of `doc`; None where there is none."""
    found = doc.user_data.get(KEY)
    if isinstance(found, Mapping):  # the Doc was saved and loaded
        found = doc.user_data[KEY] = State(found)
    return cast("State | None", found)


def state_of(doc: Doc) -> State:
    """The State of `doc`. The first call makes it, from any tokenizer's Doc."""
    found = find_state(doc)
    if found is None:
        found = doc.user_data[KEY] = State()
    return found


def document_of(doc: Doc) -> Document:
    """The Document that travels with `doc`. The first call makes it, from any tokenizer's Doc."""
    state = state_of(doc)
    return state.document or state.open(doc)


@msgpack_encoders("thai_newsie")  # type: ignore[untyped-decorator]
def _encode(value: object, chain: Callable[[object], object] | None = None) -> object:
    """How spaCy packs a State; whatever else it packs goes to the next in the chain."""
    if isinstance(value, State):
        return value.saved()
    return value if chain is None else chain(value)
