"""The report: one file that shows everything, runs nothing foreign, asks nobody, and can be read by all."""

from __future__ import annotations

import csv
import re
import shutil
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from annotator.store import articles
from annotator.translating import use_language
from annotator.workbench.blinding import Mode, set_mode
from annotator.workbench.choosing import load_rubric
from annotator.workbench.enrolling import make_teacher
from annotator.workbench.gathering import import_scores
from annotator.workbench.importing import add_sources
from annotator.workbench.opening import Workspace, create_workspace
from annotator.workbench.rating import ensure_rater
from annotator.workbench.reporting import gather_report, rater_called
from annotator.workbench.seeding import seed
from annotator.workbench.voting import close_round, open_round, vote
from tests.web.browser import browser, find_chromium

HOSTILE = "<script>window.hacked=1</script><img src=http://a.example/x onerror=window.hacked=2>"
EVIL = f"""\
---
outlet: evil
language: en
story: tiktok-settlement
byline: {HOSTILE}
headline: Shocking {HOSTILE}
---
Shocking {HOSTILE}

</div></main></style><style>body{{display:none}}</style>{{{{ 7*7 }}}}
The scummy council \u202ereversed\u202c it.
<a href="javascript:window.hacked=3" onclick="window.hacked=4">read</a> <svg onload=window.hacked=5>
"""
LEVELS = {"kim": 1, "lee": 2, "ada": 2, "joy": 4}
needs_browser = pytest.mark.skipif(find_chromium() is None, reason="Chromium is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds and a hostile article, judged by four students, and voted on again."""
    folder, files = tmp_path_factory.mktemp("class"), tmp_path_factory.mktemp("files")
    (files / "evil.md").write_text(EVIL, encoding="utf-8")
    with create_workspace(folder) as workspace:
        seed(workspace)
        add_sources(workspace, [files])
        with (files / "paper.csv").open("w", encoding="utf-8", newline="") as out:
            rows = csv.writer(out)
            rows.writerow(["rater", "article", "criterion", "level", "evidence", "note"])
            for handle, level in LEVELS.items():
                rows.writerow([handle, "evil", "tone", level, "scummy", HOSTILE])
                rows.writerow([handle, "techtrendske", "overall", level, "", ""])
            rows.writerow(["kim", "outlet-it", "overall", 2, "", ""])
        assert not import_scores(workspace, files / "paper.csv", rubric=load_rubric(workspace)).problems
        told = next(one for one in articles.iterate_articles(workspace.store) if one.outlet == "evil")
        report = gather_report(workspace, method="plain")
        opened = open_round(workspace, make_teacher(workspace, "teacher"), told, report.rubric, "tone")
        for handle in LEVELS:
            vote(workspace, ensure_rater(workspace, handle), opened, 1)
        close_round(workspace, make_teacher(workspace, "teacher"), opened)
    return folder


@pytest.fixture
def workspace(folder: Path, tmp_path: Path) -> Workspace:
    from annotator.workbench.opening import open_workspace

    return open_workspace(Path(shutil.copytree(folder, tmp_path / "copy")))


def page_of(workspace: Workspace, language: str = "en", **chosen: object) -> str:
    from annotator.present.report.rendering import render_report

    use_language(language)
    return render_report(gather_report(workspace, method="plain", **chosen))  # type: ignore[arg-type]


class Outline(HTMLParser):
    """What stands in a page: tags with their attributes, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_everything_a_head_teacher_asks_for_is_in_one_small_file(workspace: Workspace) -> None:
    page = page_of(workspace)
    text = " ".join("".join(Outline(page).text).split())
    assert len(page.encode()) < 3_000_000
    for words in ("6 articles from 6 outlets", "too few (1 of 3)", "Where they differ", "11 लाख डॉलर",
                  "hardly more alike|too few: no|too few: 1 article", "4 of 4 voted again; 3 changed",
                  "not counted|Krippendorff", "n 4", "[1–4]|1.5|2"):  # fmt: skip
        assert any(one in text for one in words.split("|")), words
    assert not re.search(r"\bnan\b|\bNone\b|Undefined", text)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Just recently, TikTok paid $92 million"),
        ("it", "92 milioni di dollari"),
        ("hi", "9.2 करोड़ डॉलर, जानिए पूरा मामला"),
    ],
)
def test_a_statement_is_told_in_the_language_of_the_report(
    workspace: Workspace, language: str, words: str
) -> None:
    rows = re.findall(r'<summary lang="(\w+)">([^<]+)</summary>', page_of(workspace, language))
    spoken, first = rows[0]
    assert spoken == language and words in first


def test_words_of_articles_notes_and_bylines_are_only_words(workspace: Workspace) -> None:
    page = page_of(workspace)
    outline = Outline(page)
    names = Counter(name for name, _ in outline.tags)
    assert names["script"] == 1 and not names["img"] and not names["iframe"] and not names["object"]
    assert not [name for _, attributes in outline.tags for name in attributes if name.startswith("on")]
    assert all((one["href"] or "").startswith("#") for one in outline.all("a"))
    assert "{{ 7*7 }}" in page and "\u202e" not in page
    assert "style" not in {name for _, attributes in outline.tags for name in attributes}
    policy = next(one["content"] for one in outline.all("meta") if one.get("http-equiv"))
    assert policy and policy.startswith("default-src 'none'") and "unsafe" not in policy


@pytest.mark.parametrize("language", ["en", "it", "hi"])
def test_a_screen_reader_finds_its_way(workspace: Workspace, language: str) -> None:
    outline = Outline(page_of(workspace, language))
    names = Counter(name for name, _ in outline.tags)
    ids = Counter(attributes["id"] for _, attributes in outline.tags if attributes.get("id"))
    assert outline.all("html")[0]["lang"] == language
    assert names["h1"] == names["main"] == names["nav"] == names["title"] == 1 and names["header"] >= 1
    assert [one for one, number in ids.items() if number > 1] == []
    assert all(one.get("scope") in ("row", "col") for one in outline.all("th"))
    assert all(one.get("aria-label") or one.get("aria-hidden") for one in outline.all("svg"))
    assert all(target[1:] in ids for one in outline.all("a") if (target := one["href"] or "") and target[1:])
    labels = {one["aria-labelledby"] for _, one in outline.tags if one.get("aria-labelledby")}
    assert labels <= set(ids)
    assert {one["lang"] for one in outline.all("h3") if one.get("lang")} == {"en", "it", "hi"}
    levels = [int(name[1]) for name, _ in outline.tags if re.fullmatch("h[1-6]", name)]
    assert all(later - earlier <= 1 for earlier, later in zip(levels, levels[1:], strict=False))


def test_people_stand_under_codes_unless_names_are_asked_for(workspace: Workspace) -> None:
    words = set(re.findall(r"\w+", page_of(workspace)))
    assert not words & set(LEVELS)
    assert set(LEVELS) <= set(re.findall(r"\w+", page_of(workspace, identified=True)))


def test_who_reads_blind_gets_a_blind_report(workspace: Workspace) -> None:
    set_mode(workspace, ensure_rater(workspace, "zoe"), Mode.BOTH)
    page = page_of(workspace, rater=rater_called(workspace, "zoe"))
    assert "Techtrendske" not in page and "techtrendske" not in page.casefold()
    assert 'class="m m-loaded"' not in page and "judges before it reports" not in page
    assert rater_called(workspace, "nobody") is None


def test_one_outlet_and_no_scores_are_told_in_sentences(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A fire\n\nThe fire broke out at night. Nobody was hurt.\n")
    with create_workspace(tmp_path / "w") as workspace:
        add_sources(workspace, [tmp_path / "one.txt"], story="Fire")
        text = " ".join("".join(Outline(page_of(workspace)).text).split())
    assert "Nobody has judged these articles yet" in text
    assert "Only one outlet tells this story" in text
    assert "nan" not in text.casefold().split()


CONTRAST = """
(() => {
  const parse = (words) => {
    const n = words.match(/[\\d.eE+-]+/g).map(Number);
    const unit = words.startsWith('color(') ? 255 : 1;
    return [n[0] * unit, n[1] * unit, n[2] * unit, n.length > 3 ? n[3] : 1];
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const light = (c) => {
    const line = (v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = c.map((v) => line(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const bad = new Set();
  for (const one of document.querySelectorAll('body *')) {
    if (one.closest('script, svg') || !one.offsetParent) continue;
    if (![...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim())) continue;
    const chain = [];
    let opacity = 1;
    for (let at = one; at; at = at.parentElement) {
      chain.push(parse(getComputedStyle(at).backgroundColor));
      opacity *= Number(getComputedStyle(at).opacity);
    }
    const ground = chain.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]);
    const ink = parse(getComputedStyle(one).color);
    ink[3] *= opacity;
    const [a, b] = [light(over(ink, ground)), light(ground)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) bad.add(one.tagName + '.' + one.className + ' ' + ratio.toFixed(2));
  }
  return [...bad];
})()
"""


@pytest.mark.whole
@needs_browser
async def test_in_a_real_browser_nothing_foreign_runs_and_nobody_is_asked(
    workspace: Workspace, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    page.write_text(page_of(workspace), encoding="utf-8")
    async with browser(tmp_path / "profile") as tab:
        await tab.go(page.as_uri())
        assert (
            await tab.run("window.hacked === undefined && getComputedStyle(document.body).display") == "block"
        )
        assert await tab.run("performance.getEntriesByType('resource').map(one => one.name)") == []
        assert tab.said == []
        # The tools work, and a script that comes in later is refused.
        await tab.run("document.querySelector('[data-signal=loaded]').click()")
        assert await tab.run("document.body.className") == "hide-loaded"
        await tab.run("document.querySelector('mark[title]').click()")
        assert await tab.run("!document.getElementById('why').hidden")
        await tab.run(
            "const late = document.createElement('script'); late.text = 'window.hacked = 6';"
            " document.body.append(late); 0"
        )
        await tab.run("document.body.innerHTML += '<img src=x onerror=\"window.hacked=7\">'")
        assert await tab.run("window.hacked === undefined")


@pytest.mark.whole
@needs_browser
async def test_in_a_real_browser_every_word_can_be_read(workspace: Workspace, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text(page_of(workspace), encoding="utf-8")
    async with browser(tmp_path / "profile") as tab:
        for scheme in ("light", "dark"):
            await tab.paint_scheme(scheme)
            await tab.go(page.as_uri())
            await tab.run("document.querySelectorAll('details').forEach(one => { one.open = true })")
            assert await tab.run(CONTRAST) == [], scheme
        await tab.resize(390, 844)
        assert await tab.run("document.documentElement.scrollWidth") <= 390
