r"""Text of an input on its way to a person: no character of it may command a terminal.

A terminal obeys what stands between the letters: `\x1b]52;c;…\x07` writes the clipboard, `\x1b[2J` clears the screen,
U+202E turns the rest of a line round. Everything that is made for people (tables, explanations, misses, messages) and
everything that goes to a terminal passes through `printable`.
"""

from __future__ import annotations

import re

# Controls (C0 without tab and line feed, DEL, C1), marks of direction, and separators that some terminals take for lines.
_COMMANDS = re.compile(
    r"\r\n|[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb]"
)


def printable(text: str) -> str:
    r"""`text` with each character that commands a terminal as `\u` and its number, and with plain ends of lines.

    JSON stays JSON, with the same values.

    >>> print(printable("กรม\x1b[2Jการข้าว\u202e\r\n"), end="")
    กรม\u001b[2Jการข้าว\u202e
    """
    return _COMMANDS.sub(_visible, text)


def _visible(command: re.Match[str]) -> str:
    return "\n" if command[0] == "\r\n" else f"\\u{ord(command[0]):04x}"
