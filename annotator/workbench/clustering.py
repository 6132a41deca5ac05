"""A cluster of Dask workers, when there is one (an extra)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from annotator import __version__
from annotator.errors import AnnotatorError, InputError, Place

EXTRA = "annotator[cluster]"
_SECONDS = 10


class Cluster:
    """A scheduler and its workers, as far as a survey needs them."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def nthreads(self) -> dict[str, int]:
        """How many tasks each worker does at once."""
        found: dict[str, int] = self._client.nthreads()
        return found

    def submit(self, function: Any, *arguments: Any, **options: Any) -> Any:
        """A future for the function's answer on some worker."""
        return self._client.submit(function, *arguments, **options)

    def finished(self, futures: Sequence[Any]) -> list[Any]:
        """The futures that are done, once one is."""
        import distributed

        wait: Any = distributed.wait

        done = wait(futures, return_when="FIRST_COMPLETED").done
        return [future for future in futures if future in done]


@contextmanager
def connected(scheduler: str) -> Iterator[Cluster]:
    """A block with a cluster whose workers have this very version of annotator.

    Raises `InputError` for a scheduler that does not answer or workers of another version.
    """
    try:
        import distributed
    except ModuleNotFoundError as missing:
        hint = f"Install it with: pip install '{EXTRA}'"
        raise AnnotatorError("working on a cluster needs packages that are not installed.", hint) from missing
    try:
        connect: Any = distributed.Client
        client = connect(scheduler, timeout=_SECONDS)
    except (OSError, TimeoutError, ValueError) as problem:
        message = "the scheduler does not answer."
        raise InputError(message, "Check its address: tcp://HOST:8786.", Place(scheduler)) from problem
    try:
        versions = client.run(version_here)
        if not versions:
            raise InputError(
                "the scheduler has no workers.", "Start some: dask worker ADDRESS", Place(scheduler)
            )
        others = sorted({found for found in versions.values() if found != __version__})
        if others:
            raise InputError(
                f"workers have annotator {', '.join(others)}; here it is {__version__}.",
                "Install the same version everywhere.",
                Place(scheduler),
            )
        yield Cluster(client)
    finally:
        client.close()


def version_here() -> str:
    """The version of annotator where this runs."""
    return __version__
