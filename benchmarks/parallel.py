"""How well statements are matched across languages: `python -m benchmarks.parallel FILE [--method plain]`.

FILE holds a JSON object a line with one sentence in three languages: {"id", "en", "it", "hi"}. From it two
outlets of 100 sentences each are drawn, of which 60 are translations of each other and 40 have no
counterpart, for every two languages, several times. They are added to a workspace as two articles of one
story, one sentence a line, in random order; the coverage is asked for as a user would; and every two
passages of different outlets in one statement count as a pair. Nothing is written outside a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from itertools import product
from pathlib import Path
from statistics import mean

from annotator.workbench.covering import METHODS, PLAIN, coverage_of
from annotator.workbench.importing import add_sources
from annotator.workbench.opening import Workspace, create_workspace

LANGUAGES = (("en", "it"), ("en", "hi"), ("it", "hi"))
SHARED, OWN = 60, 40
FLOOR = {"plain": 0.55, "crosslingual": 0.90}
"""The least mean F1 that is asked for."""


def main() -> None:
    """Prints the pair F1 of every two languages; exit code 1 when one is under its floor."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.parallel", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--method", choices=METHODS, default=PLAIN)
    parser.add_argument("--draws", type=int, default=5)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    rows = [json.loads(line) for line in asked.file.read_text(encoding="utf-8").splitlines()]
    low = False
    with tempfile.TemporaryDirectory() as folder, create_workspace(Path(folder)) as workspace:
        for pair in LANGUAGES:
            began = time.perf_counter()
            figures = [
                measure_draw(workspace, rows, pair, asked.method, asked.seed + draw)
                for draw in range(asked.draws)
            ]
            f1 = [figure[0] for figure in figures]
            low |= mean(f1) < FLOOR.get(asked.method, FLOOR["plain"])
            print(
                f"{'-'.join(pair)}  F1 {mean(f1):.3f} (lowest {min(f1):.3f})"
                f"  precision {mean(f[1] for f in figures):.3f}  recall {mean(f[2] for f in figures):.3f}"
                f"  {asked.draws} draws, {(time.perf_counter() - began) / asked.draws:.1f} s each",
                flush=True,
            )
    raise SystemExit(low)


def measure_draw(
    workspace: Workspace, rows: list[dict[str, str]], pair: tuple[str, str], method: str, seed: int
) -> tuple[float, float, float]:
    """F1, precision and recall of the pairs of one draw."""
    chance = random.Random(f"{seed} {pair}")
    drawn = chance.sample(rows, SHARED + 2 * OWN)
    sides = (drawn[: SHARED + OWN], drawn[:SHARED] + drawn[SHARED + OWN :])
    story = f"draw-{seed}-{'-'.join(pair)}"
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for language, side in zip(pair, sides, strict=True):
        chance.shuffle(side)
        spans[language] = _add(workspace, story, language, side)
    table = coverage_of(workspace, story, method)
    found: set[tuple[str, str]] = set()
    for row in table.rows:
        there = [
            {
                id
                for passage in row.statement.passages
                if passage.outlet == f"outlet-{language}"
                for start, end, id in spans[language]
                if start <= passage.start < end
            }
            for language in pair
        ]
        found |= set(product(*there))
    right = len({one for one in found if one[0] == one[1]})
    precision, recall = right / max(1, len(found)), right / SHARED
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def _add(
    workspace: Workspace, story: str, language: str, side: list[dict[str, str]]
) -> list[tuple[int, int, str]]:
    """The article of one outlet in the workspace; where each sentence stands in its text."""
    path = workspace.folder / f"{story}-{language}.txt"
    path.write_text("\n".join(row[language] for row in side) + "\n", encoding="utf-8")
    added = add_sources(workspace, [path], story=story, outlet=f"outlet-{language}", language=language)[0]
    assert added.article is not None, added.problem
    spans, at = [], 0
    for row in side:
        start = added.article.text.index(row[language], at)
        at = start + len(row[language])
        spans.append((start, at, row["id"]))
    return spans


if __name__ == "__main__":
    main()
