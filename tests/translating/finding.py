"""Finds words in the sources of the app that a reader would see untranslated."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

PROSE = re.compile(r"[A-Za-z’']{2,}[,;:.]? +(?:[A-Za-z’']|\{)|\w\.$")
"""Two words, or one that ends a sentence: no identifier looks like that."""
WORD = re.compile(r"[A-Za-z]{2,}")
SHOWN = {
    "Run",
    "tell",
    "fold",
    "fold_runs",
    "pad",
    "clip",
    "top_line",
    "AskWords",
    "say",
    "line",
    "Option",
    "Static",
}
"""What these are given is shown, so that a single word counts too."""
MARKED = {"_", "N_", "plural", "Binding", "Group"}


class Word(NamedTuple):
    """Words that are not marked, and where they stand."""

    line: int
    words: str


def unmarked(source: str) -> Iterator[Word]:
    """Every literal that looks like words for a reader and is not marked for translation."""
    yield from _search(ast.parse(source), shown=False)


def _search(node: ast.AST, *, shown: bool) -> Iterator[Word]:
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and (PROSE.search(node.value) or (shown and WORD.search(node.value))):
            yield Word(node.lineno, node.value)
        return
    if isinstance(node, ast.Call):
        called = _name(node.func)
        if called in MARKED:
            return
        if called in SHOWN and node.args:
            yield from _search(node.args[0], shown=True)
            if called == "Run":
                return
            for child in (*node.args[1:], *(one.value for one in node.keywords)):
                yield from _search(child, shown=False)
            return
        shown = False
    if isinstance(node, ast.JoinedStr):
        # Pieces of one sentence are no sentence: a single word in it counts.
        shown = shown or any(
            isinstance(one, ast.Constant) and PROSE.search(str(one.value)) for one in node.values
        )
    if isinstance(node, ast.FormattedValue):
        yield from _search(node.value, shown=False)
        return
    if isinstance(node, ast.Subscript | ast.Compare | ast.Attribute):
        shown = False
    for child in _without_docstrings(node):
        yield from _search(child, shown=shown)


def _without_docstrings(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.arguments | ast.arg):
            yield from (getattr(child, "defaults", None) or [])
            continue
        yield child


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""
