"""The pages of signal cards, and what a card must hold."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from annotator.model.languages import NAMES
from annotator.present.cards import EACH, card_lines, sections
from annotator.signals import catalogue
from annotator.signals.examples import examples_of
from annotator.signals.figures import figures

DOCS = Path(__file__).parents[2] / "docs"
PAIRS = [(card, code) for card in catalogue() for code in card.languages]
TABLE = """\
hedge        all   found   15  P 0.80  of  14 R 0.86  F1 0.83
hedge        en    found    8  P 0.88  of   9 R 0.78  F1 0.82
hedge        it    found    0  P 0.00  of   0 R 0.00  F1 0.00
praise       it    found    0  P 0.00  of   3 R 0.00  F1 0.00
clickbait    all   5/5 headlines right
MACRO 0.843
"""


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"docs_{name}", DOCS / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_pages_are_what_the_generator_writes() -> None:
    """After a change of catalogue, examples or figures: python docs/signal_cards.py."""
    written = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / "signals").iterdir()}
    assert written == script("signal_cards").pages()


@pytest.mark.parametrize(("card", "code"), PAIRS, ids=[f"{card.id}-{code}" for card, code in PAIRS])
def test_every_signal_has_three_examples_and_three_known_mistakes(card, code) -> None:
    examples = examples_of(card.id, code)
    assert len(examples.measured if card.kind == "article" else examples.find) >= EACH
    assert len(examples.mistakes) >= EACH
    assert all(example.why for example in examples.mistakes)
    assert all(not example.quote or example.quote in example.text for example in examples.find)


@pytest.mark.parametrize("card", catalogue(), ids=lambda card: card.id)
def test_a_card_says_when_not_to_believe_it_and_where_it_comes_from(card) -> None:
    told = "\n".join(card_lines(card.id))
    for part in (card.question, card.looks_for, card.caveat, card.source):
        assert part in told
    headings = [section.heading for section in sections(card.id)]
    assert headings[2] == "When not to believe it"
    assert sum("known mistakes" in heading for heading in headings) == len(card.languages)


def test_a_card_can_begin_with_any_of_its_languages() -> None:
    told = [section.heading for section in sections("hedge", "hi") if ":" in section.heading]
    languages = list(dict.fromkeys(heading.partition(":")[0] for heading in told))
    assert languages == ["Hindi", *(name for code, name in NAMES.items() if code != "hi")]
    assert len(told) == 3 * len(NAMES)


def test_every_figure_names_its_data_and_lies_between_0_and_1() -> None:
    known = {card.id: card.languages for card in catalogue()}
    for figure in figures():
        assert figure.language in known[figure.signal]
        assert figure.data and figure.licence and figure.counts and figure.date and figure.n
        shares = (figure.precision, figure.recall, figure.f1, figure.accuracy, figure.macro_f1)
        assert any(share is not None for share in shares)
        assert all(share is None or 0 <= share <= 1 for share in shares)


def test_a_table_of_readers_marks_becomes_figures_and_nothing_marked_is_no_figure() -> None:
    measuring = script("measure_signals")
    rows = measuring.merged([], measuring.read_report(TABLE, "2026-11-22"))
    praise, hedge = rows
    assert (hedge.signal, hedge.language, hedge.n) == ("hedge", "en", 9)
    assert (hedge.precision, hedge.recall, hedge.f1) == (0.88, 0.78, 0.82)
    assert (praise.precision, praise.recall, praise.f1) == (None, 0.0, None)


def test_a_report_in_json_becomes_figures_and_replaces_older_ones() -> None:
    measuring = script("measure_signals")
    report = {"clickbait_en": {"n": 10, "accuracy": 0.9, "P": 1, "R": 0.8, "F1": 0.888, "macro F1": 0.9}}
    old = measuring.read_report(json.dumps(report), "2026-01-01")
    report["clickbait_en"]["P"] = 0.5
    (new,) = measuring.merged(old, measuring.read_report(json.dumps(report), "2026-11-22"))
    assert (new.precision, new.f1, new.date) == (0.5, 0.89, "2026-11-22")
    assert "precision = 0.5\n" in measuring.as_toml([new])


def test_an_example_is_shown_letter_for_letter() -> None:
    escaped = script("signal_cards").escaped
    assert escaped("[so-called] *news* | <b>") == r"\[so-called\] \*news\* \| \<b\>"
    assert escaped("12. August and 0.26") == r"12\. August and 0.26"
    assert escaped("0.26") == "0.26"
