"""Old names that keep working for one minor release, and warn.

Three things can get a new name: a name in a module (`deprecated_names`), a module (`install`) and an argument
(`renamed_arguments`). Each warning is a `DeprecationWarning`. It names the new name, and it points at the line of the
caller. Python shows such a warning once for each line. docs/stability.md is the policy.

This module is imported together with `thai_newsie`, so it imports little: `importlib.abc` alone would take longer than
everything here.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Mapping
from functools import wraps
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import CodeType, FrameType, ModuleType
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from importlib.abc import Loader, MetaPathFinder
else:  # Python asks for the methods of a finder and a loader, not for their base classes.
    Loader = MetaPathFinder = object

__all__ = ["MovedModules", "deprecated_names", "install", "renamed_arguments"]

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")


def deprecated_names(
    module_name: str,
    names: Mapping[str, tuple[str, str]],
    otherwise: Callable[[str], Any] | None = None,
) -> Callable[[str], Any]:
    """Return a `__getattr__` for the module `module_name`, which answers for names that it no longer has.

    `names` maps each old name to the module and the name of what replaces it. That module is imported on first use.
    `otherwise` answers for every other name, as the module's own `__getattr__` did; without it, an `AttributeError`
    does.

    >>> __getattr__ = deprecated_names("shop", {"OldPath": ("pathlib", "PurePosixPath")})
    >>> with warnings.catch_warnings(record=True, action="always") as caught:
    ...     __getattr__("OldPath")
    <class 'pathlib.PurePosixPath'>
    >>> print(caught[0].message)
    shop.OldPath is deprecated: use pathlib.PurePosixPath
    >>> __getattr__("unknown")
    Traceback (most recent call last):
    AttributeError: module 'shop' has no attribute 'unknown'
    """

    def module_getattr(name: str) -> Any:
        if name not in names:
            if otherwise is not None:
                return otherwise(name)
            raise AttributeError(f"module {module_name!r} has no attribute {name!r}")
        new_module, new_name = names[name]
        # `from package import name` asks twice: importlib whether the name is there, then the statement for the name.
        if not _is_importlib(sys._getframe(1)):
            _warn(f"{module_name}.{name} is deprecated: use {new_module}.{new_name}")
        return getattr(import_module(new_module), new_name)

    return module_getattr


def renamed_arguments(
    **names: str,
) -> Callable[[Callable[_Parameters, _Result]], Callable[_Parameters, _Result]]:
    """Let a function take keyword arguments under their old names: `@renamed_arguments(old="new")`.

    A call that gives an argument under both names raises a `TypeError`, as a call that gives it twice does.

    >>> @renamed_arguments(colour="color")
    ... def paint(wall, color="white"):
    ...     return f"{wall} in {color}"
    >>> with warnings.catch_warnings(record=True, action="always") as caught:
    ...     paint("north", colour="blue")
    'north in blue'
    >>> print(caught[0].message)
    the argument colour of paint is deprecated: use color
    """

    def decorate(function: Callable[_Parameters, _Result]) -> Callable[_Parameters, _Result]:
        title = getattr(function, "__qualname__", repr(function)).rpartition("<locals>.")[2]
        parameters = _parameters(function)
        for old, new in names.items():
            if new not in parameters or old in parameters:
                raise TypeError(
                    f"{title}: cannot rename the argument {old} to {new}; it has {', '.join(parameters)}"
                )

        @wraps(function)
        def call(*args: _Parameters.args, **kwargs: _Parameters.kwargs) -> _Result:
            for old in names.keys() & kwargs.keys():
                new = names[old]
                if new in kwargs:
                    raise TypeError(f"{title}() got the argument {new} twice: {old} is its old name")
                _warn(f"the argument {old} of {title} is deprecated: use {new}")
                kwargs[new] = kwargs.pop(old)
            return function(*args, **kwargs)

        return call

    return decorate


def install(moves: Mapping[str, str]) -> MovedModules:
    """Let moved modules be imported under their old dotted names: `{"package.old": "package.new"}`.

    The old name gives the very same module object, so what is patched or tested under one name holds for the other.
    Nothing is imported until somebody imports an old name. The import warns, and later imports of the same name in
    the same process find the module at once and are silent.

    Where a package has moved, its modules follow it: `{"shop.goods": "shop.stock"}` also finds `shop.goods.fruit`.
    A package that is gone needs a row of its own, because Python imports a package before its modules. A module that
    became a package of the same name has no row (a `ValueError` says so): the package has `deprecated_names`. To
    install the same moves twice is to install them once.
    """
    for finder in sys.meta_path:
        if isinstance(finder, MovedModules) and finder.moves == _without_same(moves):
            return finder
    moved = MovedModules(moves)
    # First in line: a moved package has the path of the new one, where Python would find its modules a second time.
    sys.meta_path.insert(0, moved)
    # Last in line: names that no module of the new package has.
    sys.meta_path.append(moved.in_new_packages)
    return moved


class MovedModules(MetaPathFinder):
    """A finder of moved modules under their old names; `install` puts it in its place."""

    def __init__(self, moves: Mapping[str, str]) -> None:
        """Prepare the finder; no module is looked at."""
        self.moves = _without_same(moves)
        self.in_new_packages = _OldNamesInNewPackages(self)
        self._roots = tuple({old.partition(".")[0] + "." for old in self.moves})

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """Return how to load the module that was called `fullname`, or None where no such module has moved."""
        if not fullname.startswith(self._roots):
            return None
        new = self.new_name(fullname)
        if new is None or (fullname not in self.moves and not _exists(new)):
            return None
        return ModuleSpec(fullname, _MovedLoader(fullname, new))

    def new_name(self, old: str) -> str | None:
        """Return the new dotted name of a module: its own row decides, else the row of the nearest package.

        >>> MovedModules({"shop.goods": "shop.stock"}).new_name("shop.goods.fruit")
        'shop.stock.fruit'
        """
        if old in self.moves:
            return self.moves[old]
        package, _, module = old.rpartition(".")
        new = self.new_name(package) if package else None
        return None if new is None else f"{new}.{module}"


class _OldNamesInNewPackages(MetaPathFinder):
    """Finds `roles` in `from shop.pipes import roles` where `shop.pipes` is now `shop.stages`.

    Python takes the name of the package from the module, which is the new one, and asks for `shop.stages.roles`.
    """

    def __init__(self, moved: MovedModules) -> None:
        self._moves: dict[str, tuple[str, str]] = {}
        for old, new in moved.moves.items():
            package, _, module = old.rpartition(".")
            new_package = moved.new_name(package)
            if new_package is not None:
                self._moves.setdefault(f"{new_package}.{module}", (old, new))

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        found = self._moves.get(fullname)
        return None if found is None else ModuleSpec(fullname, _MovedLoader(*found))


class _MovedLoader(Loader):
    def __init__(self, old: str, new: str) -> None:
        self._old = old
        self._new = new

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave it to Python to make an empty module, which `exec_module` replaces."""
        _warn(f"the module {self._old} has moved: import {self._new}")

    def exec_module(self, module: ModuleType) -> None:
        """Put the moved module in the place of the empty one; Python goes on with what it finds there."""
        name = module.__name__
        moved = import_module(self._new)
        package, _, child = name.rpartition(".")
        _keep(sys.modules[package], child, moved)
        sys.modules[name] = moved


