"""Where a quotation begins and ends: quotation marks of any style, nested, mixed or left open."""

from __future__ import annotations

from thai_newsie.stages.statements import patterns

_LEFT, _RIGHT = frozenset("“«„"), frozenset("”»")
_MAX_QUOTATION = 5000  # characters of a quotation whose other mark is looked for
MIN_QUOTATION = 20  # characters of a quotation; what is shorter is a name or a slogan


def opening_mark_end(text: str, start: int) -> int | None:
    """The offset behind the quotation mark that a paragraph opens with, None if it opens with a word.

    >>> opening_mark_end("“เราพร้อม” เขากล่าว", 0)
    1
    """
    opened = patterns.SPEECH_OPENS.match(text, start)
    return opened.end() if opened and opened["quote"] else None


def beginning(text: str, floor: int, close: int) -> int | None:
    """Where the speech begins that the quotation mark at `close` ends, None where no mark opens it; nothing before `floor` counts.

    A quotation that opens a paragraph keeps the quotations within it, whatever marks they have:

    >>> text = "“เราจะ “ก้าว” ไปด้วยกัน และเดินหน้าต่อไป” เขากล่าว"
    >>> text[beginning(text, 0, text.rindex("”")) :][:5]
    'เราจะ'
    """
    start = opening_mark_end(text, floor)
    if start is not None and close - start >= MIN_QUOTATION and encloses(text, start, close):
        return start
    depth = 0
    best = None
    for match in patterns.QUOTATION_MARK_BACKWARDS.finditer(text, max(floor, close - _MAX_QUOTATION), close):
        mark = match[0]
        if mark in _RIGHT:
            depth += 1
        elif mark in _LEFT:
            if depth == 0:
                best = match.end()
                break
            depth -= 1
        elif mark == text[close] and close - match.start() > MIN_QUOTATION:
            best = match.end()
            break
    if best is None or close - best < MIN_QUOTATION:
        return None
    return best + len(text[best:close]) - len(text[best:close].lstrip())


def end(text: str, start: int, limit: int) -> int | None:
    """Where the quotation closes whose first word stands at `start`, None if it is left open.

    >>> text = "“เราจะ “ก้าว” ไปด้วยกัน” พร้อมย้ำว่าไม่หยุด"
    >>> text[1 : end(text, 1, len(text))]
    'เราจะ “ก้าว” ไปด้วยกัน'
    """
    opening = text[start - 1 : start]
    depth = 1
    for match in patterns.QUOTATION_MARK.finditer(text, start, min(limit, start + _MAX_QUOTATION)):
        mark = match[0]
        if mark == opening and mark == '"':
            return match.start()
        if mark in _LEFT:
            depth += 1
        elif mark in _RIGHT or mark == '"':
            depth -= 1
            if depth == 0:
                return match.start()
    return None


def encloses(text: str, start: int, close: int) -> bool:
    """Whether a quotation that begins at `start` reaches to the mark at `close`.

    >>> text = "“สมชาย” ตรวจคลอง เปิดโครงการ “คลองสวย”"
    >>> encloses(text, 1, len(text) - 1)
    False
    """
    stop = end(text, start, close)
    # A plain mark closes as well as it opens: only the length tells a nickname from a speech.
    return stop is None or (text[start - 1 : start] == '"' and stop - start >= MIN_QUOTATION)
