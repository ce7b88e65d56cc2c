"""Office files are ZIP packages of XML. What is checked before a library unpacks one."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from thai_newsie.io.compression import DECOMPRESSION_ERRORS
from thai_newsie.io.readers.opening import InputTooLargeError, read_whole

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # OLE: Office before 2007, and newer files with a password
# What zipfile raises for a damaged archive and for methods of packing that it does not know; and ValueError.
UNPACKING_ERRORS = (BadZipFile, NotImplementedError, RuntimeError, struct.error, *DECOMPRESSION_ERRORS)
_IS_ENCRYPTED = 1  # bit of ZipInfo.flag_bits
_MAX_RATIO = 200  # of unpacked to packed bytes; text and XML have 5 to 50
_RATIO_COUNTS_FROM = 5_000_000  # unpacked bytes: a small file of blanks does no harm


class PackageError(ValueError):
    """A package cannot be unpacked, or is dangerous to unpack. The message says what to do."""


def open_package(stream: IO[bytes], what: str, suffix: str, max_bytes: int) -> ZipFile:
    """The package in `stream`, checked. `what` it is meant to be. Raises PackageError and InputTooLargeError."""
    data = read_whole(stream, max_bytes)
    if data.startswith(OLD_OFFICE):
        raise PackageError(
            f"is protected with a password, or is an old file under a new name; save it as {suffix} without a password"
        )
    try:
        package = ZipFile(BytesIO(data))
    except (ValueError, OSError, *UNPACKING_ERRORS) as error:
        raise PackageError(f"is no {what} ({suffix}), it is damaged or cut off: {error}") from None
    members = package.infolist()
    if any(is_encrypted(member) for member in members):
        raise PackageError(f"is protected with a password; save it as {suffix} without one")
    if sum(member.file_size for member in members) > max_bytes:
        raise InputTooLargeError("the file", max_bytes)
    for member in members:
        check_ratio(member)
    return package


def is_encrypted(member: ZipInfo) -> bool:
    """Whether a member of a ZIP needs a password."""
    return bool(member.flag_bits & _IS_ENCRYPTED)


def check_ratio(member: ZipInfo) -> None:
    """Raise PackageError where a member unpacks to so much more than its size that it is made to fill the memory."""
    if member.file_size > max(_RATIO_COUNTS_FROM, _MAX_RATIO * member.compress_size):
        raise PackageError(
            f"unpacks to more than {_MAX_RATIO} times its size, as ZIP bombs do, and is not read; "
            "unpack it yourself if you trust it"
        )
