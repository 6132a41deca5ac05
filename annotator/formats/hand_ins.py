"""Hand-ins: what one student judged, in one file. The format is described in docs/hand-in.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.errors import Place
from annotator.formats.members import LIST, NUMBER, NUMBER_OR_NONE, TEXT, YES_OR_NO, Shape, written, wrong
from annotator.formats.sealed_files import Sealed, read_sealed, write_sealed

KIND = "hand-in"
RATER = Shape("rater", dict.fromkeys(("id", "handle", "role", "group"), TEXT))
ARTICLE = Shape("article", dict.fromkeys(("id", "fingerprint", "outlet", "title"), TEXT))
RUBRIC = Shape("rubric", dict.fromkeys(("digest", "id", "version"), TEXT))
EVIDENCE = Shape(
    "evidence",
    {
        "id": TEXT, "place": NUMBER, "start": NUMBER, "end": NUMBER, "quote": TEXT, "prefix": TEXT,
        "suffix": TEXT, "signal": TEXT, "absent": TEXT,
    },
)  # fmt: skip
SHAPES: Mapping[str, Shape] = {
    "scores": Shape(
        "score",
        {
            "id": TEXT, "clock": NUMBER, "article": TEXT, "rubric": TEXT, "criterion": TEXT, "answer": TEXT,
            "level": NUMBER_OR_NONE, "note": TEXT, "undoes": TEXT, "saw_outlet": YES_OR_NO,
            "saw_signals": YES_OR_NO, "saw_others": YES_OR_NO, "at": TEXT, "evidence": LIST,
        },
    ),
    "verdicts": Shape(
        "verdict",
        {
            "id": TEXT, "clock": NUMBER, "article": TEXT, "signal": TEXT, "signal_version": TEXT,
            "start": NUMBER, "end": NUMBER, "entry": TEXT, "answer": TEXT, "at": TEXT,
        },
    ),
    "highlights": Shape(
        "highlight",
        {
            "id": TEXT, "clock": NUMBER, "article": TEXT, "start": NUMBER, "end": NUMBER, "quote": TEXT,
            "prefix": TEXT, "suffix": TEXT, "label": TEXT, "note": TEXT, "undoes": TEXT, "at": TEXT,
        },
    ),
    "reveals": Shape(
        "reveal", {"id": TEXT, "clock": NUMBER, "article": TEXT, "what": TEXT, "at": TEXT}
    ),
    "votes": Shape(
        "vote",
        {
            "id": TEXT, "clock": NUMBER, "article": TEXT, "rubric": TEXT, "criterion": TEXT, "answer": TEXT,
            "level": NUMBER_OR_NONE, "note": TEXT, "round": TEXT, "before": TEXT, "at": TEXT,
        },
    ),
}  # fmt: skip
"""The judgements of a hand-in by the name of their list; each stands for a row of the table of that name."""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class HandIn:
    """A hand-in whose parts are of the right kinds; whether they fit a class is not known yet."""

    sealed: Sealed
    class_id: str
    """Empty when the student's workspace is not from a pack."""
    rater: Row
    """id, handle, role, group."""
    articles: Mapping[str, str]
    """Fingerprint by id."""
    rubrics: Mapping[str, str]
    """Id and version in words, by digest."""
    rows: Mapping[str, list[Row]]
    """The judgements by table, in the order of their shape; the evidence of scores comes apart."""
    evidence: Mapping[str, list[Row]]
    """By the id of the score."""

    @property
    def place(self) -> Place:
        """The file."""
        return self.sealed.place


def read_hand_in(path: Path) -> HandIn:
    """The hand-in in a file; raises InputError with a reason for one that is not as it was written."""
    sealed = read_sealed(path, KIND)
    content, place = sealed.content, sealed.place
    class_id = content.get("class")
    if type(class_id) is not str:
        raise wrong("class", "it is no text", place)
    # Files of earlier versions know of no votes.
    told = {"votes": [], **content}
    rows = {table: shape.read_all(told, table, place) for table, shape in SHAPES.items()}
    evidence = {row[0]: [EVIDENCE.read(one, place) for one in row[-1]] for row in rows["scores"] if row[-1]}
    rows["scores"] = [row[:-1] for row in rows["scores"]]
    return HandIn(
        sealed,
        class_id,
        RATER.read(content.get("rater"), place),
        {row[0]: row[1] for row in ARTICLE.read_all(content, "articles", place)},
        {row[0]: f"{row[1]} {row[2]}" for row in RUBRIC.read_all(content, "rubrics", place)},
        rows,
        evidence,
    )


def write_hand_in(
    path: Path,
    *,
    head: Mapping[str, str],
    rater: Row,
    articles: Iterable[Row],
    rubrics: Iterable[Row],
    rows: Mapping[str, Sequence[Row]],
    evidence: Mapping[str, Sequence[Row]],
    key: bytes | None,
    force: bool,
) -> int:
    """How many bytes were written. `rows` and `evidence` are in the order of their shapes."""
    full = {**rows, "scores": [(*row, [written(EVIDENCE, one) for one in evidence.get(row[0], ())])
                               for row in rows["scores"]]}  # fmt: skip
    content = {
        **head,
        "rater": written(RATER, rater),
        "articles": [written(ARTICLE, row) for row in articles],
        "rubrics": [written(RUBRIC, row) for row in rubrics],
        **{table: [written(shape, row) for row in full[table]] for table, shape in SHAPES.items()},
    }
    return write_sealed(path, KIND, content, key=key, force=force)
