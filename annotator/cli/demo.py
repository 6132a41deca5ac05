"""`annotator demo`: the seeds in a throw-away workspace, to play with or to check an installation."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import click

from annotator.errors import AnnotatorError
from annotator.workbench.opening import Workspace, open_workspace


@click.command()
@click.option(
    "--check", is_flag=True, help="No app: seed, analyze, score, export and compare, then say what was seen."
)
@click.pass_context
def demo(ctx: click.Context, check: bool) -> None:
    """The five seed articles in a throw-away workspace, which is deleted at the end."""
    from annotator.cli.app import check_terminal, run_app
    from annotator.workbench.seeding import seed

    if not check:
        check_terminal()
    with (
        tempfile.TemporaryDirectory(prefix="annotator-demo-") as folder,
        open_workspace(Path(folder), create=True) as workspace,
    ):
        added = seed(workspace)
        if check:
            _check(workspace, added)
        else:
            run_app(workspace, ctx.find_root().obj["rater"])


def _check(workspace: Workspace, added: int) -> None:
    """Nothing; each step is done and told. Raises `AnnotatorError` when a step does not give what it must."""
    from annotator.workbench.analyzing import analyze_all
    from annotator.workbench.choosing import load_rubric
    from annotator.workbench.comparing import compare_scores, compare_signals
    from annotator.workbench.exporting import export_scores

    _step("seed", added, "articles")
    _step("analyze", analyze_all(workspace), "articles analysed")
    rubric = load_rubric(workspace)
    _step("score", _score_everything(workspace), "scores recorded")
    table = io.StringIO()
    _step("export", export_scores(workspace, table), "rows written")
    scores = compare_scores(workspace, story=None, rubric=rubric)
    _step("compare scores", sum(cell.n for cell in scores.cells.values()), "scores in the table")
    signals = compare_signals(workspace, story=None)
    _step(
        "compare signals", sum(cell.findings or 0 for cell in signals.cells.values()), "findings in the table"
    )
    click.echo("annotator works here.")


def _step(name: str, number: int, unit: str) -> None:
    if not number:
        raise AnnotatorError(
            f"the step “{name}” gave nothing.", "Install annotator again in a fresh environment."
        )
    click.echo(f"{name:16} {number:5} {unit}")


def _score_everything(workspace: Workspace) -> int:
    """How many scores three made-up raters gave: for the check only, levels by turns."""
    from annotator.model.judgements import Answer
    from annotator.workbench.choosing import load_rubric
    from annotator.workbench.rating import cite, ensure_rater, record_score
    from annotator.workbench.reading import article, list_articles

    rubric, number = load_rubric(workspace), 0
    for turn, handle in enumerate(("check-1", "check-2", "check-3")):
        rater = ensure_rater(workspace, handle)
        for row in list_articles(workspace, rater, rubric):
            text = article(workspace, row.id)
            evidence = [cite(text, text.headline.start, text.headline.end)]
            for criterion in rubric.criteria:
                level = criterion.levels[(number + turn) % len(criterion.levels)].value
                record_score(
                    workspace, rater, text, rubric, criterion.id,
                    answer=Answer.LEVEL, level=level, evidence=evidence,
                )  # fmt: skip
                number += 1
    return number
