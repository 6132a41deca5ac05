"""Word lists: how entries match, what exceptions silence, how mistakes in a list are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import LanguageError
from annotator.languages import CODES, load_language
from annotator.languages.entries import expand, read_entries
from annotator.languages.folding import fold
from annotator.model.spans import Span
from annotator.signals import analyze


def hedges(folder: Path, entries: str, text: str, headline: Span | None = None) -> list[str]:
    """The hedges found with a list of a workspace beside the program's own; its words are made up."""
    folder.mkdir(exist_ok=True)
    (folder / "hedge.txt").write_text(entries, encoding="utf-8")
    analysis = analyze(text, "en", headline or Span(0, 0), extra=folder)
    return [text[f.start : f.end] for f in analysis.findings if f.signal == "hedge"]


MATCHES = [
    ("blorp | 3", "It did blorp.", ["blorp"], "a word"),
    ("blorp | 3", "It did BLORP.", ["BLORP"], "case does not matter"),
    ("blorp zing | 3", "blorp, zing", ["blorp, zing"], "commas are passed over"),
    ("blorp zing | 3", "blorp. Zing", [], "no phrase runs over a full stop"),
    ("blorp zing | 3", "blorp-zing", ["blorp-zing"], "hyphens count as spaces"),
    ("blorp/zing | 3", "blorp or zing", ["blorp", "zing"], "alternatives"),
    (
        "blorp very? zing | 3",
        "blorp zing, blorp very zing",
        ["blorp zing", "blorp very zing"],
        "an optional word",
    ),
    ("blorp <n> zing | 3", "blorp 5 zing, blorp x zing", ["blorp 5 zing"], "a number"),
    ("blorp <n> | 3", "blorp twelve", ["blorp twelve"], "a number in words"),
    ("blorp <name> | 3", "blorp Anna, blorp anna", ["blorp Anna"], "a name"),
    ("<n> blorp | 3", "there are 5 blorp", ["5 blorp"], "a number first"),
    ("blorp <any> zing | 3", "blorp a b c zing", ["blorp a b c zing"], "up to three words between"),
    ("blorp <any> zing | 3", "blorp a b c d zing", [], "not four"),
    ("^ blorp | 3", "blorp and blorp", ["blorp"], "only at the beginning of a line"),
    ("blorp $ | 3", "blorp and blorp", ["blorp"], "only at the end of a line"),
    ("blorp | 3 | [lower] a name otherwise", "A Blorp is a blorp.", ["blorp"], "only in small letters"),
    ("blorp | 3\nblorp zing | 3", "blorp zing", ["blorp zing"], "the longest match wins"),
    ("blorp | 3\n! blorp zing", "blorp zing, blorp", ["blorp"], "an exception silences what lies in it"),
    ("blorp+v | 3", "it blorps, it blorped", ["blorps", "blorped"], "an inflection class"),
]


@pytest.mark.parametrize(("entries", "text", "found", "why"), MATCHES)
def test_an_entry_matches_as_its_line_says(
    tmp_path: Path, entries: str, text: str, found: list[str], why: str
) -> None:
    assert hedges(tmp_path / "en", entries, text) == found, why


def test_a_tag_keeps_an_entry_to_the_headline(tmp_path: Path) -> None:
    text = "A blorp here\n\nA blorp there"
    assert hedges(tmp_path / "en", "blorp | 3 | [head] tease", text, Span(0, 12)) == ["blorp"]


def test_an_unknown_inflection_class_is_told_with_the_entry(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"blorp\+nonsense.*nonsense"):
        hedges(tmp_path / "en", "blorp+nonsense | 3", "blorp")


def test_a_line_without_an_entry_is_told_with_path_and_line(tmp_path: Path) -> None:
    path = tmp_path / "hedge.txt"
    path.write_text("# fine\nblorp\n | 3\n", encoding="utf-8")
    with pytest.raises(LanguageError, match=r"hedge\.txt:3"):
        list(read_entries(path))


