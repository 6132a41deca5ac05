"""Stories as rows and records: outlets, independent texts, copies, agencies; and what could be one."""

from __future__ import annotations

from typing import Any

from annotator.alignment.storying import Group
from annotator.workbench.storying import StoryLook

COLUMNS = ("story", "articles", "outlets", "independent texts", "title")


def story_row(look: StoryLook) -> tuple[str, ...]:
    """One cell for each of `COLUMNS`."""
    return (look.id, str(len(look.articles)), str(len(look.outlets)), str(look.independent), look.title)


def story_notes(look: StoryLook) -> list[str]:
    """Sentences about texts that are one text, and about agencies that several outlets print."""
    named = {one.id: one.outlet for one in look.articles}
    notes = [
        f"{named[copy.one]} and {named[copy.other]} print largely the same text"
        f" ({copy.share:.0%} of the shorter): as sources they are one."
        for copy in look.copies
    ]
    for agency, ids in look.agencies:
        outlets = list(dict.fromkeys(named[id] for id in ids))
        if len(outlets) > 1:
            notes.append(f"{', '.join(outlets)} credit {agency}: what only they report has one source.")
        else:
            notes.append(f"{outlets[0]} credits {agency}.")
    return notes


def story_record(look: StoryLook) -> dict[str, Any]:
    """A story as the JSON contract describes it."""
    return {
        "id": look.id,
        "title": look.title,
        "articles": [one.id for one in look.articles],
        "outlets": list(look.outlets),
        "independent_texts": look.independent,
        "copies": [
            {"one": copy.one, "other": copy.other, "share": round(copy.share, 3)} for copy in look.copies
        ],
        "agencies": [{"agency": name, "articles": list(ids)} for name, ids in look.agencies],
    }


def group_lines(number: int, group: Group) -> list[str]:
    """A suggested story: a line for the whole, and one for each article."""
    stories = dict.fromkeys(one.story for one in group.articles if one.story)
    belongs = f", as {', '.join(stories)}" if stories else ""
    lines = [f"{number}  {len(group.articles)} articles{belongs} (likeness {group.likeness:.2f})"]
    for one in group.articles:
        mark = "  " if one.story else "+ "
        lines.append(f"   {mark}{one.id}  {one.language}  {one.outlet}  {one.title[:70]}")
    return lines


def group_record(group: Group) -> dict[str, Any]:
    """A suggestion as the JSON contract describes it."""
    return {
        "likeness": round(group.likeness, 3),
        "articles": [
            {"id": one.id, "outlet": one.outlet, "story": one.story, "title": one.title}
            for one in group.articles
        ],
    }
