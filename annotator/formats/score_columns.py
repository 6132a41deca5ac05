"""The columns of the table of scores, said once: names, meanings, and how a score fills them."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.formats.columns import Column, Style, describe, yes
from annotator.formats.evidence_cells import absent, join_quotes, join_spans, quoted
from annotator.model.judgements import Answer, Conditions, Evidence
from annotator.model.languages import TOLD


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One score with all that a reader of the table wants to know about it."""

    rater: str
    """The handle or pseudonym."""
    article: str
    rubric: str
    """The rubric's id."""
    criterion: str
    answer: Answer
    level: int | None = None
    level_label: str = ""
    role: str = ""
    group: str = ""
    title: str = ""
    outlet: str = ""
    language: str = ""
    story: str = ""
    rubric_version: str = ""
    rubric_digest: str = ""
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    conditions: Conditions = Conditions()
    at: str = ""
    score_id: str = ""
    tool_version: str = ""


COLUMNS: tuple[Column[ScoreRow], ...] = (
    Column("rater", "Who scored: the handle, or a pseudonym.", lambda row: row.rater, part="rater"),
    Column("role", "`student` or `teacher`.", lambda row: row.role, part="rater"),
    Column("group", "The rater's group or class; may be empty.", lambda row: row.group, part="rater"),
    Column(
        "article", "The article's id, the same in every workspace.", lambda row: row.article, part="article"
    ),
    Column("title", "The article's headline.", lambda row: row.title, part="article"),
    Column("outlet", "The outlet's id; `unknown` when nobody said.", lambda row: row.outlet, part="article"),
    Column(
        "language",
        f"The article's language: {TOLD}.",
        lambda row: row.language,
        part="article",
    ),
    Column(
        "story",
        "The story's id; empty when the article belongs to none.",
        lambda row: row.story,
        part="article",
    ),
    Column("rubric", "The rubric's id.", lambda row: row.rubric, part="rubric"),
    Column(
        "rubric_version",
        "The version the rubric gives itself.",
        lambda row: row.rubric_version,
        part="rubric",
    ),
    Column(
        "rubric_digest",
        "SHA-256 of the rubric's text: equal digests are the same rubric, word for word.",
        lambda row: row.rubric_digest,
        part="rubric",
    ),
    Column("criterion", "The criterion's id.", lambda row: row.criterion, part="answer"),
    Column(
        "answer",
        "`level`, `cannot-judge` (an answer of its own, never a middle value) or `withdrawn`.",
        lambda row: str(row.answer),
        part="answer",
    ),
    Column(
        "level",
        "The level, a whole number; the rubric says what it stands for. Empty unless `answer` is `level`.",
        lambda row: "" if row.level is None else str(row.level),
        numeric=True,
        kind="integer",
        part="answer",
    ),
    Column(
        "level_label",
        "The level's name in the rubric, in English.",
        lambda row: row.level_label,
        part="answer",
    ),
    Column(
        "evidence",
        "The words cited, joined by ` | `; inside a quote `|` is written `\\|` and a backslash `\\\\`.",
        lambda row: join_quotes(each.quote for each in quoted(row.evidence)),
        part="evidence",
    ),
    Column(
        "evidence_spans",
        "Where the quotes stand in the article's text, as `12-34;50-61`: Unicode code points counted from 0, "
        "the end not included, in the order of the quotes.",
        lambda row: join_spans(quoted(row.evidence)),
        numeric=True,
        part="evidence",
    ),
    Column(
        "absence",
        "Why nothing can be quoted, when the rater said so; joined like `evidence`.",
        lambda row: join_quotes(absent(row.evidence)),
        part="evidence",
    ),
    Column("note", "What the rater wrote beside the score.", lambda row: row.note, part="note"),
    Column(
        "saw_outlet",
        "`yes` when the outlet was visible.",
        lambda row: yes(row.conditions.outlet),
        kind="boolean",
        part="seen",
    ),
    Column(
        "saw_signals",
        "`yes` when the signals were visible.",
        lambda row: yes(row.conditions.signals),
        kind="boolean",
        part="seen",
    ),
    Column(
        "saw_others",
        "`yes` when others' scores were visible.",
        lambda row: yes(row.conditions.others),
        kind="boolean",
        part="seen",
    ),
    Column("at", "The rater's clock at the score: ISO 8601 with offset.", lambda row: row.at, part="moment"),
    Column(
        "score_id", "The score's id (UUIDv7), unique in the world.", lambda row: row.score_id, part="moment"
    ),
    Column(
        "tool_version",
        "The version of annotator that wrote the table.",
        lambda row: row.tool_version,
        part="tool",
    ),
)
"""All columns, in order."""


def fill_part(part: str, row: ScoreRow, style: Style) -> tuple[str, ...]:
    """The cells of the columns that depend on this part of a row, in order.

    The parts follow each other as `rater, article, rubric, answer, evidence, note, seen, moment, tool`.
    """
    return tuple(column.fill(row, style) for column in COLUMNS if column.part == part)


def codebook() -> str:
    """The columns as a Markdown table, as `exports/README.md` shows it."""
    return describe(COLUMNS)
