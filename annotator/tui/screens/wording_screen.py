"""Mending the word lists of a workspace from the article in which they went wrong."""

from __future__ import annotations

from annotator.errors import AnnotatorError
from annotator.present import wording as words
from annotator.present.lines import Line
from annotator.translating import _
from annotator.tui.screens.pacing_screen import PacingScreen
from annotator.tui.widgets.painting import CELLS


class WordingScreen(PacingScreen):
    """A desk at which an entry can be silenced, and words be added to a list."""

    def action_words(self) -> None:
        """Nothing; the finding's entry can be silenced, or the selected words added to a list."""
        if self.pane.selection is not None:
            self._ask_where(*self.pane.selection)
        elif self.view.signals_held or self.noticing.chosen is None:
            self.tell(_("Choose a finding with . to silence its word, or select words with v to add them."))
        else:
            self._ask_to_silence()

    def _ask_to_silence(self) -> None:
        from annotator.tui.dialogs.choose_one import ChooseOne
        from annotator.workbench.wording import silence_word, words_behind

        finding = self.noticing.chosen
        assert finding is not None
        meant = words_behind(self.workspace, self.article.language, finding)
        if meant is None:
            self.tell(_("A rule made this mark, not a word of a list: there is nothing to silence."))
            return
        name, phrase = meant

        def take(chosen: str | None) -> None:
            if chosen == words.SILENCE:
                with self.telling():
                    silence_word(self.workspace, self.article.language, name, phrase)
                    self._listed_anew(_("“{words}” marks nothing here any more.").format(words=phrase))

        def build(width: int) -> list[Line]:
            return words.silence_lines(name, phrase, width, CELLS)

        self.app.push_screen(ChooseOne(build, words.SILENCE), take)

    def _ask_where(self, start: int, end: int) -> None:
        from annotator.tui.dialogs.choose_one import ChooseOne

        phrase = " ".join(self.article.text[start:end].split())

        def take(name: str | None) -> None:
            if name:
                self._ask_how(name, phrase)

        def build(width: int) -> list[Line]:
            return words.list_lines(phrase, width, CELLS)

        self.app.push_screen(ChooseOne(build, words.LISTS[0]), take)

    def _ask_how(self, name: str, phrase: str) -> None:
        from annotator.tui.dialogs.ask_words import AskWords
        from annotator.workbench.wording import add_word

        def take(answer: str | None) -> None:
            if answer is None:
                return
            value, note = words.split_weight(answer)
            try:
                add_word(self.workspace, self.article.language, name, phrase, value=value, note=note)
            except AnnotatorError as problem:
                self.tell(str(problem), alarm=True)
                return
            self.pane.action_leave()
            self._listed_anew(_("“{words}” is in the list {name} now.").format(words=phrase, name=name))

        self.app.push_screen(AskWords(_(words.ASK_WEIGHT), words.USUAL_WEIGHT), take)

    def _listed_anew(self, said: str) -> None:
        """Nothing; the article is asked again, by the lists as they are now."""
        from annotator.workbench.analyzing import version_of

        self.show_article(self.pane.top)
        self.put_form()
        version = version_of(self.workspace, self.article.language)
        self.tell(
            said
            + " "
            + _("The signals are version {version} now; verdicts given before keep theirs.").format(
                version=version
            )
        )
