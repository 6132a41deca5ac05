"""Signal cards as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.signals import card

_NAMES = {"en": "English", "it": "Italian", "hi": "Hindi"}


def card_lines(id: str) -> Iterator[str]:
    """The lines of a signal's card: its question, what it looks for, when not to believe it, examples."""
    one = card(id)
    yield f"{one.title}  ({one.id}, marked {one.letter})"
    yield ""
    yield one.question
    yield ""
    yield f"Looks for: {one.looks_for}"
    yield f"Keep in mind: {one.caveat}"
    yield f"Measured as: {one.unit}"
    yield f"Languages: {', '.join(_NAMES[code] for code in one.languages)}"
    yield f"After: {one.source}"
    yield from _examples(id, one.languages)


def _examples(id: str, languages: tuple[str, ...]) -> Iterator[str]:
    from annotator.signals.examples import examples_of

    for code in languages:
        examples = examples_of(id, code)
        if not examples.find:
            continue
        yield ""
        yield f"{_NAMES[code]}: it marks"
        yield from (f"  + {example.shown}" for example in examples.find[:3])
        yield f"{_NAMES[code]}: it leaves alone"
        yield from (f"  - {example.text} ({example.why})" for example in examples.leave[:3])
        if examples.mistakes:
            yield f"{_NAMES[code]}: it is wrong here"
            yield from (f"  ! {example.text} ({example.why})" for example in examples.mistakes[:3])
