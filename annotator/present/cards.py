"""Signal cards: what a signal asks, looks for and gets wrong, and how often it was right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from annotator.languages import NAMES
from annotator.signals import MeasureCard, SignalCard, card, measure_card
from annotator.signals.examples import Example, examples_of
from annotator.signals.figures import FEWEST, Figure, figures_of
from annotator.translating import N_, _, write_number

EACH = 3
"""How many examples of a kind a card shows in each language."""
FIGURE_COLUMNS = ("language", "data", "n", "precision", "recall", "F1", "other", "measured")
READING_FIGURES = N_(
    "Precision: of what the signal marked, the share that people marked too (a low one: it cries wolf). "
    "Recall: of what people marked, the share that it found (a low one: do not trust its silence). "
    "F1 is between the two. Accuracy: of all cases, the share that is right. "
    "An empty cell: this data cannot tell."
)


@dataclass(frozen=True, slots=True)
class Sample:
    """An example as a card shows it."""

    before: str
    marked: str
    """The words that the signal marks; empty where there are none to point at."""
    after: str
    why: str

    @property
    def text(self) -> str:
        """The example in one piece, marked words in square brackets."""
        marked = f"[{self.marked}]" if self.marked else ""
        return self.before + marked + self.after


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a card: a heading, then sentences, examples, a table; any of them may be missing."""

    heading: str
    sentences: tuple[str, ...] = ()
    samples: tuple[Sample, ...] = ()
    sign: str = ""
    """What stands before each sample."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table with FIGURE_COLUMNS."""


def sections(id: str, first: str = "") -> tuple[Section, ...]:
    """The parts of a signal's card, in the order in which a student needs them.

    `first` is the language whose examples and figures come before those of the others.
    """
    one = card(id)
    codes = sorted(one.languages, key=lambda code: code != first)
    return (
        Section(_("The question it asks you"), (_(one.question),)),
        Section(_("What it looks for"), (_(one.looks_for), _measure(one))),
        Section(_("When not to believe it"), (_(one.caveat),)),
        *(part for code in codes for part in _examples(one, code)),
        _figures(one, first),
        Section(_("Where the idea comes from"), (one.source,)),
    )


def measure_sections(one: MeasureCard) -> tuple[Section, ...]:
    """The parts of the card of a measure of a whole article."""
    told = re.sub(r"{[^}]*}", "…", _(one.sentence))
    return (
        Section(_("The question it asks you"), (_(one.question),)),
        Section(_("What it tells"), (told, _("Measured in: {unit}.").format(unit=_(one.unit)))),
        Section(_("When not to believe it"), (_(one.caveat),)),
        Section(_("Where the idea comes from"), (one.source,)),
    )


def _measure(one: SignalCard) -> str:
    languages = ", ".join(_(NAMES[code]) for code in one.languages)
    measured = _("Measured in: {unit}. Languages: {languages}.").format(unit=_(one.unit), languages=languages)
    letter = _("Letter in the margin: {letter}.").format(letter=one.letter) if one.kind != "article" else ""
    return f"{measured} {letter}".rstrip()


def _examples(one: SignalCard, code: str) -> Iterator[Section]:
    examples = examples_of(one.id, code)
    kinds = (
        (N_("{language}: it is right here"), "+", examples.find or examples.measured),
        (N_("{language}: it rightly leaves this alone"), "-", examples.leave),
        (N_("{language}: known mistakes"), "!", examples.mistakes),
    )
    for what, sign, some in kinds:
        if some:
            samples = tuple(map(_sample, shown_of(some)))
            yield Section(_(what).format(language=_(NAMES[code])), samples=samples, sign=sign)


def shown_of(some: Sequence[Example]) -> Sequence[Example]:
    """The examples of one kind that a card shows."""
    return some[:EACH]


def reason_of(example: Example) -> str:
    """Why an example is what it is, or nothing."""
    return example.why or (f"{example.sign}." if example.sign else "")


def _sample(example: Example) -> Sample:
    why = _(reason_of(example))
    return Sample(*example.parts, why[:1].upper() + why[1:])


def _figures(one: SignalCard, first: str) -> Section:
    heading = _("How often it was right")
    ordered = sorted(figures_of(one.id), key=lambda figure: figure.language != first)
    rows = tuple(map(_figure_row, ordered))
    if not rows:
        return Section(heading, (_("Nobody has measured it yet. Be careful with it."),))
    measured = {figure.language for figure in figures_of(one.id)}
    unmeasured = [_(NAMES[code]) for code in one.languages if code not in measured]
    sentences = [_(READING_FIGURES)]
    if any(figure.n < FEWEST for figure in figures_of(one.id)):
        sentences.append(_("Where n is under {n} the figures say hardly anything.").format(n=FEWEST))
    if unmeasured:
        named = ", ".join(unmeasured)
        sentences.append(_("Never measured in {languages}: be careful there.").format(languages=named))
    return Section(heading, tuple(sentences), rows=rows)


def _figure_row(figure: Figure) -> tuple[str, ...]:
    others = ((_("accuracy"), figure.accuracy), (_("macro F1"), figure.macro_f1))
    return (
        _(NAMES[figure.language]),
        _("{data} ({licence}); counted: {counts}").format(
            data=_(figure.data), licence=_(figure.licence), counts=_(figure.counts)
        ),
        str(figure.n),
        _share(figure.precision),
        _share(figure.recall),
        _share(figure.f1),
        ", ".join(f"{name} {_share(value)}" for name, value in others if value is not None),
        figure.date,
    )


def _share(value: float | None) -> str:
    return "" if value is None else write_number(value, 2)


def card_lines(id: str) -> Iterator[str]:
    """The lines of a signal's or measure's card as plain text; some are longer than a terminal is wide."""
    one = measure_card(id)
    if isinstance(one, MeasureCard):
        yield f"{one.title}  ({one.id}, a measure of the whole article)"
        parts = measure_sections(one)
    else:
        yield f"{one.title}  ({one.id}, marked {one.letter})"
        parts = sections(id)
    for section in parts:
        yield ""
        yield section.heading
        yield from (f"  {sentence}" for sentence in section.sentences)
        for sample in section.samples:
            yield f"  {section.sign} {sample.text}" + (f" ({sample.why})" if sample.why else "")
        for language, data, n, *shares, measured in section.rows:
            named = zip((*FIGURE_COLUMNS[3:6], ""), shares, strict=True)
            told = [f"{name} {share}".strip() for name, share in named if share]
            yield f"  {language}: {', '.join(told) or _('no figure')}; n {n}; {data}; {measured}"


def card_record(id: str) -> dict[str, Any]:
    """The card as the JSON contract describes it, with all its examples and figures."""
    one = card(id)
    return {
        **asdict(one),
        "examples": {
            code: {kind: [_told(example) for example in some] for kind, some in _kinds(id, code)}
            for code in one.languages
        },
        "figures": [_told(figure) for figure in figures_of(id)],
    }


def _kinds(id: str, code: str) -> tuple[tuple[str, tuple[Example, ...]], ...]:
    found = examples_of(id, code)
    return (
        ("find", found.find), ("leave", found.leave), ("mistake", found.mistakes), ("measure", found.measured)
    )  # fmt: skip


def _told(value: Example | Figure) -> dict[str, Any]:
    return {name: told for name, told in asdict(value).items() if told not in ("", None)}
