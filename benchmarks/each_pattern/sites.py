"""Every pattern that thai_newsie compiles, and the line that does: for the audit of each.

Import this before thai_newsie: from then on `re.compile` and `regex.compile` keep what the package has them compile.
"""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import regex

PACKAGE = "thai_newsie"
# What makes a pattern of a string, or uses one at once; the package compiles all of its own.
_MAKERS = {"compile", "sub", "subn", "split", "search", "match", "fullmatch", "findall", "finditer"}


class Site(NamedTuple):
    """A line of the package that makes a pattern."""

    module: str
    line: int

    def __str__(self) -> str:
        return f"{self.module}:{self.line}"


_LARGE = 1_000  # rows of a table of names, which are all read alike

compiled: dict[re.Pattern[str] | regex.Pattern[str], Site] = {}  # with the line that first asked for it
_reached: set[Site] = set()


def _kept(compile_it: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(compile_it)
    def keeps(*given: Any, **named: Any) -> Any:
        pattern = compile_it(*given, **named)
        caller = sys._getframe(1)
        module = caller.f_globals.get("__name__", "")
        if module.partition(".")[0] == PACKAGE:
            site = Site(module, caller.f_lineno)
            _reached.add(site)
            compiled.setdefault(_of_text(compile_it, pattern), site)
        return pattern

    return keeps


def _of_text(compile_it: Callable[..., Any], pattern: Any) -> Any:
    """A pattern of bytes as the pattern of characters that it is attacked as."""
    if isinstance(pattern.pattern, str):
        return pattern
    return compile_it(
        pattern.pattern.decode("latin-1"), pattern.flags & (re.IGNORECASE | re.MULTILINE | re.DOTALL)
    )


assert PACKAGE not in sys.modules, "its patterns are compiled already"
re.compile = _kept(re.compile)
regex.compile = _kept(regex.compile)


def compile_all() -> list[str]:
    """Import every module, call every compiled function that needs nothing, and read the words of the tables.

    Returns the modules that want what is not installed.
    """
    lacking = []
    for found in pkgutil.walk_packages(importlib.import_module(PACKAGE).__path__, f"{PACKAGE}."):
        if not found.name.endswith("__main__"):
            try:
                importlib.import_module(found.name)
            except ImportError as error:
                lacking.append(f"{found.name} ({error})")
    for function in list(importlib.import_module(f"{PACKAGE}.lexicon").COMPILED):
        if not inspect.signature(function).parameters:
            function()
    for text in _texts():
        importlib.import_module(PACKAGE).extract(text)
    return lacking


def _texts() -> tuple[str, ...]:
    """Words of the tables, those in Latin letters alone, and some read in a wrong encoding: what has patterns compiled
    for each kind of text."""
    from thai_newsie.lexicon import DATA, table, values

    tables = [rows for path in sorted(DATA.glob("*/*.tsv")) if len(rows := table(path.stem)) < _LARGE]
    cells = (cell for rows in tables for row in rows for column, cell in row.items() if column != "source")
    words = dict.fromkeys(chain.from_iterable(map(values, cells)))
    misread = "กรมการข้าวแจ้งเกษตรกร".encode().decode("latin-1")
    return "\n".join(f"{word}น่าน 5" for word in words), " and ".join(filter(str.isascii, words)), misread


def sites() -> Iterator[tuple[Site, int]]:
    """Each call in the source that makes a pattern, with the line it ends on."""
    folder = Path(importlib.import_module(PACKAGE).__path__[0])
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        module = ".".join(part for part in parts if part != "__init__")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _makes_a_pattern(node.func):
                yield Site(module, node.lineno), node.end_lineno or node.lineno


def _makes_a_pattern(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and function.attr in _MAKERS
        and isinstance(function.value, ast.Name)
        and function.value.id in ("re", "regex")
    )


def unreached() -> list[Site]:
    """The calls of the source that make a pattern and have made none: what the audit would miss."""
    return [
        site
        for site, end in sites()
        if not any(Site(site.module, line) in _reached for line in range(site.line, end + 1))
    ]
