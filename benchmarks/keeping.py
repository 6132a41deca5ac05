"""Reports that are kept, one for each commit, so that a figure that grows worse shows."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure

RESULTS = Path(__file__).parent / "results"
_BESIDE_THE_PROGRAM = (":!benchmarks/results", ":!docs")
"""What may differ from the commit without a figure being another."""


@dataclass(frozen=True)
class Report:
    """The figures of one commit, by `module: name`, with when and on what they were measured."""

    commit: str
    date: str
    """UTC, ISO 8601, to the second."""
    machine: Mapping[str, Any]
    figures: Mapping[str, Figure]


def machine() -> dict[str, Any]:
    """What the figures were measured on; nothing that names the machine itself."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "cores": os.cpu_count(),
        "processor": _processor(),
        "memory in GB": round(memory),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "load when begun": round(os.getloadavg()[0], 2),
    }


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor()


def commit_here() -> str | None:
    """The commit that is measured; None outside a checkout, or when files differ from it."""
    try:
        changed = _git("status", "--porcelain", "--", ".", *_BESIDE_THE_PROGRAM)
        return None if changed else _git("rev-parse", "--short=12", "HEAD")
    except (OSError, subprocess.CalledProcessError):
        return None


def _git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=RESULTS.parents[1], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def begin(commit: str) -> Report:
    """An empty report of this commit, now, here."""
    return Report(commit, datetime.now(UTC).isoformat(timespec="seconds"), machine(), {})


def keep(report: Report, folder: Path = RESULTS) -> Path:
    """The file of the report; other figures that were kept of the same commit stay in it."""
    before = [one for one in kept(folder) if one.commit == report.commit]
    figures = {**(before[0].figures if before else {}), **report.figures}
    data = {
        "commit": report.commit,
        "date": report.date,
        "machine": dict(report.machine),
        "figures": {key: _plain(figure) for key, figure in figures.items()},
    }
    folder.mkdir(exist_ok=True)
    path = folder / f"{report.commit}.json"
    path.write_text(json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _plain(figure: Figure) -> dict[str, Any]:
    """A figure's numbers to four digits, without what is not said."""
    numbers = {name: getattr(figure, name) for name in ("value", "beside", "ratio", "most", "noise")}
    rounded = {name: float(f"{number:.4g}") for name, number in numbers.items() if number is not None}
    return {"unit": figure.unit, "reference": figure.reference, "on": figure.on, **rounded}


def kept(folder: Path = RESULTS) -> list[Report]:
    """The reports of a folder, the oldest first."""
    reports = []
    for path in folder.glob("*.json"):
        told = json.loads(path.read_text(encoding="utf-8"))
        figures = {key: _figure(key, one) for key, one in told["figures"].items()}
        reports.append(Report(told["commit"], told["date"], told["machine"], figures))
    return sorted(reports, key=lambda report: report.date)


def _figure(key: str, told: dict[str, Any]) -> Figure:
    fields = {name: told[name] for name in ("value", "unit", "reference", "beside", "on", "noise")}
    return Figure(key.partition(": ")[2], most=told.get("most"), turns=told["ratio"], **fields)


def worse(now: Mapping[str, Figure], before: Mapping[str, Figure]) -> dict[str, float]:
    """How many times as large as before each ratio is that grew by more than its noise, the worst first."""
    grown = {
        key: figure.ratio / before[key].ratio
        for key, figure in now.items()
        if key in before and figure.ratio > figure.noise * before[key].ratio
    }
    return dict(sorted(grown.items(), key=lambda one: -one[1]))


def history(words: str, folder: Path = RESULTS) -> list[str]:
    """A line for each kept report and each of its figures with these words in its name, the oldest first."""
    return [
        f"{report.date[:16]}  {report.commit}  {figure.value:10.3f} {figure.unit:4}"
        f"  {figure.ratio:8.2f} times {figure.reference}  {key}"
        for report in kept(folder)
        for key, figure in sorted(report.figures.items())
        if words.casefold() in key.casefold()
    ]
