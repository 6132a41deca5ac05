"""annotator: judge how credible and how biased news articles are, with signals that point at words.

From Python: `annotator.open_workspace(folder)` and `annotator.analyze(text)`; see docs/python.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from annotator.errors import AnnotatorError as AnnotatorError
    from annotator.scripting import Analysis as Analysis
    from annotator.scripting import Bench as Bench
    from annotator.scripting import Records as Records
    from annotator.scripting import analyze as analyze
    from annotator.scripting import create_workspace as create_workspace
    from annotator.scripting import open_workspace as open_workspace
    from annotator.scripting import read_rubric as read_rubric

__version__ = "0.1.0"

_PLACES = {
    "analyze": "scripting",
    "create_workspace": "scripting",
    "open_workspace": "scripting",
    "read_rubric": "scripting",
    "Analysis": "scripting",
    "Bench": "scripting",
    "Records": "scripting",
    "AnnotatorError": "errors",
}
__all__ = ["__version__", *_PLACES]  # noqa: PLE0604


def __getattr__(name: str) -> Any:
    """What Python programs may use, imported when it is first asked for."""
    if name not in _PLACES:
        raise AttributeError(f"module 'annotator' has no attribute {name!r}")
    from importlib import import_module

    found = globals()[name] = getattr(import_module(f"annotator.{_PLACES[name]}"), name)
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
