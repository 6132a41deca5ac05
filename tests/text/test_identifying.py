"""Which language a text is in; "other" is an answer."""

from __future__ import annotations

import pytest

from annotator.text import identify_language

CASES = [
    ("en", "The court said on Tuesday that the firm would have to pay for it.", "English"),
    ("it", "Il tribunale ha detto che l'azienda dovrà pagare per quello che ha fatto.", "Italian"),
    ("hi", "अदालत ने कहा कि कंपनी को इसके लिए भुगतान करना होगा।", "Hindi"),
    ("hi", "TikTok ने कहा कि ByteDance कंपनी को भुगतान करना होगा।", "Hindi with Latin names"),
    ("other", "Le tribunal a dit mardi que la société devrait payer pour ses fautes.", "French"),
    ("es", "El tribunal dijo el martes que la empresa tendría que pagar por ello.", "Spanish"),
    ("other", "O tribunal disse na terça-feira que a empresa teria de pagar por isso.", "Portuguese"),
    ("es", "Detenidos tres hombres por el robo de un banco en Sevilla", "a Spanish headline"),
    ("other", "El president ha dit en una entrevista que el pressupost serà el més alt de l'any.", "Catalan"),
    ("other", "El tribunal va dir dimarts que l'empresa hauria de pagar per això.", "Catalan"),
    ("other", "न्यायालयाने सांगितले की कंपनीला त्यासाठी पैसे द्यावे लागतील आहे.", "Marathi"),
    ("other", "12345 !!! …", "no letters"),
    ("other", "", "nothing"),
]


@pytest.mark.parametrize(("language", "text", "why"), CASES)
def test_the_language_is_found_by_script_and_small_words(language: str, text: str, why: str) -> None:
    assert identify_language(text) == language, why
