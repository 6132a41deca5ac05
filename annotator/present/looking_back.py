"""My answers beside those of others: a profile of the article to look at, then criterion by criterion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from annotator.model.rubrics import in_language
from annotator.present.lines import BLANK, Line, Run, clip, fold_runs, indent, pad
from annotator.present.showing import Cells
from annotator.translating import _, language_used, plural, write_number
from annotator.workbench.looking_back import Beside, Voice

WIDEST = 100
_BARS = " ▁▂▃▄▅▆▇█"
_STEP = 6
"""Cells of one level in the profile."""
_NAME = 34
_MOST_VOICES = 8
MINE, KEY = "●", "◆"


def looking_back_lines(found: Sequence[Beside], width: int, cells: Cells) -> list[Line]:
    """The whole page: what it comes to in a sentence, the profile, then each criterion with others' words."""
    wide = min(width, WIDEST)
    lines = [*fold_runs(_in_short(found), wide, cells, "strong"), BLANK]
    lines += profile_lines(found, wide, cells)
    if any(one.others or one.key for one in found):
        for one in sorted(found, key=lambda one: -_apart(one)):
            lines += [BLANK, *_in_full(one, wide, cells)]
    return lines


def _in_short(found: Sequence[Beside]) -> str:
    if not any(one.others or one.key for one in found):
        return _(
            "Nobody else's answers to this article are in this workspace yet. Once they are, you see here how"
            " yours compare, and which words others quoted."
        )
    far = [one for one in sorted(found, key=lambda one: -_apart(one)) if _apart(one) >= 1]
    if not far:
        return _("You are within a step of the others everywhere.")
    names = ", ".join(in_language(one.criterion.title, language_used()) for one in far[:3])
    return _("You differ most on: {criteria}. Differing is no mistake: read what others quoted.").format(
        criteria=names
    )


def _apart(one: Beside) -> float:
    """Steps between me and whoever is farthest: the key or the others' middle."""
    return max(abs(one.from_key or 0), abs(one.from_others or 0))


def profile_lines(found: Sequence[Beside], width: int, cells: Cells) -> list[Line]:
    """The article's profile: for each criterion a row of levels, with how many others gave each, and me."""
    most = max((len(one.criterion.levels) for one in found), default=0)
    name = max(12, min(_NAME, width - _STEP * most - 14))
    lines: list[Line] = [(Run(pad("", name, cells)), Run(_legend(found), "quiet"))]
    for one in found:
        title = in_language(one.criterion.title, language_used())
        runs = [Run(pad(clip(title, name - 1, cells), name, cells))]
        highest = max((number for level, number in one.counts.items() if level is not None), default=0)
        for level in one.criterion.levels:
            runs += _step(one, level.value, highest)
        if one.mine is None:
            runs.append(Run(f"{MINE} {_('cannot judge')}", "dot"))
        elif one.counts[None]:
            runs.append(Run(f"{one.counts[None]} × {_('cannot judge')}", "faint"))
        lines.append(tuple(runs))
    return lines


def _legend(found: Sequence[Beside]) -> str:
    told = [_("{sign} you").format(sign=MINE)]
    if any(one.key for one in found):
        told.append(_("{sign} key").format(sign=KEY))
    most = max((one.others for one in found), default=0)
    if most:
        told.append(plural("▆ {n} other", "▆ {n} others", most))
    return "   ".join(told)


def _step(one: Beside, value: int, highest: int) -> list[Run]:
    number = one.counts.get(value, 0)
    bar = _BARS[max(1, round(8 * number / highest))] * 2 if number and highest else "  "
    runs = [Run(str(value), "quiet"), Run(bar, "accent")]
    runs.append(Run(MINE if one.mine == value else " ", "dot"))
    keyed = one.key is not None and one.key.level == value
    return [*runs, Run(KEY if keyed else " ", "evidence-letter"), Run(" " * (_STEP - 5))]


def _in_full(one: Beside, width: int, cells: Cells) -> list[Line]:
    language = language_used()
    title = in_language(one.criterion.title, language)
    lines: list[Line] = [(Run(title, "title"),)]
    lines += _answer(one, one.mine, _("you"), MINE, width, cells)
    if one.key:
        lines += _answer(one, one.key.level, _("key"), KEY, width, cells)
        lines += indent(fold_runs(_key_words(one), width - 6, cells, "quiet"), Run(" " * 6), cells)
    difference = _difference(one)
    if difference:
        lines += indent(fold_runs(difference, width - 3, cells, "accent"), Run("   "), cells)
    told = [voice for voice in one.voices if voice.quotes or voice.absent or voice.note]
    alike = Counter(told)
    for voice, times in list(alike.items())[:_MOST_VOICES]:
        lines += _voice_lines(voice, times, width, cells)
    left = sum(list(alike.values())[_MOST_VOICES:])
    if left:
        rest = plural("and {n} more", "and {n} more", left)
        lines.append((Run(f"      {rest}", "faint"),))
    return lines


def _answer(one: Beside, value: int | None, whose: str, sign: str, width: int, cells: Cells) -> list[Line]:
    level = one.criterion.level(value) if value is not None else None
    language = language_used()
    label = f"{level.value} {in_language(level.label, language)}" if level else _("cannot judge")
    first = Run(f" {sign} ", "dot" if sign == MINE else "evidence-letter")
    words = f"{whose}: {label}"
    lines = indent(fold_runs(words, width - 3, cells, "strong"), first, cells)
    if level and sign == KEY:
        described = in_language(level.descriptor, language)
        lines += indent(fold_runs(described, width - 6, cells), Run(" " * 6), cells)
    return lines


def _key_words(one: Beside) -> str:
    if one.key is None:
        return ""
    quotes = [f"“{' '.join(piece.quote.split())}”" for piece in one.key.evidence if piece.quote]
    return " ".join([*([one.key.reason] if one.key.reason else []), *quotes])


def _difference(one: Beside) -> str:
    told = []
    if one.from_key:
        steps = plural("{n} step", "{n} steps", abs(one.from_key))
        higher, lower = _("{steps} above the key"), _("{steps} below the key")
        told.append((higher if one.from_key > 0 else lower).format(steps=steps))
    if one.from_others:
        size = abs(one.from_others)
        steps = plural("{n} step", "{n} steps", int(size)) if size == int(size) else _("half a step")
        if size > 1 and size != int(size):
            steps = _("{n} steps").format(n=write_number(size, 1))
        higher, lower = _("{steps} above the others' middle"), _("{steps} below the others' middle")
        told.append((higher if one.from_others > 0 else lower).format(steps=steps))
    return " · ".join(told)


def _voice_lines(voice: Voice, times: int, width: int, cells: Cells) -> list[Line]:
    sign = str(voice.level) if voice.level is not None else "0"
    quotes = " … ".join(f"“{' '.join(quote.split())}”" for quote in voice.quotes)
    words = quotes or (_("nothing to quote: {reason}").format(reason=voice.absent) if voice.absent else "")
    if words and times > 1:
        words += " " + _("({n} times)").format(n=write_number(times))
    lines = indent(fold_runs(words, width - 6, cells), Run(f"   {sign}  ", "level"), cells) if words else []
    if voice.note:
        first = Run("      " if words else f"   {sign}  ", "level")
        lines += indent(fold_runs(voice.note, width - 6, cells, "quiet"), first, cells)
    return lines
