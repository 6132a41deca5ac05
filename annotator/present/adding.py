"""What was recognised of articles as the app shows it before they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from annotator.formats.importers.feed_items import FeedItem
from annotator.model.languages import CODES
from annotator.model.origins import Origin
from annotator.present.arrivals import NONE, NOT_TOLD, facts
from annotator.present.lines import BLANK, Line, Run, clip, fold, fold_runs, line, pad
from annotator.present.showing import Cells
from annotator.text import count_words
from annotator.translating import N_, _, plural, write_number
from annotator.workbench.importing import Added

HINTS = (
    N_("Type or paste an address (https://…), a file or a folder, and press Enter."),
    N_("Or paste a whole text: ctrl+v here, or t for a larger window."),
    N_("Pages, feeds, PDF, DOCX, EPUB, e-mail, CSV, JSONL, ZIP, text and Markdown are read."),
    N_("What is recognised stands here before it is kept, and each fact can be put right."),
)
_QUESTIONS = {
    "headline": N_("What is the headline?"),
    "outlet": N_("Which outlet published it?"),
    "byline": N_("Who wrote it?"),
    "date": N_("When was it published? (2026-11-28)"),
    "language": N_("In which language is it? ({codes})"),
    "url": N_("What is its address?"),
    "story": N_("Which story does it belong to?"),
    "licence": N_("Under which licence may it be used?"),
}
_ABSENT = (N_("unknown"), NONE, NOT_TOLD)
_FACT = 12
_FURNITURE_SHOWN = 12


def question(fact: str) -> str:
    """What is asked when somebody puts this fact right."""
    return _(_QUESTIONS[fact]).format(codes=", ".join(CODES))


def found_lines(found: Sequence[Added], dropped: frozenset[int], width: int, cells: Cells) -> list[Line]:
    """A line for each article, with a cross before one that is left out; sentences while there is none."""
    if not found:
        return [row for hint in HINTS for row in (*fold_runs(_(hint), width, cells, "quiet"), BLANK)]
    lines: list[Line] = []
    for number, added in enumerate(found):
        target = f"found:{number}"
        article = added.article
        if article is None:
            lines += [
                (Run(" ! ", "warn", target), Run(row, "quiet", target))
                for row in fold(_told(added), width - 3, cells)[:5]
            ]
            continue
        out = number in dropped
        words = count_words(article.text, article.language)
        tail = f"  {article.outlet} · {article.language} · {write_number(words)}"
        room = max(10, width - 3 - cells.of(tail))
        lines.append(
            (
                Run(" x " if out else " + ", "faint" if out else "good", target),
                Run(pad(article.title, room, cells), "faint" if out else "", target),
                Run(clip(tail, width - 3 - room, cells), "quiet", target),
            )
        )
    return lines


def _told(added: Added) -> str:
    """What is wrong with a source, under its short name: a whole path would push the words out of sight."""
    problem = added.problem
    name = added.path if "://" in added.path else PurePath(added.path).name
    return f"{name}: {problem.message} {problem.hint}" if problem else name


def card(added: Added | None, width: int, cells: Cells) -> list[Line]:
    """Everything recognised of one article: facts that Enter puts right, what was left out, how it begins."""
    if added is None or added.article is None:
        return fold_runs(str(added.problem), width, cells, "quiet") if added else []
    lines: list[Line] = []
    for name, value in facts(added.article):
        target = f"fact:{name}"
        absent = value in _ABSENT
        look = "faint" if absent else ""
        rows = fold(_(value) if absent else value, max(10, width - _FACT), cells)[:3]
        for at, row in enumerate(rows):
            lines.append(
                (Run(pad(_(name) if at == 0 else "", _FACT, cells), "quiet", target), Run(row, look, target))
            )
    origin = added.origin
    if origin is not None and origin.kind:
        lines += [BLANK, line(Run(_read_from(origin), "quiet"))]
        lines += [row for note in origin.notes for row in fold_runs(_(note), width, cells, "warn")]
    lines += [BLANK, line(Run(_furniture_words(added), "strong"))]
    furniture = origin.furniture.splitlines() if origin else []
    lines += [line(Run(clip(f"  {words}", width, cells), "faint")) for words in furniture[:_FURNITURE_SHOWN]]
    left = len(furniture) - _FURNITURE_SHOWN
    if left > 0:
        lines.append(line(Run("  " + plural("and {n} more line", "and {n} more lines", left), "faint")))
    body = added.article.text[added.article.headline.end :].strip()
    lines += [BLANK, line(Run(_("How it begins"), "strong")), *fold_runs(body[:600], width, cells)[:10]]
    return lines


def item_lines(items: Sequence[FeedItem], width: int, cells: Cells) -> list[Line]:
    """The articles of a feed to choose from, each with its date."""
    feed = plural(
        "A feed of {n} article. Enter takes it, esc leaves it.",
        "A feed of {n} articles. Enter takes one, esc when you have enough.",
        len(items),
    )
    lines = [
        line(Run(feed, "strong")),
        BLANK,
        line(Run(_("All of them"), "accent", "item:all")),
    ]
    for number, item in enumerate(items):
        words = clip(f"{item.published:<10}  {item.title}", width, cells)
        lines.append((Run(words, "", f"item:{number}"),))
    return lines


def _read_from(origin: Origin) -> str:
    return plural(
        "Read from: {kind}, {n} byte", "Read from: {kind}, {n} bytes", origin.size, kind=_(origin.kind)
    )


def _furniture_words(added: Added) -> str:
    lines = len(added.origin.furniture.splitlines()) if added.origin else 0
    if not lines:
        return _("Nothing was left out as page furniture")
    return plural("Left out as page furniture: {n} line", "Left out as page furniture: {n} lines", lines)
