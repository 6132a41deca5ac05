"""Class lists out of CSV files, whatever a school's program calls the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import InputError, Place
from annotator.formats.complaints import shown
from annotator.formats.formulas import original_cell
from annotator.formats.reading import check_encoding, unreadable
from annotator.model.judgements import Role

NAMES = {
    "handle": ("handle", "username", "user name", "user", "login", "login id", "sis login id", "nickname",
               "nick", "code", "alias", "pseudonym", "nome utente", "utente", "soprannome", "codice",
               "pseudonimo", "उपयोगकर्ता", "उपयोगकर्ता नाम", "यूज़रनेम", "उपनाम नाम", "कोड"),
    "name": ("name", "full name", "student", "student name", "pupil", "pupil name", "learner", "rater",
             "nome e cognome", "cognome e nome", "nominativo", "studente", "studentessa", "alunno",
             "alunna", "नाम", "पूरा नाम", "छात्र", "छात्रा", "विद्यार्थी", "विद्यार्थी का नाम", "छात्र का नाम"),
    "first": ("first name", "firstname", "given name", "forename", "nome", "नाम (पहला)", "पहला नाम"),
    "last": ("last name", "lastname", "surname", "family name", "cognome", "उपनाम", "कुलनाम", "अंतिम नाम"),
    "group": ("group", "team", "class", "section", "form", "set", "gruppo", "classe", "sezione", "squadra",
              "समूह", "कक्षा", "वर्ग", "दल"),
    "role": ("role", "ruolo", "भूमिका"),
}  # fmt: skip
"""What the columns may be called, in any case, with `_` or `-` for blanks."""

_TEACHER = frozenset(("teacher", "docente", "insegnante", "professore", "professoressa", "prof", "शिक्षक", "शिक्षिका", "अध्यापक", "अध्यापिका"))  # fmt: skip # noqa: E501
_STUDENT = frozenset(("", "student", "pupil", "learner", "studente", "studentessa", "alunno", "alunna", "छात्र", "छात्रा", "विद्यार्थी"))  # fmt: skip # noqa: E501
_DELIMITERS = (",", ";", "\t")
_MEANING = {name: kind for kind, names in NAMES.items() for name in names}


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person of a class list."""

    place: Place
    handle: str
    """The handle, or the name where the list has no column of handles."""
    group: str
    role: Role


def read_roster(path: Path) -> Iterator[RosterRow | InputError]:
    """The people of a class list in order; a wrong row comes as an `InputError` that names its line.

    The first line names the columns: one of handles (or else of names, or of first and last names), perhaps
    one of groups and one of roles. Everything else in the file is passed over and kept nowhere.
    Raises `InputError` for a file without such a line.
    """
    check_encoding(path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            head = file.readline()
            delimiter = max(_DELIMITERS, key=head.count)
            file.seek(0)
            yield from _people(csv.reader(file, delimiter=delimiter, strict=True), path)
    except OSError as problem:
        raise unreadable(path, problem) from problem


def _people(table: Iterator[list[str]], path: Path) -> Iterator[RosterRow | InputError]:
    columns: list[str] | None = None
    seen: dict[str, int] = {}
    while True:
        place = Place(str(path), table.line_num + 1)  # type: ignore[attr-defined]
        try:
            cells = [original_cell(cell).strip() for cell in next(table)]
        except StopIteration:
            break
        except csv.Error as problem:
            hint = "Close every quotation mark; write one inside a cell twice."
            yield InputError(f"this row is not CSV: {problem}.", hint, place)
            continue
        if not any(cells):
            continue
        if columns is None:
            columns = _read_head(cells, place)
        else:
            yield _person(columns, cells, place, seen)
    if columns is None:
        raise InputError("the list is empty.", "Write a first line such as: handle,group", Place(str(path)))


def _read_head(cells: list[str], place: Place) -> list[str]:
    plain = [" ".join(cell.casefold().replace("_", " ").replace("-", " ").split()) for cell in cells]
    columns = [_MEANING.get(name, "") for name in plain]
    if "first" in columns and "last" not in columns and "name" not in columns:
        # A column “nome” alone holds the whole name.
        columns[columns.index("first")] = "name"
    if not {"handle", "name", "first", "last"} & set(columns):
        given = ", ".join(shown(cell) for cell in cells[:12])
        raise InputError(
            f"no column of this list holds handles or names; it has {given}.",
            "Name one “handle” (or “name”, “studente”, “छात्र”) in the first line.",
            place,
        )
    return columns


def _person(
    columns: list[str], cells: list[str], place: Place, seen: dict[str, int]
) -> RosterRow | InputError:
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
    earlier = seen.setdefault(handle.casefold(), place.line or 0)
    if earlier != place.line:
        return InputError(
            f"{shown(handle)} stands in this list twice (line {earlier} too).",
            "Give one of the two another handle.",
            place,
        )
    return RosterRow(
        place, handle, values.get("group", ""), Role.TEACHER if role in _TEACHER else Role.STUDENT
    )
