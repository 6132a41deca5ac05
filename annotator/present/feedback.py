"""A training article beside its key, in sentences and lines."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model.rubrics import in_language
from annotator.translating import _, language_used, plural
from annotator.workbench.training import Feedback


def verdict(one: Feedback) -> str:
    """How far a score is from the key, in a few words."""
    if one.given is None or one.key is None:
        return _("the same") if one.given == one.key else _("one of the two could not judge")
    if not one.apart:
        return _("the same level")
    if one.apart < 0:
        return plural("{n} step stricter than the key", "{n} steps stricter than the key", -one.apart)
    return plural("{n} step more lenient than the key", "{n} steps more lenient than the key", one.apart)


def feedback_sentence(one: Feedback) -> str:
    """One score beside the key, with the key's reason and words, as a sentence or two."""
    told = _("{criterion}: you {given}, key {key} ({verdict}).").format(
        criterion=_title(one), given=_level(one, one.given), key=_level(one, one.key), verdict=verdict(one)
    )
    if one.reason:
        told += f" {' '.join(one.reason.split())}"
    if one.quotes:
        told += " " + ", ".join(f"“{' '.join(quote.split())}”" for quote in one.quotes)
    return told


def feedback_lines(found: Sequence[Feedback]) -> list[str]:
    """Score by score beside the key, with its reason and the words on which it rests."""
    lines: list[str] = []
    for one in found:
        lines += [
            f"{_title(one)}: {verdict(one)}",
            "    " + _("you: {level}").format(level=_level(one, one.given)),
            "    " + _("key: {level}").format(level=_level(one, one.key)),
        ]
        lines += [f"    {' '.join(one.reason.split())}"] if one.reason else []
        lines += [f"    “{' '.join(quote.split())}”" for quote in one.quotes]
        lines.append("")
    return lines


def _title(one: Feedback) -> str:
    return in_language(one.criterion.title, language_used())


def _level(one: Feedback, value: int | None) -> str:
    level = one.criterion.level(value) if value is not None else None
    return f"{level.value} {in_language(level.label, language_used())}" if level else _("cannot judge")
