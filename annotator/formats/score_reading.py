"""Scores out of CSV files: what `write_scores` wrote, and what a class gathered on paper or by a form."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import InputError, Place
from annotator.formats.complaints import correction, shown
from annotator.formats.evidence_cells import split_quotes, split_spans
from annotator.formats.formulas import original_cell
from annotator.formats.reading import check_encoding, unreadable
from annotator.formats.score_columns import COLUMNS
from annotator.model.judgements import Answer, Conditions, Evidence
from annotator.model.spans import Span

REQUIRED = ("rater", "article", "criterion", "level")
"""The columns a table of scores must have, in any order; of further ones those of `COLUMNS` are taken."""

ALIASES = {
    "student": "rater", "pupil": "rater", "handle": "rater", "rated_by": "rater", "studente": "rater",
    "studentessa": "rater", "alunno": "rater", "valutatore": "rater", "विद्यार्थी": "rater", "छात्र": "rater",
    "article_id": "article", "text": "article", "file": "article", "articolo": "article", "testo": "article",
    "लेख": "article", "criteria": "criterion", "criterio": "criterion", "question": "criterion",
    "मानदंड": "criterion", "मापदंड": "criterion", "score": "level", "rating": "level", "grade": "level",
    "points": "level", "value": "level", "livello": "level", "punteggio": "level", "voto": "level",
    "अंक": "level", "स्तर": "level", "comment": "note", "comments": "note", "notes": "note", "nota": "note",
    "commento": "note", "टिप्पणी": "note",
}  # fmt: skip
"""Other names a form or a teacher gives the columns."""

_CANNOT_JUDGE = frozenset(
    ("cannot-judge", "cannot judge", "can't judge", "can’t judge", "cannot tell", "n/a", "na", "?")
    + ("non giudicabile", "non posso giudicare", "non so", "तय नहीं कर सकते", "नहीं कह सकते")
)
_DELIMITERS = (",", ";", "\t")
_LARGEST_CELL = 50_000_000
_NUMERIC = frozenset(column.name for column in COLUMNS if column.numeric)


@dataclass(frozen=True, slots=True)
class ImportedScore:
    """One row of a table of scores, as it stands there: names are not looked up yet."""

    place: Place
    """The file and the line on which the row begins."""
    rater: str
    article: str
    """An article's id, the stem of its file's name, or whatever the table says."""
    criterion: str
    answer: Answer
    level: int | None
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    """Places and words as the table has them; `prefix`, `suffix` and `signal` are empty."""
    conditions: Conditions = Conditions()
    role: str = ""
    group: str = ""
    rubric: str = ""
    rubric_digest: str = ""
    at: str = ""
    score_id: str = ""


def read_scores(path: Path) -> Iterator[ImportedScore | InputError]:
    """The rows of a table of scores, one at a time; a wrong row comes as an `InputError` naming its line.

    The table is UTF-8 with or without a byte order mark, its cells parted by commas, semicolons or tabs; a
    line with the columns' names comes first. Rows with nothing in them are passed over.
    Raises `InputError`, when the first row is asked for, if the file cannot be read or a column is missing.
    """
    check_encoding(path)
    # A long note is one cell; the csv module refuses more than 128 KB unless told.
    csv.field_size_limit(_LARGEST_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            head = file.readline()
            delimiter = max(_DELIMITERS, key=head.count)
            file.seek(0)
            yield from _read_rows(_records(csv.reader(file, delimiter=delimiter, strict=True), path), path)
    except OSError as problem:
        raise unreadable(path, problem) from problem


def _records(table: Iterator[list[str]], path: Path) -> Iterator[tuple[Place, list[str] | InputError]]:
    """Each record, or what is wrong with it, with the place of its first line."""
    while True:
        place = Place(str(path), table.line_num + 1)  # type: ignore[attr-defined]
        try:
            yield place, next(table)
        except StopIteration:
            return
        except csv.Error as problem:
            hint = "Close every quotation mark; write one inside a cell twice."
            yield place, InputError(f"this row is not CSV: {problem}.", hint, place)


def _read_rows(
    records: Iterator[tuple[Place, list[str] | InputError]], path: Path
) -> Iterator[ImportedScore | InputError]:
    columns = None
    for place, cells in records:
        if isinstance(cells, InputError):
            yield cells
        elif not any(cell.strip() for cell in cells):
            continue
        elif columns is None:
            columns = _read_head(cells, place)
        else:
            yield _read_row(columns, cells, place)
    if columns is None:
        hint = f"Write a first line with the columns {', '.join(REQUIRED)}."
        raise InputError("the table is empty.", hint, Place(str(path)))


def _read_head(cells: list[str], place: Place) -> list[str]:
    columns = _name_columns(cells)
    for name in (*REQUIRED, *(column.name for column in COLUMNS)):
        if columns.count(name) > 1:
            hint = "Keep one of them, or give the other a name of its own."
            raise InputError(f"two columns stand for “{name}”.", hint, place)
    for name in REQUIRED:
        if name not in columns:
            given = ", ".join(shown(cell.strip()) for cell in cells[:20])
            hint = f"Name one of the columns “{name}”; the table has {given}."
            raise InputError(f"the table has no column “{name}”.", hint, place)
    return columns


def _name_columns(cells: list[str]) -> list[str]:
    """Our names for the columns; another name stands for ours only where ours is not there itself."""
    plain = ["_".join(original_cell(cell).strip().casefold().split()) for cell in cells]
    return [name if ALIASES.get(name, name) in plain else ALIASES[name] for name in plain]


def _read_row(columns: list[str], cells: list[str], place: Place) -> ImportedScore | InputError:
    if not any(cell.strip() for cell in cells[len(columns) :]):
        cells = cells[: len(columns)]
    if len(cells) != len(columns):
        hint = "Put a text with a comma in it between double quotation marks."
        return InputError(f"this row has {len(cells)} cells, not {len(columns)}.", hint, place)
    row = {
        name: cell if name in _NUMERIC else original_cell(cell)
        for name, cell in zip(columns, cells, strict=True)
    }
    try:
        return _interpret(row, place)
    except InputError as problem:
        return problem


def _interpret(row: Mapping[str, str], place: Place) -> ImportedScore:
    for name in ("rater", "article", "criterion"):
        if not row[name].strip():
            raise InputError(f"this row has no {name}.", "Fill the cell, or delete the row.", place)
    answer, level = _read_answer(row, place)
    return ImportedScore(
        place=place,
        rater=row["rater"].strip(),
        article=row["article"].strip(),
        criterion=row["criterion"].strip(),
        answer=answer,
        level=level,
        note=row.get("note", ""),
        evidence=_read_evidence(row, place),
        conditions=Conditions(
            outlet=_read_yes(row, "saw_outlet", place, default=True),
            signals=_read_yes(row, "saw_signals", place, default=True),
            others=_read_yes(row, "saw_others", place, default=False),
        ),
        **{
            name: row.get(name, "").strip()
            for name in ("role", "group", "rubric", "rubric_digest", "at", "score_id")
        },
    )


def _read_answer(row: Mapping[str, str], place: Place) -> tuple[Answer, int | None]:
    level, told = row["level"].strip(), row.get("answer", "").strip().casefold()
    if told and told not in list(Answer):
        raise InputError(f"{shown(told)} is not an answer.", correction(told, list(Answer)), place)
    if told == Answer.WITHDRAWN:
        return Answer.WITHDRAWN, None
    if told == Answer.CANNOT_JUDGE or level.casefold() in _CANNOT_JUDGE:
        return Answer.CANNOT_JUDGE, None
    return Answer.LEVEL, _read_level(level, place)


def _read_level(cell: str, place: Place) -> int:
    """The level in a cell; spreadsheets write 3 as 3.0."""
    whole, _, fraction = cell.replace(",", ".").partition(".")
    if not whole.isdecimal() or fraction.strip("0") or len(whole) > 3:
        message = f"{shown(cell)} is not a level." if cell else "this row has no level."
        raise InputError(message, "Write a whole number, or “cannot judge”.", place)
    return int(whole)


def _read_yes(row: Mapping[str, str], name: str, place: Place, *, default: bool) -> bool:
    cell = row.get(name, "").strip().casefold()
    if cell not in ("", "yes", "no"):
        raise InputError(f"{shown(cell)} is not a value for {name}.", "Write “yes” or “no”.", place)
    return cell == "yes" if cell else default


def _read_evidence(row: Mapping[str, str], place: Place) -> tuple[Evidence, ...]:
    quotes = split_quotes(row.get("evidence", ""))
    try:
        spans = split_spans(row.get("evidence_spans", ""))
    except ValueError as problem:
        hint = "Write the places as 12-34;50-61."
        raise InputError(f"{shown(str(problem))} is not a place in a text.", hint, place) from problem
    if spans and len(spans) != len(quotes):
        message = f"there are {len(quotes)} quotes and {len(spans)} places for them."
        raise InputError(message, "Give one place for each quote, or none.", place)
    # Without a place the quote has to be looked for in the article: start and end are 0.
    places = spans or [Span(0, 0)] * len(quotes)
    cited = [Evidence(start, end, quote) for (start, end), quote in zip(places, quotes, strict=True)]
    return (*cited, *(Evidence(absent=reason) for reason in split_quotes(row.get("absence", ""))))
