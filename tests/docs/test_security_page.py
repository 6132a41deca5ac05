"""The threat model claims nothing that no test shows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
ADVERSARIES = [
    "A student",
    "An outsider on the school network",
    "A hostile article",
    "A hostile hand-in, pack or workspace",
    "A hostile rubric, word list or outlets file",
    "A stolen laptop",
]


def names_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_every_test_that_the_page_names_is_there() -> None:
    named = NAMED.findall(PAGE)
    assert len(named) > 60
    for file, test in named:
        assert (ROOT / file).is_file(), file
        assert not test or test in names_in(ROOT / file), f"{file} has no {test}"


def test_every_claim_names_a_test() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| holds")]
    assert len(rows) > 30
    for row in rows:
        claim, shown = row.strip("|").split("|")
        assert any(test for _, test in NAMED.findall(shown)), claim


@pytest.mark.parametrize("who", ADVERSARIES)
def test_every_adversary_has_claims_and_gaps(who: str) -> None:
    part = PAGE.split(f"\n## {who}\n")[1].split("\n## ")[0]
    assert "| holds | shown by |" in part
    assert "\nGaps: " in part