def _keep(package: ModuleType, child: str, moved: ModuleType) -> None:
    """Let `package` keep what it calls `child`, where that is not `moved`.

    Python writes each module that it imports into its package. The package is the new one, and may have a function of
    that name: `stages.dates` has the function `find`, and `import thai_newsie.dates.find` must not replace it.
    """
    if vars(package).get(child, moved) is moved:
        return
    kind = type(package)

    class Keeping(kind):  # type: ignore[misc, valid-type]
        def __setattr__(self, name: str, value: object) -> None:
            if name == child and value is moved:
                super().__setattr__("__class__", kind)  # once is enough
            else:
                super().__setattr__(name, value)

    package.__class__ = Keeping


def _without_same(moves: Mapping[str, str]) -> dict[str, str]:
    for old, new in moves.items():
        if new.startswith(old + "."):
            raise ValueError(
                f"{old} cannot move to {new}: {old} is still a package; use deprecated_names in it"
            )
    return {old: new for old, new in moves.items() if old != new}


def _exists(name: str) -> bool:
    from importlib.util import find_spec

    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:  # no such package
        return False


def _parameters(function: Callable[..., Any]) -> tuple[str, ...]:
    """The names of the parameters; `inspect.signature` would tell more, and takes long to import."""
    code: CodeType = function.__code__
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]


def _warn(message: str) -> None:
    """Warn at the line that used the old name: the nearest one that is neither in this module nor in importlib."""
    frame: FrameType = sys._getframe(1)
    while frame.f_back is not None and (frame.f_globals is globals() or _is_importlib(frame)):
        frame = frame.f_back
    warnings.warn_explicit(
        message,
        DeprecationWarning,
        frame.f_code.co_filename,
        frame.f_lineno,
        module=frame.f_globals.get("__name__", "<unknown>"),
        registry=frame.f_globals.setdefault("__warningregistry__", {}),
    )


def _is_importlib(frame: FrameType) -> bool:
    package = str(frame.f_globals.get("__name__", "")).partition(".")[0]
    return package in ("importlib", "_frozen_importlib", "_frozen_importlib_external")
