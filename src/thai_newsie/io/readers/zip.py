"""ZIP archives: each file in one is read as if it stood in a folder. A ZIP in a ZIP is read too, but no deeper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO
from zipfile import ZipFile, ZipInfo

import regex

from thai_newsie.config import DEFAULT, Config
from thai_newsie.io.compression import decompressed
from thai_newsie.io.readers import FORMATS, is_aside, reader_of, to_the_end
from thai_newsie.io.readers.opening import format_suffix, name_without_suffixes, read_whole
from thai_newsie.io.readers.packages import UNPACKING_ERRORS, PackageError, check_ratio, is_encrypted
from thai_newsie.io.readers.shown_names import shown
from thai_newsie.raw_article import RawArticle, reason_of
from thai_newsie.schema.article import Failure
from thai_newsie.text.normalized import storable

_SUFFIX = ".zip"
_MAX_UNPACKED = 200  # times the size of the archive, all members together, or max_bytes if that is more
_NAME_IS_UTF_8 = 0x800  # bit of ZipInfo.flag_bits
_THAI_SIGN = regex.compile("[\u0e01-\u0e4e]")
_OF_MAC = "__MACOSX"  # a folder that macOS adds, with a hidden file for each member


@dataclass
class _Budget:
    """How many bytes all members together may still unpack to."""

    left: int


def read_articles(
    stream: IO[bytes], where: str, name: str, config: Config = DEFAULT
) -> Iterator[RawArticle | Failure]:
    """The articles of the files in an archive, in the order of their names; a Failure names those that are not read."""
    size = stream.seek(0, 2)
    stream.seek(0)
    budget = _Budget(max(config.max_bytes, _MAX_UNPACKED * size))
    yield from _archive(stream, where, name, config, budget, inside=False)


def _archive(
    stream: IO[bytes], where: str, name: str, config: Config, budget: _Budget, *, inside: bool
) -> Iterator[RawArticle | Failure]:
    try:
        archive = ZipFile(stream)
    except (ValueError, OSError, *UNPACKING_ERRORS) as error:
        reason = f"is no ZIP archive, or it is damaged or cut off: {reason_of(error)}"
        yield Failure(id=name, source=where, error=reason)
        return
    with archive:
        members = sorted((_name(member), member) for member in archive.infolist() if not member.is_dir())
        members = [(path, member) for path, member in members if not _is_left_out(PurePosixPath(path))]
        if others := [path for path, _ in members if _format(path) not in FORMATS]:
            yield Failure(id=name, source=where, error=_not_read(others))
        if not members:
            yield Failure(id=name, source=where, error="holds no files that may be articles")
        for path, member in members:
            if _format(path) in FORMATS:
                yield from _member(archive, member, path, f"{where}/{path}", config, budget, inside=inside)


def _member(
    archive: ZipFile, member: ZipInfo, path: str, where: str, config: Config, budget: _Budget, *, inside: bool
) -> Iterator[RawArticle | Failure]:
    """The articles of one member."""
    plain = PurePosixPath(path)
    name = name_without_suffixes(plain)

    def articles() -> Iterator[RawArticle | Failure]:
        with archive.open(member) as packed, decompressed(packed, plain.suffix) as stream:
            if _format(path) != _SUFFIX:
                yield from reader_of(_format(path))(stream, where, name, config)
                return
            data = BytesIO(read_whole(stream, config.max_bytes))
        yield from _archive(data, where, name, config, budget, inside=True)

    try:
        _check(member, budget, is_too_deep=inside and _format(path) == _SUFFIX)
        yield from to_the_end(articles, where, name)
    except (ValueError, *UNPACKING_ERRORS) as error:
        yield Failure(id=name, source=where, error=f"cannot be unpacked: {reason_of(error)}")


def _check(member: ZipInfo, budget: _Budget, *, is_too_deep: bool) -> None:
    """Raise PackageError where a member must not, or cannot, be unpacked."""
    if is_encrypted(member):
        raise PackageError("it is protected with a password; unpack the archive yourself")
    if is_too_deep:
        raise PackageError("an archive in an archive in an archive is not read; unpack it yourself")
    check_ratio(member)
    budget.left -= member.file_size
    if budget.left < 0:
        raise PackageError(
            f"the archive unpacks to more than max_bytes and {_MAX_UNPACKED} times its size; unpack it yourself"
        )


def _name(member: ZipInfo) -> str:
    """The path of a member. Windows writes names in its own encoding, which the archive does not say.

    >>> _name(ZipInfo("ข่าว.txt".encode("cp874").decode("cp437")))
    'ข่าว.txt'
    """
    given = member.orig_filename.partition("\0")[0]
    if not member.flag_bits & _NAME_IS_UTF_8:
        given = _decoded(given)
    return storable(given.replace("\\", "/"))


def _decoded(given: str) -> str:
    try:
        data = given.encode("cp437")
        if data.isascii():
            return given
    except UnicodeEncodeError:
        return given
    for encoding in ("utf-8", "cp874"):
        try:
            found = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _THAI_SIGN.search(found):
            return found
    return given


def _format(path: str) -> str:
    return format_suffix(PurePosixPath(path))


def _is_left_out(path: PurePosixPath) -> bool:
    inside = PurePosixPath(*(part for part in path.parts if part != ".."))
    return _OF_MAC in path.parts or is_aside(inside)


def _not_read(paths: Sequence[str]) -> str:
    count = f"{len(paths)} files" if len(paths) > 1 else "a file"
    return f"holds {count} in unknown formats that were not read: {shown(paths)}"
