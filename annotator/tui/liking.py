"""What a rater likes about the app: its language, its theme; both are remembered, and nothing moves."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.command import CommandPalette
from textual.theme import Theme

from annotator.present.lines import Line, Run
from annotator.translating import LANGUAGES, _, language_meant, language_used, use_language
from annotator.tui.palette import PaintedApp
from annotator.tui.themes import OURS
from annotator.workbench.preferring import LANGUAGE, THEME, prefer, preferred

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.workbench.opening import Workspace


class LikedApp(PaintedApp):
    """An app that looks and speaks as its rater likes it."""

    def __init__(self, workspace: Workspace, rater: Rater, *, usual: str) -> None:
        super().__init__()
        self.workspace = workspace
        self.rater = rater
        use_language(language_meant(preferred(workspace, rater, LANGUAGE)))
        if os.environ.get("TEXTUAL_THEME") is None:
            liked = preferred(workspace, rater, THEME)
            self._begin_with(liked if liked in self.available_themes else usual)
        if "TEXTUAL_ANIMATIONS" not in os.environ:
            # A page turned at once reads better than one that slides, and costs a twentieth.
            self.animation_level = "none"

    def _begin_with(self, theme: str) -> None:
        """Nothing; the theme stands from the first picture on.

        Not as a change of theme: that would read all style sheets twice before there is a picture.
        """
        self.set_reactive(App.theme, theme)
        dark = self.current_theme.dark
        self.set_class(dark, "-dark-mode", update=False)
        self.set_class(not dark, "-light-mode", update=False)
        self.set_class(True, f"-theme-{theme}", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Nothing; where nothing is to move, the cursor of a line that is written in does not blink."""
        if self.animation_level == "none" and getattr(event.widget, "cursor_blink", False):
            event.widget.cursor_blink = False  # type: ignore[attr-defined]

    def theme_changed(self, theme: Theme) -> None:
        """Nothing; everything is painted in the theme's colours, now and in the next session."""
        super().theme_changed(theme)
        prefer(self.workspace, self.rater, THEME, theme.name)

    def action_turn_theme(self) -> None:
        """Nothing; dark becomes light, light high contrast, and that dark again."""
        names = [theme.name for theme in OURS]
        at = names.index(self.theme) if self.theme in names else int(not self.current_theme.dark) - 1
        self.theme = names[(at + 1) % len(names)]

    def action_command_palette(self) -> None:
        """Nothing; everything that can be done now is listed by name."""
        if self.use_command_palette and not isinstance(self.screen, CommandPalette):
            from annotator.tui.finding_deeds import Deeds

            words = _("What do you want to do?")
            self.push_screen(CommandPalette([Deeds], placeholder=words, id="--command-palette"))

    def search_themes(self) -> None:
        """Nothing; the themes are listed by name."""
        from annotator.tui.finding_deeds import Themes

        self.push_screen(CommandPalette([Themes], placeholder=_("Which theme?")))

    def action_help_quit(self) -> None:
        """Nothing; who tries to leave as from other programs is told how."""
        self.notify(_("ctrl+q leaves; everything is saved already."), markup=False)

    def action_language(self) -> None:
        """Nothing; somebody chooses the language of the interface, and everything is said in it at once."""
        from annotator.tui.dialogs.choose_one import ChooseOne
        from annotator.tui.screens.framed import FramedScreen

        def take(code: str | None) -> None:
            if code and code != language_used():
                use_language(code)
                prefer(self.workspace, self.rater, LANGUAGE, code)
                for screen in self.screen_stack:
                    if isinstance(screen, FramedScreen):
                        screen.language_changed()

        def build(width: int) -> list[Line]:
            title: Line = (Run(_("Which language should the program speak?"), "title"),)
            return [title, (), *((Run(f" {name}", "strong", code),) for code, name in LANGUAGES.items())]

        self.push_screen(ChooseOne(build, language_used()), take)
