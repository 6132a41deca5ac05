"""The text of a table that a spreadsheet wrote, in whatever encoding it chose."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import InputError, Place
from annotator.formats.reading import normalize_line_ends, read_file_bytes

LIMIT = 5_000_000
"""Bytes of the largest class list."""
_WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_DELIMITERS = (",", ";", "\t")
_BINARY = {b"PK\x03\x04": "an Excel or OpenDocument file", b"\xd0\xcf\x11\xe0": "an old Excel file"}


@dataclass(frozen=True, slots=True)
class TableText:
    """A table's text, and how it is to be read."""

    text: str
    delimiter: str
    skipped: int
    """Lines before the head: Excel's `sep=;`."""
    note: str
    """What the reader should look at; empty when the file left no doubt."""


def read_table_text(path: Path) -> TableText:
    """The text of a CSV file in UTF-8, in UTF-16 as Excel's “Unicode text”, or else in Windows-1252.

    In the last Excel writes plain CSV in Western Europe; it is noted, because no file says so. Raises
    InputError for what is no text.
    """
    data = read_file_bytes(path, LIMIT)
    for mark, name in _BINARY.items():
        if data.startswith(mark):
            hint = "Save it as CSV: in Excel “Save as”, then “CSV UTF-8”."
            raise InputError(f"this is {name}, not CSV.", hint, Place(str(path)))
    text, note = _decode(data, path)
    text = normalize_line_ends(text)
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"').casefold()
    if told.startswith("sep=") and len(told) == 5:
        return TableText(rest, told[4], 1, note)
    head = next((line for line in text.split("\n") if line.strip()), "")
    return TableText(text, max(_DELIMITERS, key=head.count), 0, note)


def _decode(data: bytes, path: Path) -> tuple[str, str]:
    wide = next((name for mark, name in _WIDE.items() if data.startswith(mark)), "")
    try:
        if wide:
            return data.decode(wide), ""
        if b"\0" in data:
            hint = "Save it as CSV in UTF-8."
            raise InputError("this is a binary file, not a table.", hint, Place(str(path)))
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        note = "it is not UTF-8 and was read as Windows-1252: look whether accents are right (è, ù, ñ)."
        return data.decode("cp1252"), note
    except UnicodeDecodeError as problem:
        hint = "Open it in an editor and save it again with the encoding UTF-8."
        raise InputError("the text is in an encoding that is not known.", hint, Place(str(path))) from problem
