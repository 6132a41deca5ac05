"""`annotator score` and `import-scores`: judgements without the app."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.talking import echo_table, opened, rater_meant, talk
from annotator.errors import JudgementError
from annotator.model.articles import Article
from annotator.model.judgements import Answer, Evidence, Score
from annotator.model.rubrics import Rubric, in_language


@click.command()
@click.argument("article")
@click.argument("answers", nargs=-1, metavar="[CRITERION=LEVEL]...")
@click.option("--rubric", "rubric_name", default=None, help="Id, digest or path; core if not given.")
@click.option(
    "--quote", "quotes", multiple=True, metavar="CRITERION=WORDS", help="Words of the article as evidence."
)
@click.option(
    "--absent", "absences", multiple=True, metavar="CRITERION=WHY", help="Why nothing can be quoted."
)
@click.option("--note", "notes", multiple=True, metavar="CRITERION=TEXT", help="A note on the score.")
@click.option("--undo", "take_back", is_flag=True, help="Take the last judgement back.")
@click.pass_context
def score(
    ctx: click.Context,
    article: str,
    answers: tuple[str, ...],
    rubric_name: str | None,
    quotes: tuple[str, ...],
    absences: tuple[str, ...],
    notes: tuple[str, ...],
    take_back: bool,
) -> None:
    """Score ARTICLE: `annotator score techtrendske tone=2 headline=3 balance=0`.

    0 (or -) means “cannot judge”. Without answers it shows the scores that stand.
    """
    from annotator.workbench.choosing import load_rubric
    from annotator.workbench.rating import current_scores, record_score, undo
    from annotator.workbench.reading import find_article

    with opened(ctx) as workspace:
        rater = rater_meant(ctx, workspace)
        found, rubric = find_article(workspace, article), load_rubric(workspace, rubric_name)
        if take_back:
            back = undo(workspace, rater)
            talk("Taken back." if back else "There is nothing to take back.")
        given, noted = _pairs(quotes), _pairs(notes)
        planned = [
            (criterion, _answer(level), _evidence(found, criterion, given, _pairs(absences)))
            for criterion, level in _pairs(answers).items()
        ]
        for criterion, (answer, level), evidence in planned:
            record_score(
                workspace, rater, found, rubric, criterion,
                answer=answer, level=level, note=noted.get(criterion, ""), evidence=evidence,
            )  # fmt: skip
            talk(f"saved: {criterion} = {'cannot judge' if level is None else level}")
        _show(rubric, current_scores(workspace, rater, found, rubric))


def _pairs(given: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for one in given:
        name, mark, value = one.partition("=")
        if not mark:
            raise JudgementError(f"{one!r} has no equals sign.", "Write CRITERION=VALUE, for example tone=2.")
        pairs[name.strip()] = value.strip()
    return pairs


def _answer(level: str) -> tuple[Answer, int | None]:
    if level in ("0", "-", "?"):
        return Answer.CANNOT_JUDGE, None
    if not level.isascii() or not level.isdigit():
        raise JudgementError(f"{level!r} is not a level.", "Write a number, or 0 for “cannot judge”.")
    return Answer.LEVEL, int(level)


def _evidence(
    article: Article, criterion: str, quotes: dict[str, str], absences: dict[str, str]
) -> list[Evidence]:
    from annotator.workbench.rating import cite

    if criterion in absences:
        return [Evidence(absent=absences[criterion])]
    if criterion not in quotes:
        return []
    start = article.text.find(quotes[criterion])
    if start < 0:
        raise JudgementError(
            f"the words {quotes[criterion]!r} do not stand in the article.",
            "Copy them exactly from its text.",
        )
    return [cite(article, start, start + len(quotes[criterion]))]


def _show(rubric: Rubric, scores: dict[str, Score]) -> None:
    rows = []
    for criterion in rubric.criteria:
        found = scores.get(criterion.id)
        level = criterion.level(found.level) if found and found.level is not None else None
        shown = (
            f"{level.value} {in_language(level.label, 'en')}" if level else ("cannot judge" if found else "")
        )
        quotes = "; ".join(e.quote or f"absent: {e.absent}" for e in found.evidence) if found else ""
        rows.append((criterion.id, shown, quotes, found.note if found else ""))
    echo_table(("criterion", "score", "evidence", "note"), rows)


@click.command("import-scores")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--rubric", "rubric_name", default=None, help="Id, digest or path; core if not given.")
@click.pass_context
def import_scores(ctx: click.Context, file: Path, rubric_name: str | None) -> None:
    """Take in a CSV of scores with the columns rater, article, criterion, level.

    Good rows go in, the others are listed with their line; then the exit code is 2.
    """
    from annotator.workbench import exporting
    from annotator.workbench.choosing import load_rubric

    with opened(ctx) as workspace:
        report = exporting.import_scores(workspace, file, rubric=load_rubric(workspace, rubric_name))
    for problem in report.problems:
        talk(f"annotator: {problem}")
    talk(
        f"{report.added} scores taken in, {report.unchanged} stood already, {len(report.problems)} left out."
    )
    if report.problems:
        raise click.exceptions.Exit(2)
