"""A set of tables, the active one, and what is compiled once from it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from difflib import get_close_matches
from functools import lru_cache, partial, wraps
from hashlib import sha256
from inspect import CO_VARARGS
from pathlib import Path
from threading import RLock
from typing import Any, ParamSpec, TypeVar, cast

from thai_newsie.lexicon.schemas import SCHEMAS, TableError
from thai_newsie.lexicon.tables import Row, bundled_tables, read_bundled, with_own_rows

P = ParamSpec("P")
T = TypeVar("T")

_MISSING = object()
# One thread at a time builds, for all lexicons: libraries that builds call (geothai) load their data without a lock.
# Builds nest (a pattern asks for another one), so the lock is reentrant. Nothing is published before it is done.
_building = RLock()


class Lexicon:
    """The bundled tables with the rows of `folders` over them.

    Each folder holds TSV files with the names and columns of the bundled tables. Their rows are added; a row with `-`
    in the column `flags` removes the bundled row of the same key. A folder lies over those before it. Raises FileNotFoundError for a
    folder that does not exist and TableError for a file that is no table of the lexicon; a wrong row raises TableError
    when its table is first read (`check` reads all).

    >>> Lexicon().rows("months")[0]["word"]
    'มกราคม'
    """

    def __init__(self, folders: Sequence[Path | str] = ()) -> None:
        """Name the folders; the tables are read when they are needed."""
        self.folders = tuple(Path(folder) for folder in folders)
        self.compiled: dict[Hashable, Any] = {}
        self._tables: dict[str, tuple[Row, ...]] = {}

    def rows(self, name: str) -> tuple[Row, ...]:
        """The rows of the table `name`. Raises FileNotFoundError for a name that is no table."""
        found = self._tables.get(name)
        if found is None:
            with _building:
                found = self._tables.get(name)
                if found is None:
                    found = self._tables[name] = self._read(name)
        return found

    def build(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, called once for each `key` in the life of this lexicon, in whatever thread comes first."""
        with _building:
            found = self.compiled.get(key, _MISSING)
            if found is _MISSING:
                with using(self):
                    found = self.compiled[key] = make()
            return cast(T, found)

    def _read(self, name: str) -> tuple[Row, ...]:
        rows = read_bundled(name)
        for path in self.own_files(name):
            rows = with_own_rows(rows, SCHEMAS[name], path)
        return tuple(rows)

    def check(self) -> None:
        """Read every table that the folders add to. Raises TableError for a file or a row that cannot work."""
        for path in self._own_files():
            self.rows(path.stem)

    def own_files(self, name: str) -> list[Path]:
        """The files of the folders that lie over the table `name`, in the order in which they do."""
        return [path for path in self._own_files() if path.stem == name]

    def _own_files(self) -> list[Path]:
        """The user's tables. Raises TableError for a file whose name is no table's."""
        found = [path for folder in self.folders for path in sorted(folder.glob("**/*.tsv"))]
        for path in found:
            if path.stem not in SCHEMAS:
                near = get_close_matches(path.stem, SCHEMAS, n=1)
                hint = (
                    f"did you mean {near[0]}.tsv?" if near else f"the tables are {', '.join(sorted(SCHEMAS))}"
                )
                raise TableError(f"{path}: there is no table {path.stem!r}; {hint}")
        return found

    def fingerprint(self) -> str:
        """A hash of all tables: two lexicons with the same fingerprint read every article alike."""
        digest = sha256()
        for path in (*bundled_tables().values(), *self._own_files()):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        return digest.hexdigest()


BUNDLED = Lexicon()
_active: ContextVar[Lexicon] = ContextVar("thai_newsie.lexicon", default=BUNDLED)


def active_lexicon() -> Lexicon:
    """The lexicon that `table` and every `compiled` function of this thread use now."""
    return _active.get()


@contextmanager
def using(lexicon: Lexicon) -> Iterator[Lexicon]:
    """Make `lexicon` the active one inside the block, in this thread alone.

    >>> with using(Lexicon()) as mine:
    ...     active_lexicon() is mine
    True
    """
    token = _active.set(lexicon)
    try:
        yield lexicon
    finally:
        _active.reset(token)


def table(name: str) -> tuple[Row, ...]:
    """The rows of a table of the active lexicon, as mappings from column to cell.

    Raises FileNotFoundError for a name that is no table and TableError, with file and line, for a row that cannot work.

    >>> table("months")[0]["word"]
    'มกราคม'
    """
    return _active.get().rows(name)


def words_of(name: str, *types: str) -> tuple[str, ...]:
    """The words of a table's rows that have one of the types, in the table's order; all words without a type.

    >>> "กล่าว" in words_of("name_stops")
    True
    """
    return tuple(row["word"] for row in table(name) if not types or row["type"] in types)


# Every function decorated with `compiled`, of the modules that are imported.
COMPILED: list[Callable[..., object]] = []


def compiled(make: Callable[P, T]) -> Callable[P, T]:
    """Let a function run once for each lexicon (and each set of arguments), whatever the number of threads.

    Use it for what is made from tables: patterns, matchers, sets. The result is shared: never change it.
    """
    get = _for_arguments(make) if _parameter_count(make) else _for_none(make)
    COMPILED.append(get)
    return get


# These two run some hundred times for each article, so they do nothing that is not needed.


def _for_none(make: Callable[P, T]) -> Callable[P, T]:
    active: Any = _active.get

    @wraps(make)
    def get() -> Any:
        try:
            return active().compiled[get]
        except KeyError:
            pass
        return active().build(get, make)

    return cast(Callable[P, T], get)


def _for_arguments(make: Callable[P, T]) -> Callable[P, T]:
    active: Any = _active.get

    @wraps(make)
    def get(*arguments: Any, **named: Any) -> Any:
        key = (get, arguments, *named.items()) if named else (get, arguments)
        try:
            return active().compiled[key]
        except KeyError:
            pass
        return active().build(key, partial(make, *arguments, **named))

    return cast(Callable[P, T], get)


def _parameter_count(function: Any) -> int:
    code = function.__code__
    return int(code.co_argcount + code.co_kwonlyargcount + bool(code.co_flags & CO_VARARGS))


def remembered(size: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Let a function of hashable arguments remember its last `size` results, for each lexicon by itself."""

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        @compiled
        def memory() -> Any:
            return lru_cache(maxsize=size)(function)

        @wraps(function)
        def get(*arguments: Any) -> Any:
            return memory()(*arguments)

        return cast(Callable[P, T], get)

    return decorate


_LEXICONS_KEPT = 8  # each holds some 60 MB of compiled tables


def lexicon_for(folders: Sequence[Path | str]) -> Lexicon:
    """The lexicon of these folders: the same object as before while no file in them has changed."""
    if not folders:
        return BUNDLED
    paths = tuple(Path(folder).resolve() for folder in folders)
    for path in paths:
        if not path.is_dir():  # moved since the Config was made, or on another machine
            raise TableError(f"{path}: the folder of tables is not there")
    stamps = tuple(
        (str(file), (stat := file.stat()).st_mtime_ns, stat.st_size)
        for folder in paths
        for file in sorted(folder.glob("**/*.tsv"))
    )
    with _building:
        return _opened(paths, stamps)


@lru_cache(maxsize=_LEXICONS_KEPT)
def _opened(folders: tuple[Path, ...], stamps: tuple[tuple[str, int, int], ...]) -> Lexicon:
    return Lexicon(folders)
