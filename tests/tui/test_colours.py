"""Colours: words can be read in every theme of ours, and marks told apart by eyes that see fewer colours.

Three kinds of colour blindness are simulated by the matrices of Machado, Oliveira and Fernandes (2009,
"A Physiologically-based Model for Simulation of Color Vision Deficiency", severity 1.0), applied to linear
sRGB. How far two colours then lie apart is their distance in CIELAB under D65 (CIE 1976 ΔE): 2.3 is just
noticeable side by side. Contrast is that of WCAG 2.
"""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest
from textual.color import Color
from textual.theme import Theme

from annotator.signals import catalogue
from annotator.tui.looks import LOOKS
from annotator.tui.themes import CONTRAST, OURS

LEAST_APART = 12.0
"""For any two signals, whose letters and mostly whose lines differ too."""
LEAST_APART_ALIKE = 20.0
"""For signals whose words are marked by the same line or ground: the colour says most there."""
LEAST_FROM_TEXT = 15.0
"""For a signal that colours words, from words that nothing marks."""
LEAST_CONTRAST = 4.5
LEAST_HIGH_CONTRAST = 7.0

SEEN = {
    "all colours": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
MARKING = [signal.id for signal in catalogue() if signal.kind != "article"]
COLOURING = [id for id in MARKING if LOOKS[f"mark-{id}"].colour]
THEMES = pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
EYES = pytest.mark.parametrize("eyes", SEEN)


def linear(colour: str) -> tuple[float, ...]:
    parts = [part / 255 for part in Color.parse(colour).rgb]
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def seen(colour: str, eyes: str) -> tuple[float, float, float]:
    """The colour in CIELAB as these eyes see it."""
    parts = linear(colour)
    rgb = [min(1.0, max(0.0, sum(a * b for a, b in zip(row, parts, strict=True)))) for row in SEEN[eyes]]
    x = (0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047
    y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2]
    z = (0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883
    root = [t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29 for t in (x, y, z)]
    return 116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        red, green, blue = linear(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def colour_of(theme: Theme, name: str) -> str:
    return str(theme.variables.get(name) or getattr(theme, name))


def alike(one: str, other: str) -> bool:
    """True for signals whose marks differ by nothing but their colour (and letter)."""
    first, second = LOOKS[f"mark-{one}"], LOOKS[f"mark-{other}"]
    return (first.line, bool(first.ground)) == (second.line, bool(second.ground))


def test_the_simulation_does_what_the_papers_say() -> None:
    assert dist(seen("#ffffff", "all colours"), (100, 0, 0)) < 0.1
    assert dist(seen("#00ff00", "all colours"), (87.7, -86.2, 83.2)) < 0.2
    for eyes in SEEN:
        assert dist(seen("#808080", eyes), seen("#808080", "all colours")) < 0.5, "grey stays grey"
    red_from_green = [dist(seen("#c04000", eyes), seen("#6b7000", eyes)) for eyes in SEEN]
    assert red_from_green[2] < red_from_green[0] / 2, "deuteranopia brings red and green together"


@THEMES
@EYES
def test_signals_are_told_apart(theme: Theme, eyes: str) -> None:
    for one, other in combinations(MARKING, 2):
        apart = dist(*(seen(theme.variables[f"signal-{id}"], eyes) for id in (one, other)))
        assert apart >= (LEAST_APART_ALIKE if alike(one, other) else LEAST_APART), (one, other)


@THEMES
@EYES
def test_coloured_words_are_told_from_plain_ones(theme: Theme, eyes: str) -> None:
    for id in COLOURING:
        words = seen(theme.variables[f"signal-{id}"], eyes)
        assert dist(words, seen(str(theme.foreground), eyes)) >= LEAST_FROM_TEXT, id


def test_marks_differ_without_any_colour() -> None:
    letters = {signal.id: signal.letter for signal in catalogue()}
    for one, other in combinations(MARKING, 2):
        assert letters[one] != letters[other]
    for id in MARKING:
        look = LOOKS[f"mark-{id}"]
        assert look.line or look.ground or id == "boilerplate", "page furniture is only set back"


@THEMES
def test_every_colour_of_words_can_be_read(theme: Theme) -> None:
    least = LEAST_HIGH_CONTRAST if theme is CONTRAST else LEAST_CONTRAST
    grounds = [str(theme.background), str(theme.surface)]
    for name in {look.colour for look in LOOKS.values() if look.colour} | {"foreground"}:
        if name in ("background", "evidence"):
            continue  # on grounds of their own, below
        for ground in grounds:
            assert contrast(colour_of(theme, name), ground) >= least, name
        assert contrast(colour_of(theme, name), theme.variables["cursor-ground"]) >= LEAST_CONTRAST, name


@THEMES
def test_words_on_grounds_of_their_own_can_be_read(theme: Theme) -> None:
    assert contrast(theme.variables["evidence"], theme.variables["evidence-ground"]) >= LEAST_CONTRAST
    assert contrast(str(theme.background), str(theme.accent)) >= LEAST_CONTRAST, "a level that was given"
    for ground in ("evidence-ground", "chosen-ground", "selection-ground", "cursor-away-ground"):
        assert contrast(str(theme.foreground), theme.variables[ground]) >= LEAST_CONTRAST, ground
