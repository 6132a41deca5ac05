"""What `textstat` says of a text, as far as it can say it without a network; a reference for our own counts.

It is not asked while articles are analysed: its import takes 0.4 s, its English syllables come from a
dictionary that it would download (0.1 s a try), its Italian sentences run over headings, and languages
it does not know get English constants without a word. What it cannot do is `Unavailable` with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.findings import Measurement, Unavailable

_PLAIN: Mapping[str, tuple[str, ...]] = {
    "en": ("automated_readability_index", "coleman_liau_index", "lix", "rix"),
    "it": ("gulpease_index", "lix", "rix"),
}
"""By language, what it works out from letters, words and sentences alone."""
_BY_SYLLABLES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "flesch_reading_ease",
        "flesch_kincaid_grade",
        "gunning_fog",
        "smog_index",
        "dale_chall_readability_score",
    ),
}
"""By language, what it needs the dictionary for."""
_NO_DICTIONARY = (
    "textstat needs the CMU Pronouncing Dictionary, which is not on this machine; it would download it."
)


def measure_with_textstat(text: str, language: str) -> dict[str, Measurement | Unavailable]:
    """Every metric of textstat that is valid for the language, by its name there; empty for other languages.

    Never connects: metrics that would are `Unavailable`, unless NLTK's copy of the dictionary is installed.
    """
    plain, counted = _PLAIN.get(language, ()), _BY_SYLLABLES.get(language, ())
    if not plain and not counted:
        return {}
    import textstat

    textstat.set_lang(language)
    found: dict[str, Measurement | Unavailable] = {}
    for name in plain:
        found[name] = Measurement(float(getattr(textstat, name)(text)), "points")
    known = not counted or _has_dictionary()
    for name in counted:
        if known:
            found[name] = Measurement(float(getattr(textstat, name)(text)), "points")
        else:
            found[name] = Unavailable(_NO_DICTIONARY)
    return found


def _has_dictionary() -> bool:
    """True when NLTK finds the dictionary in one of its folders; looks at this machine only."""
    from nltk.data import find  # type: ignore[import-untyped]

    try:
        find("corpora/cmudict")
    except LookupError:
        return False
    return True
