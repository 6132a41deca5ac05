"""The same findings however a text is written down, exact places, and a cost that grows with length only."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from operator import attrgetter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.findings import Measurement
from annotator.signals import analyze
from annotator.text import find_headline

TEXTS = {
    "en": "You won't believe this café's secret!\n\n“It’s the worst week of all,” said José Núñez, "
    "the café’s owner. "
    "The naïve owner allegedly sold 5 million cups. ‘Experts’ say it’s over.\n\nSubscribe to our newsletter",
    "it": "È una vergogna: ecco perché\n\n«Non c’è più niente da fare qui», ha detto l’assessore Niccolò Bò. "
    "L’azienda avrebbe incassato 5 milioni perché così è. Secondo indiscrezioni, pagherà.\n\nLeggi anche",
    "hi": "जानिए पूरा मामला: क़ीमतें बढ़ीं\n\nमंत्री ने कहा, “हम पीछे नहीं हटेंगे और लड़ेंगे।” "
    "कंपनी पर कथित तौर पर 5 करोड़ रुपये का "
    "जुर्माना लगा। सूत्रों के अनुसार फ़ैसला जल्द आएगा। हिन्दी और हिंदी ज़रूरी हैं।",
}
STRAIGHT = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})


def same(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(STRAIGHT)


def seen(text: str, language: str) -> tuple[list[tuple[str, str, str, str]], dict[str, float | None]]:
    analysis = analyze(text, language, find_headline(text))
    found = [(f.signal, f.rule, same(text[f.start : f.end]), same(f.detail)) for f in analysis.findings]
    values = {k: m.value if isinstance(m, Measurement) else None for k, m in analysis.measurements.items()}
    return found, values


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_findings_do_not_depend_on_composition(language: str, form: str) -> None:
    text = TEXTS[language]
    assert seen(unicodedata.normalize(form, text), language) == seen(text, language)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", TEXTS)
def test_findings_do_not_depend_on_the_shape_of_quotes(language: str) -> None:
    text = TEXTS[language]
    assert seen(text.translate(STRAIGHT), language) == seen(text, language)


@pytest.mark.parametrize(
    ("one", "other"),
    [("फ़ैसला", "फ\u093cैसला"), ("क़ीमतें", "\u0958ीमतें"), ("बढ़ीं", "ब\u095dीं"), ("ज़रूरी", "\u095bरूरी")],
)
def test_findings_do_not_depend_on_how_the_nukta_is_written(one: str, other: str) -> None:
    text = TEXTS["hi"]
    assert seen(text.replace(one, other), "hi")[1] == seen(text, "hi")[1]


@pytest.mark.parametrize("language", TEXTS)
def test_findings_are_the_same_in_every_spelling_at_once(language: str) -> None:
    """Decomposed letters, straight quotes and French ones as they are: nothing hangs on one of them alone."""
    text = TEXTS[language]
    other = unicodedata.normalize("NFD", text.translate(STRAIGHT))
    assert seen(other, language) == seen(text, language)


PIECES = {
    language: [
        piece for word in text.split() for piece in (word, " ", "\n", "“", '"', "’", ". ", "।", "5 ", "(")
    ]
    for language, text in TEXTS.items()
}


@settings(max_examples=60, deadline=None)
@given(st.data())
@pytest.mark.parametrize("language", TEXTS)
def test_findings_are_exact_sorted_and_never_double(language: str, data: st.DataObject) -> None:
    text = "".join(data.draw(st.lists(st.sampled_from(PIECES[language]), max_size=80)))
    found = analyze(text, language).findings
    assert list(found) == sorted(found, key=attrgetter("start", "end", "signal"))
    assert len({(f.start, f.end, f.signal) for f in found}) == len(found)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(text[f.start : f.end].strip() for f in found)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
@pytest.mark.parametrize("language", TEXTS)
def test_any_text_at_all_is_analysed(language: str, text: str) -> None:
    for finding in analyze(text, language).findings:
        assert 0 <= finding.start < finding.end <= len(text)


def test_the_cost_grows_with_the_length_only() -> None:
    """No pattern goes back and forth over a text: see `tests/signals/pumping.py`."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.signals.pumping"],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
