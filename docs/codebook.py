"""Writes exports/README.md: every table and column that `annotator export` writes, from the code.

python docs/codebook.py
"""

# ruff: noqa: E501 (prose for Markdown, wrapped there)

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from annotator.formats import evidence_columns, package_columns, score_columns, verdict_csv
from annotator.formats.columns import Column, describe
from annotator.formats.finding_columns import FINDING_COLUMNS, MEASUREMENT_COLUMNS
from annotator.formats.gradebook_columns import PLAIN, canvas_columns, moodle_columns
from annotator.formats.wide_columns import FIXED, criterion_columns
from annotator.workbench.grading import TITLE

PATH = Path(__file__).resolve().parents[1] / "exports" / "README.md"
_NOTE = "<!-- Written by docs/codebook.py from the columns in annotator/formats. -->"
_OPENING = """\
# What exported files say

`annotator export KIND --to exports/FILE`. Files in this folder are results of yours: git leaves them alone.
**Raters stand under codes** such as `R-4KQ7XD`, without their group, unless `--identified` is given; a code is
the same in every export of one workspace and means nothing elsewhere. Notes are written as they are: look
whether somebody signed one. A file is written whole or not at all, and one that is there is only replaced with
`--force`.

| kind | one row for each |
|---|---|
| `scores` | score that stands |
| `wide` | rater and article, criteria side by side; one rubric (`--rubric`) |
| `gradebook` | student; `--for plain`, `canvas` or `moodle` |
| `evidence` | quote, or stated absence, behind a score |
| `signals` | finding of a signal |
| `measurements` | article and signal: its number, or why there is none |
| `verdicts` | answer of a reader to a finding |
| `annotations` | score, as W3C Web Annotation (JSON-LD); `--findings` adds those |
| `xlsx` | all tables as sheets of one spreadsheet; needs `annotator[xlsx]` |
| `package` | all tables as a Frictionless Data Package, a folder or a `.zip` |
| `report` | nothing: one HTML file to read, print and pass on; see docs/report.md |
"""
_CLOSING = """\
## Annotations

An `AnnotationCollection` with one page (https://www.w3.org/TR/annotation-model/). A score is an annotation with
the motivation `assessing`: a `tagging` body with the criterion, an `assessing` body with the level, `commenting`
bodies with note or absence. Its targets are the quoted words by a `TextQuoteSelector` and a
`TextPositionSelector`, or the whole article. Positions are Unicode code points of the text whose SHA-256 is in
the source's name (`ni:///sha-256;...`); JavaScript counts UTF-16 units: convert. The article's address is the
`scope`. Times are UTC.

## The data package

`raters`, `outlets`, `articles`, `rubrics`, `levels`, `scores`, `evidence`, `verdicts`, `signals` and
`measurements` as CSV; `datapackage.json` with types, primary and foreign keys and the licence that `--licence`
states; `rubrics/` with each rubric word for word; a README. The texts of the articles are not in it.
`frictionless validate datapackage.json` finds nothing to complain about.

## Looking into the workspace itself

`datasette annotator.db` shows the views `standing_scores`, `levels_by_outlet`, `cited_words`, `progress`
and `verdicts_by_signal`. They know raters by id only; the table `raters` beside them has the
handles, so keep such a page to yourself.

## How the CSV files are written

CSV after RFC 4180, in UTF-8: a first line with the names above, commas between cells, double quotation marks around
cells that need them, CRLF between rows. Quotes and notes may hold line ends of their own.

A cell that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line end, or with one
of the wide forms `＝` `＋` `－` `＠`) has an apostrophe before it, and so has one that is already apostrophes and then
such a sign. Take one apostrophe away to have the words back; `annotator import-scores` does. Numbers and
`evidence_spans` are never touched. Spreadsheet files need no apostrophes: their cells are typed.

- **Spreadsheets**: `--bom` makes Excel take the file for UTF-8, so that Italian and Hindi are right. Italian
  settings want `--decimal comma`, which puts semicolons between cells; `--separator` chooses another (`;`, `,`
  or `tab`).
- **R**: `read.csv("scores.csv", encoding = "UTF-8")`. **pandas**: `pandas.read_csv("scores.csv")`.
- `cannot-judge` is an answer, not a number: count it, don't average it. An empty cell is no number either.
"""


def page() -> str:
    """The whole page."""
    parts = [_NOTE, _OPENING]
    for title, text, columns in _tables():
        parts.append(f"## {title}\n\n{text}\n\n{describe(columns)}")
    return "\n".join([*parts, _CLOSING])


def _tables() -> list[tuple[str, str, Sequence[Column[Any]]]]:
    return [
        ("scores", "One row for each score that stands.", score_columns.COLUMNS),
        (
            "wide",
            "One row for each rater and article. After these columns come four for each criterion of the rubric,"
            " here for one called `CRITERION`.",
            (*FIXED, *criterion_columns("CRITERION")),
        ),
        (
            "gradebook",
            "One row for each student by one rubric. No figure here is a grade: completion and evidence can be"
            " counted, the grade is the teacher's.",
            PLAIN,
        ),
        (
            "gradebook --for canvas",
            f"For Canvas's gradebook import, every item out of 100. `--title` replaces `{TITLE}`. Canvas finds"
            " students by login or name: use `--identified`.",
            canvas_columns(TITLE),
        ),
        (
            "gradebook --for moodle",
            "For Moodle's grade import (Grades, Import, CSV file), where columns are mapped. Use `--identified`.",
            moodle_columns(TITLE),
        ),
        ("evidence", "One row for each piece of evidence behind a score.", evidence_columns.COLUMNS),
        ("signals", "One row for each finding.", FINDING_COLUMNS),
        ("measurements", "One row for each article and signal or measure.", MEASUREMENT_COLUMNS),
        (
            "verdicts",
            "One row for each answer (yes, no, unsure) that stands; with `--history` also those that were changed"
            " or taken back. `annotator signals --verdicts` sums them up.",
            verdict_csv.COLUMNS,
        ),
        ("package: raters", "One row for each rater.", package_columns.RATERS),
        ("package: outlets", "One row for each outlet.", package_columns.OUTLETS),
        ("package: articles", "One row for each article.", package_columns.ARTICLES),
        ("package: rubrics", "One row for each rubric under which scores stand.", package_columns.RUBRICS),
        ("package: levels", "One row for each level of each criterion.", package_columns.LEVELS),
    ]


if __name__ == "__main__":
    PATH.write_text(page(), encoding="utf-8")
