"""Optional libraries: imported on first use, with an error that names the extra to install."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class MissingExtraError(ImportError):
    """An optional library is not installed. The message says what to install."""


def require(module: str, extra: str) -> Any:
    """Import the module `module`, which the extra `extra` of thai-newsie installs.

    Raises MissingExtraError, an ImportError, where it is not installed.

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
