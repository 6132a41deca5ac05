"""Writes annotator/signals/measured.toml: how often each signal was right on texts that people had marked.

The texts are not part of the project. Whoever has them runs a scorer over `annotator analyze` and hands its
output to this script, as files or on standard input:

    python GOLD/score.py GOLD/seeds GOLD/texts < analyzed.json | python docs/measure_signals.py
    python EVAL/score.py --json > figures.json; python docs/measure_signals.py figures.json

Two forms are read: a table with lines such as `hedge en found 8 P 0.88 of 9 R 0.78 F1 0.82` (spans marked by
two readers), and one JSON object {SET: {FIGURE: NUMBER}}. Figures of sets that are not in the input stay as
they are. Afterwards run `python docs/signal_cards.py`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from annotator.signals import card, catalogue
from annotator.signals.figures import Figure, figures

TARGET = Path(__file__).resolve().parents[1] / "annotator" / "signals" / "measured.toml"
HEAD = """\
# How often each signal was right, on texts that people had marked: written by docs/measure_signals.py, which
# says how. One table for each signal, language and set of data; a figure that a set cannot tell is left out.
"""
_LINE = re.compile(
    r"(?P<signal>\w+) +(?P<language>en|it|hi) +found +(?P<found>\d+) +P (?P<precision>[\d.]+) +"
    r"of +(?P<n>\d+) R (?P<recall>[\d.]+) +F1 (?P<f1>[\d.]+)"
)
SEEDS = ("the five seed articles, marked by two readers", "made for annotator")


@dataclass(frozen=True, slots=True)
class Told:
    """What one set of a JSON report tells of one signal, and under which keys."""

    set: str
    signals: tuple[str, ...]
    language: str
    data: str
    licence: str
    counts: str
    precision: str = ""
    recall: str = ""
    f1: str = ""
    accuracy: str = ""
    macro_f1: str = ""
    n: str = "n"


_UNKNOWN = "licence: ask its authors"
_TONE = ("loaded", "praise")
_BABE = ("BABE, expert group SG1, a part (Spinde et al. 2021)", "in an AGPL-3.0 repository")
_PAIRS = ("sentence pairs written for annotator", "made for annotator")
_PAIR_COUNTS = "sentences; right when a loaded or praising word is marked in the biased ones only"
_POLNEAR = ("PolNeAR, development part (Newell et al. 2018)", _UNKNOWN)
_SIGN = "texts; right when the value has the sign that people gave (under 0.05 is neutral)"
_SURE = ("P", "R", "F1", "accuracy", "macro F1")
_OF_SENTENCES = ("sentences P", "sentences R", "sentences F1", "sentences accuracy", "sentences macro F1")
SETS = (
    Told(
        "bias_en", _TONE, "en", *_BABE, "words; right when experts marked them as biased",
        "words P", "words R", "words F1", n="sentences n",
    ),
    Told(
        "bias_en", _TONE, "en", *_BABE, "sentences; right when experts call those with a mark biased",
        *_OF_SENTENCES, "sentences n",
    ),
    *(
        Told(f"pairs_{code}", _TONE, code, *_PAIRS, _PAIR_COUNTS, *_SURE)
        for code in ("en", "it", "hi")
    ),
    Told(
        "clickbait_en", ("clickbait",), "en", "headlines of Chakraborty et al. 2016, a part", "MIT",
        "headlines; right when people call them clickbait too", *_SURE,
    ),
    # The Wikipedia sentences on uncertainty are left out: their labels are inverted (bare titles such as
    # "Polymer" are called uncertain, "Many claimed that ..." certain), so its figures say nothing.
    Told(
        "attribution_en", ("attribution",), "en", *_POLNEAR, "cues; right when they touch a marked cue",
        f1="cue F1",
    ),
    Told(
        "attribution_en", ("attribution", "quote"), "en", *_POLNEAR,
        "sentences; right when those with a mark are told by a source",
        f1="attributed F1", accuracy="accuracy",
    ),
    *(
        Told(name, ("sentiment",), code, data, licence, _SIGN, accuracy="accuracy", macro_f1="macro F1")
        for name, code, data, licence in (
            ("sentiment_en_news", "en", "NewsMTSC, a part (Hamborg and Donnay 2021)", _UNKNOWN),
            ("sentiment_it_tweets", "it", "Italian tweets of UMSAB, a part", _UNKNOWN),
            ("sentiment_it_comments", "it", "MultiEmotions-It, a part (Sprugnoli 2020)", _UNKNOWN),
            ("sentiment_hi_reviews", "hi", "IIT Patna Hindi reviews, a part", _UNKNOWN),
        )
    ),
)  # fmt: skip


def read_report(source: str, day: str) -> list[Figure]:
    """The figures that a scorer's output tells, in either form."""
    if source.lstrip().startswith("{"):
        return _of_json(json.loads(source), day)
    return [_of_line(found, day) for found in map(_LINE.match, source.splitlines()) if found]


