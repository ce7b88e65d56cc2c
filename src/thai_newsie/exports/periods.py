"""The first and the last date of an EDTF value, for formats that have two fields for them."""

from __future__ import annotations


def first_and_last(value: str | None) -> tuple[str | None, str | None]:
    """The first and the last date of an EDTF value, each as exact as it is known.

    A date is None where the interval is open, where the year is unknown, and where there is no value.

    >>> first_and_last("2021-06"), first_and_last("2021-06-07/2021-06-12"), first_and_last("2021-06-07/.."), first_and_last("XXXX-06-08"), first_and_last(None)
    (('2021-06', '2021-06'), ('2021-06-07', '2021-06-12'), ('2021-06-07', None), (None, None), (None, None))
    """
    first, _, last = (value or "").partition("/")
    return _known(first), _known(last or first)


def _known(point: str) -> str | None:
    return point if point[:1].isdigit() else None
