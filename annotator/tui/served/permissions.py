"""What a student in a browser may do. Everything is named here; what is not named is refused.

An action is allowed by its own name, whichever screen has it. Whoever adds one to the app says here on which
side it belongs; a test asks for it.
"""

from __future__ import annotations

from typing import Any

_MAY = """
# moving about, on every screen and pane
move edge page line step each turn tab story article scroll_up scroll_down scroll_home scroll_end
page_up page_down scroll_left scroll_right page_left page_right focus_next focus_previous
choose cross dismiss leave help search finish show_all pane first last

# reading and judging
score cite select start grow widen note absent follow_up reveal undo redo drop highlight label
finding verdict show_or_hide card criterion examples rubric turn_language vote take
guide goal timer waiting quotation look_back page_half end_of_text

# the app itself
quit help_quit command_palette command_list turn_theme change_theme language notify

# typing into a line or a note
submit finish_note escape cut copy paste home end select_all select_line select_cursor
cursor_left cursor_right cursor_up cursor_down cursor_page_up cursor_page_down cursor_line_start
cursor_line_end cursor_left_word cursor_right_word cursor_word_left cursor_word_right
delete_left delete_right delete_left_word delete_right_word delete_word_left delete_word_right
delete_left_all delete_right_all delete_line delete_to_start_of_line delete_to_end_of_line
delete_to_end_of_line_or_delete_line
"""

_MAY_NOT = """
# other people's work, the teacher's screens, what the teacher decides
compare coverage classroom open_round close_round write projector detail train numbers overlap
mode reading other view by twin pairs go statement kind words

# articles, files, addresses
add read seed keep mend remove join split export hand_in screenshot

# a terminal that is not there, and what only programs call
suspend_process simulate_key bell back switch_mode pop_screen push_screen switch_screen
add_class remove_class toggle_class toggle_dark maximize minimize show_help_panel hide_help_panel
copy_text focus blur press toggle
"""


def _names(text: str) -> frozenset[str]:
    return frozenset(name for line in text.splitlines() for name in line.partition("#")[0].split())


ALLOWED = _names(_MAY)
REFUSED = _names(_MAY_NOT)
SCREENS = _names(
    "DeskScreen VoteScreen TrainingScreen HelpScreen RubricScreen CardScreen TooSmallScreen"
    " LookingBackScreen ChooseOne ChooseByKey AskWords CommandPalette"
)
"""The screens a student in a browser can come to, besides the library."""
PANES = _names(
    "AnnotatorApp LibraryScreen PagedList SearchLine ArticlePane SignalsPane FormPane NotePad PagePane"
)
"""What else has keys there, for the help."""


def may(action: Any) -> bool:
    """True for an action, however it is written, that a student in a browser can do."""
    return action_name(action) in ALLOWED


def action_name(action: Any) -> str:
    """The bare name in an action such as `app.bell`, `score(3)` or a parsed one."""
    name = action if isinstance(action, str) else str(action[1])
    return name.partition("(")[0].rpartition(".")[2].strip()
