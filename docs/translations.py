"""Brings the catalogues in `annotator/locales` up to date: `python docs/translations.py`.

New messages are added to each `.po` without a translation, messages that are gone are taken out, and the
`.mo` files that the program reads are written. `--check` changes nothing and lists what has no translation.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from annotator.present.cards import reason_of, shown_of
from annotator.signals import catalogue
from annotator.signals.examples import examples_of
from annotator.signals.figures import figures_of

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "annotator"
CATALOGUE = PACKAGE / "signals" / "catalogue.toml"
PLURALS = {"it": "nplurals=2; plural=(n != 1);", "hi": "nplurals=2; plural=(n > 1);"}
"""The languages with a catalogue, and gettext's rule for their plurals."""
_MARKED = ("_", "N_")
_OF_SIGNALS = ("title", "question", "looks_for", "caveat", "unit", "sentence")


class Found(NamedTuple):
    """A message, its plural or nothing, and the file it stands in."""

    message: str
    many: str
    file: str


def messages() -> list[Found]:
    """Every message of the program, in the order of files and lines."""
    found: list[Found] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        found += [Found(*one, name) for one in in_source(path.read_text(encoding="utf-8"), name)]
    name = CATALOGUE.relative_to(ROOT).as_posix()
    found += [Found(one, "", name) for one in in_catalogue(CATALOGUE.read_text(encoding="utf-8"))]
    found += [Found(one, "", file) for one, file in on_cards()]
    return list(dict.fromkeys(found))


def in_source(source: str, name: str) -> Iterator[tuple[str, str]]:
    """The messages of one module: what `_`, `N_` and `plural` mark, and the words of `Binding`s."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        called = call.func.id if isinstance(call.func, ast.Name) else ""
        if called in _MARKED and call.args:
            words = _words(call.args[0])
            assert words is not None or called == "_", f"{name}:{call.lineno}: N_ marks a literal"
            assert not isinstance(call.args[0], ast.JoinedStr), f"{name}:{call.lineno}: no f-string in _()"
            if words:
                yield words, ""
        elif called == "plural":
            one, many = _words(call.args[0]), _words(call.args[1])
            assert one and many, f"{name}:{call.lineno}: plural wants two literals"
            yield one, many
        elif called == "Binding":
            yield from _of_binding(call)
        elif isinstance(call.func, ast.Attribute) and call.func.attr == "Group" and call.args:
            yield from ((words, "") for words in [_words(call.args[0])] if words)


def _of_binding(call: ast.Call) -> Iterator[tuple[str, str]]:
    told = [*call.args[2:3], *(one.value for one in call.keywords if one.arg in ("description", "tooltip"))]
    for node in told:
        words = _words(node)
        if words:
            yield words, ""


def _words(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def in_catalogue(source: str) -> Iterator[str]:
    """What the catalogue of signals says to readers."""
    table = tomllib.loads(source)
    for row in (*table["signal"], *table["measure"]):
        for name in _OF_SIGNALS:
            if row.get(name):
                yield row[name]
        yield from row.get("rules", {}).values()


def on_cards() -> Iterator[tuple[str, str]]:
    """What signals' cards say of their examples and of their figures, each with its file."""
    for signal in catalogue():
        for code in signal.languages:
            some = examples_of(signal.id, code)
            for kind in (some.find or some.measured, some.leave, some.mistakes):
                for reason in filter(None, map(reason_of, shown_of(kind))):
                    yield reason, f"annotator/signals/examples/{code}.toml"
        for figure in figures_of(signal.id):
            for one in (figure.data, figure.licence, figure.counts):
                yield one, "annotator/signals/measured.toml"


def fresh(code: str) -> Catalog:
    """A catalogue with every message and the translations that are known already."""
    path = po_path(code)
    catalogue = read_po(BytesIO(head(code)), locale=code)
    known = read_po(BytesIO(path.read_bytes()), locale=code) if path.is_file() else Catalog(locale=code)
    for message, many, file in messages():
        id = (message, many) if many else message
        old = known.get(message)
        string: str | tuple[str, ...] = ("", "") if many else ""
        if isinstance(old, Message) and isinstance(old.string, str) != bool(many):
            string = old.string
        catalogue.add(id, string, locations=[(file, 0)])
    return catalogue


def po_text(code: str, catalogue: Catalog) -> bytes:
    """The `.po` file, sorted by where messages stand, without dates or line numbers that only make noise."""
    body = BytesIO()
    write_po(body, catalogue, width=110, omit_header=True, include_lineno=False)
    return head(code) + body.getvalue().rstrip(b"\n") + b"\n"


def head(code: str) -> bytes:
    """The first entry of a catalogue, which says what it is and how its language counts."""
    fields = (
        "Project-Id-Version: annotator",
        f"Language: {code}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {PLURALS[code]}",
    )
    return ('msgid ""\nmsgstr ""\n' + "".join(f'"{field}\\n"\n' for field in fields) + "\n").encode()


def mo_bytes(code: str, po: bytes) -> bytes:
    """The `.mo` file that says what the `.po` file says."""
    body = BytesIO()
    catalogue = read_po(BytesIO(po), locale=code)
    # Else the hour at which it is written: the same words give the same file.
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    write_mo(body, catalogue)
    return body.getvalue()


def po_path(code: str) -> Path:
    """Where a language's catalogue is."""
    return PACKAGE / "locales" / code / "LC_MESSAGES" / "annotator.po"


def untranslated(code: str) -> list[str]:
    """The messages that the catalogue in the repository does not translate."""
    catalogue = read_po(BytesIO(po_path(code).read_bytes()), locale=code)
    missing: list[str] = []
    for one in dict.fromkeys((found.message, found.many) for found in messages()):
        said = catalogue.get(one[0])
        strings = said.string if said and isinstance(said.string, tuple) else (said.string if said else "",)
        if not all(strings) or (said is not None and said.fuzzy):
            missing.append(one[0])
    return missing


def main() -> int:
    """1 if something has no translation, else 0; the catalogues are up to date."""
    total = 0
    for code in PLURALS:
        if "--check" not in sys.argv:
            po = po_text(code, fresh(code))
            po_path(code).parent.mkdir(parents=True, exist_ok=True)
            po_path(code).write_bytes(po)
            po_path(code).with_suffix(".mo").write_bytes(mo_bytes(code, po))
        missing = untranslated(code)
        total += len(missing)
        print(f"{code}: {len(missing)} messages without a translation")
        for message in missing:
            print(f"  {message}")
    return min(total, 1)


if __name__ == "__main__":
    sys.exit(main())
