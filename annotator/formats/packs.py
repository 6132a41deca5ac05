"""Packs: what one student needs to work without a network, in one file, and nothing of anybody else's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.errors import InputError, Place
from annotator.formats.hand_ins import RATER, Row
from annotator.formats.members import LIST, NUMBER, NUMBER_OR_NONE, TEXT, Shape, written, wrong
from annotator.formats.sealed_files import read_sealed, write_sealed
from annotator.model.articles import Article, Outlet, Story, article_id
from annotator.model.spans import Span

KIND = "pack"
_ARTICLE = Shape(
    "article",
    {
        "id": TEXT, "text": TEXT, "language": TEXT, "headline_start": NUMBER, "headline_end": NUMBER,
        "title": TEXT, "outlet": TEXT, "story": TEXT, "source": TEXT, "byline": TEXT, "published": TEXT,
        "url": TEXT, "retrieved": TEXT, "licence": TEXT,
    },
)  # fmt: skip
_OUTLET = Shape("outlet", {"id": TEXT, "name": TEXT, "domain": TEXT, "country": TEXT, "aliases": LIST})
_STORY = Shape("story", {"id": TEXT, "title": TEXT})
_RUBRIC = Shape("rubric", {"source": TEXT})
_ASSIGNMENT = Shape(
    "assignment",
    {"id": TEXT, "article": TEXT, "rubric": TEXT, "place": NUMBER, "mode": TEXT, "at": TEXT,
     "training": TEXT},
)  # fmt: skip
_ROUND = Shape(
    "round",
    {"id": TEXT, "clock": NUMBER, "rater": TEXT, "article": TEXT, "rubric": TEXT, "criterion": TEXT,
     "at": TEXT},
)  # fmt: skip
_KEY = Shape(
    "key",
    {"article": TEXT, "rubric": TEXT, "criterion": TEXT, "level": NUMBER_OR_NONE, "reason": TEXT,
     "quotes": LIST},
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pack:
    """One student's pack."""

    class_id: str
    key: str
    """For sealing hand-ins, in hexadecimal digits."""
    clock: int
    """The logical clock of the class's workspace."""
    rater: Row
    """id, handle, role, group."""
    articles: tuple[Article, ...]
    outlets: tuple[Outlet, ...]
    stories: tuple[Story, ...]
    rubrics: tuple[str, ...]
    """Their source texts."""
    assignments: tuple[Row, ...]
    """id, article, rubric digest, place, mode, time, training."""
    rounds: tuple[Row, ...] = ()
    """Open rounds: id, clock, the id of who opened it, article, rubric digest, criterion, time."""
    keys: tuple[Row, ...] = ()
    """The key of training articles: article, rubric digest, criterion, level, reason, quotes."""


def write_pack(path: Path, pack: Pack, *, head: Mapping[str, str], force: bool = False) -> int:
    """How many bytes were written."""
    content = {
        **head,
        "class": pack.class_id,
        "key": pack.key,
        "clock": pack.clock,
        "rater": written(RATER, pack.rater),
        "rubrics": [{"source": source} for source in pack.rubrics],
        "assignments": [written(_ASSIGNMENT, row) for row in pack.assignments],
        "rounds": [written(_ROUND, row) for row in pack.rounds],
        "training_keys": [written(_KEY, row) for row in pack.keys],
        "outlets": [
            written(_OUTLET, (one.id, one.name, one.domain, one.country, list(one.aliases)))
            for one in pack.outlets
        ],
        "stories": [written(_STORY, (one.id, one.title)) for one in pack.stories],
        "articles": [written(_ARTICLE, _row(one)) for one in pack.articles],
    }
    return write_sealed(path, KIND, content, force=force)


def read_pack(path: Path) -> Pack:
    """The pack in a file; raises InputError with a reason for one that is not as it was written."""
    sealed = read_sealed(path, KIND)
    content, place = sealed.content, sealed.place
    class_id, key, clock = (content.get(name) for name in ("class", "key", "clock"))
    if type(class_id) is not str or type(key) is not str or type(clock) is not int:
        raise wrong("class", "“class”, “key” or “clock” is missing", place)
    return Pack(
        class_id,
        key,
        clock,
        RATER.read(content.get("rater"), place),
        tuple(_article(row, place) for row in _ARTICLE.read_all(content, "articles", place)),
        tuple(_outlet(row) for row in _OUTLET.read_all(content, "outlets", place)),
        tuple(Story(*row) for row in _STORY.read_all(content, "stories", place)),
        tuple(row[0] for row in _RUBRIC.read_all(content, "rubrics", place)),
        tuple(_ASSIGNMENT.read_all(_with_training(content), "assignments", place)),
        tuple(_ROUND.read_all({"rounds": [], **content}, "rounds", place)),
        tuple(_KEY.read_all({"training_keys": [], **content}, "training_keys", place)),
    )


def _with_training(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """The content as today's packs have it: earlier ones know of no training."""
    given = content.get("assignments")
    if type(given) is not list:
        return content
    return {"assignments": [{"training": "", **one} if type(one) is dict else one for one in given]}


def _row(one: Article) -> Sequence[object]:
    return (
        one.id, one.text, one.language, one.headline.start, one.headline.end, one.title, one.outlet,
        one.story, one.source, one.byline, one.published, one.url, one.retrieved, one.licence,
    )  # fmt: skip


def _outlet(row: Row) -> Outlet:
    key, name, domain, country, aliases = row
    return Outlet(key, name, domain, country, tuple(map(str, aliases)))


def _article(row: Row, place: Place) -> Article:
    key, text, language, start, end, title, outlet, *rest = row
    if key != article_id(outlet, text) or not 0 <= start <= end <= len(text):
        raise InputError(f"the article {key} is not the one its id was made from.", "", place)
    return Article(key, text, language, Span(start, end), title, outlet, *rest)
