"""Finds words in the sources of the app that a reader would see untranslated."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

PROSE = re.compile(r"[A-Za-z’']{2,}[,;:.]? +(?:[A-Za-z’']|\{)|\w\.$")
"""Two words, or one that ends a sentence: no identifier looks like that."""
WORD = re.compile(r"[A-Za-z]{2,}")
MARKUP = re.compile(r"<[^<>]*>?|^[^<>]*>|[\w-]+=\"[^\"]*\"?|\$\w+", re.S)
"""Tags and placeholders of a page: their own words are for browsers, except those of `SPOKEN`."""
SPOKEN = re.compile(r"(?:aria-label|title|alt|placeholder)=\"([^\"$]+)\"")
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
    "notify",
    "Label",
    "Button",
    "Tab",
    "TabPane",
    "SystemCommand",
    "prompt",
    "confirm",
    "input",
    "echo",
    "secho",
}
"""What these are given is shown, so that a single word counts too."""
SHOWN_NAMES = {
    "placeholder", "border_title", "border_subtitle", "title", "sub_title", "tooltip", "label", "help",
    "TITLE", "SUB_TITLE",
}  # fmt: skip
"""Arguments and attributes whose words are shown."""
MARKED = {"_", "N_", "plural", "Binding", "Group"}
ERRORS = {
    "AnnotatorError", "InputError", "RubricError", "LanguageError", "StoreError", "NotFoundError",
    "JudgementError",
}  # fmt: skip
"""What is told to whoever made a mistake: its message and its hint are shown, its place is not."""


class Word(NamedTuple):
    """Words that are not marked, and where they stand."""

    line: int
    words: str


def unmarked(source: str) -> Iterator[Word]:
    """Every literal that looks like words for a reader and is not marked for translation."""
    yield from _search(ast.parse(source), shown=False)


def unmarked_errors(source: str) -> Iterator[Word]:
    """The same, of what a module's errors say: words given to them, and to names that are given to them."""
    tree = ast.parse(source)
    given: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    given.setdefault(target.id, []).append(node.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in ERRORS:
            for told in node.args[:2]:
                names = [one.id for one in ast.walk(told) if isinstance(one, ast.Name)]
                for words in (told, *(value for name in names for value in given.get(name, ()))):
                    yield from _search(words, shown=False)


def untold_bindings(source: str) -> Iterator[Word]:
    """Keys whose words the extraction of messages cannot read: tuples, and words put together."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and any(_name(one) == "BINDINGS" for one in node.targets):
            for one in getattr(node.value, "elts", ()):
                if isinstance(one, ast.Tuple):
                    yield Word(one.lineno, ast.unparse(one))
        if isinstance(node, ast.Call) and _name(node.func) == "Binding":
            told = [one.value for one in node.keywords if one.arg in ("description", "tooltip")]
            for words in (*node.args[2:3], *told):
                if isinstance(words, ast.JoinedStr | ast.BinOp | ast.IfExp):
                    yield Word(words.lineno, ast.unparse(words))


def unmarked_in_script(source: str) -> Iterator[Word]:
    """Every literal of a script for browsers that looks like words for a reader."""
    for number, line in enumerate(source.splitlines(), 1):
        for one in re.findall(r"\"([^\"]*)\"|\x60([^\x60]*)\x60", re.sub(r"(^|\s)//.*", "", line)):
            words = re.sub(r"\$\{[^{}]*\}", "", "".join(one))
            if re.search(r"[A-Za-z’']{2,},? [A-Za-z’']{2,} [A-Za-z’']|\w\.$", words):
                yield Word(number, words)


def _search(node: ast.AST, *, shown: bool) -> Iterator[Word]:
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            spoken = SPOKEN.findall(node.value)
            markup = "<" in node.value or ">" in node.value or '="' in node.value
            words = MARKUP.sub(" ", node.value) if markup else node.value
            sought = WORD if shown or markup else PROSE
            if sought.search(words.strip()) or any(map(WORD.search, spoken)):
                yield Word(node.lineno, node.value)
        return
    if isinstance(node, ast.keyword):
        yield from _search(node.value, shown=node.arg in SHOWN_NAMES and _is_words(node.value))
        return
    if isinstance(node, ast.Assign) and any(_name(one) in SHOWN_NAMES for one in node.targets):
        yield from _search(node.value, shown=_is_words(node.value))
        return
    if isinstance(node, ast.Call):
        called = _name(node.func)
        if called in MARKED:
            return
        if called in SHOWN and node.args:
            yield from _search(node.args[0], shown=True)
            if called == "Run":
                return
            for child in (*node.args[1:], *node.keywords):
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


def _is_words(node: ast.expr) -> bool:
    """True for a literal: what a name or a call stands for is searched where it is made."""
    return isinstance(node, ast.Constant | ast.JoinedStr | ast.IfExp)


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
