"""`annotator compare --corpus`: the outlets of a large collection."""

from __future__ import annotations

from annotator.cli.talking import VERSION, echo_csv, echo_json, echo_table, talk


def show_survey(target: str, form: str) -> None:
    """Nothing; findings per 1,000 words of each outlet stand on stdout."""
    from annotator.signals import catalogue
    from annotator.workbench.surveyed import FEWEST, read_survey

    found = read_survey(target)
    signals = [signal.id for signal in catalogue() if signal.kind != "article"]
    if form == "json":
        outlets = [
            {
                "outlet": one.outlet,
                "articles": one.articles,
                "words": one.words,
                "per_1000_words": None
                if one.too_few
                else {name: round(n, 3) for name, n in one.per_thousand.items()},
            }
            for one in found
        ]
        echo_json({"version": VERSION, "minimum_articles": FEWEST, "outlets": outlets})
        return
    header = ("outlet", "articles", "words", *signals)
    rows = [
        (
            one.outlet,
            str(one.articles),
            str(one.words),
            *("too few" if one.too_few else f"{one.per_thousand.get(name, 0.0):.2f}" for name in signals),
        )
        for one in found
    ]
    (echo_csv if form == "csv" else echo_table)(header, rows)
    talk(
        f"Findings per 1,000 words; an outlet of fewer than {FEWEST} articles is too few. No ranking:"
        f" topics differ."
    )
