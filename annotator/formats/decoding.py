"""Texts that were decoded wrongly somewhere: told apart from foreign ones, mended only when asked."""

from __future__ import annotations

import re

from annotator.errors import InputError, Place
from annotator.translating import _

_WRONG = re.compile(r"[ÃÂ][\u0080-\u00bf\u2010-\u203a\u20ac\u2122]|â€|à[¤¥]|ï»¿|\ufffd")
"""UTF-8 read as a Western code page: the first byte of a letter shows as one of these, the next beside it."""
_WRONG_HINDI = re.compile("à[¤¥]")
_OLD_FONT_WORDS = frozenset(
    ["gS", "gSa", "esa", "ds", "dk", "dh", "dks", "ls", "us", "vkSj", "ij", "fd", "fd;k", ";g", "x;k", "djus"]
)
"""The most frequent Hindi words as the Kruti Dev family of fonts stores them: Latin letters that only
the font turns into Hindi."""
_OLD_FONT_SHARE = 0.08
_MEND = "annotator add --repair FILE"


def broken_places(text: str) -> int:
    """How many places of a text look as if its bytes had been read in a wrong encoding."""
    return len(_WRONG.findall(text))


def refuse_unreadable(text: str, name: str) -> None:
    """Nothing for a text that can be read as it is; raises `InputError` for Hindi in an old font's code or
    decoded wrongly throughout."""
    words = text[:20_000].split()
    if len(words) >= 20 and sum(word in _OLD_FONT_WORDS for word in words) / len(words) > _OLD_FONT_SHARE:
        message = _("this Hindi is written for an old font (such as Kruti Dev), not in Unicode.")
        hint = _(
            "Copy the article from a web page, or convert it with a Kruti Dev to Unicode converter first."
        )
        raise InputError(message, hint, Place(name))
    if len(_WRONG_HINDI.findall(text)) > max(10, len(text) // 20):
        message = _("this Hindi was decoded wrongly: its letters show as “à¤…”.")
        raise InputError(message, _("Mend it while it is taken in: {mend}").format(mend=_MEND), Place(name))


def note_on(text: str) -> str:
    """What to tell of a text in which some letters look wrongly decoded; empty when none does."""
    places = broken_places(text)
    if not places:
        return ""
    return f"{places} places look wrongly decoded (“â€™” for “’”). To mend them: {_MEND}"


def mend(text: str, name: str) -> str:
    """The text with wrongly decoded letters put right, by ftfy; nothing else is changed.

    Raises `InputError` when ftfy is not installed.
    """
    try:
        from ftfy import TextFixerConfig, fix_text
    except ModuleNotFoundError as missing:
        hint = _("Install it with: pip install 'annotator[import]'")
        raise InputError(_("mending needs a package that is not installed."), hint, Place(name)) from missing
    only_letters = TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        restore_byte_a0=True,
        replace_lossy_sequences=True,
        decode_inconsistent_utf8=True,
        fix_c1_controls=True,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=True,
        remove_control_chars=False,
        normalization=None,
    )
    return str(fix_text(text, only_letters))
