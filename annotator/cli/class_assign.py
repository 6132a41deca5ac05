"""`annotator class assign`: who reads what."""

from __future__ import annotations

import click

from annotator.cli.talking import VERSION, echo_json, echo_table, opened, talk


@click.command()
@click.argument("articles", nargs=-1)
@click.option("--story", default=None, help="The articles of this story; all articles if nothing is named.")
@click.option("--rubric", "rubric_name", default=None, help="Id, digest or path; core if not given.")
@click.option(
    "--mode",
    type=click.Choice(["open", "blind-outlet", "signals-after", "both"]),
    default="open",
    help="What is hidden until it is revealed.",
)
@click.option("--each", type=click.IntRange(1), help="How many articles a student reads.")
@click.option("--overlap", type=click.IntRange(1), help="How many students read each article at least.")
@click.option(
    "--training",
    type=click.Choice(["each", "end"]),
    help="These articles are for training: the key is shown after each score, or at the end.",
)
@click.option("--group", default=None, help="Only this group; what others read stays as it is.")
@click.option("--absent", multiple=True, metavar="HANDLE", help="Who is not there; others take over.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same plan.")
@click.option("--yes", is_flag=True, help="Write the plan; without it the plan is only shown.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def assign(
    ctx: click.Context,
    articles: tuple[str, ...],
    story: str | None,
    rubric_name: str | None,
    mode: str,
    each: int | None,
    overlap: int | None,
    training: str | None,
    group: str | None,
    absent: tuple[str, ...],
    seed: int,
    yes: bool,
    form: str,
) -> None:
    """Plan who reads ARTICLES (or a story) in which order: at random, balanced over outlets and stories.

    The plan is shown, and written with --yes. What a student has begun stays; the rest is planned anew each
    time. Articles for training come before all others, and count nowhere.
    """
    from annotator.model.modes import Mode
    from annotator.present.classrooms import plan_record, plan_rows
    from annotator.workbench.assigning import Wish, plan_assignments, write_plan
    from annotator.workbench.calibrating import names
    from annotator.workbench.choosing import load_rubric
    from annotator.workbench.enrolling import find_rater, students
    from annotator.workbench.reading import check_story, find_article, list_articles
    from annotator.workbench.resolving import read_key

    with opened(ctx) as workspace:
        check_story(workspace, story)
        rubric = load_rubric(workspace, rubric_name)
        chosen = [find_article(workspace, one).id for one in articles] or [
            row.id for row in list_articles(workspace, None, None, story=story, limit=100_000, counts=False)
        ]
        away = frozenset(find_rater(workspace, one).id for one in absent)
        wish = Wish(tuple(dict.fromkeys(chosen)), Mode(mode), each, overlap, seed, training or "", away)
        plan = plan_assignments(workspace, students(workspace, group), rubric, wish)
        called = names(workspace)
        keyed = {article for article, _ in read_key(workspace, story=None, rubric=rubric).keys}
        missing = len(set(chosen) - keyed) if training else 0
        if yes:
            write_plan(workspace, plan)
    if form == "json":
        echo_json({"version": VERSION, "written": yes, "seed": seed, **plan_record(plan, called)})
    else:
        echo_table(("student", "n", "outlets in order"), plan_rows(plan, called))
        readers = sorted(plan.readers.values())
        talk(f"Each article is read by {readers[0]} to {readers[-1]} students.")
        talk("Met first: " + ", ".join(f"{outlet} {count}" for outlet, count in plan.firsts.items()) + ".")
    if missing:
        talk(f"No key yet for {missing} of these articles, so nothing to learn from: annotator class key")
    if yes:
        talk(f"{len(plan.added)} assignments written, {len(plan.dropped)} earlier ones dropped.")
    else:
        talk("Nothing is written yet: say it again with --yes.")
