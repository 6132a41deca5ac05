"""A training article beside its key, in sentences and lines."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model.rubrics import in_language
from annotator.workbench.training import Feedback


def verdict(one: Feedback) -> str:
    """How far a score is from the key, in a few words."""
    if one.given is None or one.key is None:
        return "the same" if one.given == one.key else "one of the two could not judge"
    if not one.apart:
        return "the same level"
    steps = "one step" if abs(one.apart) == 1 else f"{abs(one.apart)} steps"
    return f"{steps} {'stricter' if one.apart < 0 else 'more lenient'} than the key"


def feedback_sentence(one: Feedback, language: str = "en") -> str:
    """One score beside the key, with the key's reason and words, as a sentence or two."""
    told = f"{in_language(one.criterion.title, language)}: you {_level(one, one.given, language)}, key"
    told += f" {_level(one, one.key, language)} ({verdict(one)})."
    if one.reason:
        told += f" {' '.join(one.reason.split())}"
    if one.quotes:
        told += " " + ", ".join(f"“{' '.join(quote.split())}”" for quote in one.quotes)
    return told


def feedback_lines(found: Sequence[Feedback], language: str = "en") -> list[str]:
    """Score by score beside the key, with its reason and the words on which it rests."""
    lines: list[str] = []
    for one in found:
        lines += [
            f"{in_language(one.criterion.title, language)}: {verdict(one)}",
            f"    you  {_level(one, one.given, language)}",
            f"    key  {_level(one, one.key, language)}",
        ]
        lines += [f"    {' '.join(one.reason.split())}"] if one.reason else []
        lines += [f"    “{' '.join(quote.split())}”" for quote in one.quotes]
        lines.append("")
    return lines


def _level(one: Feedback, value: int | None, language: str) -> str:
    level = one.criterion.level(value) if value is not None else None
    return f"{level.value} {in_language(level.label, language)}" if level else "cannot judge"
