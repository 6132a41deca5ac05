"""Which words tie a statement to a source, and which only look as if they did."""

from __future__ import annotations

import pytest

from annotator.model.spans import Span
from tests.signals.marking import findings, marked

FOUND = [
    # language, text, the cue, why
    ("en", "The minister said taxes would fall.", "The minister said", "verb with its source"),
    ("en", '"We are safe," said Maria Rossi, the mayor.', "said Maria Rossi", "the source follows its verb"),
    (
        "en",
        "Maria Rossi, head of the union, said it was low.",
        "Maria Rossi, head of the union, said",
        "apposition",
    ),
    ("en", "According to papers filed in court, it paid.", "According to papers filed in court", "phrase"),
    ("en", "A lawsuit alleging fraud was filed.", "A lawsuit alleging", "a document is a source"),
    (
        "en",
        "It lost a lawsuit that accused it of fraud.",
        "a lawsuit that accused",
        "relative clause of a document",
    ),
    ("en", "They say that it works.", "They say", "the bare form agrees with a plural"),
    ("en", "Advisers to Mr. Stone say it works.", "say", "the noun agrees, not the name after it"),
    ("en", "Clinton wants to cut taxes.", "Clinton wants", "a stance right after its source"),
    (
        "en",
        "The mayor rejects an allegation from the union.",
        "allegation from the union",
        "noun with its source",
    ),
    ("en", "Local media reported that a dam had burst.", "Local media reported", "a form that is no noun"),
    (
        "en",
        "A poll released this week found 55 percent in favour.",
        "poll released this week found",
        "a document",
    ),
    (
        "en",
        "Ann Lee, a senior analyst at Stratfor, the research firm, said it was over.",
        "said",
        "an apposition with a comma in it",
    ),
    ("it", "Per l'accusa, l'imputato avrebbe mentito ai soci.", "Per l'accusa", "whose view it is"),
    ("it", "«Il mercato resta cauto», osserva un trader.", "osserva un trader", "after a closed quotation"),
    ("it", "La procura fa sapere che si indaga.", "La procura fa sapere", "a verb of two words"),
    ("hi", "मंत्री ने कहा- देश तेजी से बढ़ रहा है।", "मंत्री ने कहा", "the words follow a dash"),
    (
        "it",
        "Il ministro ha dichiarato che le tasse caleranno.",
        "Il ministro ha dichiarato",
        "verb with auxiliary",
    ),
    ("it", "«Siamo pronti a ripartire», ha detto Mario Bianchi.", "ha detto Mario Bianchi", "inverted"),
    (
        "it",
        "Secondo un rapporto, i prezzi sono saliti.",
        "Secondo un rapporto",
        "the phrase ends before the comma",
    ),
    (
        "it",
        "Secondo indiscrezioni, il presidente si dimetterà.",
        "Secondo indiscrezioni",
        "vague, but a source",
    ),
    ("hi", "मंत्री ने कहा कि कर कम होंगे।", "मंत्री ने कहा कि", "ergative before the verb"),
    ("hi", "एक रिपोर्ट के मुताबिक कीमतें बढ़ी हैं।", "एक रिपोर्ट के मुताबिक", "postposed phrase"),
    ("hi", "उन्होंने कहा कि काम पूरा होगा।", "उन्होंने कहा कि", "pronoun"),
    ("it", "Secondo il ministero i prezzi sono saliti.", "Secondo il ministero", "no comma, a new article"),
    ("it", "Secondo Maria la proposta è buona.", "Secondo Maria", "no comma after a name"),
    ("en", "According to police the man was drunk.", "According to police", "no comma before the statement"),
    (
        "en",
        "The chief executive, Maria Lopez, said the plant would close.",
        "The chief executive, Maria Lopez, said",
        "a role with its name",
    ),
    ("en", "“It was shut,” said one guard, Ali Khan.", "said one guard, Ali Khan", "the name comes after"),
    ("en", "The minister is adamant that taxes will fall.", "The minister is adamant that", "sure of it"),
    ("en", "The mayor truly believed that it would hold.", "The mayor truly believed", "an adverb between"),
    ("en", "The mayor doesn't think that it will hold.", "The mayor doesn't think", "a denied verb"),
    ("it", "La sindaca ha ripetutamente detto che reggerà.", "La sindaca ha ripetutamente detto", "adverb"),
    (
        "it",
        "I consiglieri di minoranza accusano l'assessore di frode.",
        "I consiglieri di minoranza accusano",
        "the noun that heads the phrase",
    ),
    ("it", "Bini respinge ogni accusa: «Ho tutte le carte».", "Bini respinge ogni accusa", "no label"),
    ("it", "L'opposizione attacca: «È un fallimento totale».", "L'opposizione attacca", "before a colon"),
    ("it", "La sindaca si dice fiduciosa sul voto.", "La sindaca si dice fiduciosa", "how she feels"),
    ("hi", "किसानों को यकीन है कि बारिश होगी।", "को यकीन है", "a belief with its holder"),
]

