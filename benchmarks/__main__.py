"""Prints the benchmarks, a row a figure: `python -m benchmarks [NAME...]`, `--json FILE` keeps them."""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from benchmarks.figures import Figure

LEFT_OUT = {"__init__", "__main__", "figures"}


def names() -> list[str]:
    """The benchmark modules, by name."""
    return sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in LEFT_OUT)


def figures(chosen: list[str]) -> Iterator[Figure]:
    """The figures of the chosen modules, as they come."""
    for name in chosen:
        module = import_module(f"benchmarks.{name}")
        if hasattr(module, "measure"):
            yield from module.measure()


def shown(figure: Figure) -> str:
    """One row."""
    ratio = "" if figure.ratio is None else f"ratio {figure.ratio:.2f}"
    mark = "holds" if figure.holds else "MISSED"
    value = f"{figure.value:10.3f} {figure.unit:9}"
    return f"{figure.name:58} {value} {ratio:12} bound {figure.bound:<6g} {mark:6}  {figure.reference}"


def main() -> None:
    """Prints the figures; exit code 1 when one misses its bound."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*names(), []], help="which; all if none is named")
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    arguments = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}")
    seen = []
    for figure in figures(arguments.names or names()):
        print(shown(figure), flush=True)
        seen.append(figure)
    if arguments.json:
        arguments.json.write_text(json.dumps([asdict(figure) for figure in seen], indent=1), encoding="utf-8")
    sys.exit(not all(figure.holds for figure in seen))


main()
