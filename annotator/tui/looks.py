"""What looks look like: a colour of the theme by name, a ground, a weight, a line.

A table and not a style sheet: a style sheet of this length is read twice before the first picture and costs
a twentieth of the start. Where things stand is in the `.tcss` files.
"""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    """How words look. Names of colours are those of `themes.py`."""

    colour: str = ""
    ground: str = ""
    strength: float = 1.0
    """How thickly the ground is laid on the page, from 0 to 1."""
    bold: bool = False
    italic: bool = False
    line: str = ""
    """`single` or `double` under the words, or nothing."""


LOOKS: dict[str, Look] = {
    # words of our own
    "strong": Look(bold=True),
    "title": Look("accent", bold=True),
    "headline": Look(bold=True),
    "quiet": Look("quiet"),
    "faint": Look("faint"),
    "off": Look("faint"),
    "accent": Look("accent"),
    "good": Look("signal-praise"),
    "warn": Look("signal-hedge"),
    "key": Look("accent", bold=True),
    "here": Look("accent", bold=True),
    "level": Look("accent", bold=True),
    "level-taken": Look("background", "accent", bold=True),
    "dot": Look("accent"),
    "dot-open": Look("faint"),
    "cursor": Look(ground="cursor-ground"),
    "cursor-away": Look(ground="cursor-away-ground"),
    "thumb": Look(ground="rule"),
    # what people mark
    "evidence": Look(ground="evidence-ground"),
    "evidence-number": Look("evidence", "evidence-ground", bold=True),
    # cited for another criterion than the one in hand: a fainter ground, and its letter without one
    "evidence-other": Look(ground="evidence-ground", strength=0.45),
    "evidence-letter": Look("evidence"),
    # slanted as well as tinted: the slant stays readable where evidence or a sentence lies over the tint
    "highlight": Look(ground="highlight", strength=0.22, italic=True),
    "highlight-sign": Look("highlight", bold=True),
    # what two articles side by side both state
    "linked": Look(ground="signal-attribution", strength=0.13),
    "linked-differs": Look(ground="signal-hedge", strength=0.16, line="single"),
    "linked-number": Look("signal-attribution", bold=True),
    "differs-number": Look("signal-hedge", bold=True),
    "chosen": Look(ground="chosen-ground", bold=True),
    "selection": Look(ground="selection-ground"),
    # the letters of signals, and their bars
    "loaded": Look("signal-loaded", bold=True),
    "praise": Look("signal-praise", bold=True),
    "hedge": Look("signal-hedge", bold=True),
    "attribution": Look("signal-attribution", bold=True),
    "unattributed": Look("signal-unattributed", bold=True),
    "anonymous": Look("signal-anonymous", bold=True),
    "boilerplate": Look("signal-boilerplate", bold=True),
    "quote": Look("signal-quote", bold=True),
    "clickbait": Look("signal-clickbait", bold=True),
    "sentiment": Look("signal-sentiment", bold=True),
    "readability": Look("signal-readability", bold=True),
    # what they mark: words are underlined, twice where they judge; sentences lie on a tint
    "mark-loaded": Look("signal-loaded", line="double"),
    "mark-praise": Look("signal-praise", line="double"),
    "mark-hedge": Look("signal-hedge", line="single"),
    "mark-attribution": Look("signal-attribution", line="single"),
    "mark-clickbait": Look("signal-clickbait", bold=True, line="double"),
    "mark-unattributed": Look(ground="signal-unattributed", strength=0.11),
    "mark-anonymous": Look(ground="signal-anonymous", strength=0.16),
    "mark-quote": Look(ground="signal-quote", strength=0.10),
    "mark-sentiment": Look(ground="signal-sentiment", strength=0.12),
    "mark-boilerplate": Look("signal-boilerplate"),
}
"""Every look a run may have, by name."""


def look_of(name: str) -> Look:
    """The look of this name; a signal without one of its own has a bold letter and underlines what it marks.

    Raises `NotFoundError` for a name that is neither a look nor a signal's.
    """
    found = LOOKS.get(name)
    if found is None:
        from annotator.signals import card

        signal = card(name.removeprefix("mark-")).id
        found = Look(bold=True) if signal == name else Look(line="single")
    return found
