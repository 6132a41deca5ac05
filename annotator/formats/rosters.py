"""Class lists out of CSV files, whatever a school's program calls the columns."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import InputError, Place
from annotator.formats.complaints import shown
from annotator.formats.formulas import original_cell
from annotator.formats.table_text import read_table_text
from annotator.model.judgements import Role

NAMES = {
    "handle": ("handle", "username", "user name", "user", "login", "login id", "sis login id", "nickname",
               "nick", "code", "alias", "pseudonym", "nome utente", "utente", "soprannome", "codice",
               "pseudonimo", "उपयोगकर्ता", "उपयोगकर्ता नाम", "यूज़रनेम", "कोड"),
    "name": ("name", "full name", "student", "student name", "pupil", "pupil name", "learner", "rater",
             "nome e cognome", "cognome e nome", "cognome nome", "nome cognome", "nome studente",
             "nominativo", "studente", "studentessa", "alunno",
             "alunna", "नाम", "पूरा नाम", "छात्र", "छात्रा", "विद्यार्थी", "विद्यार्थी का नाम", "छात्र का नाम"),
    "first": ("first name", "firstname", "given name", "forename", "nome", "नाम (पहला)", "पहला नाम",
              "प्रथम नाम"),
    "last": ("last name", "lastname", "surname", "family name", "cognome", "उपनाम", "कुलनाम", "अंतिम नाम"),
    "group": ("group", "team", "class", "section", "form", "set", "gruppo", "classe", "sezione", "squadra",
              "समूह", "कक्षा", "वर्ग", "दल", "सेक्शन", "अनुभाग"),
    "role": ("role", "ruolo", "भूमिका"),
}  # fmt: skip
"""What the columns may be called, in any case, with `_` or `-` for blanks."""

_TEACHER = frozenset(("teacher", "docente", "insegnante", "professore", "professoressa", "prof", "शिक्षक", "शिक्षिका", "अध्यापक", "अध्यापिका"))  # fmt: skip # noqa: E501
_STUDENT = frozenset(("", "student", "pupil", "learner", "studente", "studentessa", "alunno", "alunna", "छात्र", "छात्रा", "विद्यार्थी"))  # fmt: skip # noqa: E501
_MEANING = {unicodedata.normalize("NFC", name): kind for kind, names in NAMES.items() for name in names}


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person of a class list."""

    place: Place
    handle: str
    """The handle, or the name where the list has no column of handles."""
    group: str
    role: Role


@dataclass(frozen=True, slots=True)
class Roster:
    """A class list as it was read."""

    rows: tuple[RosterRow | InputError, ...]
    """The people in order; a wrong row comes as an error that names its line."""
    repeated: int
    """Rows that say again, word for word, what an earlier one says."""
    note: str
    """What the reader should look at; empty when the file left no doubt."""


def read_roster(path: Path) -> Roster:
    """The people of a class list.

    The first line names the columns: one of handles (or else of names, or of first and last names), perhaps
    one of groups and one of roles. Everything else in the file is passed over and kept nowhere. Two rows with
    one handle that are not the same row are two people for all we know: both are told and neither is taken.
    Raises `InputError` for a file without such a line.
    """
    told = read_table_text(path)
    table = csv.reader(io.StringIO(told.text, newline=""), delimiter=told.delimiter, strict=True)
    given = dict(_people(table, path, told.skipped))
    once: dict[tuple[str, ...], RosterRow | InputError] = {}
    for cells, row in given.values():
        once.setdefault(cells, row)
    lines: dict[str, list[int]] = {}
    for row in once.values():
        if isinstance(row, RosterRow):
            lines.setdefault(row.handle.casefold(), []).append(row.place.line or 0)
    rows = tuple(_unless_shared(row, lines) for row in once.values())
    return Roster(rows, len(given) - len(once), told.note)


def _unless_shared(row: RosterRow | InputError, lines: Mapping[str, list[int]]) -> RosterRow | InputError:
    """The row, or the complaint that others have its handle."""
    if isinstance(row, InputError):
        return row
    others = [line for line in lines[row.handle.casefold()] if line != row.place.line]
    if not others:
        return row
    where = f"line {others[0]}" if len(others) == 1 else f"lines {', '.join(map(str, others))}"
    return InputError(
        f"{shown(row.handle)} stands in this list more than once ({where} too), and not in the same words.",
        "Give each of them a handle of their own; none of them is taken in.",
        row.place,
    )


def _people(
    table: Iterator[list[str]], path: Path, skipped: int
) -> Iterator[tuple[int, tuple[tuple[str, ...], RosterRow | InputError]]]:
    """Line, cells and person of each row."""
    columns: list[str] | None = None
    while True:
        line = table.line_num + 1 + skipped  # type: ignore[attr-defined]
        place = Place(str(path), line)
        try:
            cells = [original_cell(unicodedata.normalize("NFC", cell)).strip() for cell in next(table)]
        except StopIteration:
            break
        except csv.Error as problem:
            hint = "Close every quotation mark; write one inside a cell twice."
            yield line, ((str(line),), InputError(f"this row is not CSV: {problem}.", hint, place))
            continue
        if not any(cells):
            continue
        if columns is None:
            columns = _read_head(cells, place)
        else:
            yield line, (tuple(cells), _person(columns, cells, place))
    if columns is None:
        raise InputError("the list is empty.", "Write a first line such as: handle,group", Place(str(path)))


def _read_head(cells: list[str], place: Place) -> list[str]:
    plain = [" ".join(cell.casefold().replace("_", " ").replace("-", " ").split()) for cell in cells]
    columns = [_MEANING.get(name, "") for name in plain]
    if "first" in columns and "last" not in columns and "name" not in columns:
        # A column “nome” alone holds the whole name.
        columns[columns.index("first")] = "name"
    if "last" in columns and "name" in columns and "first" not in columns:
        # Beside a surname, “name” or “नाम” is the first name.
        columns[columns.index("name")] = "first"
    if not {"handle", "name", "first", "last"} & set(columns):
        given = ", ".join(shown(cell) for cell in cells[:12])
        raise InputError(
            f"no column of this list holds handles or names; it has {given}.",
            "Name one “handle” (or “name”, “studente”, “छात्र”) in the first line.",
            place,
        )
    return columns


def _person(columns: list[str], cells: list[str], place: Place) -> RosterRow | InputError:
    if any(cells[len(columns) :]):
        return InputError("this row has more cells than there are columns.", "Check its commas.", place)
    values: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column and cell:
            values.setdefault(column, " ".join(cell.split()))
    handle = values.get("handle") or values.get("name") or ""
    handle = handle or " ".join(values[part] for part in ("first", "last") if part in values)
    if not handle:
        return InputError("this row has no handle and no name.", "Fill it in, or take the row out.", place)
    role = values.get("role", "").casefold()
    if role not in _TEACHER | _STUDENT:
        return InputError(f"{shown(role)} is no role.", "Write student or teacher.", place)
    return RosterRow(
        place, handle, values.get("group", ""), Role.TEACHER if role in _TEACHER else Role.STUDENT
    )
