"""Pictures of the report, taken in a real headless Chromium: `python docs/report_pictures.py [FOLDER]`.

A class of fourteen invented students judges the seeds first (always the same way), so that every part of the
report has something to show. One of the pictures is a page of the PDF that the browser prints.
"""

from __future__ import annotations

import asyncio
import base64
import random
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from annotator.model.articles import Article
from annotator.model.judgements import Answer, Conditions, Evidence
from annotator.store import articles
from annotator.translating import use_language
from annotator.workbench.analyzing import analyze_article
from annotator.workbench.choosing import load_rubric
from annotator.workbench.enrolling import make_teacher
from annotator.workbench.opening import Workspace, create_workspace
from annotator.workbench.rating import cite, ensure_rater, record_score
from annotator.workbench.reporting import gather_report
from annotator.workbench.seeding import seed
from annotator.workbench.voting import close_round, open_round, vote

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "screenshots"
STUDENTS = 14
NOTES = ("Who says so?", "Parla solo l'azienda.", "यह शब्द किसका है?")
SIGNAL_OF = {"headline": "clickbait", "sourcing": "attribution", "tone": "loaded", "uncertainty": "hedge"}
"""On the findings of which signal the invented students base which answers; else on quotations."""
SHOTS = (
    ("report-light", "en", "light", (1280, 900), "body"),
    ("report-dark", "en", "dark", (1280, 900), "body"),
    ("report-article-light", "en", "light", (1280, 900), "article:nth-of-type(4)"),
    ("report-coverage-light", "it", "light", (1280, 900), "#story-1-coverage"),
    ("report-phone", "hi", "light", (390, 844), "body"),
)
"""Name, language, scheme, size, and what is scrolled to."""
PAGES = {1: "report-print-1"}


def main() -> None:
    """Nothing; the pictures lie in the folder."""
    sys.path.insert(0, str(ROOT))
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    with tempfile.TemporaryDirectory() as name:
        pages = {one: Path(name) / f"report-{one}.html" for one in ("en", "it", "hi")}
        with create_workspace(Path(name) / "class-3b", clock=Clock()) as workspace:
            judge(workspace)
            for language, page in pages.items():
                page.write_text(render(workspace, language), encoding="utf-8")
        asyncio.run(take(pages, Path(name) / "browser", folder))


class Clock:
    """A clock that goes on by a second each time it is read."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The next moment."""
        self.moment += timedelta(seconds=1)
        return self.moment


def render(workspace: Workspace, language: str) -> str:
    """The report of the workspace in a language."""
    from annotator.present.report.rendering import render_report

    use_language(language)
    try:
        return render_report(gather_report(workspace, method="plain"))
    finally:
        use_language("en")


def judge(workspace: Workspace) -> None:
    """Nothing; the seeds are there, a class has judged them, and voted again on one question."""
    seed(workspace)
    rubric = load_rubric(workspace)
    chance = random.Random(11)
    told = list(articles.iterate_articles(workspace.store))
    common = {(one.id, each.id): chance.uniform(1.2, 3.8) for one in told for each in rubric.criteria}
    pupils = [ensure_rater(workspace, f"student {number:02}") for number in range(1, STUDENTS + 1)]
    for pupil in pupils:
        strict = chance.uniform(-0.5, 0.5)
        for one in told:
            for criterion in rubric.criteria:
                if chance.random() < (0.9 if one.language == "hi" else 0.25):
                    continue
                drawn = common[one.id, criterion.id] + strict + chance.gauss(0, 0.55)
                unsure = chance.random() < 0.05
                record_score(
                    workspace,
                    pupil,
                    one,
                    rubric,
                    criterion.id,
                    answer=Answer.CANNOT_JUDGE if unsure else Answer.LEVEL,
                    level=None if unsure else min(4, max(1, round(drawn))),
                    note=chance.choice(NOTES) if chance.random() < 0.06 else "",
                    evidence=(_evidence(workspace, one, criterion.id, chance),),
                    conditions=Conditions(),
                )
    teacher = make_teacher(workspace, "teacher")
    opened = open_round(workspace, teacher, told[2], rubric, "tone")
    voters = {one.rater for one in _given(workspace, told[2], rubric.digest)}
    for pupil in pupils:
        if pupil.id in voters:
            vote(workspace, pupil, opened, chance.choice([2, 2, 2, 3]))
    close_round(workspace, teacher, opened)


def _given(workspace: Workspace, one: Article, rubric: str):  # type: ignore[no-untyped-def]
    from annotator.store import streaming

    standing = streaming.current(workspace.store, one.story, rubric)
    return [each for each in standing if each.article == one.id and each.criterion == "tone"]


def _evidence(workspace: Workspace, one: Article, criterion: str, chance: random.Random) -> Evidence:
    """Words that a signal marks where some fit the question; else that there are none."""
    wanted = SIGNAL_OF.get(criterion, "quote")
    found = [each for each in analyze_article(workspace, one).findings if each.signal == wanted]
    if not found or chance.random() < 0.4:
        return Evidence(absent="Nothing in the text shows it.")
    each = chance.choice(found[:4])
    return cite(one, each.start, each.end, each.signal)


async def take(pages: dict[str, Path], profile: Path, folder: Path) -> None:
    """Nothing; the pictures lie in the folder."""
    from tests.web.browser import browser

    async with browser(profile) as tab:
        for name, language, scheme, size, place in SHOTS:
            await tab.paint_scheme(scheme)
            await tab.resize(*size)
            await tab.go(pages[language].as_uri())
            await tab.run(f"document.querySelector({place!r}).scrollIntoView({{behavior: 'instant'}})")
            await asyncio.sleep(0.7)
            await tab.shoot(folder / f"{name}.png")
        await tab.paint_scheme("light")
        await tab.go(pages["en"].as_uri())
        paper = await tab.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True)
    if shutil.which("pdftoppm"):
        pdf = profile.with_name("report.pdf")
        pdf.write_bytes(base64.b64decode(paper["data"]))
        for page, name in PAGES.items():
            options = ["-png", "-r", "70", "-singlefile", "-f", str(page), "-l", str(page)]
            subprocess.run(["pdftoppm", *options, pdf, folder / name], check=True)


if __name__ == "__main__":
    main()