def _of_line(found: re.Match[str], day: str) -> Figure:
    """One row of the readers' table; where nothing was marked there is no precision, not zero."""
    n, marked = int(found["n"]), int(found["found"])
    precision = float(found["precision"]) if marked else None
    recall = float(found["recall"]) if n else None
    return Figure(
        found["signal"],
        found["language"],
        *SEEDS,
        day,
        "marked places; right when they touch a mark of a reader, found when both readers marked them",
        n,
        precision,
        recall,
        float(found["f1"]) if marked and n else None,
    )


def _of_json(report: dict[str, dict[str, float]], day: str) -> list[Figure]:
    return [
        _of_set(told, signal, report[told.set], day)
        for told in SETS
        if told.set in report
        for signal in told.signals
    ]


def _of_set(told: Told, signal: str, got: dict[str, float], day: str) -> Figure:
    def share(key: str) -> float | None:
        return round(got[key], 2) if key else None

    counts = told.counts
    if len(told.signals) > 1:
        counts += f" ({' and '.join(card(one).title.lower() for one in told.signals)} together)"
    return Figure(
        signal,
        told.language,
        told.data,
        told.licence,
        day,
        counts,
        int(got[told.n]),
        share(told.precision),
        share(told.recall),
        share(told.f1),
        share(told.accuracy),
        share(told.macro_f1),
    )


def merged(old: list[Figure], new: list[Figure]) -> list[Figure]:
    """Old and new figures, new ones in place of old ones on the same data, in the catalogue's order."""
    rows = {(f.signal, f.language, f.data, f.counts): f for f in [*old, *new] if f.n}
    order = [one.id for one in catalogue()]
    codes = ["en", "it", "hi"]
    return sorted(
        rows.values(), key=lambda f: (order.index(f.signal), codes.index(f.language), f.data, f.counts)
    )


def as_toml(rows: list[Figure]) -> str:
    """The figures as the text of `measured.toml`."""
    tables = []
    for figure in rows:
        values = {name: value for name, value in asdict(figure).items() if value is not None}
        lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in values.items()]
        tables.append("\n".join(["[[figure]]", *lines]) + "\n")
    return "\n".join([HEAD, *tables])


def main() -> None:
    """Nothing; the file is written."""
    parser = argparse.ArgumentParser(
        description="Write annotator/signals/measured.toml from scorers' output."
    )
    parser.add_argument(
        "reports", nargs="*", type=Path, help="files with a scorer's output; else standard input"
    )
    parser.add_argument("--date", default=date.today().isoformat(), help="when it was measured; today")
    given = parser.parse_args()
    sources = [path.read_text(encoding="utf-8") for path in given.reports] or [sys.stdin.read()]
    new = [figure for source in sources for figure in read_report(source, given.date)]
    if not new:
        parser.error("no figures in the input")
    TARGET.write_text(as_toml(merged(list(figures()), new)), encoding="utf-8")
    print(
        f"{len(new)} figures read; {TARGET.name} written. Next: python docs/signal_cards.py", file=sys.stderr
    )


if __name__ == "__main__":
    main()
