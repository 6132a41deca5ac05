"""`annotator class key`: what counts as right, and why."""

from __future__ import annotations

import click

from annotator.cli.talking import VERSION, echo_json, echo_table, handle_meant, opened, talk
from annotator.errors import JudgementError
from annotator.model.judgements import Answer


@click.command()
@click.argument("article", required=False)
@click.argument("answer", required=False, metavar="[CRITERION=LEVEL]")
@click.option("--reason", default="", help="Why; needed to settle a key.")
@click.option("--withdraw", metavar="CRITERION", help="Take back what was settled for this criterion.")
@click.option("--story", default=None, help="Only this story.")
@click.option("--rubric", "rubric_name", default=None, help="Id, digest or path; core if not given.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def key(
    ctx: click.Context,
    article: str | None,
    answer: str | None,
    reason: str,
    withdraw: str | None,
    story: str | None,
    rubric_name: str | None,
    form: str,
) -> None:
    """Show the key: teachers' scores, and what was settled with a reason.

    `annotator --rater rossi class key ARTICLE tone=3 --reason "…"` settles one; 0 means “cannot judge”.
    """
    from annotator.present import classrooms
    from annotator.workbench.choosing import load_rubric
    from annotator.workbench.enrolling import find_rater
    from annotator.workbench.reading import check_story, find_article, list_articles
    from annotator.workbench.resolving import read_key, resolve

    with opened(ctx) as workspace:
        check_story(workspace, story)
        rubric = load_rubric(workspace, rubric_name)
        if article:
            if bool(answer) == bool(withdraw):
                raise JudgementError(
                    "it is not said what the key is.", "Write CRITERION=LEVEL, or --withdraw."
                )
            teacher = find_rater(workspace, handle_meant(ctx.find_root().obj["rater"], workspace))
            text = find_article(workspace, article)
            if withdraw:
                resolve(workspace, teacher, text, rubric, withdraw, answer=Answer.WITHDRAWN, reason=reason)
                talk(f"What was settled for {withdraw} is taken back.")
            if answer:
                criterion, kind, level = _answer(answer)
                resolve(workspace, teacher, text, rubric, criterion, answer=kind, level=level, reason=reason)
                talk(f"settled: {criterion} = {'cannot judge' if level is None else level}")
        found = read_key(workspace, story=story, rubric=rubric)
        rows = list_articles(workspace, None, None, limit=100_000, counts=False)
    if form == "json":
        echo_json({"version": VERSION, "rubric": rubric.id, **classrooms.key_record(found)})
        return
    echo_table(classrooms.KEY_HEADER, classrooms.key_rows(found, {row.id: row.outlet for row in rows}))
    if not found.keys:
        talk("There is no key yet: a teacher scores the articles (annotator class roster --teacher HANDLE).")


def _answer(told: str) -> tuple[str, Answer, int | None]:
    """Criterion, answer and level of `tone=3`; 0 stands for "cannot judge"."""
    criterion, _, level = told.partition("=")
    if not (level.isascii() and level.isdigit()):
        raise JudgementError(f"{told!r} is not CRITERION=LEVEL.", "Write for example tone=3, or tone=0.")
    if int(level) == 0:
        return criterion.strip(), Answer.CANNOT_JUDGE, None
    return criterion.strip(), Answer.LEVEL, int(level)
