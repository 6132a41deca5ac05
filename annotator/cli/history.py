"""`annotator history`: what a rater said of an article, in order, with what could be seen then."""

from __future__ import annotations

from typing import Any

import click

from annotator.cli.talking import VERSION, echo_csv, echo_json, echo_table, handle_meant, opened, talk
from annotator.model.judgements import Answer, Conditions, Score
from annotator.workbench.blinding import ArticleView
from annotator.workbench.tracing import Entry

COLUMNS = ("at", "what", "criterion", "answer", "saw", "mark", "evidence", "note", "rubric")


@click.command()
@click.argument("article")
@click.option("--rater", "handle", default=None, help="Whose history; yours if nobody is named.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@click.pass_context
def history(ctx: click.Context, article: str, handle: str | None, form: str) -> None:
    """Show every score of ARTICLE that a rater ever gave, and every reveal, oldest first.

    Nothing is ever deleted: an undo is a row of its own, and the score it took back says so. The last
    score of a criterion that stands is marked *.
    """
    from annotator.workbench.blinding import view_of
    from annotator.workbench.browsing import reads_openly
    from annotator.workbench.reading import find_article
    from annotator.workbench.tracing import known_rater, trace

    with opened(ctx) as workspace:
        rater = known_rater(workspace, handle or handle_meant(ctx.find_root().obj["rater"]))
        found = find_article(workspace, article, openly=reads_openly(workspace, rater))
        view = view_of(workspace, rater, found)
        entries = trace(workspace, rater, found)
    if form == "json":
        records = [_record(entry, view) for entry in entries]
        echo_json({"version": VERSION, "article": found.id, "rater": rater.handle, "history": records})
    elif form == "csv":
        echo_csv(COLUMNS, [_row(entry, view) for entry in entries])
    elif entries:
        echo_table(COLUMNS, [_row(entry, view) for entry in entries])
    else:
        talk(f"{rater.handle} has not scored {view.title} yet.")


def _row(entry: Entry, view: ArticleView) -> tuple[str, ...]:
    score = entry.score
    if score is None:
        return (entry.at, f"reveal {entry.reveal}", "", "", "", "", "", "", "")
    mark = " ".join(word for word in (entry.mark, "*" if entry.standing else "") if word)
    quotes = "; ".join(_cited(score, view))
    answer = _answer(score)
    saw = seen_words(score.conditions)
    return (
        entry.at,
        "score",
        score.criterion,
        answer,
        saw,
        mark,
        quotes,
        view.shown(score.note),
        entry.rubric,
    )


def _answer(score: Score) -> str:
    return str(score.level) if score.answer is Answer.LEVEL else score.answer.value.replace("-", " ")


def seen_words(conditions: Conditions) -> str:
    """What could be seen, in words: `outlet, signals`."""
    seen = [name for name in ("outlet", "signals", "others") if getattr(conditions, name)]
    return ", ".join(seen) or "nothing but the text"


def _cited(score: Score, view: ArticleView) -> list[str]:
    """What was cited, in words as the rater may see them."""
    return [
        f"absent: {view.shown(one.absent)}" if one.absent else view.quote(one.start, one.end)
        for one in score.evidence
    ]


def _record(entry: Entry, view: ArticleView) -> dict[str, Any]:
    score = entry.score
    if score is None:
        return {"at": entry.at, "what": "reveal", "reveal": entry.reveal}
    return {
        "at": entry.at,
        "what": "score",
        "id": score.id,
        "rubric": entry.rubric,
        "criterion": score.criterion,
        "answer": score.answer.value,
        "level": score.level,
        "note": view.shown(score.note),
        "evidence": [
            {"absent": view.shown(one.absent)}
            if one.absent
            else {
                "start": one.start,
                "end": one.end,
                "quote": view.quote(one.start, one.end),
                "signal": one.signal,
            }
            for one in score.evidence
        ],
        "saw": {name: getattr(score.conditions, name) for name in ("outlet", "signals", "others")},
        "mark": entry.mark,
        "standing": entry.standing,
        "undoes": score.undoes,
    }
