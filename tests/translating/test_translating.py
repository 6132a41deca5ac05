"""The language of the interface: how it is chosen, and what changes with it."""

from __future__ import annotations

import pytest

from annotator.errors import LanguageError
from annotator.translating import language_meant, plural, use_language, write_number

CHOSEN = [
    ({}, None, "en", "nothing says anything"),
    ({"LANG": "it_IT.UTF-8"}, None, "it", "the locale"),
    ({"LANG": "hi_IN"}, None, "hi", "a locale without an encoding"),
    ({"LC_ALL": "C.UTF-8", "LANG": "it_IT.UTF-8"}, None, "en", "LC_ALL comes before LANG"),
    ({"LC_MESSAGES": "hi_IN.UTF-8", "LANG": "it_IT.UTF-8"}, None, "hi", "messages come before LANG"),
    ({"LC_ALL": "", "LANG": "it_IT.UTF-8"}, None, "it", "an empty variable says nothing"),
    ({"LANG": "fr_FR.UTF-8"}, None, "en", "a locale in no language of ours"),
    ({"LANG": "it_IT.UTF-8"}, "hi", "hi", "what somebody chose comes before the locale"),
    ({"LANG": "it_IT.UTF-8"}, "xx", "it", "a choice that is no language says nothing"),
    ({"ANNOTATOR_LANGUAGE": "it"}, "hi", "it", "the variable comes before everything"),
    ({"ANNOTATOR_LANGUAGE": "IT-it"}, None, "it", "the variable may be written like a locale"),
]


@pytest.mark.parametrize(("environment", "chosen", "language", "why"), CHOSEN, ids=[row[3] for row in CHOSEN])
def test_the_language_follows_variable_choice_and_locale(
    environment: dict[str, str], chosen: str | None, language: str, why: str
) -> None:
    assert language_meant(chosen, environment) == language, why


def test_a_variable_that_names_no_language_is_told() -> None:
    with pytest.raises(LanguageError, match="ANNOTATOR_LANGUAGE is 'klingon'"):
        language_meant(None, {"ANNOTATOR_LANGUAGE": "klingon"})


def test_a_language_without_a_catalogue_is_told() -> None:
    with pytest.raises(LanguageError, match="does not speak 'fr'"):
        use_language("fr")


NUMBERS = [
    ("en", 1234567, 0, "1,234,567"),
    ("en", 1234.5, 1, "1,234.5"),
    ("it", 1234567, 0, "1.234.567"),
    ("it", 0.75, 2, "0,75"),
    ("hi", 1234567, 0, "12,34,567"),
    ("hi", 100000, 0, "1,00,000"),
    ("hi", 999, 0, "999"),
    ("hi", 12345.6, 1, "12,345.6"),
    ("en", -0.4, 0, "0"),
    ("it", -1234.5, 1, "−1.234,5"),
]


@pytest.mark.parametrize(("language", "value", "places", "written"), NUMBERS)
def test_numbers_are_written_as_the_language_writes_them(
    language: str, value: float, places: int, written: str
) -> None:
    use_language(language)
    assert write_number(value, places) == written


def test_plurals_count_in_the_language_of_the_sources() -> None:
    assert plural("{n} article of {story}", "{n} articles of {story}", 1, story="S") == "1 article of S"
    assert plural("{n} article", "{n} articles", 0) == "0 articles"
    assert plural("{n} article", "{n} articles", 12000) == "12,000 articles"
