"""Every literal of the app that a reader would see is marked for translation, or is exempt for a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.translating.finding import unmarked, unmarked_errors, unmarked_in_script, untold_bindings

PACKAGE = Path(__file__).parents[2] / "annotator"

FOR_COMMANDS = "printed by plain commands, which speak English"
FOR_THE_TEACHER = "told to the teacher who runs the server, in English as its other words"
PROGRAM = "annotator"
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
    "web/confining.py": "a session's process says it to programmers",
    "web/health.py": FOR_THE_TEACHER,
    "web/live.py": FOR_THE_TEACHER,
    "web/serving.py": FOR_THE_TEACHER,
    "web/session_process.py": FOR_THE_TEACHER,
    "web/sessions.py": FOR_THE_TEACHER,
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' {socket};"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
EXEMPT_WORDS = {
    **{
        ("present/report/rendering.py", words): "a policy for browsers"
        for words in (
            "default-src 'none'; style-src '",
            "'; script-src '",
            "'; base-uri 'none'; form-action 'none'",
        )
    },
    **{
        ("web/doors.py", words): FOR_THE_TEACHER
        for words in (
            " gave a wrong class code too often and waits ",
            " came in.",
            "Too many wrong PINs for ",
            ", the last from ",
            ": locked for ",
            ". Who forgot a PIN gets a new one after `annotator class reset-pin ",
            " gave wrong PINs too often and waits ",
        )
    },
    ("web/office.py", POLICY): "a policy for browsers",
    **dict.fromkeys(
        ((name, PROGRAM) for name in ("tui/app.py", "tui/screens/listing.py")),
        "the program's name",
    ),
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
        for folder in ("tui", "present", "web")
        for path in sorted((PACKAGE / folder).rglob("*.py"))
    ]
    return [name for name in [*found, *PLAIN_PROMPTS] if name not in EXEMPT_FILES]


@pytest.mark.parametrize("name", modules())
def test_words_on_the_screen_are_marked(name: str) -> None:
    source = (PACKAGE / name).read_text(encoding="utf-8")
    left = [one for one in unmarked(source) if (name, one.words) not in EXEMPT_WORDS]
    assert not left, "wrap them in _(), N_() or plural(): CONTRIBUTING.md says how"


SHOWN_BY_COMMANDS = (
    *("cli/adding.py", "cli/analyzing.py", "cli/class_key.py", "cli/coverage.py", "cli/demo.py"),
    *("cli/rubrics.py", "cli/scoring.py", "cli/serving.py", "cli/signals.py", "cli/stories.py"),
    *("cli/syncing.py", "cli/talking.py", "formats/corpora.py", "formats/members.py", "formats/packs.py"),
    *("formats/partitions.py", "formats/rosters.py", "formats/rubric_templates.py", "scripting.py"),
    *("formats/score_reading.py", "formats/sealed_files.py", "formats/table_text.py", "formats/workbooks.py"),
    *("hub/connecting.py", "hub/exchanging.py", "signals/cataloguing.py", "store/backups.py"),
    *("store/hub_rows.py", "store/merging.py", "web/serving.py", "workbench/backing_up.py"),
    *("workbench/clustering.py", "workbench/collecting.py", "workbench/gathering.py"),
    *("workbench/parcelling.py", "workbench/publishing.py", "workbench/reporting.py"),
    *("workbench/resolving.py", "workbench/storying.py", "workbench/subjects.py", "workbench/surveying.py"),
    *("workbench/syncing.py", "workbench/tracing.py", "workbench/watching.py"),
)
"""Modules whose errors only plain commands and Python scripts come to."""
FOR_AUTHORS = {
    "formats/yaml_nodes.py": "complaints about a rubric, for who writes one",
    **dict.fromkeys(
        ("languages/bridging.py", "languages/loading.py"),
        "complaints about a word list, for who writes one",
    ),
    "text/amount_words.py": "complaints about a word list, for who writes one",
    "translating.py": "said where no language is known",
}
EXEMPT_ERRORS = {**dict.fromkeys(SHOWN_BY_COMMANDS, FOR_COMMANDS), **FOR_AUTHORS}
NO_SENTENCES = {
    ("formats/decoding.py", "annotator add --repair FILE"): "a command, to be typed as it stands",
    ("formats/importers/tables.py", "nested too deeply"): "a detail in brackets, as Python says the others",
}


def named(pattern: str) -> list[str]:
    return [path.relative_to(PACKAGE).as_posix() for path in sorted(PACKAGE.rglob(pattern))]


@pytest.mark.parametrize("name", [one for one in named("*.py") if one not in EXEMPT_ERRORS])
def test_what_is_told_of_a_mistake_is_marked(name: str) -> None:
    source = (PACKAGE / name).read_text(encoding="utf-8")
    left = [one for one in unmarked_errors(source) if (name, one.words) not in NO_SENTENCES]
    assert not left, "wrap message and hint in _(); the app or the plain prompts may show them"


def test_the_words_of_every_key_can_be_found() -> None:
    for name in named("tui/**/*.py"):
        assert not list(untold_bindings((PACKAGE / name).read_text(encoding="utf-8"))), name


@pytest.mark.parametrize("name", named("web/static/*.js"))
def test_a_script_for_browsers_has_no_words_of_its_own(name: str) -> None:
    assert not list(unmarked_in_script((PACKAGE / name).read_text(encoding="utf-8")))


def test_nothing_is_exempt_that_does_not_need_to_be() -> None:
    for name in EXEMPT_FILES:
        assert list(unmarked((PACKAGE / name).read_text(encoding="utf-8"))), name
    for name in EXEMPT_ERRORS:
        assert list(unmarked_errors((PACKAGE / name).read_text(encoding="utf-8"))), name
    for name, words in EXEMPT_WORDS:
        assert words in {one.words for one in unmarked((PACKAGE / name).read_text(encoding="utf-8"))}, words


BAD = [
    ('self.tell("No more.")', "No more.", "a sentence that is told"),
    ('Run("signals", "quiet")', "signals", "a single word of a run"),
    ('Run(f" {n} scores ", "quiet")', " scores ", "words in an f-string"),
    ('TITLE = "Nobody has scored this yet."', "Nobody has scored this yet.", "a constant"),
    ('raise JudgementError("there is no level 9.")', "there is no level 9.", "an error made in the app"),
    ('words = "rater" if n == 1 else "many raters"', "many raters", "a choice"),
    ('Input(placeholder="words")', "words", "a placeholder of one word"),
    ('pane.border_title = "signals"', "signals", "a title of one word"),
    ('SUB_TITLE = "reading"', "reading", "a title of a class"),
    ('self.notify("Saved", title="x")', "Saved", "a notification of one word"),
    ('click.prompt("Name")', "Name", "a prompt"),
    ('input("Name: ")', "Name: ", "another prompt"),
    ('page = "<label>Your name <input></label>"', "<label>Your name <input></label>", "words of a page"),
    ('page = f"<p>Hello, {name}</p><b>"', "<p>Hello, ", "a word of a page"),
    ("page = '<i aria-label=\"screen\"></i>'", '<i aria-label="screen"></i>', "what a page says aloud"),
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


ERRORS = [
    ('raise InputError("Gone.", "Look.")', "Gone.", "a message"),
    ('raise InputError(_("Gone."), f"Look at {place}.")', "Look at ", "a hint in an f-string"),
    ('hint = "Look there."\nraise InputError(_("Gone."), hint)', "Look there.", "a hint made before"),
    ('_A = "Again."\ndef f():\n    raise StoreError(_("Gone."), _A)', "Again.", "a constant"),
    ('raise InputError(_("Gone."), _("Look.") if one else "Do it again.")', "Do it again.", "a choice"),
]


@pytest.mark.parametrize(("source", "words", "why"), ERRORS, ids=[row[2] for row in ERRORS])
def test_the_search_finds_what_an_error_says(source: str, words: str, why: str) -> None:
    assert words in [one.words for one in unmarked_errors(source)], why


def test_the_search_leaves_errors_that_are_marked() -> None:
    source = 'hint = _("Look.")\nraise InputError(_("Gone {n}.").format(n=1), hint, Place("a place of it"))'
    assert not list(unmarked_errors(source))


def test_the_search_finds_keys_whose_words_nobody_translates() -> None:
    source = 'BINDINGS = [("e", "cite", "cite it"), Binding("t", "go", f"the tab {name}", tooltip="a" + b)]'
    assert len(list(untold_bindings(source))) == 3


def test_the_search_finds_words_in_a_script() -> None:
    source = 'say("The line is lost.", true); // a remark, "not found here"'
    assert [one.words for one in unmarked_in_script(source)] == ["The line is lost."]
    assert not list(unmarked_in_script('say(WORDS.lost); send({ key: "shift+tab" }); paint("a b");'))
