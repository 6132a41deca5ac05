"""`annotator class`: the commands of a lesson, each imported when it runs."""

from __future__ import annotations

import click

from annotator.cli.lazy import LazyGroup

# name: (module of this package, attribute, one line for the overview)
COMMANDS: dict[str, tuple[str, str, str]] = {
    "roster": ("class_roster", "roster", "Take a class list in, or show who is in the class."),
    "assign": ("class_assign", "assign", "Plan who reads what, in which order."),
    "progress": ("class_progress", "progress", "What is open, and who is stuck."),
    "disagreements": ("class_disagreements", "disagreements", "What there is most to discuss about."),
    "round": ("class_rounds", "rounds", "Vote again on one question, after the class has talked it over."),
    "vote": ("class_rounds", "vote", "A student's vote in the round that is open."),
    "agreement": ("class_agreement", "agreement", "How far the raters agree, criterion by criterion."),
    "release": ("class_release", "release", "Let students look back on what the class answered."),
    "key": ("class_key", "key", "The teacher's scores, and what was settled with a reason."),
    "calibration": ("class_calibration", "calibration", "How far each student is from the key."),
    "sheet": ("class_sheet", "sheet", "The rubric as a sheet to print, with boxes to tick."),
    "pack": ("class_packs", "pack", "A student's articles and rubric in a file, for work without a network."),
    "unpack": ("class_packs", "unpack", "Begin to work on such a file."),
    "reset-pin": ("class_pins", "reset_pin", "Let a student choose a new PIN for the browser."),
    "forget": ("class_leaving", "forget", "Remove a person's name, or all the person did."),
    "close": ("class_leaving", "close", "Forget all students, at the end of term."),
}


@click.group("class", cls=LazyGroup, listed=COMMANDS)
def classroom() -> None:
    """A lesson: who is in the class, who reads what, where they differ, how far they are from the key.

    A workspace is a class. Names leave it only where `--identified` is said.
    """
