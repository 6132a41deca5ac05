"""Our two themes. Every colour of the app is named here and used by name in the style sheets.

The colours of signals keep apart for the usual kinds of colour blindness (they vary in lightness as well
as hue, after Okabe and Ito), and no mark is known by its colour alone.
"""

from __future__ import annotations

from textual.theme import Theme

COLOURS_DARK = {
    "signal-loaded": "#f2856b",
    "signal-praise": "#4cc79c",
    "signal-hedge": "#e3c25b",
    "signal-attribution": "#74b6ec",
    "signal-unattributed": "#eba26a",
    "signal-anonymous": "#d79bd0",
    "signal-boilerplate": "#939aa6",
    "signal-quote": "#8fc4c9",
    "signal-clickbait": "#f08bbd",
    "signal-sentiment": "#b7a8ee",
    "signal-readability": "#a9b0bc",
    "evidence": "#f4f1e4",
    "evidence-ground": "#2d4a73",
    "highlight": "#c6e07a",
    "chosen-ground": "#58511f",
    "selection-ground": "#3f5f3a",
    "cursor-ground": "#2b3950",
    "cursor-away-ground": "#22262e",
    "quiet": "#8f97a4",
    "faint": "#5d6470",
    "rule": "#343a45",
}

COLOURS_LIGHT = {
    "signal-loaded": "#b3391c",
    "signal-praise": "#0c6e50",
    "signal-hedge": "#7d5c00",
    "signal-attribution": "#1b609c",
    "signal-unattributed": "#97500f",
    "signal-anonymous": "#893b7a",
    "signal-boilerplate": "#686d75",
    "signal-quote": "#2f666d",
    "signal-clickbait": "#a3286f",
    "signal-sentiment": "#5f47a6",
    "signal-readability": "#5f656e",
    "evidence": "#10233f",
    "evidence-ground": "#c9dcf8",
    "highlight": "#4d6300",
    "chosen-ground": "#ffe9a0",
    "selection-ground": "#c8e6bf",
    "cursor-ground": "#d5e2f5",
    "cursor-away-ground": "#ebe7dc",
    "quiet": "#646a73",
    "faint": "#9a9c98",
    "rule": "#d3cec0",
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
