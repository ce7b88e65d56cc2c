"""The format of an output file: what its name says, or what `--format` says where the name does not say otherwise."""

from __future__ import annotations

from pathlib import Path

from thai_newsie.cli.exits import exit_with_message

# Endings that promise a format in which no records are written: another program would not open what is in the file.
_OTHER_FORMATS = frozenset(
    [
        ".xlsx",
        ".xls",
        ".ods",
        ".docx",
        ".doc",
        ".odt",
        ".pdf",
        ".html",
        ".htm",
        ".xml",
        ".rss",
        ".zip",
        ".7z",
        ".tar",
        ".tsv",
        ".db",
        ".sqlite",
        ".feather",
        ".arrow",
        ".avro",
        ".orc",
        ".pkl",
        ".yaml",
        ".yml",
        ".toml",
        ".png",
        ".warc",
    ]
)
_SAME_FORMATS = {".ndjson": "jsonl"}


def check_format(form: str | None) -> None:
    """End the command with one line where `--format` names no format."""
    from thai_newsie.io.writers import FORMATS

    if form is not None and form not in FORMATS:
        exit_with_message(f"--format {form}: unknown format; choose one of {', '.join(FORMATS)}")


def output_format(form: str | None, output: Path | None, on_screen: bool) -> str:
    """The format to write. Ends the command with one line where there is none, or where two do not agree."""
    from thai_newsie.io.writers import FORMATS

    if output is None or _is_device(output):
        return form or ("table" if on_screen else "jsonl")
    from thai_newsie.io.compression import without_compression_suffix

    suffix = without_compression_suffix(output).suffix.lower()
    named = _SAME_FORMATS.get(suffix) or (suffix[1:] if suffix[1:] in FORMATS else None)
    if form is None:
        if named is None and suffix:
            exit_with_message(f"-o {output}: unknown ending {suffix}; {_KNOWN}, or say --format")
        return named or "jsonl"
    if suffix in _OTHER_FORMATS or named not in (None, form):
        exit_with_message(f"-o {output}: the ending {suffix} is not that of --format {form}; {_KNOWN}")
    return form


_KNOWN = "give .jsonl, .json, .csv or .parquet, each also as .gz, .xz or .zst"


def _is_device(output: Path) -> bool:
    """Whether a device or a pipe is at `output`, whose name says nothing."""
    return output.exists() and not output.is_file()
