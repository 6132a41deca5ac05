"""`annotator class`: the commands of a lesson, each imported when it runs."""

from __future__ import annotations

from importlib import import_module

import click

# name: (module of this package, attribute, one line for the overview)
COMMANDS: dict[str, tuple[str, str, str]] = {
    "roster": ("class_roster", "roster", "Take a class list in, or show who is in the class."),
    "assign": ("class_assign", "assign", "Plan who reads what, in which order."),
    "progress": ("class_progress", "progress", "What is open, and who is stuck."),
    "disagreements": ("class_disagreements", "disagreements", "What there is most to discuss about."),
    "agreement": ("class_agreement", "agreement", "How far the raters agree, criterion by criterion."),
    "key": ("class_key", "key", "The teacher's scores, and what was settled with a reason."),
    "calibration": ("class_calibration", "calibration", "How far each student is from the key."),
    "pack": ("class_packs", "pack", "A student's articles and rubric in a file, for work without a network."),
    "unpack": ("class_packs", "unpack", "Begin to work on such a file."),
    "forget": ("class_leaving", "forget", "Remove a person's name, or all the person did."),
    "close": ("class_leaving", "close", "Forget all students, at the end of term."),
}


class ClassGroup(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of a lesson."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute, _ = COMMANDS[cmd_name]
        command = getattr(import_module(f"annotator.cli.{module}"), attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The overview, written without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, _, line) in COMMANDS.items()])


@click.group("class", cls=ClassGroup)
def classroom() -> None:
    """A lesson: who is in the class, who reads what, where they differ, how far they are from the key.

    A workspace is a class. Names leave it only where `--identified` is said.
    """
