"""`annotator class roster`: who is in the class."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.talking import VERSION, echo_json, echo_table, opened, talk


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--teacher", metavar="HANDLE", help="Make this person a teacher: teachers' scores are the key.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def roster(ctx: click.Context, file: Path | None, teacher: str | None, form: str) -> None:
    """Take the class list FILE in (CSV with a column of handles or names), or show who is in the class.

    Only handle, group and role are kept. Good rows go in, the others are listed with their line; then the
    exit code is 2.
    """
    from annotator.present.classrooms import roster_rows
    from annotator.workbench.enrolling import enroll, make_teacher
    from annotator.workbench.joining import list_raters

    problems = False
    with opened(ctx) as workspace:
        if teacher:
            talk(f"{make_teacher(workspace, teacher).handle} is a teacher.")
        if file is not None:
            found = enroll(workspace, file)
            problems = bool(found.problems)
            for problem in found.problems:
                talk(f"annotator: {problem}")
            if found.note:
                talk(f"{file}: {found.note}")
            if found.repeated:
                talk(f"{found.repeated} rows stand in the list twice, word for word; each counts once.")
            talk(
                f"{len(found.added)} new, {len(found.changed)} changed, {found.unchanged} as before,"
                f" {len(found.problems)} left out."
            )
        rows = roster_rows(list_raters(workspace))
    if form == "json":
        people = [{"handle": handle, "group": group, "role": role} for handle, group, role in rows]
        echo_json({"version": VERSION, "raters": people})
    else:
        echo_table(("handle", "group", "role"), rows)
    if problems:
        raise click.exceptions.Exit(2)
