"""`annotator score` and `import-scores`: judgements without the app."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from annotator.cli.talking import echo_table, opened, rater_meant, talk
from annotator.errors import JudgementError
from annotator.model.articles import Article
from annotator.model.judgements import Answer, Evidence, Rater, Score
from annotator.model.rubrics import Rubric, in_language
from annotator.translating import language_meant, use_language

if TYPE_CHECKING:
    from annotator.workbench.blinding import ArticleView
    from annotator.workbench.opening import Workspace


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
@click.option("--interactive", "-i", is_flag=True, help="Ask criterion by criterion in plain lines.")
@click.option(
    "--mode",
    type=click.Choice(["open", "blind-outlet", "signals-after", "both"]),
    help="What stays hidden from you until you judged or reveal it; kept for later sessions.",
)
@click.option(
    "--reveal", "unveil", type=click.Choice(["outlet", "signals", "others"]), help="See it now; is recorded."
)
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
    interactive: bool,
    mode: str | None,
    unveil: str | None,
) -> None:
    """Score ARTICLE: `annotator score techtrendske tone=2 headline=3 balance=0`.

    0 (or -) means “cannot judge”. Without answers it shows the scores that stand. With --interactive it
    asks, one line at a time, and reads the answers from standard input; ? lists the commands.
    """
    from annotator.workbench.blinding import Mode, Veil, reveal, set_mode, view_of
    from annotator.workbench.browsing import reads_openly
    from annotator.workbench.choosing import load_rubric
    from annotator.workbench.rating import undo
    from annotator.workbench.reading import find_article

    if interactive and (answers or quotes or absences or notes or take_back):
        raise click.UsageError("With --interactive, answers are given when they are asked for.")
    if interactive:
        # What goes wrong before the rater is known is told in the language of the place, too.
        use_language(language_meant())
    with opened(ctx) as workspace:
        rater = rater_meant(ctx, workspace)
        found = find_article(workspace, article, openly=reads_openly(workspace, rater))
        rubric = load_rubric(workspace, rubric_name)
        if mode:
            set_mode(workspace, rater, Mode(mode))
        if unveil and not reveal(workspace, rater, found, Veil(unveil)):
            talk(f"You could see this already: {unveil}.")
        if interactive:
            from annotator.cli.interactive import run_interactive

            run_interactive(workspace, rater, found, rubric)
            return
        if take_back:
            back = undo(workspace, rater)
            talk("Taken back." if back else "There is nothing to take back.")
        view = view_of(workspace, rater, found)
        given, noted = _pairs(quotes), _pairs(notes)
        planned = [
            Planned(
                criterion, *_answer(level), _evidence(found, view, criterion, given, _pairs(absences)), noted
            )
            for criterion, level in _pairs(answers).items()
        ]
        _record(workspace, rater, found, rubric, planned)


class Planned(NamedTuple):
    """An answer as it was given on the command line."""

    criterion: str
    answer: Answer
    level: int | None
    evidence: list[Evidence]
    notes: dict[str, str]


def _record(
    workspace: Workspace, rater: Rater, article: Article, rubric: Rubric, planned: list[Planned]
) -> None:
    """Nothing; the answers are on the disk, and what stands now was shown."""
    from annotator.present.feedback import feedback_sentence
    from annotator.workbench.blinding import conditions_now, release_signals, view_of
    from annotator.workbench.rating import current_scores, record_score
    from annotator.workbench.training import feedback_on

    before = len(current_scores(workspace, rater, article, rubric))
    for one in planned:
        record_score(
            workspace, rater, article, rubric, one.criterion,
            answer=one.answer, level=one.level, note=one.notes.get(one.criterion, ""), evidence=one.evidence,
            conditions=conditions_now(workspace, rater, article),
        )  # fmt: skip
        talk(f"saved: {one.criterion} = {'cannot judge' if one.level is None else one.level}")
    all_told = before < len(rubric.criteria) <= len(current_scores(workspace, rater, article, rubric))
    for told in feedback_on(workspace, rater, article, rubric):
        if all_told or told.criterion.id in {one.criterion for one in planned}:
            talk(feedback_sentence(told))
    if release_signals(workspace, rater, article, rubric):
        talk("Every criterion is answered: the signals can be seen now.")
    standing = current_scores(workspace, rater, article, rubric)
    _show(rubric, standing, view_of(workspace, rater, article))


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
    article: Article, view: ArticleView, criterion: str, quotes: dict[str, str], absences: dict[str, str]
) -> list[Evidence]:
    from annotator.workbench.rating import cite

    if criterion in absences:
        return [Evidence(absent=absences[criterion])]
    if criterion not in quotes:
        return []
    # Looked for in what the rater may see: a blind rater finds out nothing by trying names.
    start = view.text_shown.find(quotes[criterion])
    if start < 0:
        raise JudgementError(
            f"the words {quotes[criterion]!r} do not stand in the article.",
            "Copy them exactly from its text.",
        )
    return [cite(article, start, start + len(quotes[criterion]))]


def _show(rubric: Rubric, scores: dict[str, Score], view: ArticleView) -> None:
    rows = []
    for criterion in rubric.criteria:
        found = scores.get(criterion.id)
        level = criterion.level(found.level) if found and found.level is not None else None
        shown = (
            f"{level.value} {in_language(level.label, 'en')}" if level else ("cannot judge" if found else "")
        )
        quotes = "; ".join(_cited(one, view) for one in found.evidence) if found else ""
        rows.append((criterion.id, shown, quotes, view.shown(found.note) if found else ""))
    echo_table(("criterion", "score", "evidence", "note"), rows)


def _cited(one: Evidence, view: ArticleView) -> str:
    return f"absent: {view.shown(one.absent)}" if one.absent else view.quote(one.start, one.end)


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
