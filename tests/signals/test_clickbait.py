"""Headlines that tease, and headlines that tell."""

from __future__ import annotations

import pytest

from annotator.model.spans import Span
from tests.signals.marking import marked

TEASING = [
    ("en", "21 Reasons Why Dogs Are Better Than People", "a list"),
    ("en", "You Won't Believe What This Actor Did Next", "a thing withheld"),
    ("en", "This Woman Lost Her Ring And Found It In A Fish", "something not named"),
    ("en", "Which Season Should You Be Born In", "asks the reader"),
    ("en", "We Tried The New Burger And Here's What Happened", "speaks of itself"),
    ("en", "Compensation of a lifetime!", "an exclamation mark"),
    ("it", "Ecco cosa succede se bevi acqua calda ogni mattina", "ecco"),
    ("it", "5 modi per dormire meglio", "a list"),
    ("hi", "जानिए पूरा मामला", "a thing withheld"),
    ("hi", "क्या आप जानते हैं ये 5 बातें", "asks the reader"),
]

TELLING = [
    ("en", "TikTok to pay $92m to settle alleged misuse of data case", "plain"),
    ("en", "13 killed in bus crash in Peru", "a number of the news, no list"),
    ("en", "10-year-old child rescued from well", "an age"),
    ("en", "US and EU agree on steel tariffs", "US is a name"),
    ("en", "WHO warns of new outbreak", "WHO is a name"),
    ("en", "This week in parliament: budget and health", "this week is named"),
    ("it", "Tre morti in un incidente sull'A1", "a number of the news"),
    ("it", "Il governo vara la manovra: le misure", "plain"),
    ("hi", "सड़क हादसे में 5 लोगों की मौत", "a number of the news"),
    ("hi", "प्रधानमंत्री ने नई योजना का उद्घाटन किया", "plain"),
]


@pytest.mark.parametrize(("language", "headline", "why"), TEASING)
def test_a_headline_that_teases_is_marked_whole(language: str, headline: str, why: str) -> None:
    assert marked("clickbait", language, headline, Span(0, len(headline))) == [headline], why


@pytest.mark.parametrize(("language", "headline", "why"), TELLING)
def test_a_headline_that_tells_is_left_alone(language: str, headline: str, why: str) -> None:
    assert marked("clickbait", language, headline, Span(0, len(headline))) == [], why


def test_only_the_headline_is_read() -> None:
    text = "TikTok to pay $92m\n\nYou won't believe what happened next!"
    assert marked("clickbait", "en", text, Span(0, 18)) == []
