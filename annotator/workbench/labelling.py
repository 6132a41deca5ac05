"""Neutral names for outlets that a rater must not know yet: Outlet A, Outlet B."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from annotator.model.judgements import Rater
from annotator.store import listing, settings
from annotator.translating import _
from annotator.workbench.opening import Workspace

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def outlet_labels(workspace: Workspace, rater: Rater, story: str) -> Mapping[str, str]:
    """The neutral name of each outlet of a story for this rater, by outlet id.

    Their order follows from a digest of rater, story and outlet: it says nothing about names, differs from
    rater to rater, and comes out the same in every workspace that has the same outlets. Once given a label
    stays: an outlet that is added later gets the next letter. Articles without a story count as one story.
    """
    outlets = listing.outlet_ids(workspace.store, story)
    name = f"labels:{rater.id}:{story}"
    known = _known(workspace, name)
    if not set(outlets) <= set(known):
        new = sorted(set(outlets) - set(known), key=lambda one: _digest(rater.id, story, one))
        known = [*known, *new]
        settings.put(workspace.store, name, json.dumps(known, ensure_ascii=False))
    label = _("Outlet {letter}")
    return {outlet: label.format(letter=_letters(place)) for place, outlet in enumerate(known)}


def _known(workspace: Workspace, name: str) -> Sequence[str]:
    kept = settings.get(workspace.store, name)
    return [str(one) for one in json.loads(kept)] if kept else []


def _digest(rater: str, story: str, outlet: str) -> str:
    return hashlib.sha256(f"{rater}\0{story}\0{outlet}".encode()).hexdigest()


def _letters(place: int) -> str:
    """A to Z, then AA, AB, and so on."""
    letters = ""
    while place >= 0:
        letters = _LETTERS[place % 26] + letters
        place = place // 26 - 1
    return letters
