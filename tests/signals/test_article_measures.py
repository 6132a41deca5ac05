"""Measures of a whole article: numbers with a unit, the counts they come from, and a sentence."""

from __future__ import annotations

import pytest

from annotator.model.findings import Measurement, Unavailable
from annotator.model.spans import Span
from annotator.signals import analyze, explain_measure, measure_card, measures

ARTICLE = """Bank to pay 5 million dollars over lost letters

By Anna Stone

12 May 2021

The bank illegally kept letters of its clients. It earned 3 million dollars with them.

The ministry accused the bank of theft. "We did nothing wrong at all," said Maria Rossi, head of the bank.

Experts say that 40 percent of all banks do so. Paolo Verdi, a lawyer, said that the bank will pay.

Write to desk@example.org"""

ITALIAN = (
    "La banca pagherà 5 milioni\n\nLa banca ha le lettere dei clienti.\n\nIl ministro ha detto che si paga."
)
HINDI = "बैंक देगा 5 करोड़ रुपये\n\nबैंक ने पत्र रखे। मंत्री ने कहा कि 5 करोड़ रुपये देने होंगे।"


def value(id: str, text: str = ARTICLE, language: str = "en") -> Measurement:
    found = analyze(text, language, Span(0, text.index("\n"))).measurements[id]
    assert isinstance(found, Measurement)
    return found


@pytest.mark.parametrize(
    ("id", "expected", "inputs"),
    [
        ("unsourced-numbers", 50.0, {"without": 1, "with numbers": 2}),
        ("named-sources", 50.0, {"named": 2, "role or group": 1, "documents": 0, "vague": 1}),
        ("distinct-sources", 4.0, {"sources": "experts, ministry, rossi, verdi"}),
        ("accused-heard", 1.0, {}),
        ("byline-date-contact", 3.0, {"byline": 1, "date": 1, "contact": 1}),
    ],
)
def test_a_measure_is_made_from_counts_that_can_be_checked(
    id: str, expected: float, inputs: dict[str, float | str]
) -> None:
    measured = value(id)
    assert measured.value == expected
    assert inputs.items() <= measured.inputs.items()


def test_a_headline_keeps_its_promise_when_its_words_come_back() -> None:
    kept = value("headline-body")
    broken = value("headline-body", "Aliens land in Rome\n\nThe bank kept letters of its clients.")
    assert (kept.value, kept.inputs["missing"]) == (66.7, "5, lost")
    assert (broken.value, broken.inputs["missing"]) == (0.0, "aliens, land, rome")


def test_a_gloomy_headline_over_a_cheerful_text_has_a_negative_tone_gap() -> None:
    gap = value("tone-gap", "Terrible disaster kills hope\n\nThe party was a great success. All were happy.")
    assert gap.value < -0.5


def test_the_quoted_share_is_the_quote_signals_own_number() -> None:
    assert value("quoted-share") == value("quote")
    assert value("boilerplate-share") == value("boilerplate")


@pytest.mark.parametrize(("language", "text"), [("en", ARTICLE), ("it", ITALIAN), ("hi", HINDI)])
def test_every_measure_answers_in_every_language(language: str, text: str) -> None:
    found = analyze(text, language, Span(0, text.index("\n"))).measurements
    for card in measures():
        measured = found[card.id]
        if isinstance(measured, Unavailable):
            assert measured.reason.endswith("."), card.id
        else:
            assert measured.unit == card.unit
            assert "{" not in explain_measure(card.id, measured)


def test_a_text_without_words_has_no_measure_rather_than_zero() -> None:
    found = analyze("…", "en").measurements
    assert all(isinstance(found[card.id], Unavailable) for card in measures())


def test_an_unknown_language_has_no_measure_rather_than_zero() -> None:
    found = analyze("Ceci est un texte.", "other").measurements
    assert all(isinstance(found[card.id], Unavailable) for card in measures())


def test_nobody_accused_is_not_the_same_as_nobody_heard() -> None:
    found = analyze("It rained.\n\nThe sun came out at noon.", "en", Span(0, 10)).measurements[
        "accused-heard"
    ]
    assert isinstance(found, Unavailable)


def test_a_measure_is_found_by_its_id_like_a_signal() -> None:
    assert measure_card("tone-gap").unit == "-2 to 2"
    assert measure_card("loaded").title == "Loaded words"


def test_no_measure_adds_the_others_up() -> None:
    assert not {"score", "overall", "credibility", "bias"} & {card.id for card in measures()}


CLAIMS = {
    "en": """According to the auditor, the dam cost $4m. It led to the closure of two mills.

It is the largest in Europe.""",
    "it": """Secondo la corte la diga è costata 4 milioni. Ha causato la chiusura di due mulini.

È la più grande d'Europa.""",
    "hi": """लेखा परीक्षक के मुताबिक बांध पर 4 करोड़ रुपये लगे। इसकी वजह से दो मिलें बंद हुईं।

यह यूरोप का सबसे बड़ा बांध है।""",
}


@pytest.mark.parametrize("language", CLAIMS)
def test_both_measures_of_claims_count_the_same_claims(language: str) -> None:
    found = analyze(CLAIMS[language], language, Span(0, 0)).measurements
    bare, sourced = found["unattributed"], found["claims-sourced"]
    assert isinstance(bare, Measurement) and isinstance(sourced, Measurement)
    assert bare.inputs == {"without": 1, "with": 2}
    assert sourced.inputs == {"with": 2, "claims": 3}
