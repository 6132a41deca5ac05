"""Doubt in the outlet's voice, and doubt that belongs to a source."""

from __future__ import annotations

import pytest

from tests.signals.marking import marked

HEDGED = [
    ("it", "Non si può escludere che il ponte chiuda.", "Non si può escludere"),
    ("en", "It reportedly cost a fortune.", "reportedly"),
    ("en", "The alleged thief fled.", "alleged"),
    ("en", "Some say the election was lost months ago.", "Some say"),
    ("en", "Many scholars of the period argue that it was a fake.", "Many scholars"),
    ("en", "It is also widely accepted that the ship sank there.", "widely accepted"),
    ("it", "Molti tifosi temono che il tecnico se ne vada.", "Molti tifosi temono"),
    ("it", "C'è chi sostiene che sia tutto un bluff.", "C'è chi sostiene"),
    ("it", "Risulta che altri tre siano stati licenziati.", "Risulta che"),
    ("hi", "कई लोगों का मानना है कि सरकार गिर जाएगी।", "कई लोगों का मानना"),
    ("hi", "मृतकों की संख्या बढ़ सकती है।", "बढ़ सकती है"),
    ("it", "Il presidente avrebbe incassato una tangente.", "avrebbe incassato"),
    ("it", "Il presunto ladro è fuggito.", "presunto"),
    ("hi", "बताया जा रहा है कि कंपनी बिक जाएगी।", "बताया जा रहा है"),
    ("hi", "कंपनी ने कथित तौर पर डेटा बेचा।", "कथित तौर पर"),
]

LEFT = [
    ("en", "The next decision is due on 9 May.", "a date"),
    ("en", "Those in the top fifth were 28 percent more likely to fall ill.", "a comparison of numbers"),
    ("en", "You could read the numbers as a victory.", "what the reader can do"),
    ("hi", "वीडियो में देखा जा सकता है कि गाड़ी चल रही है।", "what can be seen"),
    ("en", "The mayor said it reportedly cost a fortune.", "the mayor's doubt"),
    ("en", "According to the mayor, it reportedly cost a fortune.", "the mayor's doubt"),
    ("en", '"It was probably the best thing we ever did," said Maria Rossi.', "quoted speech"),
    ("it", "Il ministro ha detto che forse si vota.", "the minister's doubt"),
    ("hi", "मंत्री ने कहा कि कथित तौर पर डेटा बेचा गया।", "the minister's doubt"),
]


@pytest.mark.parametrize(("language", "text", "words"), HEDGED)
def test_a_hedge_in_the_outlets_voice_is_marked(language: str, text: str, words: str) -> None:
    assert any(words in shown for shown in marked("hedge", language, text))


@pytest.mark.parametrize(("language", "text", "why"), LEFT)
def test_a_hedge_that_is_not_the_outlets_is_left_alone(language: str, text: str, why: str) -> None:
    assert marked("hedge", language, text) == [], why
