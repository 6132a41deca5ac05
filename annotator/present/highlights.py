"""A rater's own highlights: in the text, in the list below the form, in the words they are made with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotator.present.lines import BLANK, Line, Run, clip, fold_runs, indent
from annotator.present.marking import Mark
from annotator.present.showing import Cells
from annotator.translating import N_, _
from annotator.workbench.highlighting import Highlight

SIGN = "#"
"""What stands in the margin of the line where a highlight begins."""
ASK = N_("Which label? A word or two; after a colon a note, if you like.")
"""What is asked when words are highlighted."""


def split_label(words: str) -> tuple[str, str]:
    """Label and note of what was typed: `loaded: says more than it shows`."""
    label, _, note = words.partition(":")
    return label.strip(), note.strip()


def highlight_marks(highlights: Sequence[Highlight]) -> list[Mark]:
    """The highlights as marks on the text."""
    return [Mark(one.start, one.end, "highlight", SIGN) for one in highlights]


def highlight_lines(
    highlights: Sequence[Highlight], quote: Callable[[int, int], str], width: int, cells: Cells
) -> list[Line]:
    """The highlights with label, words and note. `quote` gives the words of a place as they may be seen."""
    if not highlights:
        return []
    lines: list[Line] = [BLANK, (Run(_("my highlights"), "quiet"),)]
    for one in highlights:
        target = f"highlight:{one.id}"
        label = clip(one.label, max(8, width // 2), cells)
        words = clip(f"  “{' '.join(quote(one.start, one.end).split())}”", width - 2 - cells.of(label), cells)
        lines.append(
            (Run(f"{SIGN} ", "highlight-sign", target), Run(label, "strong", target), Run(words, "", target))
        )
        if one.note:
            lines += indent(fold_runs(one.note, width - 2, cells, "quiet"), Run("  "), cells)
    return lines


def over(highlights: Sequence[Highlight], start: int, end: int) -> Highlight | None:
    """The shortest highlight that shares words with `start` to `end`, or None."""
    found = [one for one in highlights if one.start < end and start < one.end]
    return min(found, key=lambda one: one.end - one.start) if found else None