def test_an_unknown_language_is_told_with_those_that_are_known() -> None:
    with pytest.raises(LanguageError, match="en, it, hi, es"):
        load_language("xx")


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Café", "cafe\u0301", "composition and case"),
        ("won’t", "won't", "apostrophes"),
        ("dell'", "dell", "an apostrophe at the end"),
        ("क़", "क\u093c", "nukta"),
        ("क़लम", "कलम", "nukta left out"),
        ("हिन्दी", "हिंदी", "nasal written out or as a dot"),
        ("हँस", "हंस", "chandrabindu and anusvara"),
        ("so\u00adft", "soft", "soft hyphen"),
        ("क\u200dष", "कष", "joiners"),
    ],
)
def test_spellings_of_one_word_meet_under_one_key(one: str, other: str, why: str) -> None:
    assert fold(one) == fold(other), why


@pytest.mark.parametrize("code", CODES)
def test_every_list_of_every_language_can_be_indexed(code: str) -> None:
    language = load_language(code)
    assert language.index.next
    assert language.has("reporting_verbs")


@pytest.mark.parametrize("code", CODES)
def test_every_language_names_the_same_groups_of_small_words(code: str) -> None:
    assert set(load_language("en").grammar) - set(load_language(code).grammar) == set()


@pytest.mark.parametrize(
    ("code", "names", "fewest"),
    [
        ("en", ("loaded", "praise"), 2_500), ("it", ("loaded", "praise"), 1_500),
        ("hi", ("loaded", "praise"), 1_500), ("it", ("sentiment",), 2_000), ("hi", ("sentiment",), 2_000),
        *((code, ("boilerplate",), 500) for code in CODES), *((code, ("clickbait",), 300) for code in CODES),
        *((code, ("reporting_verbs",), 200) for code in CODES), *((code, ("hedge",), 300) for code in CODES),
        *((code, ("anonymous",), 150) for code in CODES),
    ],
)  # fmt: skip
def test_a_list_holds_as_many_entries_as_it_needs(code: str, names: tuple[str, ...], fewest: int) -> None:
    language = load_language(code)
    entries = [entry for name in names for entry in language.entries(name) if not entry.exception]
    assert len({(entry.list, entry.key) for entry in entries}) >= fewest


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["loaded", "praise", "hedge", "anonymous", "boilerplate", "clickbait"])
def test_every_entry_has_a_weight_from_one_to_three_and_stands_once(code: str, name: str) -> None:
    entries = load_language(code).entries(name)
    assert {entry.value for entry in entries if not entry.exception} <= {"1", "2", "3"}
    assert len({entry.key for entry in entries}) == len(entries)


PLAIN_NAMES = {
    "en": "killed murder lawsuit fire stole theft rape war death court fine knife milk bomb blast robbery",
    "it": "ucciso omicidio causa incendio rubato furto guerra morte tribunale multa coltello bomba rapina",
    "es": "asesinato demanda incendio robo hurto guerra muerte tribunal multa cuchillo bomba atraco pleito",
    "hi": "हत्या मुकदमा आग चोरी युद्ध मौत अदालत जुर्माना चाकू बम विस्फोट दुर्घटना शतरंज नेताजी",
}


@pytest.mark.parametrize("code", CODES)
def test_a_plain_name_for_a_bad_thing_is_no_loaded_word(code: str) -> None:
    language = load_language(code)
    loud = [entry for entry in language.entries("loaded") if entry.number > 1 and not entry.exception]
    forms = {keys[0] for one in loud for keys in expand(one, language.classes, code) if len(keys) == 1}
    assert not forms & set(map(fold, PLAIN_NAMES[code].split()))


def test_a_changed_list_is_a_new_version(tmp_path: Path) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "hedge.txt").write_text("blorp | 3\n", encoding="utf-8")
    assert load_language("en", folder).version != load_language("en").version
