"""How a model shows itself in a notebook: with a function that the application registers.

The models know nothing of HTML, and this package imports no other one. `thai_newsie` registers the function of its
report when it is imported, which happens before any of its modules.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_makers: list[Callable[[Any], str]] = []  # the last one counts


def show_with(make: Callable[[Any], str]) -> None:
    """Register `make`, which gives the HTML of an `Article`."""
    _makers[:] = [make]


def html(article: Any) -> str | None:
    """The HTML of `article`; None where no function is registered: then a notebook shows its plain text."""
    return _makers[-1](article) if _makers else None
