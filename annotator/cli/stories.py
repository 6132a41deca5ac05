"""`annotator story`: articles put together to stories."""

from __future__ import annotations

import click

from annotator.cli.talking import VERSION, echo_json, echo_table, opened, progress, talk, visible


@click.group("story", invoke_without_command=True)
@click.pass_context
def story(ctx: click.Context) -> None:
    """Put articles together that tell one event, and see which of them are one text.

    Without a command it lists the stories.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_stories)


@story.command("list")
@click.argument("name", required=False)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def list_stories(ctx: click.Context, name: str | None = None, form: str = "table") -> None:
    """List stories (or the one NAMEd): outlets, texts that are copies of one, agencies they credit."""
    from annotator.present.stories import COLUMNS, story_notes, story_record, story_row
    from annotator.workbench.storying import look_at_stories

    with opened(ctx) as workspace:
        looks = look_at_stories(workspace, name)
    if form == "json":
        echo_json({"version": VERSION, "stories": [story_record(look) for look in looks]})
        return
    if not looks:
        talk("No stories here yet. See what belongs together: annotator story suggest")
        return
    echo_table(COLUMNS, [story_row(look) for look in looks])
    for look in looks:
        for note in story_notes(look):
            click.echo(visible(f"{look.id}: {note}"))


@story.command()
@click.option("--accept", "accepted", multiple=True, type=int, metavar="N", help="Make suggestion N a story.")
@click.option("--title", default="", help="What an accepted story is called; else like its first article.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def suggest(ctx: click.Context, accepted: tuple[int, ...], title: str, form: str) -> None:
    """Show articles that seem to tell one story, by the names, numbers and words they share."""
    from annotator.errors import InputError
    from annotator.present.stories import group_lines, group_record
    from annotator.workbench.storying import accept, suggest_stories

    with opened(ctx) as workspace:
        with progress("Reading for meaning", 1_000) as show:
            groups = suggest_stories(workspace, on_progress=show)
        if not all(1 <= number <= len(groups) for number in accepted):
            raise InputError(f"there are {len(groups)} suggestions.", "Name one of their numbers.")
        for number in accepted:
            talk(f"Suggestion {number} is the story {accept(workspace, groups[number - 1], title)}.")
    if accepted:
        return
    if form == "json":
        echo_json({"version": VERSION, "suggestions": [group_record(group) for group in groups]})
        return
    for number, group in enumerate(groups, 1):
        for line in group_lines(number, group):
            click.echo(visible(line))
    talk(
        "Take one: annotator story suggest --accept N" if groups else "Nothing new seems to belong together."
    )


@story.command()
@click.argument("name")
@click.argument("articles", nargs=-1, required=True)
@click.pass_context
def add(ctx: click.Context, name: str, articles: tuple[str, ...]) -> None:
    """Put ARTICLES (ids or file names) into the story NAME, which is made if it is new."""
    from annotator.workbench.storying import put_in_story

    with opened(ctx) as workspace:
        id = put_in_story(workspace, name, articles)
    talk(f"{len(articles)} in the story {id}.")


@story.command()
@click.argument("articles", nargs=-1, required=True)
@click.pass_context
def remove(ctx: click.Context, articles: tuple[str, ...]) -> None:
    """Take ARTICLES out of their stories; they stay in the workspace."""
    from annotator.workbench.storying import put_in_story

    with opened(ctx) as workspace:
        put_in_story(workspace, "", articles)
    talk(f"{len(articles)} belong to no story now.")


@story.command()
@click.argument("name")
@click.argument("title")
@click.pass_context
def rename(ctx: click.Context, name: str, title: str) -> None:
    """Give the story NAME another TITLE; its short name stays."""
    from annotator.workbench.storying import rename_story

    with opened(ctx) as workspace:
        rename_story(workspace, name, title)
