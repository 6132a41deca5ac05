"""Claims that want a source and have none."""

from __future__ import annotations

import pytest

from tests.signals.marking import findings, marked

CLAIMS = [
    ("en", "The drug cures cancer in 90 percent of patients.", "number"),
    ("en", "It is one of the biggest payouts in history.", "superlative"),
    ("en", "The firm illegally sold the data to a rival.", "accusation"),
    ("en", "The firm will close its last factory in spring.", "prediction"),
    ("en", "It did so for financial gain.", "motive"),
    ("en", "The firm allegedly sold the data to a rival.", "doubtful"),
    ("it", "È uno dei più grandi risarcimenti della storia.", "superlative"),
    ("it", "La squadra pagherà il giocatore a fine anno.", "prediction"),
    ("it", "Il presidente avrebbe incassato una tangente ieri.", "doubtful"),
    ("hi", "यह दुनिया की सबसे बड़ी कंपनी है।", "superlative"),
    ("hi", "कंपनी पर 5 करोड़ रुपये का जुर्माना लगा।", "number"),
    ("hi", "कंपनी अगले साल नया कारखाना खोलेगी।", "prediction"),
    ("it", "La cooperativa truccava le gare da molto tempo.", "accusation"),
    ("en", "Mill Road is the busiest shopping street in the county.", "superlative"),
    ("it", "È il fiume più lungo della regione.", "superlative"),
    ("it", "Un italiano su tre non legge libri.", "number"),
    ("it", "I giovani non vogliono più lavorare.", "vague"),
    ("en", "The bridge fell because nobody maintained it.", "cause"),
    ("en", "Young people no longer want to work.", "vague"),
    ("hi", "कंपनी अपने कर्मचारियों की जासूसी करती थी।", "accusation"),
    ("hi", "रखरखाव न होने से पुल गिरा।", "cause"),
    ("hi", "दोनों कंपनियों में यह बैंक बड़ा निवेशक है।", "number"),
]

SOURCED = [
    ("en", "The minister said the drug cures 90 percent of patients.", "the sentence names its source"),
    ("en", "The minister spoke of the drug, he said. It cures 90 percent of patients.", "carried over"),
    ("en", "The court sat on Tuesday in Rome.", "a public act makes no claim"),
    ("en", "Will the firm really close 12 of its factories?", "a question states nothing"),
    ("en", "It happened on 12 May 2021 in Rome.", "dates of public events"),
    ("en", "The will of the people was clear to all.", "a noun, no prediction"),
    ("en", "The 29-year-old driver was taken to a hospital in Rome.", "an age"),
    ("en", "Our gadget, the ChopMaster 3000, slices onions with ease.", "the number of a name"),
    ("en", "Adam Reed, 34, was taken to a hospital in Rome.", "an age between commas"),
    ("en", "The fire broke out at about 22:40 in the old town.", "a time of day"),
    ("en", "Leeds beat Rome 2-1 in a match that few had expected.", "a score"),
    ("it", "La biblioteca sarà aperta dal lunedì al sabato.", "an appointment"),
    ("en", "The driver will appear in court in Leeds on Monday.", "an appointment"),
    ("en", "The driver is due to appear in court in Leeds.", "an appointment, no cause"),
    ("en", "A court in Leeds jailed the driver for fraud and theft.", "what a court does is public"),
    ("it", "Il tribunale ha condannato il sindaco per corruzione a 3 anni.", "its act, and how long"),
    ("hi", "अदालत ने आरोपी को भ्रष्टाचार के मामले में 3 साल की सजा सुनाई।", "its act, and how long"),
    ("it", "Due uomini di 34 e 29 anni sono stati fermati nella notte.", "ages"),
    ("it", "Al 12' il capitano ha sbloccato la partita con un tiro.", "the minute of a match"),
    (
        "it",
        "Il bottino vale 90 mila euro. Lo riferisce la polizia di Stato.",
        "the next sentence tells whose it is",
    ),
    ("hi", "34 वर्षीय युवक को अस्पताल में भर्ती कराया गया है।", "an age"),
    ("hi", "हादसा सुबह 10 बजे पुराने शहर के पास हुआ था।", "a time of day"),
    ("it", "Il ministro ha detto che la squadra pagherà 90 milioni.", "the sentence names its source"),
    ("hi", "मंत्री ने कहा कि कंपनी अगले साल 5 कारखाने खोलेगी।", "the sentence names its source"),
]


@pytest.mark.parametrize(("language", "text", "kind"), CLAIMS)
def test_a_claim_without_a_source_is_marked_with_its_kind(language: str, text: str, kind: str) -> None:
    found = findings("unattributed", language, text)
    assert [text[f.start : f.end] for f in found] == [text]
    assert kind in found[0].detail


@pytest.mark.parametrize(("language", "text", "why"), SOURCED)
def test_a_sourced_or_plain_sentence_is_left_alone(language: str, text: str, why: str) -> None:
    assert marked("unattributed", language, text) == [], why


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Although the company denies these claims, it paid 5 million dollars last year."),
        ("it", "L'azienda, pur dicendosi innocente, ha pagato 92 milioni di dollari."),
    ],
)
def test_a_source_in_a_clause_aside_does_not_cover_the_rest(language: str, text: str) -> None:
    assert marked("unattributed", language, text) == [text]


def test_a_source_tied_to_quoted_words_does_not_carry_over() -> None:
    text = '"We are happy to be here today," said Maria Rossi. The firm illegally sold the data.'
    assert marked("unattributed", "en", text) == ["The firm illegally sold the data."]


def test_a_source_does_not_carry_over_to_the_next_paragraph() -> None:
    text = "Maria Rossi said she was glad.\nThe firm illegally sold the data."
    assert marked("unattributed", "en", text) == ["The firm illegally sold the data."]
