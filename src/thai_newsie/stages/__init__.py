"""The stages in the order an article goes through them.

A stage is a function of a `Document`: it reads what earlier stages assigned and assigns its own lists. It knows nothing
of later stages, files, the command line or the number of machines.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import cast

from thai_newsie.document import Document


@dataclass(frozen=True)
class Stage:
    """A stage by name: the module of its function `fill`, and the Document's lists that it reads and writes.

    `requires` names lists that must be filled before; without them the stage finds less, or nothing.
    """

    name: str
    requires: tuple[str, ...]
    assigns: tuple[str, ...]

    @property
    def fill(self) -> Callable[[Document], None]:
        """The function that runs the stage; its module is imported on first use."""
        return _function(self.name)


@cache
def _function(name: str) -> Callable[[Document], None]:
    return cast(Callable[[Document], None], import_module(f"{__name__}.{name}").fill)


STAGES = {
    stage.name: stage
    for stage in (
        Stage("dates", (), ("dates", "times")),
        Stage("entities", (), ("entities",)),
        Stage("recognizer", ("entities",), ("entities",)),
        Stage("positions", ("entities",), ("people", "roles")),
        Stage("counts", ("entities", "dates"), ("counts",)),
        Stage("statements", ("people", "roles"), ("statements",)),
        Stage("events", ("dates", "people", "counts"), ("events",)),
        Stage(
            "resolution",
            ("entities", "people", "roles"),
            ("person_entries", "organization_entries", "place_entries"),
        ),
    )
}
