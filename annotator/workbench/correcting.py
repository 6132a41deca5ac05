"""What readers think of the findings: each signal's precision in this class, and the answers as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import annotator
from annotator.formats.columns import COMMAS, Dialect
from annotator.formats.verdict_csv import VerdictRow, write_verdicts
from annotator.formats.writing import make_private, replacing
from annotator.model.judgements import Rater
from annotator.statistics import MINIMUM_N
from annotator.store import articles, listing, raters, verdicts
from annotator.store.listing import Head
from annotator.workbench.opening import Workspace
from annotator.workbench.pseudonyms import pseudonym
from annotator.workbench.reading import check_story
from annotator.workbench.wording import is_silenced

MOST_REFUSED = 5
"""How many refused entries of a signal are named."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A word-list entry whose findings readers said no to."""

    language: str
    entry: str
    no: int
    yes: int
    silenced: bool
    """True when this workspace has taken it out since."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What this class thinks of one signal."""

    signal: str
    yes: int
    no: int
    unsure: int
    raters: int
    refused: tuple[Refused, ...]
    """The entries most often refused, first the one with most."""

    @property
    def n(self) -> int:
        """How many answers were yes or no; unsure ones stand apart."""
        return self.yes + self.no

    @property
    def precision(self) -> float | None:
        """Which share of the answers was yes; None when there are fewer than `statistics.MINIMUM_N`."""
        return self.yes / self.n if self.n >= MINIMUM_N else None


@dataclass(slots=True)
class _Tally:
    answers: Counter[str] = field(default_factory=Counter)
    raters: set[str] = field(default_factory=set)
    entries: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)


def weigh_signals(workspace: Workspace, *, story: str | None = None) -> list[Opinion]:
    """What readers said of each signal that marks words, in the catalogue's order.

    Each rater's last word on a finding counts once, whichever version of the lists made the finding.
    """
    from annotator.signals import catalogue

    check_story(workspace, story)
    tallies = _tallies(workspace, story)
    return [
        _opinion(workspace, card.id, tallies.get(card.id, _Tally()))
        for card in catalogue()
        if card.kind != "article"
    ]


def _tallies(workspace: Workspace, story: str | None) -> dict[str, _Tally]:
    languages = {head.id: head.language for head in listing.heads(workspace.store).values()}
    tallies: dict[str, _Tally] = {}
    for said in verdicts.history(workspace.store, story):
        verdict = said.verdict
        if not said.standing or verdict.answer == "withdrawn":
            continue
        tally = tallies.setdefault(verdict.signal, _Tally())
        tally.answers[verdict.answer] += 1
        tally.raters.add(verdict.rater)
        if verdict.entry:
            key = (languages[verdict.article], verdict.entry)
            tally.entries.setdefault(key, Counter())[verdict.answer] += 1
    return tallies


def _opinion(workspace: Workspace, signal: str, tally: _Tally) -> Opinion:
    refused = sorted(
        (
            (language, entry, counted["no"], counted["yes"])
            for (language, entry), counted in tally.entries.items()
            if counted["no"]
        ),
        key=lambda row: (-row[2], row[3], row[1]),
    )
    named = (
        Refused(language, entry, no, yes, is_silenced(workspace, language, entry))
        for language, entry, no, yes in refused[:MOST_REFUSED]
    )
    answers = tally.answers
    return Opinion(signal, answers["yes"], answers["no"], answers["unsure"], len(tally.raters), tuple(named))


def export_verdicts(
    workspace: Workspace,
    target: Path | TextIO,
    *,
    history: bool = False,
    force: bool = False,
    dialect: Dialect = COMMAS,
    identified: bool = False,
    story: str | None = None,
) -> int:
    """How many answers to findings were written to the table, one row each.

    Those that stand; with `history` also those that were changed or taken back. A file is written whole or
    not at all; one that is there already is refused without `force`. Raters stand under codes unless
    `identified`.
    """
    rows = verdict_rows(workspace, history, identified, story)
    if not isinstance(target, Path):
        return write_verdicts(rows, target, dialect)
    with replacing(target, force=force) as out:
        make_private(out)
        return write_verdicts(rows, out, dialect)


def verdict_rows(
    workspace: Workspace, history: bool, identified: bool, story: str | None = None
) -> Iterator[VerdictRow]:
    """The rows of the table of answers, one after another."""
    known = {rater.id: rater for rater in raters.list_all(workspace.store)}
    heads = listing.heads(workspace.store)
    text, of = "", ""
    for said in verdicts.history(workspace.store, story):
        verdict = said.verdict
        if not history and (not said.standing or verdict.answer == "withdrawn"):
            continue
        if verdict.article != of:
            article = articles.get_article(workspace.store, verdict.article)
            text, of = article.text if article else "", verdict.article
        yield _row(workspace, said, heads[of], known[verdict.rater], text, identified)


def _row(
    workspace: Workspace, said: verdicts.Said, head: Head, rater: Rater, text: str, identified: bool
) -> VerdictRow:
    verdict = said.verdict
    return VerdictRow(
        rater=rater.handle if identified else pseudonym(workspace, rater.id),
        role=rater.role.value,
        group=rater.group if identified else "",
        article=head.id,
        title=head.title,
        outlet=head.outlet,
        language=head.language,
        story=head.story,
        signal=verdict.signal,
        signal_version=verdict.signal_version,
        entry=verdict.entry,
        words=text[verdict.start : verdict.end],
        start=verdict.start,
        end=verdict.end,
        answer=verdict.answer,
        standing=said.standing,
        at=said.at,
        verdict_id=said.id,
        tool_version=annotator.__version__,
    )
