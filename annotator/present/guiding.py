"""A first article in ten steps: what each step says, and which one comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.present.lines import Line, Run, fold_runs, indent
from annotator.present.showing import Cells
from annotator.translating import N_, _

STEPS = {
    "read": N_("Read first. space turns the page, j and k go line by line, home goes back to the top."),
    "finding": N_("Underlined words are findings. Press . for the next one, and see why it is marked."),
    "card": N_("Signals can be wrong. Press i to see when not to believe this one; esc comes back."),
    "verdict": N_("Is this finding right, here? y says yes, x no, m unsure. It trains your eye."),
    "cite": N_("e cites the words of the finding as evidence for the question that is asked."),
    "score": N_("Now answer the question: a number takes that level, 0 says you cannot judge. It is saved."),
    "rubric": N_("The next question is there. r shows all of them with their levels; esc comes back."),
    "select": N_("Cite words of your own: v, the arrow keys, s for a whole sentence, then enter."),
    "note": N_("n writes a note about your answer; esc when you are done. Half a note is kept, too."),
    "undo": N_("u takes back your last answer, in whichever article; ctrl+r does it again. Try u."),
}  # fmt: skip
"""Each step by the deed that ends it."""
ABOUT_FINDINGS = ("finding", "card", "verdict", "cite")
"""Steps that there are only where the signals can be seen and have found something."""


@dataclass(frozen=True, slots=True)
class Guide:
    """The steps of a guided article, and how many are done."""

    steps: tuple[str, ...]
    done: int = 0

    @property
    def step(self) -> str:
        """The deed that is waited for; empty when all are done."""
        return self.steps[self.done] if self.done < len(self.steps) else ""

    def after(self, deed: str) -> Guide:
        """The same after somebody did this: a step further when it was what is waited for."""
        return replace(self, done=self.done + 1) if deed == self.step else self


def guide_for(*, findings: bool, done: int = 0) -> Guide:
    """The guide; without findings to look at it leaves out the steps about them."""
    steps = tuple(one for one in STEPS if findings or one not in ABOUT_FINDINGS)
    return Guide(steps, min(max(done, 0), len(steps)))


def guide_lines(guide: Guide, width: int, cells: Cells) -> Sequence[Line]:
    """The step that is next, in two lines at most of a usual width."""
    place = _("step {at} of {total}").format(at=guide.done + 1, total=len(guide.steps))
    words = f"{_(STEPS[guide.step])} {_('F skips the guide.')}"
    first = Run(f" {place}  ", "title")
    return indent(fold_runs(words, max(20, width - cells.of(first.text) - 1), cells), first, cells)
