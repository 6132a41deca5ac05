"""The language of the interface: which one it is, and what the program says in it.

English is what the sources say, so it costs nothing: no catalogue is read and gettext is not imported.
Another language is one file of `locales`, read when the language is chosen. Write

- `_("No highlight lies here.")` where a sentence is made;
- `_("Reading {source} …").format(source=source)`, never an f-string, for one with something in it;
- `plural("{n} article", "{n} articles", n)` where it counts; `{n}` is written as the language writes numbers;
- `N_("compare")` where words are declared (a constant, a table) and `_(word)` where they are shown;
- `write_number(1234.5, 1)` where a number is shown.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotator.errors import LanguageError

if TYPE_CHECKING:
    from gettext import GNUTranslations

LANGUAGES = {"en": "English", "it": "Italiano", "hi": "हिन्दी"}
"""The languages of the interface, each by its own name."""
SOURCE = "en"
"""The language in which the sources are written."""
VARIABLE = "ANNOTATOR_LANGUAGE"
"""The environment variable that chooses the language before everything else."""
FOLDER = Path(__file__).resolve().parent / "locales"

_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
_MARKS = {"en": (",", "."), "it": (".", ","), "hi": (",", ".")}
"""What parts thousands, and what stands before decimals."""


class _Tongue(NamedTuple):
    """A language, and its catalogue unless it is English."""

    language: str
    catalogue: GNUTranslations | None


class _Spoken:
    """The language in use."""

    tongue = _Tongue(SOURCE, None)


_here: ContextVar[_Tongue | None] = ContextVar("tongue", default=None)
"""The language of one task alone, such as a request to a server that many people speak to at once."""


def use_language(code: str) -> None:
    """Nothing; everything said from now on is in this language. Raises `LanguageError` for an unknown one."""
    _Spoken.tongue = _tongue_of(code)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """A block in which this task, and no other, says everything in this language."""
    before = _here.set(_tongue_of(code))
    try:
        yield
    finally:
        _here.reset(before)


def language_used() -> str:
    """The code of the language in use."""
    return _tongue().language


def _tongue() -> _Tongue:
    return _here.get() or _Spoken.tongue


def _tongue_of(code: str) -> _Tongue:
    if code not in LANGUAGES:
        known = ", ".join(f"{one} ({name})" for one, name in LANGUAGES.items())
        raise LanguageError(f"the interface does not speak {code!r}.", f"It speaks {known}.")
    return _Tongue(code, None if code == SOURCE else _read_catalogue(code))


def language_meant(chosen: str | None = None, environment: Mapping[str, str] = os.environ) -> str:
    """The language to use: what `ANNOTATOR_LANGUAGE` says, else what was chosen, else that of the locale.

    A locale in another language means English. Raises `LanguageError` where the variable names none of ours.
    """
    named = environment.get(VARIABLE, "").strip()
    if named:
        code = _code(named)
        if code not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise LanguageError(
                f"{VARIABLE} is {named!r}, which is no language here.", f"Use one of {known}."
            )
        return code
    if chosen in LANGUAGES:
        return str(chosen)
    locale = next((environment[name] for name in _LOCALES if environment.get(name)), "")
    return _code(locale) if _code(locale) in LANGUAGES else SOURCE


def language_accepted(header: str) -> str:
    """The language of ours that a browser's `Accept-Language` likes best; English where it likes none.

    The header is a list such as `it-IT,it;q=0.9,en;q=0.8` (RFC 9110, 12.5.4).
    """
    liked: list[tuple[float, str]] = []
    for one in header.split(","):
        name, _semicolon, rest = one.partition(";")
        weight = rest.strip().removeprefix("q=")
        try:
            liked.append((float(weight) if weight else 1.0, _code(name.strip())))
        except ValueError:
            continue
    ours = [(weight, code) for weight, code in liked if weight > 0 and code in LANGUAGES]
    return max(ours, key=lambda one: one[0], default=(0.0, SOURCE))[1]


def _code(locale: str) -> str:
    """The language of a locale such as `it_IT.UTF-8`."""
    return locale.replace("-", "_").split(".")[0].split("@")[0].split("_")[0].lower()


@cache
def _read_catalogue(code: str) -> GNUTranslations:
    from gettext import GNUTranslations

    with (FOLDER / code / "LC_MESSAGES" / "annotator.mo").open("rb") as file:
        return GNUTranslations(file)


def _(message: str) -> str:
    """The message in the language in use."""
    catalogue = _tongue().catalogue
    # The empty message names the catalogue itself.
    return message if catalogue is None or not message else catalogue.gettext(message)


def N_(message: str) -> str:  # noqa: N802 (gettext's own name for it)
    """The message as it is; it is translated by `_` where it is shown."""
    return message


def plural(one: str, many: str, n: int, **values: object) -> str:
    """The message for so many things, with `{n}` and the values filled in."""
    catalogue = _tongue().catalogue
    message = (one if n == 1 else many) if catalogue is None else catalogue.ngettext(one, many, n)
    return message.format(n=write_number(n), **values)


def write_number(value: float, places: int = 0) -> str:
    """The number as the language writes it: 1,234.5 in English, 1.234,5 in Italian, 12,34,567 in Hindi."""
    language = language_used()
    thousands, point = _MARKS[language]
    whole, _dot, rest = f"{abs(value):.{places}f}".partition(".")
    last, before = whole[-3:], whole[:-3]
    # In Hindi thousands are parted by three digits, and from there on by two.
    size = 2 if language == "hi" else 3
    groups = [before[max(0, at - size) : at] for at in range(len(before), 0, -size)][::-1]
    sign = "−" if value < 0 and (whole + rest).strip("0") else ""
    return sign + thousands.join([*groups, last]) + (point + rest if rest else "")
