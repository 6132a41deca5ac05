"""The catalogues: nothing is missing in them, nothing was lost in translation, and the program reads them."""

from __future__ import annotations

import importlib.util
import re
import sys
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from annotator.translating import FOLDER, LANGUAGES, SOURCE

ROOT = Path(__file__).parents[2]
TRANSLATED = [code for code in LANGUAGES if code != SOURCE]
FIELD = re.compile(r"\{[^{}]*\}")
SCRIPT = re.compile(r"[\u0900-\u097f]")
SAME_EVERYWHERE = {"url", "macro F1", "MIT", "language · lingua · भाषा"}
"""Messages that are no words of a language, or hold all of them."""


def extraction() -> ModuleType:
    """The script that brings the catalogues up to date."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "docs" / "translations.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def found() -> list[tuple[str, str]]:
    """Every message of the sources with its plural or nothing."""
    all = dict.fromkeys((one.message, one.many) for one in extraction().messages())
    # A message that also counts somewhere has its forms for both.
    counting = {one for one, many in all if many}
    return [(one, many) for one, many in all if many or one not in counting]


def catalogue(code: str) -> Catalog:
    path = FOLDER / code / "LC_MESSAGES" / "annotator.po"
    return read_po(BytesIO(path.read_bytes()), locale=code)


def strings(message: Message | None) -> tuple[str, ...]:
    if message is None:
        return ("",)
    return message.string if isinstance(message.string, tuple) else (message.string,)


def test_the_extraction_finds_words_wherever_they_are_declared(found: list[tuple[str, str]]) -> None:
    words = dict(found)
    assert len(found) > 600
    assert words["{n} score"] == "{n} scores", "a plural"
    assert "No highlight lies here." in words, "a sentence"
    assert "after you score" in words, "a constant"
    assert "take back your last judgement, in whichever article" in words, "a key's tooltip"
    assert "criterion" in words, "a group of keys"
    assert "Would a neutral report of the same fact need this word?" in words, "the catalogue of signals"


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_message_is_translated(code: str, found: list[tuple[str, str]]) -> None:
    known = catalogue(code)
    for one, many in found:
        said = strings(known.get(one))
        assert all(said), f"{one!r}: run `python docs/translations.py` and translate it"
        assert len(said) == (2 if many else 1), one


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_translation_has_lost_a_field(code: str, found: list[tuple[str, str]]) -> None:
    known = catalogue(code)
    for one, many in found:
        for at, string in enumerate(strings(known.get(one))):
            there = set(FIELD.findall(string))
            wanted = set(FIELD.findall(many if many and at else one))
            # "{n} more" may become "another one": only the number itself may be left out, and only of one.
            assert wanted - there <= ({"{n}"} if many and at == 0 else set()), (one, string)
            assert there <= wanted | ({"{n}"} if many else set()), (one, string)


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_message_is_left_over_or_doubtful(code: str, found: list[tuple[str, str]]) -> None:
    known = catalogue(code)
    here = {one for one, _ in found}
    for message in known:
        if message.id:
            id = message.id[0] if isinstance(message.id, tuple) else message.id
            assert id in here and not message.fuzzy, f"{id!r}: run `python docs/translations.py`"


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_program_reads_what_the_translator_wrote(code: str) -> None:
    path = FOLDER / code / "LC_MESSAGES" / "annotator.mo"
    with path.open("rb") as file:
        read = GNUTranslations(file)
    for message in catalogue(code):
        if isinstance(message.id, tuple):
            said = tuple(read.ngettext(*message.id, number) for number in (1, 2))
            assert said == message.string, "run `python docs/translations.py`"
        elif message.id:
            assert read.gettext(message.id) == message.string, "run `python docs/translations.py`"


def test_zero_counts_as_one_in_hindi_and_as_many_in_italian() -> None:
    for code, form in (("hi", 0), ("it", 1)):
        with (FOLDER / code / "LC_MESSAGES" / "annotator.mo").open("rb") as file:
            read = GNUTranslations(file)
        told = catalogue(code).get("{n} article added.")
        assert read.ngettext("{n} article added.", "{n} articles added.", 0) == strings(told)[form]


def test_hindi_is_written_in_devanagari() -> None:
    for message in catalogue("hi"):
        id = message.id[0] if isinstance(message.id, tuple) else message.id
        words = re.sub(r"\{[^{}]*\}|https?:\S*", "", id)
        if id not in SAME_EVERYWHERE and re.search(r"[A-Za-z]{3,}", words):
            assert all(SCRIPT.search(string) for string in strings(message)), id


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_translation_is_the_english_sentence(code: str) -> None:
    for message in catalogue(code):
        if isinstance(message.id, str) and len(message.id.split()) > 2 and message.id not in SAME_EVERYWHERE:
            words = re.sub(r"\{[^{}]*\}", "", message.id)
            if re.search(r"[A-Za-z]{3,}", words):
                assert message.string != message.id
