"""`annotator signals`: what each signal asks, looks for and gets wrong, and what this class thinks of it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import asdict

import click

from annotator.cli.talking import VERSION, echo_csv, echo_json, echo_table, opened, talk, visible
from annotator.errors import AnnotatorError
from annotator.signals import SignalCard

COLUMNS = ("id", "letter", "title", "what it asks the reader")
WIDTH = 92
"""In cells, of a card."""


@click.command()
@click.argument("id", required=False)
@click.option("--verdicts", is_flag=True, help="What readers here think of the findings.")
@click.option("--story", default=None, help="With --verdicts: only this story.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@click.pass_context
def signals(ctx: click.Context, id: str | None, verdicts: bool, story: str | None, form: str) -> None:
    """Show all signals and measures, or the card of one: with ID, when to believe it and when not.

    With --verdicts: of the findings that readers of this workspace answered with yes or no, the share of yes,
    and the entries most often refused. `annotator words silence` takes an entry out.
    """
    from annotator.signals import MeasureCard, card, catalogue, measure_card

    if story is not None and not verdicts:
        raise AnnotatorError("--story goes with --verdicts.", "Add --verdicts, or leave --story out.")
    if id and not verdicts and isinstance(measure_card(id), MeasureCard):
        _show_measure(id, form)
        return
    chosen = [card(id)] if id else list(catalogue())
    if verdicts:
        _show_verdicts(ctx, chosen, story, form)
    elif form == "json":
        _show_records(chosen)
    elif form == "csv":
        echo_csv(COLUMNS, [*_rows(chosen), *([] if id else _measure_rows())])
    elif id:
        _show_card(id)
    else:
        echo_table(COLUMNS, [*_rows(chosen), *_measure_rows()])


def _rows(chosen: Sequence[SignalCard]) -> list[tuple[str, ...]]:
    return [(one.id, one.letter, one.title, one.question) for one in chosen]


def _measure_rows() -> list[tuple[str, ...]]:
    from annotator.signals import measures

    return [(one.id, "–", one.title, one.question) for one in measures()]


def _show_measure(id: str, form: str) -> None:
    """Nothing; the card of a measure of a whole article is shown."""
    from annotator.signals import measure_card

    one = measure_card(id)
    if form == "json":
        echo_json({"version": VERSION, "signals": [], "measures": [asdict(one)]})
    elif form == "csv":
        echo_csv(COLUMNS, [row for row in _measure_rows() if row[0] == id])
    else:
        _show_card(id)


def _show_records(chosen: Sequence[SignalCard]) -> None:
    from annotator.present.cards import card_record
    from annotator.signals import catalogue, measures

    told = measures() if len(chosen) == len(catalogue()) else ()
    records = {
        "signals": [card_record(one.id) for one in chosen],
        "measures": [asdict(one) for one in told],
    }
    echo_json({"version": VERSION, **records})


def _show_card(id: str) -> None:
    from annotator.present.cards import card_lines

    for line in card_lines(id):
        indent = " " * (len(line) - len(line.lstrip()))
        wrapped = textwrap.wrap(line, WIDTH, initial_indent="", subsequent_indent=f"{indent}  ")
        click.echo(visible("\n".join(wrapped)))


def _show_verdicts(ctx: click.Context, chosen: Sequence[SignalCard], story: str | None, form: str) -> None:
    from annotator.present import opinions
    from annotator.workbench.correcting import weigh_signals

    wanted = {one.id for one in chosen}
    with opened(ctx) as workspace:
        found = [one for one in weigh_signals(workspace, story=story) if one.signal in wanted]
    if form == "json":
        echo_json({"version": VERSION, "story": story, **opinions.opinion_record(found)})
    elif form == "csv":
        echo_csv(opinions.COLUMNS, opinions.opinion_cells(found))
    elif rows := list(opinions.opinion_rows(found)):
        echo_table(opinions.HEADER, rows)
    else:
        talk("Nobody has judged a finding yet: run `annotator`, choose a finding, and press y, x or m.")
