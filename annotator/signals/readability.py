"""Reading ease by a formula that is valid for the language, on our own sentences, words and syllables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from annotator.model.findings import Finding, Measurement, Unavailable
from annotator.signals.context import Context
from annotator.signals.readability_formulas import (
    flesch_kincaid_grade,
    flesch_reading_ease,
    gulpease,
    sinha_hindi,
    szigriszt_pazos,
)
from annotator.text import Document
from annotator.text.syllables import (
    Counts,
    count_aksharas,
    count_english_syllables,
    count_hindi_syllables,
    count_spanish_syllables,
)
from annotator.translating import N_

STEADY: Final = 100
"""With fewer words than this a formula's value says little."""
SIGN: Final = 3
"""The kind of a token that is neither word nor number but no mark either: $, %, emoji."""
LONG_WORD: Final = 2
"""A Hindi word of more syllables than this is long."""
FLESCH: Final = "points (Flesch, 100 is easiest)"
GULPEASE: Final = "points (Gulpease, 100 is easiest)"
SZIGRISZT: Final = "points (Szigriszt-Pazos, 100 is easiest)"
SINHA: Final = "points (Sinha, 10 is hardest)"

_syllables: Final = Counts(count_english_syllables)
_aksharas: Final = Counts(count_aksharas)
_hindi_syllables: Final = Counts(count_hindi_syllables)
_spanish_syllables: Final = Counts(count_spanish_syllables)


def measure(context: Context, findings: Sequence[Finding]) -> Measurement | Unavailable:
    """The reading ease of an article without its headline and page furniture."""
    document = context.document
    head_start, head_end = document.headline
    together = zip(document.sentences, context.plain_sentences, strict=True)
    chosen = [
        number
        for number, ((start, end), plain) in enumerate(together)
        if plain and not (head_start <= start and end <= head_end)
    ]
    return measure_readability(document, chosen or None)


def measure_readability(
    document: Document, sentences: Sequence[int] | None = None
) -> Measurement | Unavailable:
    """Reading ease of the document, or of the sentences with these indices.

    English: Flesch reading ease, with the Flesch-Kincaid grade among the inputs. Italian: Gulpease. Hindi:
    the first model of Sinha et al. (2012). Spanish: Szigriszt-Pazos. A number in digits counts as a word of
    one syllable.
    """
    reckon = _BY_LANGUAGE.get(document.language)
    if reckon is None:
        return Unavailable(f"no readability formula is known here for the language {document.language!r}.")
    words, counted = _words(document, sentences)
    if not words:
        return Unavailable(N_("the text has no words."))
    value, unit, inputs = reckon(words, counted)
    found: dict[str, float | int | str] = {"words": len(words), "sentences": counted, **inputs}
    if len(words) < STEADY:
        found["note"] = f"unsteady: fewer than {STEADY} words"
    return Measurement(round(value, 1), unit, found)


def _words(document: Document, sentences: Sequence[int] | None) -> tuple[list[str], int]:
    """The folded words of the sentences, and how many of these have any."""
    keys, firsts = document.tokens.keys, [*document.sentence_tokens, len(document.tokens)]
    left_out = _no_words(document)
    counted = 0
    # Sentences that follow one another are one run of tokens.
    runs: list[slice] = []
    begin = end = 0
    for number in range(len(document.sentences)) if sentences is None else sentences:
        first, after = firsts[number], firsts[number + 1]
        if first != end:
            runs.append(slice(begin, end))
            begin = first
        end = after
        # Nearly every sentence begins with a word.
        if first < after and (keys[first] not in left_out or not left_out.issuperset(keys[first:after])):
            counted += 1
    runs.append(slice(begin, end))
    return [key for run in runs for key in keys[run] if key not in left_out], counted


def _no_words(document: Document) -> set[str]:
    """The keys of tokens that are no words: of marks, of the English genitive, of signs."""
    keys = document.tokens.keys
    return {"", "'s", *[keys[at] for at in document.tokens.of_kind(SIGN)]}


_Reckoned = tuple[float, str, Mapping[str, float | int | str]]


def _english(words: list[str], sentences: int) -> _Reckoned:
    syllables = sum(map(_syllables.__getitem__, words))
    counts = (len(words), sentences, syllables)
    grade = round(flesch_kincaid_grade(*counts), 1)
    return flesch_reading_ease(*counts), FLESCH, {"syllables": syllables, "Flesch-Kincaid grade": grade}


def _italian(words: list[str], sentences: int) -> _Reckoned:
    letters = sum(map(len, words))
    return gulpease(len(words), sentences, letters), GULPEASE, {"letters": letters}


def _hindi(words: list[str], sentences: int) -> _Reckoned:
    aksharas = sum(map(_aksharas.__getitem__, words))
    long_words = sum(count > LONG_WORD for count in map(_hindi_syllables.__getitem__, words))
    return (
        sinha_hindi(len(words), aksharas, long_words),
        SINHA,
        {"aksharas": aksharas, "long words": long_words},
    )


def _spanish(words: list[str], sentences: int) -> _Reckoned:
    syllables = sum(map(_spanish_syllables.__getitem__, words))
    return szigriszt_pazos(len(words), sentences, syllables), SZIGRISZT, {"syllables": syllables}


_BY_LANGUAGE: Mapping[str, Callable[[list[str], int], _Reckoned]] = {
    "en": _english,
    "it": _italian,
    "hi": _hindi,
    "es": _spanish,
}
