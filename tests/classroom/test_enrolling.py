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
    assert [one.handle for one in found.added] == ["rania", "last"]
    assert [problem.place.line for problem in found.problems if problem.place] == [3, 4, 5, 6]


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
