"""Every literal of the app that a reader would see is marked for translation, or is exempt for a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.translating.finding import unmarked

PACKAGE = Path(__file__).parents[2] / "annotator"

FOR_COMMANDS = "printed by plain commands, which speak English"
EXEMPT_FILES = {
    "present/agreements.py": FOR_COMMANDS,
    "present/analyses.py": FOR_COMMANDS,
    "present/anchoring.py": FOR_COMMANDS,
    "present/arrivals.py": FOR_COMMANDS,
    "present/calibrations.py": FOR_COMMANDS,
    "present/classrooms.py": FOR_COMMANDS,
    "present/comparisons.py": FOR_COMMANDS,
    "present/contrasts.py": FOR_COMMANDS,
    "present/coverage.py": FOR_COMMANDS,
    "present/opinions.py": FOR_COMMANDS,
    "present/stories.py": FOR_COMMANDS,
    "tui/served/permissions.py": "names of actions and screens, never shown",
    "tui/served/rehearsing.py": "texts analysed to warm up, never shown",
    "present/rubric_sheets.py": "says its words in all three languages: it speaks the rubric's",
    "present/sheets.py": "a page in the rubric's language, whatever the interface speaks",
    "tui/widths.py": "names for programmers, never shown",
}
EXEMPT_WORDS = {
    **{
        ("present/report/rendering.py", words): "a policy for browsers"
        for words in (
            "default-src 'none'; style-src '",
            "'; script-src '",
            "'; base-uri 'none'; form-action 'none'",
        )
    },
    ("tui/screens/listing.py", "annotator"): "the program's name",
    ("present/cards.py", ", a measure of the whole article)"): FOR_COMMANDS,
    ("present/numbers.py", "% of claims"): "a unit, by which a sentence is looked up",
    ("present/numbers.py", "% of attributed sentences"): "a unit, by which a sentence is looked up",
    ("tui/screens/reading_screen.py", "pasted text.txt"): "a file name that is stored with the article",
    ("cli/interactive.py", "{error}"): "the error speaks for itself",
    ("cli/plain_desk.py", "{words}"): "the words speak for themselves",
}
PLAIN_PROMPTS = [f"cli/{name}.py" for name in ("interactive", "plain_desk", "prompting", "prompts")]


def modules() -> list[str]:
    found = [
        path.relative_to(PACKAGE).as_posix()
        for folder in ("tui", "present")
        for path in sorted((PACKAGE / folder).rglob("*.py"))
    ]
    return [name for name in [*found, *PLAIN_PROMPTS] if name not in EXEMPT_FILES]


@pytest.mark.parametrize("name", modules())
def test_words_on_the_screen_are_marked(name: str) -> None:
    source = (PACKAGE / name).read_text(encoding="utf-8")
    left = [one for one in unmarked(source) if (name, one.words) not in EXEMPT_WORDS]
    assert not left, "wrap them in _(), N_() or plural(): CONTRIBUTING.md says how"


def test_nothing_is_exempt_that_does_not_need_to_be() -> None:
    for name in EXEMPT_FILES:
        assert list(unmarked((PACKAGE / name).read_text(encoding="utf-8"))), name
    for name, words in EXEMPT_WORDS:
        assert words in {one.words for one in unmarked((PACKAGE / name).read_text(encoding="utf-8"))}, words


BAD = [
    ('self.tell("No more.")', "No more.", "a sentence that is told"),
    ('Run("signals", "quiet")', "signals", "a single word of a run"),
    ('Run(f" {n} scores ", "quiet")', " scores ", "words in an f-string"),
    ('TITLE = "Nobody has scored this yet."', "Nobody has scored this yet.", "a constant"),
    ('raise JudgementError("there is no level 9.")', "there is no level 9.", "an error made in the app"),
    ('words = "rater" if n == 1 else "many raters"', "many raters", "a choice"),
]


@pytest.mark.parametrize(("source", "words", "why"), BAD, ids=[row[2] for row in BAD])
def test_the_search_finds(source: str, words: str, why: str) -> None:
    assert words in [one.words for one in unmarked(source)], why


GOOD = [
    ('self.tell(_("No more."))', "a marked sentence"),
    ('Run(_("signals"), "quiet good")', "looks are no words"),
    ('"""A docstring of a module."""\ndef f():\n    """Another one, of a function."""', "docstrings"),
    ('Binding("e", "cite", "cite it", tooltip="cite the words")', "a binding, which the extraction reads"),
    ('plural("{n} score", "{n} scores", n)', "a plural"),
    ('self.query_one("#top", Bar).add_class("-narrow")', "names of widgets"),
]


@pytest.mark.parametrize(("source", "why"), GOOD, ids=[row[1] for row in GOOD])
def test_the_search_leaves(source: str, why: str) -> None:
    assert not list(unmarked(source)), why
