"""The modules that are compiled: those in which an analysis spends its time."""

from __future__ import annotations

from pathlib import Path

LISTED = (
    "annotator/languages/entries.py",
    "annotator/languages/folding.py",
    "annotator/languages/index.py",
    "annotator/languages/tokens.py",
    "annotator/signals/*.py",
    "annotator/signals/adapters/vader.py",
    "annotator/signals/adapters/vader_rules.py",
    "annotator/text/addresses.py",
    "annotator/text/headlines.py",
    "annotator/text/quoting.py",
    "annotator/text/reading.py",
    "annotator/text/segmenting.py",
    "annotator/text/small_words.py",
    "annotator/text/syllables.py",
    "annotator/text/tokenizing.py",
)
"""Files of the package; a pattern stands for all that fit it and are not left out."""
LEFT_OUT = (
    "annotator/signals/__init__.py",
    # It is read once.
    "annotator/signals/cataloguing.py",
)


def modules(root: Path) -> tuple[str, ...]:
    """The files, seen from the root of the sources. Raises `LookupError` for one that is gone."""
    found: dict[str, None] = {}
    for listed in (*LISTED, *LEFT_OUT):
        paths = [path.relative_to(root).as_posix() for path in sorted(root.glob(listed))]
        if not paths:
            raise LookupError(f"building/modules.py lists {listed}, and there is no such file.")
        found |= dict.fromkeys(paths)
    return tuple(one for one in found if one not in LEFT_OUT)
