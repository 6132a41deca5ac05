"""Class lists: any sensible columns, wrong rows named by their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import InputError
from annotator.model.judgements import Role
from annotator.workbench.enrolling import enroll, find_rater, students
from annotator.workbench.opening import Workspace


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        ("handle,group\nrania,8b\ntomo,8b\n", ["rania", "tomo"]),
        ("Student;Section\nRania S;8b\n", ["Rania S"]),
        ("First name,Last name,Email address\nRania,Shah,r@example.org\n", ["Rania Shah"]),
        ("\ufeffCognome;Nome;Classe\r\nRossi;Ada;3A\r\n", ["Ada Rossi"]),
        ("Nome,Gruppo\nAda Rossi,1\n", ["Ada Rossi"]),
        ("छात्र\tकक्षा\nआशा\t8\n", ["आशा"]),
        ("Name,Username\nRania Shah,rs17\n", ["rs17"]),
        ("'=handle,handle\nx,rania\n", ["rania"]),
    ],
)
def test_any_sensible_columns_are_understood(
    workspace: Workspace, tmp_path: Path, text: str, handles: list[str]
) -> None:
    (tmp_path / "list.csv").write_text(text, encoding="utf-8", newline="")
    found = enroll(workspace, tmp_path / "list.csv")
    assert [one.handle for one in found.added] == handles
    assert found.problems == ()


def test_wrong_rows_are_named_by_their_line_and_the_others_go_in(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("handle,group,role\nrania,8b,\n,8b,\nRania,8b,\ntomo,8b,king\nasha,8b,,,x\nlast,8b,\n")
    found = enroll(workspace, path)
    assert [one.handle for one in found.added] == ["last"]
    assert [problem.place.line for problem in found.problems if problem.place] == [2, 3, 4, 5, 6]
    assert "line 4 too" in found.problems[0].message, "whose handle it is nobody guesses"


def test_a_list_without_names_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("points,grade\n1,2\n")
    with pytest.raises(InputError, match="no column of this list"):
        enroll(workspace, tmp_path / "list.csv")


def test_taking_a_list_in_again_adds_nobody_and_moves_groups(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("handle,group\nstudent-0,9z\nstudent-1,8b\n")
    found = enroll(workspace, path)
    assert (found.added, len(found.changed), found.unchanged) == ((), 1, 1)
    assert find_rater(workspace, "student-0").group == "9z"


def test_teachers_are_no_students(workspace: Workspace) -> None:
    assert find_rater(workspace, "rossi").role is Role.TEACHER
    assert [one.handle for one in students(workspace)] == [f"student-{n}" for n in range(6)]


@pytest.mark.parametrize(
    ("encoding", "reason"),
    [
        ("utf-8", "plain"),
        ("utf-8-sig", "“CSV UTF-8” of Excel"),
        ("utf-16", "“Unicode text” of Excel"),
        ("cp1252", "“CSV” of an Italian Excel"),
    ],
)
def test_what_excel_writes_is_read(workspace: Workspace, tmp_path: Path, encoding: str, reason: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Cognome;Nome;Classe\r\nRossi;Nicolò;3A\r\n".encode(encoding))
    found = enroll(workspace, path)
    assert [one.handle for one in found.added] == ["Nicolò Rossi"], reason
    assert bool(found.note) is (encoding == "cp1252"), "what is a guess is told"


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ("sep=;\nNome;Cognome\nAda;Rossi\n", "Ada Rossi"),
        ("नाम,उपनाम,कक्षा\nआशा,शर्मा,8\n", "आशा शर्मा"),
        ("Name\tSurname\tClass\nAda\tRossi\t3A\n", "Ada Rossi"),
        ("Nome studente,Sezione\nAda Rossi,A\n", "Ada Rossi"),
        ("Nome\nNicolo\u0300\n", "Nicolò"),
    ],
)
def test_heads_of_other_programs(workspace: Workspace, tmp_path: Path, text: str, handle: str) -> None:
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    assert [one.handle for one in enroll(workspace, tmp_path / "list.csv").added] == [handle]


def test_a_row_said_twice_counts_once_and_two_people_with_one_name_are_a_conflict(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Nome,Cognome,Classe\nAda,Rossi,3A\nAda,Rossi,3A\nLuca,Bianchi,3A\nLuca,Bianchi,3B\n")
    found = enroll(workspace, path)
    assert ([one.handle for one in found.added], found.repeated) == (["Ada Rossi"], 1)
    assert [problem.place.line for problem in found.problems if problem.place] == [4, 5]


def test_a_spreadsheet_itself_is_refused_with_what_to_do(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(b"PK\x03\x04" + b"\0" * 50)
    with pytest.raises(InputError, match="Excel") as told:
        enroll(workspace, tmp_path / "list.csv")
    assert "CSV" in told.value.hint
