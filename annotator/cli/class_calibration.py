"""`annotator class calibration`: beside the key."""

from __future__ import annotations

import click

from annotator.cli.talking import VERSION, echo_json, echo_table, opened, talk, visible


@click.command()
@click.argument("handle", required=False)
@click.option("--story", default=None, help="Only this story.")
@click.option("--rubric", "rubric_name", default=None, help="Id, digest or path; core if not given.")
@click.option("--identified", is_flag=True, help="With handles instead of codes.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def calibration(
    ctx: click.Context,
    handle: str | None,
    story: str | None,
    rubric_name: str | None,
    identified: bool,
    form: str,
) -> None:
    """How far each student is from the key, criterion by criterion, and how strict each rater is.

    With HANDLE, what this student can look at again, with the words that the key rests on.
    """
    from dataclasses import replace

    from annotator.present import calibrations
    from annotator.workbench.calibrating import calibrate, names
    from annotator.workbench.choosing import load_rubric
    from annotator.workbench.enrolling import find_rater
    from annotator.workbench.pseudonyms import pseudonym
    from annotator.workbench.reading import check_story

    with opened(ctx) as workspace:
        check_story(workspace, story)
        found = calibrate(workspace, story=story, rubric=load_rubric(workspace, rubric_name))
        called = names(workspace)
        if not identified:
            called = {id: pseudonym(workspace, id) for id in called}
        if handle:
            one = find_rater(workspace, handle)
            called[one.id] = one.handle
            found = replace(found, students=tuple(each for each in found.students if each.rater.id == one.id))
    if form == "json":
        echo_json({"version": VERSION, **calibrations.calibration_record(found, called)})
        return
    echo_table(calibrations.CALIBRATION_HEADER, calibrations.calibration_rows(found, called))
    if not found.keys.keys:
        talk("There is no key yet: see `annotator class key`.")
    if handle:
        lines = [
            line
            for each in found.students
            for line in calibrations.feedback_lines(each, found.rubric, found.outlets)
        ]
        compared = any(each.distances for each in found.students)
        nothing = "Nothing differs from the key." if compared else "Nothing to compare with the key yet."
        click.echo("\n" + ("\n".join(map(visible, lines)) if lines else nothing))
        return
    if found.severities is None:
        talk(f"No severities: {found.no_severities}.")
        return
    click.echo()
    echo_table(calibrations.SEVERITY_HEADER, calibrations.severity_rows(found, called))
    click.echo()
    echo_table(calibrations.OUTLET_HEADER, calibrations.fair_rows(found))
    talk(
        "Severity above 0 gives lower levels than others would; the fair mean is what an average rater gives."
    )
    if found.severities.groups > 1:
        talk("Some raters share no article with the others, so they cannot be compared: assign an overlap.")
