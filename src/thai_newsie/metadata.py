"""What an input has beside the fields of an article (its address, a category, anything), as values that JSON can hold.

>>> metadata({"text": "ข่าว", "url": "https://example.go.th/1", "category": ["เกษตร"]})
{'url': 'https://example.go.th/1', 'category': ['เกษตร']}
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from thai_newsie.schema.article import Article
from thai_newsie.text.normalized import storable

FIELDS = ("text", "title", "published", "id", "source")  # what an input may hold of an article
_OWN_FIELDS = frozenset(FIELDS)
_RECORD_FIELDS = frozenset(Article.model_fields)

_MAX_DEPTH = 50  # of values within values; the writers have a limit of their own, which is an error
_NOT_AVAILABLE = "<NA>"  # how pandas writes it
_TOO_DEEP = "(nested too deeply)"
_MAX_INTEGER_BITS = 13_000  # Python refuses to write a number of more than 4,300 digits
_MAX_FAILED_LENGTH = 10_000  # characters of the metadata that a record of an error repeats


def metadata(item: Mapping[Any, Any]) -> dict[str, Any]:
    """The fields of an input that are not of `FIELDS`, in their order, as `as_json` gives them.

    A field `meta` that is a mapping is taken for metadata itself. The lists of an article that thai-newsie wrote are
    not metadata of the article that it was.
    """
    if item.keys() <= _OWN_FIELDS:
        return {}
    own = _RECORD_FIELDS if is_record(item) else _OWN_FIELDS
    found = {}
    for name, value in item.items():
        if name == "meta" and isinstance(value, Mapping):
            found.update(as_json(value))
        elif name not in own:
            found[storable(str(name))] = _plain(value, _MAX_DEPTH)
    return found


def is_record(item: Mapping[Any, Any]) -> bool:
    """Whether an object is an article that thai-newsie wrote, in this version or an earlier one.

    >>> is_record(Article().to_dict()), is_record({"text": "ข่าว", "people": 7})
    (True, False)
    """
    return item.keys() >= _RECORD_FIELDS - {"meta"}


def as_json(values: Mapping[Any, Any]) -> dict[str, Any]:
    """`values` as JSON can hold them: dates as ISO 8601, bytes as text, no number as null, anything else as its text.

    >>> as_json({"day": date(2024, 8, 24), "price": Decimal("12.50"), "rate": float("nan"), "raw": b"a\\xff", 1: (2, {3})})
    {'day': '2024-08-24', 'price': '12.50', 'rate': None, 'raw': 'a\\\\xff', '1': [2, [3]]}
    """
    return {storable(str(name)): _plain(value, _MAX_DEPTH) for name, value in values.items()}


def known_metadata(item: object) -> Mapping[str, Any]:
    """The metadata of what is no article, for the record in its place; empty where it cannot be told.

    >>> known_metadata({"title": "ไม่มีเนื้อข่าว", "url": "https://example.go.th/1"}), known_metadata("ข่าว")
    ({'url': 'https://example.go.th/1'}, {})
    """
    try:
        return short(metadata(item)) if isinstance(item, Mapping) else {}
    except Exception:  # a mapping of any kind may raise anything
        return {}


def is_missing(value: Any) -> bool:
    """Whether a cell holds nothing: None, NaN, and the NaT and NA of pandas.

    >>> is_missing(None), is_missing(float("nan")), is_missing("")
    (True, True, False)
    """
    try:
        return value is None or bool(value != value)  # nothing else differs from itself
    except Exception:  # an array compares cell by cell; whether NA differs is NA
        return repr(value) == _NOT_AVAILABLE


def short(meta: Mapping[str, Any]) -> Mapping[str, Any]:
    """`meta` for a record of an error: whole, or where it is long, the address of the article alone."""
    if len(str(meta)) <= _MAX_FAILED_LENGTH:
        return meta
    return (
        {"url": meta["url"]} if len(str(meta.get("url", ""))) <= _MAX_FAILED_LENGTH and "url" in meta else {}
    )


def _plain(value: Any, depth: int) -> Any:
    """`value` as JSON can hold it, to `depth` values within values."""
    if type(value) in (str, bool):
        return value if type(value) is bool else storable(value)
    if is_missing(value):
        return None
    if isinstance(value, Mapping | list | tuple | set | frozenset):
        return _nested(value, depth - 1) if depth else _TOO_DEEP
    if isinstance(value, int):
        return int(value) if value.bit_length() <= _MAX_INTEGER_BITS else format(Decimal(value), "f")
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    return _text(value, depth)


def _nested(value: Mapping[Any, Any] | Collection[Any], depth: int) -> Any:
    if isinstance(value, Mapping):
        return {storable(str(name)): _plain(inner, depth) for name, inner in value.items()}
    found = [_plain(inner, depth) for inner in value]
    return sorted(found, key=repr) if isinstance(value, set | frozenset) else found


def _text(value: Any, depth: int) -> Any:
    """A value that is neither a number nor holds others. Arrays and numbers of NumPy are plain values first."""
    if isinstance(value, str):
        return storable(str.__str__(value))
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).decode("utf-8", "backslashreplace")
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value) if value.is_finite() else None
    if hasattr(value, "tolist"):
        plain = value.tolist()
        return _plain(plain, depth - 1) if depth and type(plain) is not type(value) else storable(str(plain))
    if not any("__str__" in vars(base) or "__repr__" in vars(base) for base in type(value).__mro__[:-1]):
        return f"({type(value).__name__})"  # its text would be its address in memory
    return storable(str(value))
