"""A large collection cut into partitions: the same source gives the same ones on any number of workers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.formats.corpora import read_documents
from annotator.model.documents import CorpusText, Reject

DOCUMENTS = 500
"""In a partition, where nobody says otherwise."""
LETTERS = 5_000_000
"""A partition ends with the document that reaches these: long ones take no more memory than short ones."""


@dataclass(frozen=True, slots=True)
class Job:
    """One partition to be worked out."""

    number: int
    documents: tuple[CorpusText | Reject, ...]
    digest: str
    """Of the documents: a finished partition of others is done anew."""


class Partitions:
    """The jobs of a source in order, and how many bytes of it were read."""

    def __init__(self, fs: Any, files: Sequence[tuple[str, int]], documents: int) -> None:
        self._fs, self._files, self._most = fs, files, documents
        self.total = sum(size for _, size in files)
        self.read = 0
        self.number = 0
        """How many there are so far; all of them at the end."""

    def jobs(self) -> Iterator[Job]:
        """The partitions one after the other; each document is held only as long as its partition."""
        block: list[CorpusText | Reject] = []
        letters = 0
        for document in self._documents():
            block.append(document)
            letters += len(document.text) if isinstance(document, CorpusText) else 0
            if len(block) == self._most or letters >= LETTERS:
                yield self._job(block)
                block, letters = [], 0
        if block:
            yield self._job(block)

    def _job(self, block: Sequence[CorpusText | Reject]) -> Job:
        told = hashlib.sha256()
        for one in block:
            words = [getattr(one, name) for name in type(one).__slots__]
            told.update("".join(f"{len(word)}:{word}" for word in words).encode("utf-8", "replace"))
        job = Job(self.number, tuple(block), told.hexdigest())
        self.number += 1
        return job

    def _documents(self) -> Iterator[CorpusText | Reject]:
        before = 0
        for path, size in self._files:

            def note(share: float, begun: int = before, size: int = size) -> None:
                self.read = begun + int(size * share)

            yield from read_documents(self._fs, path, note)
            before += size
            self.read = before
