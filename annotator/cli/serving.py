"""`annotator serve`: the class joins from browsers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.talking import talk
from annotator.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.web.nursery import Cradle
    from annotator.web.serving import Opened, Plan


@click.command()
@click.option("--lan", is_flag=True, help="Open to the local network; else only this machine can join.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--name", "names", multiple=True, metavar="NAME", help="A host name that leads here.")
@click.option("--cert", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="TLS: PEM file.")
@click.option("--key", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Its private key.")
@click.option("--new-code", is_flag=True, help="A new class code; everybody gives code and PIN again.")
@click.option("--keep", default=10.0, show_default=True, help="Minutes a lost session waits for its page.")
@click.option("--idle", default=45.0, show_default=True, help="Minutes after which a session at rest ends.")
@click.pass_context
def serve(
    ctx: click.Context, lan: bool, port: int, names: tuple[str, ...], cert: Path | None, key: Path | None,
    new_code: bool, keep: float, idle: float,
) -> None:  # fmt: skip
    """Let the class join from browsers, until you press Ctrl+C.

    Students give the class code and their handle, and choose a PIN the first time.
    """
    check_installed()
    from annotator.web.nursery import open_cradle

    folder = Path(ctx.find_root().obj["folder"]).resolve()
    # Before anything opens the database or starts a thread: sessions are forked from this.
    cradle = open_cradle(folder)
    try:
        from annotator.web.serving import Plan

        _run(Plan(folder, port, lan, names, cert, key, new_code, keep * 60, idle * 60), cradle)
    finally:
        cradle.close()


def _run(plan: Plan, cradle: Cradle) -> None:
    import asyncio

    from annotator.web.serving import serve as serve_class

    asyncio.run(serve_class(plan, cradle, tell_open=tell_open, say=talk))
    talk("Stopped. What was confirmed is kept.")


def check_installed() -> None:
    """Nothing, where the extra is installed that serving needs."""
    from importlib.util import find_spec

    if missing := [name for name in ("aiohttp", "segno") if find_spec(name) is None]:
        raise AnnotatorError(
            f"serving needs {' and '.join(missing)}, which is not installed here.",
            "Install it: `pip install 'annotator[web]'`.",
        )


def tell_open(opened: Opened) -> None:
    """Nothing; the teacher sees address, class code and QR code."""
    import segno

    first, *others = opened.addresses
    click.echo(f"\n  Address      {first}")
    for other in others:
        click.echo(f"               {other}")
    click.echo(f"  Class code   {opened.code}\n")
    code = segno.make(opened.link, error="l", micro=False)
    code.terminal(compact=True, border=2)
    click.echo(f"  For you      {opened.health}")
    if opened.lan:
        click.echo(f"               from another machine with ?token={opened.token}")
        if not opened.secure:
            click.echo("  Without --cert and --key what the class sends can be read in this network.")
    else:
        click.echo("  Only this machine can join. To open it to the local network: `--lan`.")
    click.echo("  Ctrl+C stops.\n")
