"""Libraries that only some need: imported on first use, with a word about the extra that brings them."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class MissingExtraError(ImportError):
    """A library is not installed; the message says what to install."""


def require(module: str, extra: str) -> Any:
    """The library `module`, which the extra of that name brings.

    >>> require("json", "parquet").loads("[1]")
    [1]
    >>> require("no_such_library", "parquet")
    Traceback (most recent call last):
    thai_newsie.extras.MissingExtraError: this needs no_such_library: pip install 'thai-newsie[parquet]'
    """
    try:
        return import_module(module)
    except ImportError as error:
        library = module.partition(".")[0]
        raise MissingExtraError(f"this needs {library}: pip install 'thai-newsie[{extra}]'") from error
