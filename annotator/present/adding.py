"""What was recognised of articles as the app shows it before they are kept."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.formats.importers.feed_items import FeedItem
from annotator.model.articles import UNKNOWN
from annotator.present.arrivals import facts, left_out
from annotator.present.lines import BLANK, Line, Run, clip, fold, fold_runs, line, pad
from annotator.present.showing import Cells
from annotator.text import count_words
from annotator.workbench.importing import Added

HINTS = (
    "Type or paste an address (https://…), a file or a folder, and press Enter.",
    "Or paste a whole text: ctrl+v here, or t for a larger window.",
    "Pages, feeds, PDF, DOCX, EPUB, e-mail, CSV, JSONL, ZIP, text and Markdown are read.",
    "What is recognised stands here before it is kept, and each fact can be put right.",
)
_FACT = 10
_FURNITURE_SHOWN = 12


def found_lines(found: Sequence[Added], dropped: frozenset[int], width: int, cells: Cells) -> list[Line]:
    """A line for each article, with a cross before one that is left out; sentences while there is none."""
    if not found:
        return [row for hint in HINTS for row in (*fold_runs(hint, width, cells, "quiet"), BLANK)]
    lines: list[Line] = []
    for number, added in enumerate(found):
        target = f"found:{number}"
        article = added.article
        if article is None:
            lines += [
                (Run(" ! ", "warn", target), Run(row, "quiet", target))
                for row in fold(str(added.problem), width - 3, cells)[:3]
            ]
            continue
        out = number in dropped
        words = count_words(article.text, article.language)
        tail = f"  {article.outlet} · {article.language} · {words}"
        room = max(10, width - 3 - cells.of(tail))
        lines.append(
            (
                Run(" x " if out else " + ", "faint" if out else "good", target),
                Run(pad(article.title, room, cells), "faint" if out else "", target),
                Run(clip(tail, width - 3 - room, cells), "quiet", target),
            )
        )
    return lines


def card(added: Added | None, width: int, cells: Cells) -> list[Line]:
    """Everything recognised of one article: facts that Enter puts right, what was left out, how it begins."""
    if added is None or added.article is None:
        return fold_runs(str(added.problem), width, cells, "quiet") if added else []
    lines: list[Line] = []
    for name, value in facts(added.article):
        target = f"fact:{name}"
        look = "faint" if value in (UNKNOWN, "none", "not told") else ""
        rows = fold(value, max(10, width - _FACT), cells)[:3]
        for at, row in enumerate(rows):
            lines.append(
                (Run(pad(name if at == 0 else "", _FACT, cells), "quiet", target), Run(row, look, target))
            )
    origin = added.origin
    if origin is not None and origin.kind:
        lines += [BLANK, line(Run(f"Read from: {origin.kind}, {origin.size:,} bytes", "quiet"))]
        lines += [row for note in origin.notes for row in fold_runs(note, width, cells, "warn")]
    lines += [BLANK, line(Run(f"Left out as page furniture: {left_out(added)}", "strong"))]
    furniture = origin.furniture.splitlines() if origin else []
    lines += [line(Run(clip(f"  {words}", width, cells), "faint")) for words in furniture[:_FURNITURE_SHOWN]]
    if len(furniture) > _FURNITURE_SHOWN:
        lines.append(line(Run(f"  and {len(furniture) - _FURNITURE_SHOWN} more lines", "faint")))
    body = added.article.text[added.article.headline.end :].strip()
    lines += [BLANK, line(Run("How it begins", "strong")), *fold_runs(body[:600], width, cells)[:10]]
    return lines


def item_lines(items: Sequence[FeedItem], width: int, cells: Cells) -> list[Line]:
    """The articles of a feed to choose from, each with its date."""
    lines = [
        line(Run(f"A feed of {len(items)} articles. Enter takes one, esc when you have enough.", "strong")),
        BLANK,
        line(Run("All of them", "accent", "item:all")),
    ]
    for number, item in enumerate(items):
        words = clip(f"{item.published:<10}  {item.title}", width, cells)
        lines.append((Run(words, "", f"item:{number}"),))
    return lines
