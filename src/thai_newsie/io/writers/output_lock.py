"""One writer for each output: a lock beside it, and hidden names for what is not finished.

The lock is `flock` on the hidden file `.OUT.lock`. The kernel keeps it, so it holds between threads, processes and
containers on one file system whatever their process ids are, and it ends with its process. On NFS, Linux asks the server,
so it holds between machines too, unless the mount says `nolock` or `local_lock`. Where no lock holds (there, and on Windows,
which has no `flock`), names drawn at random still keep two writers from writing into one file.
"""

from __future__ import annotations

import glob
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path

_HIDDEN_NAME = ".{}.{}.{}"  # the name of the output, something random, "part" or "old"
_RANDOM_BYTES = 6
_RANDOM_GLOB = "[0-9a-f]" * 2 * _RANDOM_BYTES


@contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Keep other writers of the file or folder at `path` away during the block. First remove what killed ones have left.

    A `path` that is neither (/dev/null, a pipe) needs no lock. Raises BlockingIOError, at once, where another process or
    thread is writing it, and OSError where its folder cannot be written or its file system has no locks.
    """
    if is_special(path):
        yield
        return
    path = path.resolve()  # one lock for all links and spellings
    lock = path.with_name(f".{path.name}.lock")
    file = _locked(lock, path)
    try:
        if file is not None:
            _remove_leftovers(path)
        yield
    finally:
        if file is not None:
            lock.unlink(
                missing_ok=True
            )  # before it is released: a lock that another one holds is never removed
            os.close(file)


def is_special(path: Path) -> bool:
    """Whether a device or a pipe is at `path`, which is written directly. Only then is it sure that links can be followed:
    /dev/stdout may lead to a pipe without a name.
    """
    return path.exists() and not (path.is_file() or path.is_dir())


def hidden_part(path: Path) -> Path:
    """A new name beside `path` for what will be there when it is finished."""
    return path.with_name(_HIDDEN_NAME.format(path.name, secrets.token_hex(_RANDOM_BYTES), "part"))


def hidden_old(path: Path) -> Path:
    """A new name beside `path` for what was there before, until the new is there."""
    return path.with_name(_HIDDEN_NAME.format(path.name, secrets.token_hex(_RANDOM_BYTES), "old"))


def _locked(lock: Path, path: Path) -> int | None:
    """The file at `lock`, open and locked; None on a system without such locks."""
    try:
        import fcntl
    except ImportError:
        return None
    while True:
        file = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_still_there(file, lock):
                return file
        except BlockingIOError as error:
            os.close(file)
            message = "another thai-newsie is writing it; wait for it or end it"
            raise BlockingIOError(error.errno, message, str(path)) from None
        except OSError as error:
            os.close(file)
            message = f"its file system has no locks ({error.strerror}); write to another folder"
            raise OSError(error.errno, message, str(path)) from None
        os.close(
            file
        )  # of a writer that ended after it was opened here: the next one would not meet this lock


def _is_still_there(file: int, lock: Path) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(file), lock.stat())
    return False


def _remove_leftovers(path: Path) -> None:
    """Remove what is left of writers of `path` that were killed. Whoever holds the lock knows that none is alive."""
    parts, olds = (
        list(path.parent.glob(_HIDDEN_NAME.format(glob.escape(path.name), _RANDOM_GLOB, end)))
        for end in ("part", "old")
    )
    if olds and not path.exists():  # killed after the old folder was put away, before the new one was there
        olds.pop().rename(path)
    for left in chain(parts, olds):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        else:
            left.unlink(missing_ok=True)
