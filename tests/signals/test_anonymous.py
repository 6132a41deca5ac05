"""Sources that nobody could ring up."""

from __future__ import annotations

import pytest

from tests.signals.marking import marked

UNNAMED = [
    ("en", "Experts say that prices will rise.", "vague"),
    ("en", "A TikTok spokesperson said it was sorry.", "a role stays unnamed beside its organisation"),
    ("en", "In the case, lawyers alleged that data was sold.", "several people without a name"),
    ("en", "A minister said taxes would fall.", "one of many"),
    ("en", "Sources close to the talks said it was over.", "vague"),
    ("it", "Secondo indiscrezioni, il presidente si dimetterà.", "vague"),
    ("it", "Secondo un rapporto, i prezzi sono saliti.", "a report of nobody's"),
    ("it", "Fonti vicine al governo dicono che si vota.", "vague"),
    ("hi", "एक रिपोर्ट के मुताबिक कीमतें बढ़ी हैं।", "a report of nobody's"),
    ("en", "A report published in March said that prices rose.", "a month is no publisher"),
    ("hi", "कुछ शिक्षाविदों ने कहा कि फैसला गलत है।", "several people, by the plural's ending"),
    ("hi", "सूत्रों के अनुसार मंत्री इस्तीफा देंगे।", "vague"),
    ("hi", "कंपनी के प्रवक्ता ने बताया कि आरोप गलत हैं।", "a role stays unnamed"),
    ("hi", "मामले से परिचित एक व्यक्ति ने बताया कि सौदा तय है।", "somebody"),
    ("it", "Un custode ha detto che il cancello era chiuso.", "an everyday trade"),
]

KNOWN = [
    ("en", "The club said the project would help, although campaigners fear it.", "one source can be asked"),
    ("it", "Lo ha detto il ministro a margine di un convegno.", "the article belongs to the place"),
    ("en", "According to a study published on Monday in The Lancet, air matters.", "its publisher is named"),
    ("it", "Uno studio pubblicato su Nature dice che il ghiaccio cala.", "its publisher is named"),
    ("it", "Le opposizioni annunciano una mozione.", "a body that is known"),
    ("it", "La notizia non è stata confermata da fonti indipendenti.", "nobody says anything"),
    ("en", "The minister said taxes would fall.", "known by the office"),
    ("en", "Police said two men were arrested.", "an institution"),
    ("en", "The owners of TikTok have denied it.", "known by what they own"),
    ("en", "Maria Rossi, a spokesperson for the bank, said no.", "named"),
    ("en", "A lawsuit alleging fraud was filed in Rome.", "a lawsuit can be looked up"),
    ("en", "Residents backed the plan.", "an act, not a claim to check"),
    ("it", "Il ministro ha dichiarato che le tasse caleranno.", "known by the office"),
    ("it", "La squadra paga 90 milioni ad alcuni utenti.", "they do not speak"),
    ("hi", "मंत्री ने कहा कि कर कम होंगे।", "known by the office"),
    ("hi", "पुलिस अधिकारी रमेश सिंह ने बताया कि दो लोग घायल हैं।", "named"),
]


@pytest.mark.parametrize(("language", "text", "why"), UNNAMED)
def test_a_sentence_with_only_an_unnamed_source_is_marked_whole(language: str, text: str, why: str) -> None:
    assert marked("anonymous", language, text) == [text], why


@pytest.mark.parametrize(("language", "text", "why"), KNOWN)
def test_a_source_that_can_be_found_is_left_alone(language: str, text: str, why: str) -> None:
    assert marked("anonymous", language, text) == [], why


def test_a_named_source_beside_an_unnamed_one_is_enough() -> None:
    assert marked("anonymous", "en", "Experts say it works, and Maria Rossi said so too.") == []
