"""Whose words are between the marks."""

from __future__ import annotations

import pytest

from tests.signals.marking import marked

SPEECH = [
    ("en", 'He said: "We will not go back to that."', '"We will not go back to that."'),
    ("en", "He said: “We will not go back to that.”", "“We will not go back to that.”"),
    ("en", 'He said: “We will not go back to that."', '“We will not go back to that."'),
    ("en", "He said: 'We will not go back to that.'", "'We will not go back to that.'"),
    ("en", "He said: ``We will not go back to that.''", "``We will not go back to that.''"),
    (
        "en",
        "“He called it ‘the worst week of all’ and left.”",
        "“He called it ‘the worst week of all’ and left.”",
    ),
    ("it", '"Ho avuto paura", ha raccontato la donna.', '"Ho avuto paura"'),
    ("it", "Ha detto: «Non torneremo mai più indietro».", "«Non torneremo mai più indietro»"),
    ("it", "Ha detto: «Lo disse “mai più” e se ne andò via».", "«Lo disse “mai più” e se ne andò via»"),
    ("it", "La ministra su X: «Nessun taglio alle scuole».", "«Nessun taglio alle scuole»"),
    ("hi", "उन्होंने कहा, “हम पीछे नहीं हटेंगे और लड़ेंगे।”", "“हम पीछे नहीं हटेंगे और लड़ेंगे।”"),
]


@pytest.mark.parametrize(("language", "text", "speech"), SPEECH)
def test_speech_between_marks_is_marked_whole(language: str, text: str, speech: str) -> None:
    assert marked("quote", language, text) == [speech]


@pytest.mark.parametrize(
    ("language", "text", "why"),
    [
        ("en", 'The "reform" failed.', "scare quotes are no speech"),
        ("en", "The firms' owners and the workers' union don't agree on it at all.", "apostrophes"),
        ("en", 'The screen is 5" wide and the other one is 7" wide, they found out.', "inches"),
        ("it", "L'azienda dell'anno e l'ultima dell'elenco non c'erano più all'alba.", "elisions"),
    ],
)
def test_marks_that_hold_no_speech_are_passed_over(language: str, text: str, why: str) -> None:
    assert marked("quote", language, text) == [], why


def test_a_quotation_over_several_paragraphs_needs_closing_only_once() -> None:
    text = "“We will go on for as long as it takes.\n\n“And we will win in the end, I know.”"
    assert marked("quote", "en", text) == text.split("\n\n")


def test_a_paragraph_announced_as_somebodys_words_is_speech_without_marks() -> None:
    speech = "Questa decisione porta a un risarcimento per gli utenti e garantisce il rispetto di tutti."
    assert marked("quote", "it", f"Il sindaco ha commentato così la vicenda:\n\n{speech}") == [speech]
