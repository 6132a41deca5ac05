"""Praise: the outlet's own approval, not somebody's speech, a name or a denial."""

from __future__ import annotations

import pytest

from annotator.model.spans import Span
from annotator.signals import analyze


def praised(text: str, language: str) -> list[str]:
    findings = analyze(text, language, Span(0, 0)).findings
    return [text[f.start : f.end] for f in findings if f.signal == "praise"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Her exemplary conduct was remembered."),
        ("it", "Il suo comportamento esemplare è stato ricordato."),
        ("hi", "खिलाड़ी का प्रदर्शन शानदार रहा।"),
    ],
)
def test_approval_in_the_outlets_voice_is_found(language: str, text: str) -> None:
    assert praised(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The conduct was not exemplary."),
        ("it", "Il comportamento non è stato esemplare."),
        ("hi", "प्रदर्शन शानदार नहीं रहा।"),
        ("it", "Il film non è affatto un capolavoro."),
        ("en", "The result was hardly a triumph."),
    ],
)
def test_negated_praise_is_left(language: str, text: str) -> None:
    assert not praised(text, language)


def test_quiet_praise_leans_on_praise_not_on_blame() -> None:
    assert praised("È una batosta senza precedenti.", "it") == []
    assert praised("È un trionfo straordinario, senza precedenti.", "it")


def test_an_entry_that_holds_a_negation_is_not_negated_by_it() -> None:
    assert praised("यह फोन सस्ता है, मौका न चूकें।", "hi") == ["मौका न चूकें"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The government of Great Britain met on Monday."),
        ("en", "Students with outstanding debt may apply."),
        ("it", "Il film La Bella addormentata esce lunedì."),
        ("hi", "ग्रेट ब्रिटेन ने दो पदक जीते।"),
    ],
)
def test_names_and_plain_senses_are_left(language: str, text: str) -> None:
    assert not praised(text, language)


def test_good_facts_are_not_praise() -> None:
    assert not praised("The team won 2 to 1 and the economy grew 1.1 percent.", "en")
