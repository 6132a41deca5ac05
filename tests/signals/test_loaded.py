"""Loaded words: what counts as the outlet's own judgement, and what does not."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest

from annotator.model.findings import Finding
from annotator.model.spans import Span
from annotator.signals import analyze, explain


def loaded(text: str, language: str = "en") -> list[Finding]:
    return [f for f in analyze(text, language, Span(0, 0)).findings if f.signal == "loaded"]


def words(text: str, language: str = "en") -> list[str]:
    return [text[f.start : f.end] for f in loaded(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The suspect killed two men and set a fire, and a lawsuit followed."),
        ("en", "A knife, a milk bottle and a Dodge were found after the bomb blast on the railroad."),
        ("en", "Fifty people were seriously injured, two fatally, when the train derailed on the saddle."),
        ("en", "Toxic waste from tribal land in the extreme north was found by a horror film crew."),
        ("it", "La manovra vale 24 miliardi e il nuovo regime fiscale deriva dalla legge."),
        ("it", "Il tetto ha perso due tegole e nella trincea sono state trovate trappole esplosive."),
        ("hi", "भूकंप के झटके महसूस किए गए और शतरंज ओलंपियाड टल गया।"),
        ("it", "L'uomo ha ucciso due persone e ha appiccato un incendio."),
        ("hi", "आरोपी ने दो लोगों की हत्या की और पुलिस ने उसे गिरफ्तार किया।"),
    ],
)
def test_plain_names_of_bad_things_are_not_loaded(language: str, text: str) -> None:
    assert not words(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“It is a shameful and disgusting plan for all of us,” said Maria Lopez of Leeds."),
        ("it", "«È un piano vergognoso e disgustoso per tutti noi», ha detto Maria Rossi."),
        ("hi", "नेता ने कहा, “यह योजना शर्मनाक और घटिया है और हम इसे नहीं मानेंगे।”"),
    ],
)
def test_speech_of_somebody_is_not_the_outlets_voice(language: str, text: str) -> None:
    assert not words(text, language)


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "Three “independent” experts will review the pipeline.", "independent"),
        ("en", "Three 'independent' experts will review the pipeline.", "independent"),
        ("en", "Three ‘independent’ experts will review the pipeline.", "independent"),
        ("it", "Tre esperti «indipendenti» esamineranno il progetto.", "indipendenti"),
        ("hi", "तीन “स्वतंत्र” विशेषज्ञ योजना देखेंगे।", "स्वतंत्र"),
    ],
)
def test_scare_quotes_are_marked_in_every_kind_of_mark(language: str, text: str, word: str) -> None:
    assert word in words(text, language)


@pytest.mark.parametrize(
    ("language", "text", "why"),
    [
        ("en", "The pronoun “hen” is used in Swedish.", "a word that is mentioned"),
        ("en", "He called the minister “shameless” in the debate.", "somebody else calls him so"),
        ("en", "Her novel “Ordinary” won the prize.", "a title"),
        ("it", "Il consigliere lo ha definito «incapace» durante la seduta.", "somebody else calls him so"),
        ("hi", "सांसद ने पूर्व साथी को “गद्दार” कहा।", "somebody else calls him so"),
    ],
)
def test_quoted_words_that_are_mentioned_are_no_scare_quotes(language: str, text: str, why: str) -> None:
    assert not words(text, language), why


def test_an_opinion_handed_to_somebody_is_not_the_outlets() -> None:
    assert not words("Protesters accused the firm of a shameful cover-up.")
    assert words("The shameful cover-up by the firm went on.")


def test_a_quiet_word_counts_only_beside_a_loud_one() -> None:
    assert not words("The huge bridge was opened on Monday.")
    assert words("The huge fiasco went on.") == ["huge", "fiasco"]
    assert {f.rule for f in loaded("The huge fiasco went on.")} == {"mild", "entry"}


def test_a_leading_question_counts_only_where_something_is_asked() -> None:
    assert [f.rule for f in loaded("How many more bridges must fall?")] == ["question"]
    assert not words("The report says how many more bridges there are.")


def test_a_size_word_before_a_number_has_its_own_reason() -> None:
    text = "The council paid a mere 40 pounds."
    found = loaded(text)
    assert [f.rule for f in found] == ["quantity"]
    assert "how big" in explain(found[0], text)


@pytest.mark.parametrize(
    ("language", "figurative", "literal"),
    [
        ("it", "Comincia una lunga battaglia legale.", "Il nonno morì nella battaglia di Verdun."),
        ("en", "A toxic debate followed.", "A truck with toxic waste turned over."),
        ("en", "Critics of the plan faced an avalanche of abuse.", "The avalanche swept away six skiers."),
        ("en", "The paper slammed the plan in its headline.", "Two trains slammed into each other."),
        ("it", "La giunta ha imbavagliato i cronisti.", "I due coniugi sono stati legati e imbavagliati."),
        ("it", "È la crociata della giunta contro i bar.", "La domenica escono le parole crociate."),
        ("hi", "विधायक ने गिरगिट की तरह रंग बदला।", "गिरगिट पेड़ की डाल पर बैठा था।"),
    ],
)
def test_the_literal_sense_is_left_alone(language: str, figurative: str, literal: str) -> None:
    assert words(figurative, language)
    assert not words(literal, language)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_findings_do_not_depend_on_how_accents_are_composed(form: Literal["NFC", "NFD"]) -> None:
    text = unicodedata.normalize(form, "È una vergognosa bufera, perché è così.")
    assert [unicodedata.normalize("NFC", w) for w in words(text, "it")] == ["vergognosa", "bufera"]
