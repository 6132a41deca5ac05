"""Speaking and hearing in plain lines: no colour, no control sequences, no key that is not a line."""

from __future__ import annotations

import sys

import click

from annotator.cli.talking import visible
from annotator.translating import _


class End(Exception):  # noqa: N818 - not an error: the conversation is over
    """There is no more input, or the rater quits."""


def say(template: str, **fields: object) -> None:
    """Nothing; the line stands on stdout, in the language in use, filled in."""
    click.echo(
        visible(_(template).format(**{name: str(value) for name, value in fields.items()})), color=False
    )


def hear() -> str:
    """The next line of input without the white space at its ends. Raises `End` when there is none."""
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        raise End
    return line.strip()


def forgive_bytes() -> None:
    """Nothing; a byte that is no letter is heard as a sign for it, so that it does not end an hour's work."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
