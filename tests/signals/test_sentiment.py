"""Sentiment: negation on the right side, intensifiers, contrast, and a value that can be explained."""

from __future__ import annotations

import pytest

from annotator.model.findings import Measurement
from annotator.model.spans import Span
from annotator.signals import analyze, explain


def value(text: str, language: str) -> float:
    measured = analyze(text, language, Span(0, 0)).measurements["sentiment"]
    assert isinstance(measured, Measurement)
    return measured.value


@pytest.mark.parametrize(
    ("language", "plain", "negated"),
    [
        ("en", "The food was good.", "The food was not good."),
        ("it", "Il film è bello.", "Il film non è bello."),
        ("hi", "फिल्म अच्छी है।", "फिल्म अच्छी नहीं है।"),
    ],
)
def test_a_negation_turns_the_feeling(language: str, plain: str, negated: str) -> None:
    assert value(plain, language) > 0 > value(negated, language)


@pytest.mark.parametrize(
    ("language", "plain", "stronger"),
    [
        ("it", "Il film è bello.", "Il film è molto bello."),
        ("it", "Il film è bello.", "Il film è bellooo."),
        ("it", "Il film è bello.", "Il film è bello!!!"),
        ("hi", "फिल्म अच्छी है।", "फिल्म बहुत अच्छी है।"),
        ("en", "The plan is good.", "The plan is very good."),
    ],
)
def test_emphasis_makes_the_feeling_stronger(language: str, plain: str, stronger: str) -> None:
    assert value(stronger, language) > value(plain, language) > 0


@pytest.mark.parametrize(
    ("language", "ends_badly", "ends_well"),
    [
        ("it", "Bello ma brutto.", "Brutto ma bello."),
        ("hi", "अच्छा लेकिन खराब।", "खराब लेकिन अच्छा।"),
    ],
)
def test_what_follows_but_counts_more(language: str, ends_badly: str, ends_well: str) -> None:
    assert value(ends_well, language) > value(ends_badly, language)


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations and the Justice Department met the party on Monday.",
        "The interest rate was shared with the Security Council.",
    ],
)
def test_words_of_offices_carry_no_feeling(text: str) -> None:
    assert value(text, "en") == 0


@pytest.mark.parametrize(
    ("language", "name", "word"),
    [
        ("en", "The plan of Tom DeLay met the board.", "The plan met a delay."),
        ("en", "The Hope family met the board.", "The family met the board with hope."),
        ("it", "Il re Ivan il Terribile abitava qui.", "Il re terribile abitava qui."),
    ],
)
def test_a_capital_in_running_text_makes_a_name_of_a_feeling_word(
    language: str, name: str, word: str
) -> None:
    assert value(name, language) == 0 != value(word, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Obviously the board met a string of firms."),
        ("it", "Ovviamente la giunta ha visto ben tre ditte."),
        ("hi", "बेशक फोन में इमेज सेंसर है।"),
    ],
)
def test_words_of_mere_emphasis_carry_no_feeling(language: str, text: str) -> None:
    assert value(text, language) == 0


def test_a_loaded_word_that_vader_does_not_know_counts() -> None:
    assert value("The company sells scummy software.", "en") < 0


def test_each_feeling_word_explains_itself() -> None:
    text = "Il film è molto bello."
    found = [f for f in analyze(text, "it", Span(0, 0)).findings if f.signal == "sentiment"]
    assert [text[f.start : f.end] for f in found] == ["bello"]
    assert f"{found[0].weight:+.1f}" in explain(found[0], text)


def test_speech_is_counted_apart() -> None:
    text = "Il comune apre lunedì. «È una notizia splendida e meravigliosa per tutti», ha detto Rossi."
    measured = analyze(text, "it", Span(0, 0)).measurements["sentiment"]
    assert isinstance(measured, Measurement)
    assert measured.inputs["quoted sentences"] == 1
    assert float(measured.inputs["quoted"]) > measured.value
