"""What tells a model's file from a damaged one: a checksum. NumPy is not needed for it, so a command can ask at its start.

A .npz file is a ZIP archive, which may end with a comment. The comment is the SHA-256 of all that stands before it. So a
file that was damaged, or changed by another program, is an error, and not a model that reads fewer names; it still opens
with `numpy.load`.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from thai_newsie.lexicon import DATA

SHIPPED_MODEL = DATA / "model" / "recognizer.npz"
# The last two bytes of a ZIP archive without a comment, and of the part before a comment of 64 characters.
_NO_COMMENT, _COMMENT_FOLLOWS = b"\x00\x00", b"\x40\x00"
_CHECKSUM_LENGTH = 64


class ModelError(ValueError):
    """A file that holds no model this version can use. The message names the file, the reason and the way out."""


def check(path: Path) -> None:
    """Raise ModelError for a file that is missing, or whose checksum is wrong. It takes ten milliseconds."""
    try:
        checked_bytes(path)
    except ValueError as error:
        raise model_error(path, error) from None


def with_checksum(archive: bytes) -> bytes:
    """A ZIP archive that has no comment, with its checksum as the comment."""
    covered = archive.removesuffix(_NO_COMMENT) + _COMMENT_FOLLOWS
    return covered + _checksum(covered)


def checked_bytes(path: Path) -> bytes:
    """The bytes of a file that ends with the checksum of what stands before it. Raises ValueError for any other file."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ValueError(f"it cannot be read ({error.strerror})") from None
    covered, checksum = data[:-_CHECKSUM_LENGTH], data[-_CHECKSUM_LENGTH:]
    if not covered.endswith(_COMMENT_FOLLOWS):
        raise ValueError("it has no checksum at its end: it was cut off, or another program wrote it")
    if checksum != _checksum(covered):
        raise ValueError("its checksum is wrong: its contents were changed after it was made")
    return data


def _checksum(data: bytes) -> bytes:
    return sha256(data).hexdigest().encode()


def model_error(path: Path, error: Exception) -> ModelError:
    """The error that a file holds no model, with its reason `error` and the way out."""
    reason = f"it has no array {error}" if isinstance(error, KeyError) else str(error) or type(error).__name__
    way_out = (
        "install thai-newsie again (in a checkout: git restore data/model), or read without the recognizer"
        if path == SHIPPED_MODEL
        else "copy it anew from where it was made, or train it again"
    )
    return ModelError(f"{path}: is no model of the recognizer: {reason}; {way_out}")
