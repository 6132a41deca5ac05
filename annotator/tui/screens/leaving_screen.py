"""What leaves the library: scores as a table, a hand-in for the teacher; and what comes back of it."""

from __future__ import annotations

from pathlib import Path

from annotator.translating import _, plural
from annotator.tui.screens.listing import ListingScreen


class LeavingScreen(ListingScreen):
    """A library out of which work can be handed on."""

    def action_export(self) -> None:
        """Nothing; somebody is asked for a file name, and all standing scores are written there."""
        from annotator.tui.dialogs.ask_words import AskWords
        from annotator.workbench.blinding import outlets_are_hidden

        if outlets_are_hidden(self.workspace, self.rater):
            self.tell(
                _("The table would name outlets that are hidden from you. h writes your hand-in instead.")
            )
            return

        def export(name: str | None) -> None:
            if name:
                self._export(Path(name).expanduser())

        target = self.workspace.folder / "scores.csv"
        self.app.push_screen(AskWords(_("Write all scores as CSV to which file?"), str(target)), export)

    def _export(self, path: Path) -> None:
        from annotator.workbench.exporting import export_scores

        with self.telling():
            number = export_scores(self.workspace, path)
            self.tell(plural("{n} score is in {path}.", "{n} scores are in {path}.", number, path=path))

    def action_hand_in(self) -> None:
        """Nothing; somebody is asked for a file name, and all that they judged is in it."""
        from annotator.tui.dialogs.ask_words import AskWords

        def hand_in(name: str | None) -> None:
            if name:
                self._hand_in(Path(name).expanduser())

        target = self.workspace.folder / f"{self.rater.handle}.json"
        question = _("Write what you judged, for your teacher, to which file?")
        self.app.push_screen(AskWords(question, str(target)), hand_in)

    def _hand_in(self, path: Path) -> None:
        from annotator.workbench.handing_in import hand_in

        with self.telling():
            number = hand_in(self.workspace, self.rater, path)
            self.tell(
                plural(
                    "{path} holds {n} answer of yours. Give it to your teacher.",
                    "{path} holds {n} answers of yours. Give it to your teacher.",
                    number,
                    path=path,
                )
            )
            self.action_look_back()

    def action_look_back(self) -> None:
        """Nothing; the rater's finished articles stand beside what the key and the class say."""
        from annotator.tui.screens.looking_back_screen import LookingBackScreen
        from annotator.workbench.looking_back import finished_articles

        if self.rubric:
            done = finished_articles(self.workspace, self.rater, self.rubric)
            self.app.push_screen(LookingBackScreen(self.workspace, self.rater, self.rubric, done))
