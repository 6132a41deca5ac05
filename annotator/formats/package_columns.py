"""What a data package says of what scores are about: raters, outlets, articles, rubrics, levels."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.formats.columns import Column
from annotator.formats.subject_columns import MEANINGS, Who, counted, who_columns
from annotator.model.articles import Article, Outlet
from annotator.model.rubrics import Criterion, Level, Rubric

RATERS: tuple[Column[Who], ...] = who_columns(lambda row: row)

OUTLETS: tuple[Column[Outlet], ...] = (
    Column("outlet", "The outlet's id.", lambda row: row.id),
    Column("name", "Its name.", lambda row: row.name),
    Column("domain", "Its address in the web.", lambda row: row.domain),
    Column("country", "Its country.", lambda row: row.country),
)

ARTICLES: tuple[Column[Article], ...] = (
    Column("article", MEANINGS["article"], lambda row: row.id),
    Column(
        "fingerprint",
        "SHA-256 of the text in UTF-8, line ends as LF: whoever has the text can check that places fit.",
        lambda row: row.fingerprint,
    ),
    Column("title", MEANINGS["title"], lambda row: row.title),
    Column("outlet", MEANINGS["outlet"], lambda row: row.outlet),
    Column("language", MEANINGS["language"], lambda row: row.language),
    Column("story", MEANINGS["story"], lambda row: row.story),
    Column("byline", "Who wrote it; `unknown` when the text does not say.", lambda row: row.byline),
    Column("published", "ISO date as far as known, or `unknown`.", lambda row: row.published),
    Column("url", "Its address, or `unknown`.", lambda row: row.url),
    Column("licence", "What is known of the text's licence.", lambda row: row.licence),
    counted("length", "How many code points the text has.", lambda row: len(row.text)),
)


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One level of one criterion."""

    rubric: Rubric
    criterion: Criterion
    level: Level


RUBRICS: tuple[Column[Rubric], ...] = (
    Column("rubric_digest", MEANINGS["rubric_digest"], lambda row: row.digest),
    Column("rubric", MEANINGS["rubric"], lambda row: row.id),
    Column("rubric_version", MEANINGS["rubric_version"], lambda row: row.version),
    Column("title", "Its title, in English.", lambda row: row.title["en"]),
    Column("source_note", "Whose ideas it follows, and its licence.", lambda row: row.source_note),
)

LEVELS: tuple[Column[LevelRow], ...] = (
    Column("rubric_digest", MEANINGS["rubric_digest"], lambda row: row.rubric.digest),
    Column("criterion", MEANINGS["criterion"], lambda row: row.criterion.id),
    Column("title", "The criterion's title, in English.", lambda row: row.criterion.title["en"]),
    Column("question", "What it asks, in English.", lambda row: row.criterion.question["en"]),
    Column("evidence_rule", "`none`, `quote-or-absence` or `quote`.", lambda row: row.criterion.evidence),
    counted("level", "The level, a whole number.", lambda row: row.level.value),
    Column("label", "Its name, in English.", lambda row: row.level.label["en"]),
    Column("descriptor", "When it is right, in English.", lambda row: row.level.descriptor["en"]),
)
