"""The bilingual rows: readable, of a fair size, each about one meaning."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import LanguageError
from annotator.languages import bridging
from annotator.languages.bridging import COLUMNS, FOLDER, load_bridge, split_words
from annotator.languages.stemming import stem

FILES = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_line_is_a_comment_or_a_row_of_three_languages(path):  # type: ignore[no-untyped-def]
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("|")]
            assert len(cells) == len(COLUMNS) and all(cells), f"line {number}"
            assert all(split_words(phrase) for cell in cells for phrase in cell.split(",")), f"line {number}"
            assert not any("ऀ" <= letter <= "ॿ" for letter in cells[0] + cells[1]), f"line {number}"


@pytest.mark.parametrize("language", COLUMNS)
def test_there_are_at_least_fifteen_hundred_words_of_each_language(language: str) -> None:
    assert len(load_bridge(language).forms) >= 1_500


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ("accuse", "accuses", "accused", "accusing")),
        ("en", ("study", "studies", "studied")),
        ("it", ("pagare", "pagato", "pagata", "pagando", "pagano", "pagarono")),
        ("it", ("pubblico", "pubblica", "pubblici", "pubbliche")),
        ("hi", ("मामला", "मामले", "मामलों")),
        ("hi", ("यूजर", "यूजर्स")),
        ("es", ("acusar", "acusado", "acusaron", "acusan", "acusó")),
        ("es", ("ministro", "ministra", "ministros")),
    ],
)
def test_forms_of_one_word_share_a_stem(language: str, forms: tuple[str, ...]) -> None:
    assert len({stem(form, language) for form in forms}) == 1


def test_a_language_without_a_column_joins_the_rows_by_its_own_file() -> None:
    assert "es" not in COLUMNS
    assert len(load_bridge("es").forms) >= 1_000
    english, spanish = load_bridge("en"), load_bridge("es")
    assert set(english.forms[("court",)]) <= set(spanish.forms[("tribunal",)])
    assert set(english.stems[stem("kills", "en")]) <= set(spanish.stems[stem("mataron", "es")])


def test_a_word_that_no_row_has_is_told_with_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "es").mkdir()
    (tmp_path / "es" / "bridge.txt").write_text("# fine\ncourt | tribunal\nblorp | blorpo\n", "utf-8")
    monkeypatch.setattr(bridging, "OWN", tmp_path)
    with pytest.raises(LanguageError, match=r"bridge\.txt:3.*blorp"):
        load_bridge.__wrapped__("es")


def test_a_word_in_one_language_meets_its_row_in_the_others() -> None:
    rows = [
        set(load_bridge(code).forms[(word,)])
        for code, word in zip(COLUMNS, ("court", "tribunale", "अदालत"), strict=True)
    ]
    assert set.intersection(*rows)
