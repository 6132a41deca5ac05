"""What a web page shows: its words, line by line, as far as its markup tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "math"})
_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }
)  # fmt: skip


def visible_lines(tree: Any) -> list[str]:
    """The lines of a page in order, white space folded; empty ones are left out."""
    lines: list[str] = []
    line: list[str] = []

    def flush() -> None:
        words = " ".join("".join(line).split())
        if words:
            lines.append(words)
        line.clear()

    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        seen = isinstance(tag, str) and tag not in _UNSEEN
        if event == "start":
            if not seen:
                walk.skip_subtree()
                continue
            if tag not in _INLINE:
                flush()
            if element.text:
                line.append(element.text)
            continue
        if seen and tag not in _INLINE:
            flush()
        if element.tail:
            line.append(element.tail)
    flush()
    return lines


def left_out(lines: Iterable[str], *kept: str) -> str:
    """Those lines whose words are not in one of the kept texts, in order, a line that repeats only once."""
    bodies = [_bare(text) for text in kept]
    return "\n".join(_new(lines, bodies))


def _new(lines: Iterable[str], bodies: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    for line in lines:
        bare = _bare(line)
        if bare not in seen and not any(bare in body for body in bodies):
            seen.add(bare)
            yield line


def _bare(text: str) -> str:
    """A text without white space: extraction and page may break lines differently."""
    return "".join(text.split())
