"""Which files a command reads, and what it says of the files in a folder that it does not read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from thai_newsie.cli.exits import STDOUT, exit_with_message, text_of

DASH = "-"  # standard input
_MAX_NAMED_FILES = 10


@dataclass(frozen=True)
class Inputs:
    """Every file to read, in order, and those in the folders that no reader knows."""

    files: list[str | Path]
    unread: list[Path]

    def summary(self) -> str:
        """What a command says at its end; "" where every file was read."""
        count = len(self.unread)
        return f"; {count} file{'' if count == 1 else 's'} in the folder not read" if count else ""


def inputs_of(
    paths: Sequence[str], output: Path | None, others: Sequence[Path] = (), form: str | None = None
) -> Inputs:
    """The files that `paths` name. Ends the command where one of them is wrong.

    In a folder, what no reader knows is named on standard error, and so is what thai-newsie wrote there earlier, which is
    skipped; the file `output`, the command's own, is passed over. `others` are files that the command reads for another
    purpose. With `form` every file is read, whatever its name.
    """
    from thai_newsie.io.readers import files, left_out
    from thai_newsie.io.readers.opening import is_address

    inputs = Inputs([], [])
    for path in paths:
        if path == DASH or is_address(path):
            inputs.files.append(path)
            continue
        try:
            inside = files(path, form)
        except OSError as error:
            exit_with_message(text_of(error))
        except ValueError as error:
            exit_with_message(str(error))
        unread = []
        if Path(path).is_dir():
            aside = {file.resolve() for file in others}
            unread = [file for file in left_out(path, inside) if file.resolve() not in aside]
            inside = _without_earlier_output([file for file in inside if file.resolve() not in aside], output)
        _say_files("not read, of unknown format", unread)
        if not inside:
            exit_with_message(f"{path}: no articles in this folder; {_known_formats()}")
        inputs.files.extend(inside)
        inputs.unread.extend(unread)
    return inputs


def _without_earlier_output(inside: list[Path], output: Path | None) -> list[Path]:
    """The files in a folder, but not what earlier runs have written there."""
    from thai_newsie.io.earlier_output import holds_records, is_earlier_output
    from thai_newsie.io.same_file import overwritten

    target = STDOUT if output is None else output
    found, skipped = [], []
    for file in inside:
        if overwritten(target, [file]):
            if not is_earlier_output(file):
                found.append(file)  # an article, which must not be overwritten: the command ends
        elif holds_records(file):
            skipped.append(file)
        else:
            found.append(file)
    _say_files("skipped, written by thai-newsie", skipped)
    return found


def _say_files(what: str, files: Sequence[Path]) -> None:
    from thai_newsie.run.progress import say

    if files:
        more = len(files) - _MAX_NAMED_FILES
        named = ", ".join(map(str, files[:_MAX_NAMED_FILES])) + (f" and {more} more" if more > 0 else "")
        say(f"{len(files)} file{'' if len(files) == 1 else 's'} {what}: {named}")


def _known_formats() -> str:
    from thai_newsie.io.readers import FORMATS

    return f"the formats are {', '.join(FORMATS)}"
