"""Scores as a CSV table: out, safe in a spreadsheet, and back without a loss."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import InputError
from annotator.formats import verdict_csv
from annotator.formats.evidence_cells import join_quotes, split_quotes
from annotator.formats.score_csv import (
    COLUMNS,
    ImportedScore,
    ScoreRow,
    codebook,
    original_cell,
    read_scores,
    safe_cell,
    write_scores,
)
from annotator.model.judgements import Answer, Conditions, Evidence
from annotator.resources import PACKAGE

FORMULA_SIGNS = "=+-@\t\r\n"
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
TRICKY = st.text(st.sampled_from("'=+-@\t\r\n\"|\\,; aक़è＝\ufeff"), max_size=12)
WORDS = TEXT | TRICKY
NAME = WORDS.map(str.strip).filter(bool)

ROW = ScoreRow(
    rater="Rania", article="0123456789ab", rubric="core", criterion="tone", answer=Answer.LEVEL, level=2,
    level_label="Coloured", role="student", group="8B", title="TikTok कर रहा था", outlet="outlet-hi",
    language="hi", story="tiktok-settlement", rubric_version="1.0", rubric_digest="ab" * 32,
    evidence=(Evidence(10, 16, "scummy"), Evidence(20, 25, "a | b"), Evidence(absent="no | more")),
    note="perché è “così”,\nsì", conditions=Conditions(outlet=False), at="2026-11-22T10:00:00+01:00",
    score_id="0192", tool_version="0.1.0",
)  # fmt: skip


def table(*rows: ScoreRow, bom: bool = False) -> str:
    out = io.StringIO(newline="")
    assert write_scores(rows, out, bom) == len(rows)
    return out.getvalue()


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def read(folder: Path, text: str | bytes) -> list[ImportedScore | InputError]:
    path = folder / "scores.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_scores(path))


def test_the_table_begins_with_the_columns_in_order() -> None:
    head = (
        "rater,role,group,article,title,outlet,language,story,rubric,rubric_version,rubric_digest,criterion,answer,"
        "level,level_label,evidence,evidence_spans,absence,note,saw_outlet,saw_signals,saw_others,at,score_id,"
        "tool_version\r\n"
    )
    assert table() == head
    assert [column.name for column in COLUMNS] == head.strip().split(",")


def test_a_score_is_one_row_with_all_that_was_said() -> None:
    row = dict(zip(*cells(table(ROW)), strict=True))
    assert row["evidence"] == "scummy | a \\| b"
    assert row["evidence_spans"] == "10-16;20-25"
    assert row["absence"] == "no \\| more"
    assert (row["level"], row["answer"], row["level_label"]) == ("2", "level", "Coloured")
    assert (row["saw_outlet"], row["saw_signals"], row["saw_others"]) == ("no", "yes", "no")
    assert (row["title"], row["note"]) == ("TikTok कर रहा था", "perché è “così”,\nsì")


def test_cannot_judge_has_no_level() -> None:
    row = ScoreRow("r", "a", "core", "tone", Answer.CANNOT_JUDGE)
    told = dict(zip(*cells(table(row)), strict=True))
    assert (told["answer"], told["level"]) == ("cannot-judge", "")


def test_the_mark_for_spreadsheets_comes_first_and_only_when_asked_for() -> None:
    assert table(bom=True) == "\ufeff" + table()


def test_rows_are_written_as_they_come() -> None:
    out = io.StringIO(newline="")

    def rows() -> Iterator[ScoreRow]:
        yield ROW
        assert "Rania" in out.getvalue()
        yield ROW

    assert write_scores(rows(), out) == 2


GUARDED = [
    ("=1+1", "'=1+1", "a formula"),
    ("+39 055", "'+39 055", "a telephone number"),
    ("-5", "'-5", "a negative number in a text"),
    ("@SUM(A1)", "'@SUM(A1)", "an old formula"),
    ("\t=1", "'\t=1", "a tab"),
    ("\r=1", "'\r=1", "a carriage return"),
    ("\n=1", "'\n=1", "a line feed"),
    ("＝1+1", "'＝1+1", "a wide equals sign"),
    ("'=1", "''=1", "guarded already: one more, so that it can be undone"),
    ("a=1", "a=1", "a sign inside"),
    ("'quoted'", "'quoted'", "an apostrophe before a word"),
    ("", "", "nothing"),
    ("क़ानून", "क़ानून", "Hindi"),
]


@pytest.mark.parametrize(("text", "cell", "reason"), GUARDED, ids=[row[2] for row in GUARDED])
def test_a_cell_that_would_run_gets_an_apostrophe(text: str, cell: str, reason: str) -> None:
    assert safe_cell(text) == cell, reason
    assert original_cell(cell) == text


@given(WORDS)
def test_the_guard_can_always_be_undone(text: str) -> None:
    assert original_cell(safe_cell(text)) == text


@given(st.builds(str.__add__, st.sampled_from(FORMULA_SIGNS), WORDS))
def test_no_text_cell_begins_with_a_formula_sign(text: str) -> None:
    row = ScoreRow(
        text, text, text, text, Answer.LEVEL, 1, text, text, text, text, text, text, text, text, text,
        (Evidence(0, 1, text), Evidence(absent=text)), text, Conditions(), text, text, text,
    )  # fmt: skip
    numbers = {i for i, column in enumerate(COLUMNS) if column.numeric}
    for i, cell in enumerate(cells(table(row))[1]):
        assert i in numbers or not cell.startswith(tuple(FORMULA_SIGNS))


@given(st.lists(WORDS.filter(bool)))
def test_quotes_in_one_cell_come_apart_again(quotes: list[str]) -> None:
    assert split_quotes(join_quotes(quotes)) == quotes


@settings(max_examples=60)
@given(
    rater=NAME, article=NAME, criterion=NAME, level=st.integers(1, 9), note=WORDS,
    quotes=st.lists(WORDS.filter(bool), max_size=3), reasons=st.lists(WORDS.filter(bool), max_size=2),
    seen=st.tuples(st.booleans(), st.booleans(), st.booleans()), bom=st.booleans(),
)  # fmt: skip
def test_what_was_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, rater: str, article: str, criterion: str, level: int, note: str,
    quotes: list[str], reasons: list[str], seen: tuple[bool, bool, bool], bom: bool,
) -> None:  # fmt: skip
    evidence = (
        *(Evidence(i, i + len(quote), quote) for i, quote in enumerate(quotes)),
        *(Evidence(absent=reason) for reason in reasons),
    )
    row = ScoreRow(
        rater, article, "core", criterion, Answer.LEVEL, level, evidence=evidence, note=note,
        conditions=Conditions(*seen), rubric_digest="d", at="2026", score_id="s",
    )  # fmt: skip
    (back,) = read(tmp_path_factory.mktemp("scores"), table(row, bom=bom))
    assert isinstance(back, ImportedScore)
    assert (back.rater, back.article, back.criterion, back.level) == (rater, article, criterion, level)
    assert (back.note, back.evidence, back.conditions) == (note, evidence, Conditions(*seen))
    assert (back.answer, back.rubric, back.rubric_digest, back.score_id) == (Answer.LEVEL, "core", "d", "s")


def test_a_note_of_a_megabyte_is_one_cell(tmp_path: Path) -> None:
    note = "è\n" * 500_000
    (back,) = read(tmp_path, table(ScoreRow("r", "a", "core", "tone", Answer.LEVEL, 1, note=note)))
    assert isinstance(back, ImportedScore)
    assert back.note == note


FOREIGN = [
    ("rater,article,criterion,level\nr,a,tone,3\n", "the four columns"),
    ("level,criterion,article,rater\n3,tone,a,r\n", "another order"),
    ("Rater;Article;Criterion;Level\r\nr;a;tone;3\r\n", "semicolons, as Italian Excel writes"),
    ("rater\tarticle\tcriterion\tlevel\nr\ta\ttone\t3\n", "tabs"),
    ("\ufeffrater,article,criterion,level\nr,a,tone,3", "a mark, and no last line end"),
    ("Studente,Articolo,Criterio,Punteggio\nr,a,tone,3\n", "Italian names"),
    ("छात्र,लेख,मानदंड,अंक\nr,a,tone,3\n", "Hindi names"),
    ("Timestamp,Student,Article ID,Criterion,Score\nyesterday,r,a,tone,3\n", "a form with a further column"),
    ("rater,article,text,criterion,level\nr,a,the words,tone,3\n", "our own name goes before another one"),
    ("rater,article,criterion,level\n r , a , tone , 3.0 \n", "blanks, and 3.0 for 3"),
    ("rater,article,criterion,level\nr,a,tone,\"3,0\"\n", "3,0 for 3"),
    ("rater,article,criterion,level\n,,,\n\nr,a,tone,3,,\n", "empty rows and cells"),
    ("rater,article,criterion,level,answer\nr,a,tone,3,level\n", "with an answer"),
    ("rater,article,criterion,level\rr,a,tone,3\r", "line ends of old Macs"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), FOREIGN, ids=[row[1] for row in FOREIGN])
def test_scores_gathered_elsewhere_are_read(tmp_path: Path, text: str, reason: str) -> None:
    (back,) = read(tmp_path, text)
    assert isinstance(back, ImportedScore), reason
    assert (back.rater, back.article, back.criterion, back.level) == ("r", "a", "tone", 3)
    assert (back.answer, back.conditions) == (Answer.LEVEL, Conditions())


@pytest.mark.parametrize("said", ["cannot judge", "Cannot-Judge", "n/a", "?", "non giudicabile"])
def test_cannot_judge_may_stand_for_a_level(tmp_path: Path, said: str) -> None:
    (back,) = read(tmp_path, f"rater,article,criterion,level\nr,a,tone,{said}\n")
    assert isinstance(back, ImportedScore)
    assert (back.answer, back.level) == (Answer.CANNOT_JUDGE, None)


def test_a_quote_without_a_place_is_kept_to_be_looked_for(tmp_path: Path) -> None:
    (back,) = read(tmp_path, "rater,article,criterion,level,evidence\nr,a,tone,3,scummy | bad\n")
    assert isinstance(back, ImportedScore)
    assert back.evidence == (Evidence(quote="scummy"), Evidence(quote="bad"))


HEAD = "rater,article,criterion,level,answer,evidence,evidence_spans,saw_outlet\n"
BAD_ROWS = [
    (",a,tone,3,,,,\n", "no rater", "an empty rater"),
    ("r, ,tone,3,,,,\n", "no article", "a blank article"),
    ("r,a,,3,,,,\n", "no criterion", "an empty criterion"),
    ("r,a,tone,,,,,\n", "no level", "an empty level"),
    ("r,a,tone,good,,,,\n", "“good” is not a level", "a word for a level"),
    ("r,a,tone,2.5,,,,\n", "“2.5” is not a level", "half a level"),
    ("r,a,tone,-1,,,,\n", "“-1” is not a level", "a negative level"),
    ("r,a,tone,=1+1,,,,\n", "“=1+1” is not a level", "a formula"),
    ("r,a,tone,3,maybe,,,\n", "“maybe” is not an answer", "an unknown answer"),
    ("r,a,tone,3\n", "4 cells, not 8", "too few cells"),
    ("r,a,tone,3,,,,,more\n", "9 cells, not 8", "too many cells"),
    ("r,a,tone,3,,x,5-,\n", "“5-” is not a place", "half a place"),
    ("r,a,tone,3,,x,1-2;3-4,\n", "1 quotes and 2 places", "places without quotes"),
    ("r,a,tone,3,,,,perhaps\n", "“perhaps” is not a value", "neither yes nor no"),
    ('r,"a"b,tone,3,,,,\n', "not CSV", "words after a closing quotation mark"),
]


@pytest.mark.parametrize(("row", "said", "reason"), BAD_ROWS, ids=[row[2] for row in BAD_ROWS])
def test_a_bad_row_is_named_by_its_line_and_the_others_are_read(
    tmp_path: Path, row: str, said: str, reason: str
) -> None:
    good = 'r,a,"two\nlines",3,,,,\n'
    first, bad, last = read(tmp_path, HEAD + good + row + good)
    assert isinstance(first, ImportedScore)
    assert isinstance(last, ImportedScore)
    assert isinstance(bad, InputError), reason
    assert said in bad.message
    assert bad.hint
    assert (bad.place.line, last.place.line) == (4, 5)  # type: ignore[union-attr]


def test_a_quotation_mark_never_closed_is_named_by_the_line_it_opens_on(tmp_path: Path) -> None:
    first, bad = read(tmp_path, HEAD + "r,a,tone,3,,,,\n" + 'r,"a,tone,3,,,,\nr,b,tone,3,,,,\n')
    assert isinstance(first, ImportedScore)
    assert isinstance(bad, InputError)
    assert bad.place is not None
    assert bad.place.line == 3


BAD_FILES = [
    (b"", "empty", "nothing"),
    (b"\n\n", "empty", "only line ends"),
    (b"rater,article,level\nr,a,3\n", "no column “criterion”", "a column missing"),
    (b"r,a,tone,3\n", "no column “rater”", "no names of columns"),
    (b"rater,student,article,criterion,level\nr,s,a,t,3\n", "", "two names for one column: ours counts"),
    (b"student,pupil,article,criterion,level\n", "two columns stand for “rater”", "two other names"),
    (b"rater,rater,article,criterion,level\n", "two columns stand for “rater”", "a column twice"),
    (b"rater,article,criterion,level\nr,caff\xe8,t,3\n", "0xE8 is not UTF-8", "another encoding"),
    (b"PK\x03\x04\x00\x00", "binary", "an .xlsx file"),
]


@pytest.mark.parametrize(("data", "said", "reason"), BAD_FILES, ids=[row[2] for row in BAD_FILES])
def test_a_file_that_is_no_table_of_scores_is_refused(
    tmp_path: Path, data: bytes, said: str, reason: str
) -> None:
    if not said:
        assert len(read(tmp_path, data)) == 1, reason
        return
    with pytest.raises(InputError, match=said):
        read(tmp_path, data)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        list(read_scores(tmp_path / "no.csv"))


def test_the_codebook_says_every_column_as_it_is() -> None:
    readme = (PACKAGE.parent / "exports" / "README.md").read_text(encoding="utf-8")
    assert codebook() in readme
    assert all(f"| `{column.name}` |" in codebook() for column in COLUMNS)


def test_the_codebook_of_verdicts_says_every_column_as_it_is() -> None:
    readme = (PACKAGE.parent / "exports" / "README.md").read_text(encoding="utf-8")
    assert verdict_csv.codebook() in readme
