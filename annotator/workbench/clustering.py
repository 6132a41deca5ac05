"""A cluster of Dask workers, when there is one (an extra)."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from pydoc import locate
from typing import Any

from annotator import __version__
from annotator.errors import AnnotatorError, InputError, Place

EXTRA = "annotator[cluster]"
_SECONDS = 10


class Cluster:
    """A scheduler and its workers, as far as a survey needs them."""

    def __init__(self, client: Any, scheduler: str) -> None:
        self._client = client
        self._scheduler = scheduler

    def threads(self) -> int:
        """How many tasks all workers do at once."""
        return sum(self._client.nthreads().values())

    def submit(self, function: Any, *arguments: Any) -> Any:
        """A future for the function's answer on some worker."""
        return self._client.submit(function, *arguments, pure=False, retries=3)

    def finished(self, futures: Sequence[Any]) -> list[Any]:
        """The futures that are done, once one is."""
        import distributed

        wait: Any = distributed.wait

        done = wait(futures, return_when="FIRST_COMPLETED").done
        return [future for future in futures if future in done]

    def answer(self, future: Any) -> Any:
        """What the function answered. Raises `AnnotatorError` where worker after worker died of it."""
        from distributed.scheduler import KilledWorker

        try:
            return future.result()
        except KilledWorker as problem:
            raise AnnotatorError(
                "the workers die again and again at the same partition.",
                "There may be too little memory. Use a smaller --partition, or workers with more.",
                Place(self._scheduler),
            ) from problem


@contextmanager
def connected(scheduler: str) -> Iterator[Cluster]:
    """A block with a cluster whose workers have this very version of annotator.

    Raises `InputError` for a scheduler that does not answer, then or later, or workers of another version.
    """
    try:
        import distributed
    except ModuleNotFoundError as missing:
        hint = f"Install it with: pip install '{EXTRA}'"
        raise AnnotatorError("working on a cluster needs packages that are not installed.", hint) from missing
    # Of a scheduler that is lost it logs tracebacks; here that is a sentence.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        connect: Any = distributed.Client
        client = connect(scheduler, timeout=_SECONDS)
    except (OSError, TimeoutError, ValueError) as problem:
        message = "the scheduler does not answer."
        raise InputError(message, "Check its address: tcp://HOST:8786.", Place(scheduler)) from problem
    try:
        # A function of the standard library: workers that have no annotator can be asked too.
        versions = client.run(locate, "annotator.__version__")
        if not versions:
            raise InputError(
                "the scheduler has no workers.", "Start some: dask worker ADDRESS", Place(scheduler)
            )
        others = {f"annotator {one}" if one else "no annotator" for one in versions.values()}
        others.discard(f"annotator {__version__}")
        if others:
            raise InputError(
                f"there are workers with {', '.join(sorted(others))}; here it is {__version__}.",
                "Install the same version everywhere.",
                Place(scheduler),
            )
        yield Cluster(client, scheduler)
    except (OSError, TimeoutError, CancelledError) as problem:
        message = "the scheduler went away."
        hint = "What was finished stays. When it is back, run the same command again."
        raise InputError(message, hint, Place(scheduler)) from problem
    finally:
        client.close()
