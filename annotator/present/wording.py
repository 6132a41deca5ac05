"""The small windows in which a word list of a workspace is mended."""

from __future__ import annotations

from annotator.present.lines import BLANK, Line, Run, fold_runs
from annotator.present.showing import Cells
from annotator.signals import card
from annotator.translating import N_, _

SILENCE = "silence"
KEEP = "keep"
LISTS = ("loaded", "praise", "hedge", "anonymous", "boilerplate", "clickbait")
"""The lists to which words can be added from an article: those with a weight."""
USUAL_WEIGHT = "2"
ASK_WEIGHT = N_("How strong, 1 to 3, and a note if you like: 2 makes light of a protest")


def silence_lines(name: str, phrase: str, width: int, cells: Cells) -> list[Line]:
    """The question whether an entry is to be silenced."""
    question = _("Silence “{words}” of the list {name} in this workspace, in all its forms?")
    return [
        *fold_runs(question.format(words=phrase, name=name), width, cells, "title"),
        BLANK,
        (Run(f" {_('Silence it')}", "strong", SILENCE),),
        (Run(f" {_('Leave it')}", "strong", KEEP),),
        BLANK,
        *fold_runs(_("`annotator words add` brings it back."), width, cells, "quiet"),
    ]


def list_lines(phrase: str, width: int, cells: Cells) -> list[Line]:
    """The lists to which the selected words can be added."""
    question = _("To which list of this workspace do you add “{words}”?").format(words=phrase)
    return [
        *fold_runs(question, width, cells, "title"),
        BLANK,
        *((Run(f" {_(card(name).title)}", "strong", name),) for name in LISTS),
    ]


def split_weight(answer: str) -> tuple[str, str]:
    """Weight and note of "2 makes light of a protest"; without a number at its head, the usual weight."""
    first, _space, rest = answer.strip().partition(" ")
    if first.replace(".", "", 1).isdigit():
        return first, rest.strip()
    return USUAL_WEIGHT, answer.strip()
