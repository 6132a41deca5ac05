"""Reading ease, and the counts it is made of, against published values and against textstat."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.findings import Measurement, Unavailable
from annotator.model.languages import CODES
from annotator.model.spans import Span
from annotator.resources import shipped
from annotator.signals import analyze
from annotator.signals.adapters.textstat import measure_with_textstat
from annotator.signals.readability import FLESCH, GULPEASE, SINHA, SZIGRISZT, measure_readability
from annotator.signals.readability_formulas import (
    STUDIED_WORDS,
    flesch_kincaid_grade,
    flesch_reading_ease,
    gulpease,
    sinha_hindi,
    szigriszt_pazos,
)
from annotator.text import identify_language, read_text
from annotator.text.syllables import (
    count_aksharas,
    count_english_syllables,
    count_hindi_syllables,
    count_spanish_syllables,
)


def measured(text: str, language: str) -> Measurement:
    found = measure_readability(read_text(text, language, Span(0, 0)))
    assert isinstance(found, Measurement)
    return found


PUBLISHED = [
    ("The cat sat on the mat.", 116.1, "Wikipedia, Flesch-Kincaid readability tests"),
    (
        "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.",
        37.5,
        "Wikipedia, Flesch-Kincaid readability tests",
    ),
    ("Cool dogs wear da sunglasses.", 83.3, "textstat's own tests, with the dictionary"),
]


@pytest.mark.parametrize(("text", "value", "source"), PUBLISHED, ids=[row[0][:20] for row in PUBLISHED])
def test_flesch_reading_ease_has_its_published_value(text: str, value: float, source: str) -> None:
    assert measured(text, "en").value == pytest.approx(value, abs=0.05), source


SYLLABLES = [
    ("where", 1, "silent e"),
    ("marriage", 2, "ia after rr"),
    ("convenience", 4, "ie spoken apart, silent e"),
    ("agreement", 3, "no silent e before ment"),
    ("statement", 2, "silent e before ment"),
    ("table", 2, "le after a consonant"),
    ("called", 1, "silent ed"),
    ("wanted", 2, "spoken ed"),
    ("boxes", 2, "spoken es"),
    ("makes", 1, "silent es"),
    ("didn't", 2, "n't after d"),
    ("nation", 2, "tion"),
    ("radio", 3, "io at the end"),
    ("society", 4, "iety"),
    ("create", 2, "ea spoken apart"),
    ("player", 2, "y between vowels is a consonant"),
    ("flying", 2, "y after a consonant is a vowel"),
    ("politically", 4, "ically"),
    ("league", 1, "gue at the end"),
    ("cnn", 3, "spelt out"),
    ("mr", 2, "said in full"),
    ("2021", 1, "digits"),
]


@pytest.mark.parametrize(("word", "count", "reason"), SYLLABLES, ids=[row[0] for row in SYLLABLES])
def test_english_syllables_are_counted_by_spelling(word: str, count: int, reason: str) -> None:
    assert count_english_syllables(word) == count, reason


AKSHARAS = [
    ("का", 1, 1, "consonant with its vowel sign"),
    ("क्षत्रिय", 3, 2, "two conjuncts, and a bare consonant at the end"),
    ("कमल", 3, 2, "the last consonant has no vowel in speech"),
    ("हिन्दी", 2, 2, "half letter joined to the next"),
    ("हिंदी", 2, 2, "the same with a dot"),
    ("आई", 2, 2, "independent vowels"),
    ("श्रीमान्", 2, 2, "a virama at the end"),
    ("TikTok", 2, 2, "Latin letters"),
]


@pytest.mark.parametrize(
    ("word", "aksharas", "syllables", "reason"), AKSHARAS, ids=[row[0] for row in AKSHARAS]
)
def test_hindi_words_are_counted_in_aksharas(word: str, aksharas: int, syllables: int, reason: str) -> None:
    assert (count_aksharas(word), count_hindi_syllables(word)) == (aksharas, syllables), reason


def test_gulpease_is_the_published_formula() -> None:
    assert gulpease(100, 5, 450) == 89 + (300 * 5 - 10 * 450) / 100


def test_the_hindi_formula_is_the_papers_on_a_text_of_the_studied_length() -> None:
    assert sinha_hindi(STUDIED_WORDS, 2 * STUDIED_WORDS, 150) == pytest.approx(-2.34 + 2.14 * 2 + 0.01 * 150)


@given(st.integers(1, 500), st.integers(1, 20))
def test_a_longer_hindi_text_of_the_same_words_is_no_harder(words: int, times: int) -> None:
    once = sinha_hindi(words, 2 * words, words // 3)
    assert sinha_hindi(words * times, 2 * words * times, words // 3 * times) == pytest.approx(once)


ENGLISH = "the minister said that people want more money for schools roads and other public places"
ITALIAN = "il ministro ha detto che le scuole sono aperte anche per tutti gli altri cittadini"


def sentences(text: str) -> st.SearchStrategy[str]:
    sentence = st.lists(st.sampled_from(text.split()), min_size=3, max_size=15).map(
        lambda some: " ".join(some) + "."
    )
    return st.lists(sentence.map(str.capitalize), min_size=1, max_size=6).map(" ".join)


class _Pronounced(dict[str, list[list[str]]]):
    """Our syllable counts in the shape of the dictionary that textstat looks for."""

    def __missing__(self, word: str) -> list[list[str]]:
        return [["AH0"] * count_english_syllables(word)]


@settings(max_examples=25, deadline=None)
@given(sentences(ENGLISH))
def test_textstat_finds_the_same_english_value_when_it_is_given_our_syllables(text: str) -> None:
    import textstat
    import textstat.backend.counts._count_syllables as counting

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "get_cmudict", lambda language: _Pronounced())
        textstat.set_lang("en")
        ease, grade = textstat.flesch_reading_ease(text), textstat.flesch_kincaid_grade(text)
    ours = measured(text, "en")
    counts = tuple(int(ours.inputs[name]) for name in ("words", "sentences", "syllables"))
    assert flesch_reading_ease(*counts) == pytest.approx(ease, abs=1e-9)
    assert flesch_kincaid_grade(*counts) == pytest.approx(grade, abs=1e-9)
    assert ours.value == round(ease, 1)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(ITALIAN.split()), min_size=3, max_size=30).map(" ".join))
def test_textstat_finds_the_same_gulpease_where_it_counts_the_same(text: str) -> None:
    theirs = measure_with_textstat(text, "it")["gulpease_index"]
    assert isinstance(theirs, Measurement)
    assert measured(text, "it").value == round(theirs.value, 1)


def test_textstat_says_what_it_cannot_do_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        pytest.fail("textstat tried to connect")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    found = measure_with_textstat("The cat sat on the mat. It was a good cat.", "en")
    assert isinstance(found["automated_readability_index"], Measurement)
    ease = found["flesch_reading_ease"]
    assert isinstance(ease, Measurement) or "download" in ease.reason
    assert measure_with_textstat("बिल्ली चटाई पर बैठी।", "hi") == {}


EASY_AND_HARD: Mapping[str, tuple[str, str]] = {
    "en": (
        "The school is shut today. Snow fell all night. The bus could not run.",
        "Notwithstanding administrative difficulties, institutions discontinued extracurricular activities.",
    ),
    "it": (
        "La scuola è chiusa. Ha nevicato. Il bus non va.",
        "Nonostante considerevoli difficoltà amministrative, hanno sospeso le attività extracurricolari.",
    ),
    "hi": (
        "आज स्कूल बंद है। रात को बर्फ गिरी। बस नहीं चली।",
        "प्रशासनिक कठिनाइयों के परिणामस्वरूप शैक्षणिक संस्थानों ने पाठ्येतर गतिविधियाँ स्थगित कीं।",
    ),
    "es": (
        "No hay clase hoy. Nevó de noche. No pasó el bus.",
        "No obstante considerables dificultades administrativas, suspendieron actividades extraescolares.",
    ),
}


SPANISH_SYLLABLES = [
    ("ciudad", 2, "iu is one"), ("país", 2, "an accent parts"), ("caos", 2, "two strong vowels"),
    ("gobierno", 3, "weak and strong"), ("rey", 1, "y at the end is a vowel"), ("muy", 1, "with u, too"),
    ("y", 1, "alone"), ("guerra", 2, "silent u"), ("que", 1, "silent u"), ("agüero", 3, "spoken ü"),
    ("prohíbe", 3, "h parts nothing"), ("europeo", 4, "eu, o, e, o"), ("caía", 3, "a, í, a"),
    ("uruguay", 3, "uay is one"), ("2024", 1, "digits are one"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "count", "why"), SPANISH_SYLLABLES)
def test_spanish_syllables_are_counted(word: str, count: int, why: str) -> None:
    assert count_spanish_syllables(word) == count, why


def test_the_spanish_formula_is_the_one_that_textstat_works_out() -> None:
    words = "El perro corre a casa. El gato duerme en la cama. La casa es de madera."
    # 16 words, 3 sentences, 25 syllables, counted by hand.
    value = szigriszt_pazos(16, 3, 25)
    assert value == pytest.approx(206.835 - 62.3 * 25 / 16 - 16 / 3)
    assert measured(words, "es").value == pytest.approx(value, abs=0.05)
    assert measure_with_textstat(words, "es") == {}, "its Spanish syllables are another program's"


@pytest.mark.parametrize("language", CODES)
def test_a_hard_text_is_told_from_an_easy_one(language: str) -> None:
    easy, hard = (measured(text, language).value for text in EASY_AND_HARD[language])
    assert easy < 3 < 6 < hard if language == "hi" else hard < 40 < 80 < easy


def test_every_language_names_its_own_scale() -> None:
    units = {code: measured(EASY_AND_HARD[code][0], code).unit for code in CODES}
    assert units == {"en": FLESCH, "it": GULPEASE, "hi": SINHA, "es": SZIGRISZT}


def test_a_short_text_says_that_its_value_is_unsteady() -> None:
    assert "unsteady" in str(measured("The cat sat.", "en").inputs["note"])
    assert "note" not in measured("The cat sat on the mat. " * 20, "en").inputs


@pytest.mark.parametrize(("text", "language"), [("", "en"), ("... !", "it"), ("Das ist gut.", "other")])
def test_a_text_without_words_or_formula_has_no_value(text: str, language: str) -> None:
    assert isinstance(measure_readability(read_text(text, language, Span(0, 0))), Unavailable)


def test_headline_and_page_furniture_do_not_count() -> None:
    body = "The court met on Monday. It heard both sides. The judge will speak next week."
    page = f"Extraordinarily Complicated Institutional Reorganisation\n{body}\nSubscribe to our newsletter"
    headline = Span(0, page.index("\n"))
    assert analyze(page, "en", headline).measurements["readability"] == measured(body, "en")


def test_the_seeds_have_values_in_the_range_of_news() -> None:
    ranges = {"en": (20, 70), "it": (35, 75), "hi": (3, 7)}
    for path in sorted(shipped("seeds").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        language = identify_language(text)
        if language in ranges:
            low, high = ranges[language]
            assert low < measured(text, language).value < high


def test_analysing_never_imports_textstat() -> None:
    code = (
        "import sys; from annotator.signals import analyze; analyze('The cat sat on the mat.', 'en');"
        "sys.exit('textstat' in sys.modules or 'nltk' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
