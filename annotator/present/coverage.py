"""Coverage as a table, flat rows and JSON records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotator.model.statements import Difference, Passage, Statement, statement_id
from annotator.translating import _, write_number
from annotator.workbench.covering import CoverageRow, CoverageTable

CARRIED, DIFFERS, LEFT_OUT = "●", "≠", "·"
COVERAGE_COLUMNS = (
    "story", "statement", "article", "outlet", "start", "end", "text", "attributed_to", "outlets",
    "left_out_by", "figures", "differs", "corrected", "method",
)  # fmt: skip
LONGEST_WORDS = 56
"""Letters of a statement's words in a table."""
Row = tuple[str | float | int | None, ...]


def coverage_header(table: CoverageTable) -> tuple[str, ...]:
    """The titles of the table's columns: id, statement, the outlets, remarks."""
    return ("id", "statement", *(outlet.id for outlet in table.outlets), "")


def coverage_rows(
    rows: Sequence[CoverageRow], table: CoverageTable, language: str = "en"
) -> list[tuple[str, ...]]:
    """One row for each statement, one mark for each outlet; words in `language` where there are any."""
    return [
        (
            row.statement.id,
            shortened(words_of(row.statement, language)),
            *(mark(row, outlet.id) for outlet in table.outlets),
            remark(row),
        )
        for row in rows
    ]


def words_of(statement: Statement, language: str = "en") -> str:
    """The words that stand for a statement, on one line."""
    return " ".join(passage_for(statement, language).text.split())


def passage_for(statement: Statement, language: str) -> Passage:
    """What stands for a statement: its shortest whole passage in the reader's language, else in any."""
    mine = [passage for passage in statement.passages if passage.language == language] or statement.passages
    whole = [passage for passage in mine if len(passage.text.split()) > 5] or mine
    return min(whole, key=lambda passage: len(passage.text))


def shortened(words: str) -> str:
    """The words, cut at a space with an ellipsis when they are long."""
    if len(words) <= LONGEST_WORDS:
        return words
    return words[:LONGEST_WORDS].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def mark(row: CoverageRow, outlet: str) -> str:
    """How an outlet stands to a statement: carries it, carries it with another figure, leaves it out."""
    if outlet not in row.cells:
        return LEFT_OUT
    figures = (one for one in row.statement.differences if one.kind == "figure")
    return DIFFERS if any(outlet in (one.one.outlet, one.other.outlet) for one in figures) else CARRIED


def remark(row: CoverageRow) -> str:
    """The statement's figures, what differs, and who leaves it out, in a few words."""
    parts = [" = ".join(row.statement.figures)] if row.statement.figures else []
    parts += [told(one) for one in row.statement.differences[:1]]
    if row.only:
        parts.append("only here")
    elif row.all_but_one:
        parts.append(f"all but {row.left_out_by[0]}")
    elif row.left_out_by:
        parts.append(f"left out by {len(row.left_out_by)}")
    return " · ".join([*parts, *(["corrected"] if row.statement.corrected else [])])


def told(difference: Difference) -> str:
    """A difference in words: both figures, or both renderings."""
    sign = DIFFERS if difference.kind == "figure" else "~"
    return f"{difference.one_words} {sign} {difference.other_words}"


def statement_lines(row: CoverageRow) -> list[str]:
    """Everything about one statement, a line each: passages with sources, differences, who is silent."""
    lines = [f"{row.statement.id}  {words_of(row.statement)}"]
    for number, one in enumerate(row.stated, 1):
        lines.append(f"{number:>3}  {one.passage.outlet}: {' '.join(one.passage.text.split())}")
        lines += [f"     attributed: {'; '.join(one.attributions)}"] if one.attributions else []
    lines += [f"     {_in_full(difference)}" for difference in row.statement.differences]
    lines += [
        f"     a conversion: {one.passage.outlet} “{one.words}” for “{one.of}”"
        for one in row.statement.conversions
    ]
    if row.left_out_by:
        lines.append(f"     left out by: {', '.join(row.left_out_by)}")
    return lines


def _in_full(difference: Difference) -> str:
    """A difference with both outlets and both quotes."""
    title = "figures differ" if difference.kind == "figure" else "one quotation, two renderings"
    one = f"{difference.one.outlet} “{difference.one_words}”"
    return f"{title}: {one}, {difference.other.outlet} “{difference.other_words}”"


def coverage_cells(table: CoverageTable) -> list[Row]:
    """One flat row for each passage, in the order of `COVERAGE_COLUMNS`."""
    return [
        (
            table.story,
            row.statement.id,
            passage.article,
            passage.outlet,
            passage.start,
            passage.end,
            passage.text,
            "; ".join(one.attributions),
            len(row.cells),
            " ".join(row.left_out_by),
            " = ".join(row.statement.figures),
            " | ".join(told(one) for one in row.statement.differences if passage in (one.one, one.other)),
            "yes" if row.statement.corrected else "no",
            table.method,
        )
        for row in table.rows
        for one in row.stated
        for passage in [one.passage]
    ]


def coverage_record(table: CoverageTable) -> dict[str, Any]:
    """The table as the JSON contract describes it."""
    return {
        "story": table.story,
        "method": table.method,
        "outlets": [outlet.id for outlet in table.outlets],
        "copies": [{"outlets": [one, other], "share": round(share, 3)} for one, other, share in table.copies],
        "statements": [_statement(row) for row in table.rows],
    }


def copy_sentences(table: CoverageTable) -> list[str]:
    """A sentence for each set of outlets that print largely one text: as sources they are one."""
    names = {outlet.id: outlet.name for outlet in table.outlets}
    pair = _("{one} and {other} print largely the same text ({share} %): as sources they are one.")
    many = _("{outlets} print largely the same text: as sources they are one.")
    shares = {frozenset((one, other)): share for one, other, share in table.copies}
    said = []
    for outlets in _together(table.copies):
        if len(outlets) == 2:
            share = write_number(100 * shares[frozenset(outlets)])
            said.append(pair.format(one=names[outlets[0]], other=names[outlets[1]], share=share))
        else:
            said.append(many.format(outlets=", ".join(names[one] for one in sorted(outlets))))
    return said


def _together(copies: Sequence[tuple[str, str, float]]) -> list[list[str]]:
    """The outlets that hang together by copies, each set once, in order."""
    sets: list[list[str]] = []
    for one, other, _share in copies:
        met = [each for each in sets if one in each or other in each]
        joined = list(dict.fromkeys([*(key for each in met for key in each), one, other]))
        sets = [*(each for each in sets if each not in met), joined]
    return sets


def _statement(row: CoverageRow) -> dict[str, Any]:
    differences = row.statement.differences
    return {
        "id": row.statement.id,
        "passages": [
            {**_passage(one.passage), "attributed_to": list(one.attributions)} for one in row.stated
        ],
        "left_out_by": list(row.left_out_by),
        "figures": list(row.statement.figures),
        "contradicts": [_difference(one) for one in differences if one.kind == "figure"],
        "renderings": [_difference(one) for one in differences if one.kind == "rendering"],
        "conversions": [
            {"passage": _passage(one.passage), "words": one.words, "of": one.of}
            for one in row.statement.conversions
        ],
        "corrected": row.statement.corrected,
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "id": statement_id(passage),
        "article": passage.article,
        "outlet": passage.outlet,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
    }


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "kind": difference.kind,
        "passages": [
            {**_passage(difference.one), "words": difference.one_words},
            {**_passage(difference.other), "words": difference.other_words},
        ],
    }
