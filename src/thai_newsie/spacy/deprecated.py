"""Warnings of old names, at the line of the user who used one."""

from __future__ import annotations

import sys
import warnings

# Between the user's line and ours lie spaCy and what builds components from its config files.
_PACKAGES_BETWEEN = ("thai_newsie", "spacy", "thinc", "confection", "catalogue")


def warn_of_old_name(old: str, new: str) -> None:
    """Warn that the name `old` goes with the next minor release, and what replaces it."""
    frame = sys._getframe(1)
    while frame.f_back and _package(frame.f_globals) in _PACKAGES_BETWEEN:
        frame = frame.f_back
    warnings.warn_explicit(
        f"{old} is deprecated: use {new}",
        DeprecationWarning,
        frame.f_code.co_filename,
        frame.f_lineno,
        module=frame.f_globals.get("__name__", "<unknown>"),
        registry=frame.f_globals.setdefault("__warningregistry__", {}),
    )


def _package(names: dict[str, object]) -> str:
    return str(names.get("__name__", "")).partition(".")[0]
