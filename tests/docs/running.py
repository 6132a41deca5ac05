"""Commands of the project's pages, as a reader runs them from top to bottom, and as we understand them.

A fence of `sh` holds commands, one a line. Marks in comments before it say what a reader has already:

- `<!-- file: NAME -->` before a fence: what is in it stands in a file of that name;
- `<!-- file: NAME` ... `-->`: the same, not shown; it ends in a line of `-->` alone;
- `<!-- before: annotator ... -->`: a command that was run before, not shown;
- `<!-- not run: REASON -->` before a fence: its commands are understood, but not run.

A line of another program is passed over where `OTHERS` knows it.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

import click

from annotator.cli.commands import group as root

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
_FENCE = re.compile(
    r"^<!-- file: (?P<hidden>\S+)\n(?P<content>.*?)^-->$"
    r"|^<!-- before: (?P<before>.+?) -->$"
    r"|(?:^<!-- (?P<mark>file|not run): (?P<what>[^\n]+?) -->\n)?^```(?P<kind>\w*)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_INLINE = re.compile(r"`((?:[A-Z_]+=\S+\s)?annotator\s[^`]+)`")
_OPTIONAL = re.compile(r"[\[\]]")
OTHERS = (
    "python3 -m venv",
    "python docs/",
    "python -m benchmarks",
    "pip install",
    "export ANNOTATOR_HUB=",
    "pbpaste",
)
"""How the lines of other programs begin that a page may show."""


class Step(NamedTuple):
    """Something a reader does."""

    line: int
    kind: str
    """`command`, `folder` (a change of it), `file`, or `shown` for a command that is not run."""
    words: tuple[str, ...]
    """The arguments of the command, the folder, or the file's name and content."""


def pages() -> list[Path]:
    """Every page that people read, but for the history of changes."""
    found = [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
    found += [ROOT / name / "README.md" for name in ("exports", "rubrics", "seeds")]
    return sorted(page for page in found if page.name != "CHANGELOG.md")


def steps(page: Path) -> Iterator[Step]:
    """What a reader of the page does, from top to bottom."""
    text = page.read_text(encoding="utf-8")
    for fence in _FENCE.finditer(text):
        first = text.count("\n", 0, fence.start("body" if fence["body"] is not None else 0)) + 1
        if fence["hidden"]:
            yield Step(first, "file", (fence["hidden"], fence["content"]))
        elif fence["before"]:
            yield from _line(page, first, fence["before"], run=True)
        elif fence["mark"] == "file":
            yield Step(first, "file", (fence["what"], fence["body"]))
        elif fence["kind"] == "sh":
            for number, line in enumerate(fence["body"].splitlines(), first):
                yield from _line(page, number, line, run=fence["mark"] != "not run")
        else:
            # What other fences show: output, other languages, and the forms of commands.
            for number, line in enumerate(fence["body"].splitlines(), first):
                if re.match(r"(\$ )?annotator\s", line):
                    form = re.split(r"\s{3,}", line.removeprefix("$ "))[0]
                    yield Step(number, "shown", tuple(shlex.split(form, comments=True)[1:]))


def _line(page: Path, number: int, line: str, *, run: bool) -> Iterator[Step]:
    for part in re.split(r"\s(?:&&|\|)\s", line):
        words = shlex.split(part, comments=True)
        if not words:
            continue
        if words[0] == "cd":
            yield Step(number, "folder", (words[1],))
        elif PurePath(words[0]).name == "annotator":
            # The bare app needs a terminal, its own tests drive it by keys; a pipe starts in another program.
            alone = len(words) > 1 and part == line
            yield Step(number, "command" if run and alone else "shown", tuple(words[1:]))
        else:
            known = any(part.strip().startswith(other) for other in (*OTHERS, ".venv/bin/p"))
            assert known, f"{page.name}:{number}: {part} is no command of ours"


def mentions(page: Path) -> Iterator[Step]:
    """The commands that stand inside sentences."""
    text = page.read_text(encoding="utf-8")
    plain = _FENCE.sub(lambda fence: re.sub(r"[^\n]", " ", fence.group()), text)
    for match in _INLINE.finditer(plain):
        words = shlex.split(match[1])
        while words[0] != "annotator":
            del words[0]
        yield Step(plain.count("\n", 0, match.start()) + 1, "shown", tuple(words[1:]))


def expanded(words: tuple[str, ...]) -> list[str]:
    """The arguments as a shell hands them over: patterns stand for the files that are there."""
    return [
        name for word in words for name in (sorted(map(str, Path().glob(word))) if "*" in word else [word])
    ]


def understand(words: tuple[str, ...]) -> None:
    """Nothing. Raises `click.UsageError` for words that `annotator` does not know.

    Names in capitals, dots and what stands in brackets are places to fill in; of `a|b` the first is taken.
    """
    left = [_OPTIONAL.sub("", word).split("|")[0].removesuffix("...") for word in words]
    left = [word for word in left if word]
    command: click.Command = root
    context = click.Context(root, info_name="annotator")
    while True:
        given, left, _order = command.make_parser(context).parse_args(list(left))
        for option in command.get_params(context):
            _check_choice(option, given.get(option.name or ""), context)
        if not isinstance(command, click.Group):
            break
        left = [*_protected(given, command, context), *left]
        if not left or left[0] == "…" or left[0].isupper():
            return
        following = command.get_command(context, left[0])
        if following is None:
            raise click.UsageError(f"there is no command {left[0]!r}", context)
        context = click.Context(following, info_name=left[0], parent=context)
        command, left = following, left[1:]
    if left:
        raise click.UsageError(f"too many words: {left}", context)


def _protected(given: dict[str, object], command: click.Group, context: click.Context) -> list[str]:
    """The words of a group that its own arguments have not taken; groups here have none."""
    arguments = [one for one in command.get_params(context) if isinstance(one, click.Argument)]
    return [str(given[one.name or ""]) for one in arguments if given.get(one.name or "")]


def _check_choice(option: click.Parameter, value: object, context: click.Context) -> None:
    values = value if isinstance(value, (tuple, list)) else (value,)
    for one in values:
        if isinstance(option.type, click.Choice) and isinstance(one, str) and not one.isupper():
            option.type.convert(one, option, context)