LEFT = [
    ("en", "Mayor accused of rigging a tender for the pool", "the subject is accused"),
    ("it", "Prato, l'assessore accusato di abuso d'ufficio", "the subject is accused"),
    ("en", "The early figures were encouraging.", "an adjective"),
    ("en", "It is a cycle lane that nobody wanted.", "nobody's wish"),
    ("en", "Nobody denies that budgets are tight.", "nobody says it"),
    ("en", "The company posted a net loss of a million.", "figures, not words"),
    ("en", "Photo: A family crosses a flooded street.", "a label speaks for nobody"),
    ("it", "Si dice che la coppia sia in crisi.", "nobody in particular says it"),
    ("it", "Per l'azienda, è stato un anno difficile da ricordare.", "for whom it was, not who says so"),
    ("hi", "मौसम विभाग ने रेड अलर्ट जारी किया है।", "a warning is an act"),
    ("en", "She has a similar question about the budget.", "a noun, by its article"),
    ("en", "The New York state legislature met on Monday.", "the bare form does not agree with one name"),
    ("en", "The presidential debate lasted two hours.", "a noun after an adjective"),
    ("en", "They agreed to resolve the data privacy claims.", "a noun inside a noun phrase"),
    ("en", "TikTok will state in its privacy policy what it collects.", "an act to come"),
    ("en", "The so-called reform failed.", "part of a compound"),
    ("en", "He was told to leave.", "the one who is told does not speak"),
    ("en", "It will not collect data from draft videos.", "data come from anywhere"),
    ("en", "It has been agreed that it will pay.", "nobody is named"),
    ("it", "Il secondo tempo è iniziato alle nove.", "secondo is a numeral here"),
    ("it", "I dati del rapporto sono pubblici.", "dati is a noun"),
    ("it", "Nella speranza che il tempo migliori, restiamo a casa.", "a feeling, not a statement"),
    ("it", "L'uomo, accusato di frode, è fuggito.", "the accused man does not speak"),
    ("hi", "बता दें कि यह कंपनी 2019 में बनी थी।", "the outlet turns to its reader"),
    ("hi", "कंपनी ने नई कार पेश की।", "an act, no statement"),
]


@pytest.mark.parametrize(("language", "text", "cue", "why"), FOUND)
def test_a_cue_is_marked_with_its_source(language: str, text: str, cue: str, why: str) -> None:
    assert any(cue in shown for shown in marked("attribution", language, text)), why


@pytest.mark.parametrize(("language", "text", "why"), LEFT)
def test_what_ties_no_statement_to_a_source_is_left_alone(language: str, text: str, why: str) -> None:
    assert marked("attribution", language, text) == [], why


SOURCES = [
    ("en", "Maria Rossi said it was low.", "a named source"),
    ("en", "A spokesperson for the bank said no.", "a role or group, unnamed"),
    ("en", "The report says that it works.", "a document"),
    ("en", "Experts say it works.", "a vague source"),
    ("en", "He said it works.", "a source named before"),
    ("it", "Fonti vicine al governo dicono che si vota.", "a vague source"),
    ("it", "Mario Bianchi ha detto che si vota.", "a named source"),
    ("en", "The director, Ann Moss, said it was low.", "a named source"),
    ("it", "«È chiusa da ieri mattina», ha detto un custode, Ali Khan.", "a named source"),
    ("hi", "पुलिस अधिकारी रमेश सिंह ने बताया कि दो लोग घायल हैं।", "a named source"),
    ("hi", "कंपनी के प्रवक्ता ने बताया कि आरोप गलत हैं।", "a role or group, unnamed"),
    ("hi", "सूत्रों के अनुसार मंत्री इस्तीफा देंगे।", "a vague source"),
]


@pytest.mark.parametrize(("language", "text", "kind"), SOURCES)
def test_the_kind_of_source_is_told(language: str, text: str, kind: str) -> None:
    assert [finding.detail for finding in findings("attribution", language, text)] == [kind]


def test_a_speaker_far_to_the_left_is_found_in_hindi() -> None:
    text = "राहुल शर्मा ने सोमवार को दिल्ली में हुई बैठक के बाद कहा कि काम जल्द पूरा होगा।"
    assert findings("attribution", "hi", text)[0].detail == "a named source"


def test_a_name_before_a_colon_speaks_in_the_headline() -> None:
    text = "Pat Caddell: Voters Worried About Prices\n\nOn Monday the pollster Pat Caddell spoke to voters."
    headline = Span(0, text.index("\n"))
    assert marked("attribution", "en", text, headline)[0] == "Pat Caddell:"


def test_a_place_before_a_colon_does_not_speak() -> None:
    text = "New Delhi: The price of onions rose again.\n\nTraders in New Delhi kept their shops shut."
    assert marked("attribution", "en", text) == []


def test_a_name_after_a_quotation_and_a_dash_has_spoken() -> None:
    text = "“He is not fit to lead this country at all.” ― Sonya Herridge"
    assert marked("attribution", "en", text) == ["― Sonya Herridge"]


def test_words_inside_a_quotation_are_the_speakers_own() -> None:
    text = '"My doctor said I would be fine, and I believe him," he told us.'
    assert all(text.index(shown) > 40 for shown in marked("attribution", "en", text))
