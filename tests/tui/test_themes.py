from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from annotator.signals import catalogue
from annotator.tui.app import AnnotatorApp
from annotator.tui.looks import LOOKS
from annotator.tui.themes import DARK, LIGHT
from tests.tui.conftest import open_article, wait

READ = [name for name in DARK.variables if name.startswith("signal-") or name in ("quiet", "evidence")]


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_every_look_names_colours_that_the_theme_has(theme: Theme) -> None:
    known = {*theme.variables, "accent", "background", "foreground"}
    used = {name for look in LOOKS.values() for name in (look.colour, look.ground) if name}
    assert used <= known


def test_every_signal_has_a_colour_and_a_mark() -> None:
    for signal in catalogue():
        assert signal.id in LOOKS and f"signal-{signal.id}" in DARK.variables
        assert signal.kind == "article" or f"mark-{signal.id}" in LOOKS


def test_letters_of_signals_differ() -> None:
    letters = [signal.letter for signal in catalogue()]
    assert len(set(letters)) == len(letters), "a mark is known by its letter, not only by its colour"


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", READ)
def test_colours_can_be_read_on_the_page(theme: Theme, name: str) -> None:
    page = Color.parse(theme.background or "")
    ground = Color.parse(theme.variables["evidence-ground"]) if name == "evidence" else page
    assert ground.get_contrast_text  # a colour, not a name of one
    assert contrast(Color.parse(theme.variables[name]), ground) >= 4.5


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2."""
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(color: Color) -> float:
    parts = [part / 255 for part in color.rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


async def test_light_and_dark_are_a_key_apart_and_marks_follow(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        dark = app.palette.style("mark-hedge")
        await pilot.press("ctrl+t")
        await wait(pilot)
        assert app.theme == LIGHT.name
        assert app.palette.style("mark-hedge").color != dark.color


async def test_textuals_own_themes_work_too(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        for name in ("nord", "textual-light"):
            app.theme = name
            await wait(pilot)
            assert app.palette.style("mark-loaded").color
