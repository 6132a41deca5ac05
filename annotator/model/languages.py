"""The languages of articles that the program knows."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.translating import N_

NAMES: Mapping[str, str] = {
    "en": N_("English"),
    "it": N_("Italian"),
    "hi": N_("Hindi"),
    "es": N_("Spanish"),
}
"""By code, those with a folder in `annotator/languages`. A new one needs a line here, and no other Python."""
CODES = tuple(NAMES)
OTHER = "other"
"""The language of every other article."""
TOLD = f"{', '.join(CODES)} or {OTHER}"
"""What an article's language can be, for help texts."""
