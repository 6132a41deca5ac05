"""Where sentences end, and where a dot means something else."""

from __future__ import annotations

import pytest

from annotator.model.spans import Span
from annotator.text import read_text

CASES = [
    ("en", ["He left.", "She stayed."], "a full stop before a capital"),
    ("en", ["Mr. Stone met Dr. Reed."], "abbreviations"),
    ("en", ["J. K. Stone left."], "initials"),
    ("en", ["It pays in the U.S. to wait."], "an acronym before a small letter"),
    ("en", ["It moved to the U.S.", "The court sat."], "an acronym may end a sentence"),
    ("en", ["It grew 3.5 percent.", "Good."], "decimals"),
    ("en", ["“We won.”", "She smiled."], "closing marks belong to their sentence"),
    ("en", ["Really?!", "Yes…", "No."], "runs of end marks"),
    ("it", ["Il dott. Rossi è uscito.", "Poi piove."], "abbreviations"),
    ("it", ["«Basta.»", "Poi tacque."], "closing marks"),
    ("es", ["Llovió.", "¿Por qué?", "¡Nadie lo sabe!", "Fin."], "marks that open a question or a cry"),
    ("es", ["El Sr. Gómez vive en la Avda. Goya."], "abbreviations"),
    ("es", ["Llegó a EE. UU.", "La jueza lo archivó."], "an acronym in two parts"),
    ("hi", ["वह गया।", "वह आई।"], "the danda"),
    ("hi", ["डॉ. शर्मा आए।"], "abbreviations"),
]


@pytest.mark.parametrize(("language", "sentences", "why"), CASES)
def test_sentences_end_where_a_reader_ends_them(language: str, sentences: list[str], why: str) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in read_text(text, language).sentences] == sentences, why


def test_a_danda_ends_a_sentence_without_a_gap() -> None:
    text = "वह गया।वह आई।"
    assert [text[start:end] for start, end in read_text(text, "hi").sentences] == ["वह गया।", "वह आई।"]


def test_no_sentence_crosses_a_line() -> None:
    text = "A heading without a stop\nThe text begins."
    assert len(read_text(text, "en").sentences) == 2


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", "\x0b", "\x85"])
def test_every_line_end_ends_a_line(end: str) -> None:
    text = f"  one{end}{end}two  "
    assert [text[start:stop] for start, stop in read_text(text, "en").lines] == ["one", "two"]


def test_an_empty_text_has_nothing() -> None:
    document = read_text("", "en")
    assert document.sentences == document.lines == document.quotations == ()
    assert document.headline == Span(0, 0)
