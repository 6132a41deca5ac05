"""Short names, as outlets, stories, rubrics and criteria carry them in files, commands and addresses."""

from __future__ import annotations

import re
import unicodedata

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""Small letters a-z and digits, in parts joined by single hyphens."""


def name_like(words: str) -> str:
    """The short name nearest to `words` (`bbc-news` for "BBC News"); empty when no letter or digit fits."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii").lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))
