"""`annotator signals`: what each signal asks, looks for and gets wrong."""

from __future__ import annotations

import textwrap
from dataclasses import asdict

import click

from annotator.cli.talking import VERSION, echo_json, echo_table


@click.command()
@click.argument("id", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def signals(id: str | None, form: str) -> None:
    """Show all signals, or the card of one."""
    from annotator.signals import card, catalogue

    chosen = [card(id)] if id else list(catalogue())
    if form == "json":
        echo_json({"version": VERSION, "signals": [asdict(one) for one in chosen]})
    elif id:
        _show_card(id)
    else:
        echo_table(
            ("id", "letter", "title", "what it asks the reader"),
            [(one.id, one.letter, one.title, one.question) for one in chosen],
        )


def _show_card(id: str) -> None:
    from annotator.present.cards import card_lines

    for line in card_lines(id):
        click.echo("\n".join(textwrap.wrap(line, 92, subsequent_indent="  ")) if line else "")
