"""Measures, prints a row for each figure, and keeps the report: `python -m benchmarks [NAME...]`.

The report of a commit is kept in benchmarks/results/COMMIT.json and compared with the one before it.
Exit code 1 when a figure misses what is asked, or costs more of its reference than before, noise allowed for.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.keeping import Report, begin, commit_here, history, keep, kept, machine, worse


def names() -> list[str]:
    """The benchmark modules, by name."""
    modules = sorted(Path(__file__).parent.glob("*.py"))
    return [path.stem for path in modules if "\ndef measure()" in path.read_text(encoding="utf-8")]


def shown(figure: Figure) -> str:
    """One row."""
    asked = (
        ""
        if figure.most is None
        else f"at most {figure.most:g}" + (f" {figure.unit}" if figure.on == "value" else "")
    )
    mark = "MISSED" if not figure.holds else "holds" if asked else ""
    beside = f"{figure.reference}, {figure.beside:.3g} {figure.unit}"
    cost = f"{figure.value:10.3f} {figure.unit:4}"
    return f"{figure.name:56} {cost} {figure.ratio:8.2f}  {asked:15} {mark:7} {beside}"


def run(chosen: list[str], report: Report | None) -> dict[str, Figure]:
    """The figures of the chosen modules by `module: name`, printed as they come and kept module by module."""
    seen: dict[str, Figure] = {}
    for name in chosen:
        begun = time.perf_counter()
        for figure in import_module(f"benchmarks.{name}").measure():
            print(shown(figure), flush=True)
            seen[f"{name}: {figure.name}"] = figure
        print(f"  {name} took {time.perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)
        if report:
            keep(replace(report, figures=seen))
    return seen


def compared(seen: Mapping[str, Figure], last: Report | None) -> bool:
    """False when a figure became worse than in the last report; it was told."""
    if last is None:
        print("Nothing was kept before: there is nothing to compare with.")
        return True
    found = worse(seen, last.figures)
    for key, times in found.items():
        was, now = last.figures[key].ratio, seen[key].ratio
        print(f"REGRESSION  {key}: {was:.2f} -> {now:.2f} of its reference, {times:.2f} times as much")
    print(f"{len(found)} figures are worse than in {last.commit} of {last.date[:10]}, beyond noise.")
    return not found


def main() -> None:
    """Prints figures, or what was kept of some."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", choices=[*names(), []], help="which; all if none is named")
    parser.add_argument(
        "--history", metavar="WORDS", help="only show what was kept of figures with these words"
    )
    asked = parser.parse_args()
    if asked.history is not None:
        print(*history(asked.history), sep="\n")
        return
    print(*(f"{key}: {value}" for key, value in machine().items()), sep=", ")
    print(f"{'figure':56} {'costs':>15} {'ratio':>8}  {'asked':15} {'':7} reference, and its cost")
    commit = commit_here()
    seen = run(asked.names or names(), begin(commit) if commit else None)
    if not commit:
        print("Not kept: this is no checkout, or its files differ from the commit. Commit first.")
    earlier = [report for report in kept() if report.commit != commit]
    steady = compared(seen, earlier[-1] if earlier else None)
    missed = [key for key, figure in seen.items() if not figure.holds]
    print(*(f"MISSED  {key}" for key in missed), f"{len(seen) - len(missed)} of {len(seen)} hold.", sep="\n")
    sys.exit(bool(missed) or not steady)


if __name__ == "__main__":
    main()
