"""Exported tables, byte for byte, and what they refuse."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

import annotator
from annotator.errors import AnnotatorError
from annotator.formats.columns import PLAIN, Dialect, figure
from annotator.formats.score_columns import COLUMNS, ScoreRow
from annotator.model.articles import Article
from annotator.model.findings import Analysis, Finding, Measurement, Unavailable
from annotator.model.judgements import Answer, Conditions, Rater, Role, Verdict
from annotator.model.rubrics import Rubric
from annotator.store import listing, raters, scores, settings, streaming, verdicts
from annotator.workbench import tabulating
from annotator.workbench.analyzing import keep_analysis, version_of
from annotator.workbench.annotating import write_annotations
from annotator.workbench.choosing import load_rubric
from annotator.workbench.correcting import export_verdicts
from annotator.workbench.drafting import save_verdict
from annotator.workbench.exporting import EVERYTHING, Choice, export_annotations, export_scores, export_table
from annotator.workbench.opening import Workspace
from annotator.workbench.publishing import export_package, export_workbook
from annotator.workbench.rating import cite, ensure_rater
from annotator.workbench.subjects import gather_subjects

GOLDEN = Path(__file__).parents[1] / "golden" / "exports"
WRITE = bool(os.environ.get("ANNOTATOR_WRITE_GOLDEN"))
"""Set it to write the golden files anew; then read the difference."""
KINDS = ["scores", "wide", "gradebook", "evidence", "signals", "measurements"]
NOTE = '=HYPERLINK("x"), “वाक्य”; perché\nsecond line'


def put(
    workspace: Workspace, key: str, rater: Rater, article: Article, rubric: Rubric, criterion: str, **said
):
    """A score with an id of its own, so that files are the same in every run."""
    answer = Answer.LEVEL if said.get("level") else Answer.CANNOT_JUDGE
    from annotator.model.judgements import Score
    from annotator.store import rubrics

    evidence = said.get("evidence", ())
    with workspace.store.writing() as connection:
        rubrics.keep(connection, rubric)
        scores.append(
            connection,
            Score(
                f"00000000-0000-7000-8000-{key:0>12}", rater.id, article.id, rubric.digest, criterion, answer,
                said.get("level"), said.get("note", ""), said.get("conditions", Conditions()),
                f"2026-11-22T10:00:{int(key):02}.000+01:00", scores.next_clock(connection), evidence,
            ),
            [f"{key}-{n}" for n, _ in enumerate(evidence)],
        )  # fmt: skip


@pytest.fixture
def judged(workspace: Workspace, council: Article, harbour: Article, rubric: Rubric) -> Workspace:
    settings.put(workspace.store, "pseudonym-secret", "00" * 32)
    anna = Rater("r-anna", "anna@school.example", Role.STUDENT, "8B")
    ravi = Rater("r-ravi", "=ravi", Role.STUDENT, "8B")
    teacher = Rater("r-teacher", "Ms Okoro", Role.TEACHER)
    with workspace.store.writing() as connection:
        for one in (anna, ravi, teacher):
            raters.insert_rater(connection, one)
    quotes = (cite(council, 0, 6, "loaded"), cite(council, 34, 41))
    blind = Conditions(outlet=False)
    put(
        workspace,
        "1",
        anna,
        council,
        rubric,
        "sourcing",
        level=2,
        note=NOTE,
        evidence=quotes,
        conditions=blind,
    )
    put(workspace, "2", anna, council, rubric, "balance")
    put(workspace, "3", anna, harbour, rubric, "tone", level=4, evidence=(cite(harbour, 0, 4),))
    put(workspace, "4", ravi, council, rubric, "sourcing", level=4)
    put(workspace, "5", teacher, council, rubric, "sourcing", level=3)
    found = (Finding(0, 6, "loaded", "entry", "scummy", 1.5),)
    loaded = Measurement(62.5, "per 1,000 words")
    keep_analysis(
        workspace, council, Analysis("en", found, {"loaded": loaded, "sentiment": Unavailable("no list")})
    )
    keep_analysis(workspace, harbour, Analysis("en", (), {"loaded": Measurement(0.0, "per 1,000 words")}))
    return workspace


def written(workspace: Workspace, kind, choice: Choice = EVERYTHING, **dialect) -> str:
    out = io.StringIO(newline="")
    export_table(workspace, kind, out, choice, dialect=Dialect(**dialect))
    return out.getvalue()


def same_as_golden(workspace: Workspace, name: str, text: str) -> None:
    for code in ("en", "other"):
        text = (
            text.replace(version_of(workspace, code), "SIGNALS")
            if "." in version_of(workspace, code)
            else text
        )
    text = text.replace(f"annotator {annotator.__version__}", "annotator VERSION")
    text = text.replace(f",{annotator.__version__}\r\n", ",VERSION\r\n").replace(
        f";{annotator.__version__}\r\n", ";VERSION\r\n"
    )
    path = GOLDEN / name
    if WRITE:
        path.write_bytes(text.encode())
    assert text.encode() == path.read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_is_the_golden_one_to_the_byte(judged: Workspace, kind: str) -> None:
    # The workspace has one more student, whose id and so whose code is another in each run.
    choice = Choice(identified=kind == "gradebook")
    same_as_golden(judged, f"{kind}.csv", written(judged, kind, choice))


def test_a_table_for_italian_spreadsheets_is_the_golden_one(judged: Workspace) -> None:
    text = written(judged, "gradebook", Choice(identified=True), bom=True, separator=";", decimal=",")
    same_as_golden(judged, "gradebook-italian.csv", text)


@pytest.mark.parametrize("form", ["canvas", "moodle"])
def test_a_gradebook_follows_the_header_of_the_course_system(judged: Workspace, form) -> None:
    text = written(judged, "gradebook", Choice(identified=True, form=form, title="News"))
    same_as_golden(judged, f"gradebook-{form}.csv", text)
    header, first, *_ = csv.reader(io.StringIO(text))
    if form == "canvas":
        assert header[:5] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
        assert "Points Possible" in first[0]
    else:
        assert header[:6] == [
            "First name",
            "Last name",
            "ID number",
            "Institution",
            "Department",
            "Email address",
        ]


def test_annotations_are_the_golden_ones_and_parse(judged: Workspace) -> None:
    out = io.StringIO()
    assert export_annotations(judged, out, findings=True) == 6
    collection = json.loads(out.getvalue())
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == 6
    texts = {}
    for head in listing.heads(judged.store).values():
        from annotator.workbench.reading import article

        one = article(judged, head.id)
        texts[json.dumps(one.fingerprint)] = one.text
    for item in items:
        assert item["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert item["id"].startswith("urn:uuid:") and item["type"] == "Annotation"
        assert item.get("created", "Z").endswith("Z")
        for target in item["target"]:
            if "selector" not in target:
                continue
            quote, position = target["selector"]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            assert any(text[position["start"] : position["end"]] == quote["exact"] for text in texts.values())
    stable = out.getvalue().replace(collection["id"], "urn:uuid:COLLECTION")
    finding = items[-1]["id"]
    same_as_golden(judged, "annotations.json", stable.replace(finding, "urn:uuid:FINDING"))


def test_the_quick_way_of_filling_scores_is_the_slow_one(judged: Workspace, rubric: Rubric) -> None:
    """Parts of a row that repeat are filled once; the result is what each column fills from the whole row."""
    (anna, *_) = csv.DictReader(io.StringIO(written(judged, "scores", Choice(identified=True)), newline=""))
    score = scores.get_score(judged.store, anna["score_id"])
    assert score is not None
    head = listing.heads(judged.store)[score.article]
    row = ScoreRow(
        rater=anna["rater"], role="student", group="8B", article=head.id, title=head.title,
        outlet=head.outlet, language=head.language,
        story=head.story, rubric=rubric.id, rubric_version=rubric.version,
        rubric_digest=rubric.digest, criterion=score.criterion, answer=score.answer, level=score.level,
        level_label=anna["level_label"], evidence=score.evidence, note=score.note,
        conditions=score.conditions, at=score.at, score_id=score.id, tool_version=annotator.__version__,
    )  # fmt: skip
    assert [column.fill(row, PLAIN) for column in COLUMNS] == list(anna.values())


def test_one_quote_is_written_as_several_are(workspace: Workspace, council: Article, rubric: Rubric) -> None:
    rater = ensure_rater(workspace, "kim")
    piece = replace(cite(council, 0, 6), quote="=a | b\\", start=0, end=6)
    one = streaming.Standing(
        "id", rater.id, council.id, rubric.digest, "tone", "level", 1, "", 1, 1, 0, "", (piece,)
    )
    subjects = replace(gather_subjects(workspace, identified=True), rubrics={rubric.digest: rubric})
    (line,) = tabulating._score_lines([one], subjects, PLAIN)
    row = ScoreRow(rater="", article="", rubric="", criterion="", answer=Answer.LEVEL, evidence=(piece,))
    at = [column.name for column in COLUMNS].index("evidence")
    assert list(line)[at : at + 3] == [column.fill(row, PLAIN) for column in COLUMNS[at : at + 3]]


@pytest.mark.parametrize("kind", KINDS)
def test_no_table_names_anybody_unless_asked(judged: Workspace, kind) -> None:
    text = written(judged, kind)
    assert not any(name in text for name in ("anna@", "=ravi", "Okoro", "8B"))
    if kind not in ("signals", "measurements"):
        assert "anna@school.example" in written(judged, kind, Choice(identified=True))


def test_verdicts_and_annotations_name_nobody_either(judged: Workspace, council: Article) -> None:
    anna = next(one for one in raters.list_all(judged.store) if one.id == "r-anna")
    save_verdict(judged, anna, council, Finding(0, 6, "loaded", "entry"), "1", "yes")
    out = io.StringIO()
    assert export_verdicts(judged, out) == 1
    with io.StringIO() as other:
        write_annotations(judged, gather_subjects(judged, identified=False), other)
        assert "anna@" not in out.getvalue() + other.getvalue()


def test_verdicts_are_the_golden_ones(judged: Workspace, council: Article) -> None:
    said = Verdict("r-anna", council.id, "loaded", "1", 0, 6, "scummy", "no")
    with judged.store.writing() as connection:
        verdicts.append(connection, "verdict-1", 9, "2026-11-22T10:00:09.000+01:00", said)
    out = io.StringIO(newline="")
    assert export_verdicts(judged, out) == 1
    same_as_golden(judged, "verdicts.csv", out.getvalue())


def test_a_gradebook_counts_and_never_grades(judged: Workspace) -> None:
    table = csv.DictReader(io.StringIO(written(judged, "gradebook", Choice(identified=True))))
    rows = {row["rater"]: row for row in table}
    one = rows["anna@school.example"]
    assert (one["expected"], one["answered"], one["cannot_judge"]) == ("6", "3", "1")
    assert (one["completion"], one["asking_evidence"], one["evidence_rate"]) == ("50", "1", "100")
    assert (one["compared_with_key"], one["distance_to_key"], one["as_the_key"]) == ("1", "1", "0")
    assert rows["'=ravi"]["evidence_rate"] == "0"
    assert {row["grade"] for row in rows.values()} == {""}


def test_columns_of_two_rubric_versions_are_never_mixed(judged: Workspace, council: Article) -> None:
    core = load_rubric(judged, "core")
    put(judged, "9", Rater("r-anna", ""), council, core, "tone", level=2)
    with pytest.raises(AnnotatorError, match="2 rubrics, which cannot share columns") as caught:
        written(judged, "wide")
    assert "--rubric" in caught.value.hint
    assert len(written(judged, "wide", Choice(rubric="core")).splitlines()) == 2
    assert len(list(csv.reader(io.StringIO(written(judged, "scores"))))) == 7


@pytest.mark.parametrize("kind", ["scores", "wide", "evidence"])
def test_a_workspace_without_scores_gives_headers_only(workspace: Workspace, kind) -> None:
    assert len(written(workspace, kind).splitlines()) == 1


def test_figures_are_short_and_never_not_a_number() -> None:
    assert [figure(value) for value in (None, 0.0, -0.0, 1 / 3, 2.0, 66.666)] == [
        "",
        "0",
        "0",
        "0.33",
        "2",
        "66.67",
    ]


def cells_of(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist() if name.endswith(".xml")}


def test_a_spreadsheet_has_a_sheet_each_frozen_headers_and_typed_cells(
    judged: Workspace, tmp_path: Path
) -> None:
    pytest.importorskip("xlsxwriter")
    rows = export_workbook(judged, tmp_path / "all.xlsx", Choice(identified=True))
    assert (rows["scores"], rows["gradebook"], rows["signals"]) == (5, 3, 1)
    parts = cells_of(tmp_path / "all.xlsx")
    assert 'state="frozen"' in parts["xl/worksheets/sheet1.xml"]
    names = [
        sheet.get("name")
        for sheet in ElementTree.fromstring(parts["xl/workbook.xml"]).iter()
        if sheet.tag.endswith("}sheet")
    ]
    assert [name for name in names if name] == list(rows)
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet and "=HYPERLINK" in sheet and "'=HYPERLINK" not in sheet
    assert "<v>2</v>" in sheet and "NaN" not in sheet


def test_a_package_validates_and_holds_the_rubric_word_for_word(
    judged: Workspace, tmp_path: Path, rubric: Rubric
) -> None:
    rows = export_package(judged, tmp_path / "data", licence="CC-BY-4.0", title="Class 8B: news!")
    assert rows["scores"] == 5 and rows["evidence"] == 3
    said = json.loads((tmp_path / "data" / "datapackage.json").read_text("utf-8"))
    assert said["name"] == "class-8b-news" and said["licenses"][0]["name"] == "CC-BY-4.0"
    assert (tmp_path / "data" / "rubrics" / f"small-{rubric.digest[:12]}.yaml").read_text(
        "utf-8"
    ) == rubric.source
    readme = (tmp_path / "data" / "README.md").read_text("utf-8")
    assert "Class 8B: news!" in readme and "`distance" not in readme
    for resource in said["resources"]:
        if resource["path"].endswith(".csv"):
            with (tmp_path / "data" / resource["path"]).open(encoding="utf-8", newline="") as file:
                header = next(csv.reader(file))
            assert header == [field["name"] for field in resource["schema"]["fields"]]
    for name in ("data/datapackage.json", "data.zip"):
        if name.endswith(".zip"):
            export_package(judged, tmp_path / name)
        frictionless = pytest.importorskip(
            "frictionless", reason="the validator of data packages is not installed"
        )
        with frictionless.system.use_context(trusted=True):
            report = frictionless.validate(str(tmp_path / name))
        assert report.valid, report.flatten(["type", "message"])


def test_the_description_of_a_package_is_the_golden_one(judged: Workspace, tmp_path: Path) -> None:
    export_package(judged, tmp_path / "class-8b", licence="CC-BY-4.0", title="Class 8B")
    told = json.loads((tmp_path / "class-8b" / "datapackage.json").read_text(encoding="utf-8"))
    told |= {"created": "NOW", "version": "VERSION"}
    same_as_golden(judged, "datapackage.json", json.dumps(told, ensure_ascii=False, indent=2) + "\n")


def test_a_folder_that_is_no_package_is_never_replaced(judged: Workspace, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "essay.txt").write_text("words")
    with pytest.raises(AnnotatorError, match="holds other files"):
        export_package(judged, tmp_path / "mine", force=True)
    export_package(judged, tmp_path / "data")
    (tmp_path / "data" / "scores.csv").write_text("old")
    with pytest.raises(AnnotatorError, match="already there"):
        export_package(judged, tmp_path / "data")
    export_package(judged, tmp_path / "data", force=True)
    assert (tmp_path / "data" / "scores.csv").read_text("utf-8") != "old"
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


FULL_DISK = """
import resource, sys
from pathlib import Path
from annotator.errors import AnnotatorError
from annotator.workbench.correcting import export_verdicts
from annotator.workbench.exporting import export_annotations, export_table
from annotator.workbench.opening import open_workspace
from annotator.workbench.publishing import export_package, export_workbook
with open_workspace(Path(sys.argv[1])) as workspace:
    resource.setrlimit(resource.RLIMIT_FSIZE, (60, 60))
    for name in sys.argv[3:]:
        target = Path(sys.argv[2]) / name
        try:
            if name in ("p", "p.zip"):
                export_package(workspace, target)
            elif name == "x.xlsx":
                export_workbook(workspace, target)
            elif name == "verdicts":
                export_verdicts(workspace, target)
            elif name == "annotations":
                export_annotations(workspace, target)
            else:
                export_table(workspace, name, target)
            print(name, "was written")
        except AnnotatorError as error:
            if "Nothing was changed" not in str(error):
                print(name, error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes cannot be limited there")
def test_a_disk_that_is_full_in_mid_export_leaves_no_half_file(judged: Workspace, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    target = tmp_path / "out"
    target.mkdir()
    export_scores(judged, tmp_path / "warm.csv")
    names = [*KINDS, "verdicts", "annotations", "p", "p.zip", "x.xlsx"]
    ran = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(judged.folder), str(target), *names],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout, ran.stderr[-500:]) == ("", "")
    assert list(target.iterdir()) == []


def test_the_views_show_a_class_without_naming_anybody(judged: Workspace) -> None:
    views = [name for (name,) in judged.store.rows("SELECT name FROM sqlite_schema WHERE type = 'view'")]
    counted = {name: judged.store.rows(f"SELECT * FROM {name}") for name in views}
    assert (len(counted["standing_scores"]), len(counted["cited_words"]), len(counted["progress"])) == (
        5,
        3,
        3,
    )
    assert not any(name in str(counted) for name in ("anna@", "=ravi", "Okoro", "8B"))
