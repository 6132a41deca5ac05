"""The columns that most tables share: who, about which article, under which rubric."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from annotator.formats.columns import Column, Row
from annotator.formats.score_columns import COLUMNS

MEANINGS = {column.name: column.meaning for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class Who:
    """A rater as tables call one."""

    rater: str
    """The handle or pseudonym."""
    role: str
    group: str


@dataclass(frozen=True, slots=True)
class About:
    """An article as tables call one."""

    article: str
    title: str
    outlet: str
    language: str
    story: str


@dataclass(frozen=True, slots=True)
class Under:
    """A rubric as tables call one."""

    id: str
    version: str
    digest: str


def who_columns(of: Callable[[Row], Who]) -> tuple[Column[Row], ...]:
    """Who, in three columns."""
    return (
        _column("rater", lambda row: of(row).rater),
        _column("role", lambda row: of(row).role),
        _column("group", lambda row: of(row).group),
    )


def about_columns(of: Callable[[Row], About]) -> tuple[Column[Row], ...]:
    """The article, in five columns."""
    return (
        _column("article", lambda row: of(row).article),
        _column("title", lambda row: of(row).title),
        _column("outlet", lambda row: of(row).outlet),
        _column("language", lambda row: of(row).language),
        _column("story", lambda row: of(row).story),
    )


def under_columns(of: Callable[[Row], Under]) -> tuple[Column[Row], ...]:
    """The rubric, in three columns."""
    return (
        _column("rubric", lambda row: of(row).id),
        _column("rubric_version", lambda row: of(row).version),
        _column("rubric_digest", lambda row: of(row).digest),
    )


def _column(name: str, cell: Callable[[Row], str]) -> Column[Row]:
    return Column(name, MEANINGS[name], cell)


def counted(name: str, meaning: str, cell: Callable[[Row], int | None]) -> Column[Row]:
    """A column of whole numbers, empty where there is none."""

    def shown(row: Row) -> str:
        value = cell(row)
        return "" if value is None else str(value)

    return Column(name, meaning, shown, True, "integer")


def measured(name: str, meaning: str, cell: Callable[[Row], str]) -> Column[Row]:
    """A column of numbers written with a point, empty where there is none."""
    return Column(name, meaning, cell, True, "number")
