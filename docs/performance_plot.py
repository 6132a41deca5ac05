"""Draws docs/performance.svg from the newest kept report, and writes its figures into docs/performance.md."""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path
from textwrap import shorten

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.figures import Figure  # noqa: E402
from benchmarks.keeping import Report, kept  # noqa: E402

PAGE, PICTURE = ROOT / "docs" / "performance.md", ROOT / "docs" / "performance.svg"
BEGIN, END = "<!-- figures: written by docs/performance_plot.py -->", "<!-- end of figures -->"
WIDTH, LABELS, NUMBERS, ROW, TOP = 920, 370, 150, 22, 58
MOST = 58
"""A longer name does not fit."""
_STYLE = """
text { font: 13px system-ui, sans-serif; fill: #1f2328; } .quiet { fill: #59636e; }
.bar { fill: #0969da; } .over { fill: #bc4c00; } .asked { stroke: #1f2328; stroke-dasharray: 4 3; }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc; } .quiet { fill: #9198a1; } .bar { fill: #4493f8; } .over { fill: #f0883e; }
  .asked { stroke: #f0f6fc; }
}
"""


def used(figure: Figure) -> float:
    """How much of what is allowed the figure takes; 1 is all of it."""
    assert figure.most is not None
    return (figure.ratio if figure.on == "ratio" else figure.value) / figure.most


def numbers(figure: Figure) -> str:
    """What was measured and what is asked, in the unit of the question."""
    if figure.on == "ratio":
        return f"{figure.ratio:.2f} (at most {figure.most:g})"
    return f"{figure.value:.3g} (at most {figure.most:g}) {figure.unit}"


def picture(report: Report) -> str:
    """The SVG: a bar for each figure that something is asked of, as a share of it, the fullest first."""
    rows = sorted((one for one in report.figures.values() if one.most is not None), key=used, reverse=True)
    plot = WIDTH - LABELS - NUMBERS - 20
    scale = plot / max(1.1, *(min(used(one), 2.5) for one in rows))
    height = TOP + ROW * len(rows) + 30
    asked = LABELS + scale
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
        "<title>How much of what is asked each figure takes</title>",
        f"<style>{_STYLE}</style>",
        f'<text x="{asked:.0f}" y="22" text-anchor="middle">all that is allowed</text>',
        f'<text x="{LABELS}" y="40" class="quiet">nothing</text>',
        f'<line x1="{asked:.0f}" x2="{asked:.0f}" y1="30" y2="{height - 26}" class="asked"/>',
    ]
    for number, figure in enumerate(rows):
        y = TOP + ROW * number
        long = scale * min(used(figure), 2.5)
        kind = "bar" if figure.holds else "over"
        name = escape(shorten(figure.name, MOST, placeholder="…"))
        parts += [
            f'<text x="{LABELS - 8}" y="{y + 12}" text-anchor="end">{name}</text>',
            f'<rect x="{LABELS}" y="{y}" width="{max(1.0, long):.1f}" height="{ROW - 6}" class="{kind}"/>',
            f'<text x="{WIDTH - 6}" y="{y + 12}" text-anchor="end" class="quiet">{numbers(figure)}</text>',
        ]
    told = f"{report.date[:10]}, commit {report.commit}, {report.machine['cores']} cores. Shorter is better."
    parts.append(f'<text x="{LABELS}" y="{height - 8}" class="quiet">{escape(told)}</text></svg>')
    return "\n".join(parts) + "\n"


def table(report: Report) -> str:
    """All figures of the report, with the machine."""
    machine = ", ".join(f"{key} {value}" for key, value in report.machine.items())
    lines = [
        f"Commit {report.commit}, {report.date[:10]}; {machine}.",
        "",
        "| figure | costs | reference | ratio | asked |",
        "|---|---|---|---|---|",
    ]
    for key, one in sorted(report.figures.items()):
        unit = f" {one.unit}" if one.on == "value" else ""
        asked = "" if one.most is None else f"at most {one.most:g}{unit}{'' if one.holds else ', missed'}"
        cost, beside = f"{one.value:.4g} {one.unit}", f"{one.reference}: {one.beside:.4g} {one.unit}"
        lines.append(f"| {key} | {cost} | {beside} | {one.ratio:.2f} | {asked} |")
    return "\n".join(lines)


def main() -> None:
    """Writes both files."""
    reports = kept()
    if not reports:
        sys.exit("no report is kept yet: run `python -m benchmarks` first.")
    PICTURE.write_text(picture(reports[-1]), encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n{table(reports[-1])}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
