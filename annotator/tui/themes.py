"""Our three themes. Every colour of the app is named here and used by name in the style sheets.

The colours of signals keep apart for the usual kinds of colour blindness: they were searched for under
a simulation of them (`tests/tui/test_colours.py` has the formula and the bounds), and vary in lightness
as well as in hue. No mark is known by its colour alone: each has a letter, and a line or a ground.
"""

from __future__ import annotations

from textual.theme import Theme

COLOURS_DARK = {
    "signal-loaded": "#fb802e",
    "signal-praise": "#a3f3bc",
    "signal-hedge": "#cb9e57",
    "signal-attribution": "#31acff",
    "signal-unattributed": "#ffcd74",
    "signal-anonymous": "#e78a95",
    "signal-boilerplate": "#b39ebd",
    "signal-quote": "#f5f6f2",
    "signal-clickbait": "#efbeff",
    "signal-sentiment": "#9c9cd6",
    "signal-readability": "#a9b0bc",
    "evidence": "#f4f1e4",
    "evidence-ground": "#2d4a73",
    "highlight": "#c6e07a",
    "chosen-ground": "#58511f",
    "selection-ground": "#3f5f3a",
    "cursor-ground": "#243047",
    "cursor-away-ground": "#22262e",
    "quiet": "#b1b8c4",
    "faint": "#969daa",
    "rule": "#343a45",
}

COLOURS_LIGHT = {
    "signal-loaded": "#b03232",
    "signal-praise": "#206e75",
    "signal-hedge": "#672700",
    "signal-attribution": "#7d5196",
    "signal-unattributed": "#9f4900",
    "signal-anonymous": "#3a004d",
    "signal-boilerplate": "#214864",
    "signal-quote": "#062717",
    "signal-clickbait": "#6e0a80",
    "signal-sentiment": "#5528ab",
    "signal-readability": "#5f656e",
    "evidence": "#10233f",
    "evidence-ground": "#c9dcf8",
    "highlight": "#4d6300",
    "chosen-ground": "#ffe9a0",
    "selection-ground": "#c8e6bf",
    "cursor-ground": "#dbe6f6",
    "cursor-away-ground": "#ebe7dc",
    "quiet": "#52585f",
    "faint": "#646762",
    "rule": "#d3cec0",
}

COLOURS_CONTRAST = {
    "signal-loaded": "#ccaa4d",
    "signal-praise": "#9ef8b3",
    "signal-hedge": "#b4be14",
    "signal-attribution": "#76bbc6",
    "signal-unattributed": "#efdd68",
    "signal-anonymous": "#f39481",
    "signal-boilerplate": "#aec8b7",
    "signal-quote": "#d8ffe7",
    "signal-clickbait": "#b99eff",
    "signal-sentiment": "#75dbff",
    "signal-readability": "#e6e6e6",
    "evidence": "#ffffff",
    "evidence-ground": "#0f4f8f",
    "highlight": "#ffff00",
    "chosen-ground": "#5c4a00",
    "selection-ground": "#0f5a1e",
    "cursor-ground": "#0b3a8c",
    "cursor-away-ground": "#333333",
    "quiet": "#e6e6e6",
    "faint": "#c8c8c8",
    "rule": "#8c8c8c",
}

DARK = Theme(
    name="annotator-dark",
    primary="#8ab4f8",
    secondary="#74b6ec",
    accent="#8ab4f8",
    foreground="#d9dce3",
    background="#15181e",
    surface="#1b1f26",
    panel="#22262e",
    success="#4cc79c",
    warning="#e3c25b",
    error="#f2856b",
    dark=True,
    variables=COLOURS_DARK,
)

LIGHT = Theme(
    name="annotator-light",
    primary="#1f5fb8",
    secondary="#1b609c",
    accent="#1f5fb8",
    foreground="#23262b",
    background="#faf8f2",
    surface="#f4f1e8",
    panel="#ebe7dc",
    success="#0c6e50",
    warning="#7d5c00",
    error="#b3391c",
    dark=False,
    variables=COLOURS_LIGHT,
)

CONTRAST = Theme(
    name="annotator-contrast",
    primary="#ffff00",
    secondary="#75dbff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#111111",
    panel="#262626",
    success="#9ef8b3",
    warning="#ffd75e",
    error="#ff9e8a",
    dark=True,
    variables=COLOURS_CONTRAST,
)
"""Every word at least 7 times as light as the black page."""

OURS = (DARK, LIGHT, CONTRAST)
"""In the order in which a key turns them."""
