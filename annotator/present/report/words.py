"""What a report says beside its figures, in the language of the moment."""

from __future__ import annotations

from annotator.statistics import MINIMUM_N
from annotator.translating import _, plural, write_number
from annotator.workbench.reporting import Report


def headings() -> dict[str, str]:
    """Titles, column heads and labels, by the names the template uses."""
    return {
        "skip": _("Skip to the report"),
        "contents": _("Contents"),
        "scores": _("What people judged"),
        "heat": _("Scores by question and outlet"),
        "criterion": _("Question"),
        "level": _("Level"),
        "n": _("n"),
        "articles": _("The articles"),
        "profile": _("Profile"),
        "marks": _("Marks"),
        "show": _("Show the marks of:"),
        "evidence": _("Evidence"),
        "cited": _("cited"),
        "findings": _("What the signals mark, and why"),
        "signal": _("Signal"),
        "quote": _("Words"),
        "why": _("Why"),
        "by": _("by"),
        "note": _("Note"),
        "coverage": _("Who says what"),
        "statement": _("Statement"),
        "says": _("says it"),
        "differs": _("says it otherwise"),
        "silent": _("leaves it out"),
        "contradictions": _("Where they differ"),
        "alone": _("What only one outlet says"),
        "passages": _("The words of each outlet"),
        "attributed": _("attributed:"),
        "agreement": _("How far people agree"),
        "agree_words": _("In words"),
        "same": _("Same level"),
        "near": _("At most one level apart"),
        "interval": _("95 % interval"),
        "talked": _("What is worth talking about"),
        "votes": _("Voting again after the talk"),
        "first": _("alone"),
        "second": _("again"),
        "method": _("Method and caveats"),
        "signals": _("The signals: what they ask, and when not to believe them"),
        "sources": _("Sources"),
        "open": _("still open"),
        "legend": _("How to read a cell"),
        "hint": _("Choose a marked word to read why it is marked."),
        "close": _("Close"),
        "top": _("Back to the top"),
        "absent": _("Nothing to quote:"),
        "rate": _("per 1,000 words"),
        "unavailable": _("not available"),
    }


def about(report: Report) -> list[str]:
    """The first sentences: what was judged by whom, and how to take it."""
    told = [one for part in report.parts for one in part.articles]
    languages = {one.article.language for one in told}
    rubric = f"{report.rubric.id} {report.rubric.version}"
    said = [
        _("{articles} from {outlets} in {languages}, judged by {raters} under the rubric {rubric}.").format(
            articles=plural("{n} article", "{n} articles", len(told)),
            outlets=plural("{n} outlet", "{n} outlets", len({one.article.outlet for one in told})),
            languages=plural("{n} language", "{n} languages", len(languages)),
            raters=plural("{n} person", "{n} people", report.table.raters),
            rubric=rubric,
        )
    ]
    said.append(
        _(
            "Signals put questions to the words; people judge. There is no overall figure for an outlet here,"
            " and no ranking: read a row, not a column, and open the articles."
        )
    )
    if not report.identified:
        said.append(_("People stand under codes."))
    for called, number in report.other_rubrics.items():
        said.append(
            plural(
                "{n} score under the rubric {rubric} is not counted here.",
                "{n} scores under the rubric {rubric} are not counted here.",
                number,
                rubric=called,
            )
        )
    return said


def reading_a_cell() -> str:
    """How a cell of the heat map is to be read."""
    return _(
        "The large figure is the median of the levels; beside it its 95 % interval. The columns show how"
        " often each level was given, the line above them the interval. A stronger colour is a higher level;"
        " the words under the figure say what that level is called. With fewer than {n} scores a cell says"
        " “too few” instead."
    ).format(n=MINIMUM_N)


def method(report: Report) -> list[str]:
    """How the figures were made, and what they do not say."""
    said = [
        _(
            "Levels are ordered, but the steps between them need not be equal; so cells show medians. The"
            " interval of a median is exact, from order statistics (the binomial distribution with p = 1/2)."
        ),
        _(
            "Agreement is Krippendorff's alpha for ordered levels, with an interval from resampling articles."
            " It is 1 when all agree and 0 when they agree no more than chance. “Cannot judge” is an answer"
            " of its own and never a number."
        ),
        _(
            "Scores of different rubrics, or of two versions of one, are never counted together. A score that"
            " was changed counts as it stands now; the history is kept in the workspace."
        ),
        _(
            "The people who judged are no random sample: an interval says how firm these figures are among"
            " readers like them, not what everybody thinks. What people saw before they judged (the outlet's"
            " name, the signals, others' scores) is kept with each score and can be exported."
        ),
        _(
            "Signals look up words and rules. They overlook irony and what is left out, and they mark words"
            " that may be fair where they stand. “Not available” means that a signal does not know the"
            " language; it is never zero."
        ),
    ]
    methods = {part.coverage.method for part in report.parts if part.coverage}
    if "plain" in methods:
        said.append(
            _(
                "Statements were matched by names, figures and common words, across languages too. Some"
                " pairs are missed this way: a gap in the table is a reason to look, not a proof of silence."
            )
        )
    if "crosslingual" in methods:
        said.append(
            _(
                "Statements were matched by meaning, with a language model that runs on this machine. A gap"
                " in the table is a reason to look, not a proof of silence."
            )
        )
    return said


def left_out(report: Report) -> str:
    """A sentence about articles without their text; empty where all are there."""
    missing = sum(not one.in_full for part in report.parts for one in part.articles)
    if not missing:
        return ""
    return plural(
        "To keep this file small, {n} article stands here without its text.",
        "To keep this file small, {n} articles stand here without their text.",
        missing,
    )


def per_thousand(count: int, words: int) -> str:
    """A rate in the language's own figures."""
    return write_number(1000 * count / words, 1) if words else "–"
