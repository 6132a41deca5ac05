"""What a student in a browser may do is said of every action there is."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from textual.app import App
from textual.binding import Binding
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input, OptionList, TextArea

import annotator.tui
from annotator.tui.served.permissions import ALLOWED, REFUSED, SCREENS, action_name, may

OF_TEXTUAL = (App, Screen, Input, TextArea, OptionList, CommandPalette)


def classes(one: type[DOMNode]) -> Iterator[type[DOMNode]]:
    yield one
    for other in one.__subclasses__():
        yield from classes(other)


def actions() -> dict[str, set[str]]:
    """Every action of our app and of the parts of Textual it uses, with the classes that have it."""
    for module in pkgutil.walk_packages(annotator.tui.__path__, "annotator.tui."):
        importlib.import_module(module.name)
    found: dict[str, set[str]] = {}
    for one in classes(DOMNode):
        if not (one.__module__.startswith("annotator.") or one in OF_TEXTUAL):
            continue
        names = [name.removeprefix("action_") for name in vars(one) if name.startswith("action_")]
        for binding in vars(one).get("BINDINGS", []):
            names.append(action_name(binding.action if isinstance(binding, Binding) else binding[1]))
        for name in names:
            found.setdefault(name, set()).add(one.__name__)
    return found


def test_of_every_action_it_is_said_whether_a_student_in_a_browser_may() -> None:
    unsaid = {name: sorted(where) for name, where in actions().items() if name not in ALLOWED | REFUSED}
    assert not unsaid, "say in annotator/tui/served/permissions.py on which side these belong"


def test_nothing_is_on_both_sides() -> None:
    assert not ALLOWED & REFUSED


def test_every_screen_that_may_be_come_to_is_there() -> None:
    actions()
    assert {one.__name__ for one in classes(Screen)} >= SCREENS


@pytest.mark.parametrize(
    ("action", "allowed"),
    [
        ("score(3)", True),
        ("app.quit", True),
        (("screen", "verdict", ("yes",)), True),
        ("screen.add", False),
        (("app", "export", ()), False),
        ("app.suspend_process", False),
        ("something_new", False),
        ("", False),
    ],
)
def test_an_action_is_known_however_it_is_written(action: object, allowed: bool) -> None:
    assert may(action) is allowed
