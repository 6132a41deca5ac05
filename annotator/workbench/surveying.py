"""Signals over a large collection, partition by partition: on all cores here, or on a cluster.

A partition is the next few hundred documents in the order of the source, so the same source gives the same
partitions on any number of workers. Each is worked out by one function of values and counts once its mark is
written; what a lost worker had begun is begun again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from multiprocessing import parent_process
from threading import Thread
from typing import Any

from annotator.errors import AnnotatorError, InputError, Place
from annotator.formats.corpora import list_files
from annotator.formats.partitions import Results
from annotator.languages import CODES, OTHER
from annotator.model.articles import fingerprint
from annotator.model.documents import CorpusText, Reject
from annotator.model.findings import Unavailable
from annotator.model.spans import Span
from annotator.signals import analyze, signals_version
from annotator.text import count_words, find_headline, identify_language
from annotator.workbench.partitioning import DOCUMENTS, Job, Partitions

_IN_FLIGHT = 2
"""Partitions that wait for each worker: enough that none idles, few enough that memory stays bounded."""
_MOST_LOSSES = 5
"""How often the workers may die at the same partition before it is given up."""


@dataclass(slots=True)
class Survey:
    """What a run did."""

    partitions: int = 0
    skipped: int = 0
    """Partitions that an earlier run had finished."""
    articles: int = 0
    rejects: int = 0
    findings: int = 0
    worked: int = 0
    """Documents of partitions that this run finished, rejects included."""


Progress = Callable[[int, int, int], None]
"""Told documents that this run did, bytes done and bytes in all."""


def survey(
    source: str,
    target: str,
    *,
    workers: int = 1,
    scheduler: str = "",
    partition: int = DOCUMENTS,
    on_progress: Progress | None = None,
) -> Survey:
    """What was done: the signals of every document of the source are in the target's partitions.

    Raises `AnnotatorError` for a source or target that cannot be used, and a scheduler that does not answer;
    partitions that are finished by then stay, and the same call goes on from there.
    """
    if target.startswith("memory:") and (workers > 1 or scheduler):
        message = "what is kept in memory: belongs to one process, and the workers are others."
        raise InputError(message, "Take one worker, or a folder.", Place(target))
    results = Results(target)
    fs, files = list_files(source)
    settings = {"format": 1, "source": source, "partition": partition}
    results.begin(settings | {"signals": versions()})
    done = Survey()
    parts = Partitions(fs, files, partition)
    waiting = _wanted(parts, results, done, on_progress)
    if scheduler:
        _on_cluster(scheduler, target, waiting, done, parts, on_progress)
    elif workers == 1:
        for job in waiting:
            _note(done, work_out(target, job, versions()), parts, on_progress)
    else:
        _on_cores(workers, target, waiting, done, parts, on_progress)
    results.end_at(parts.number)
    return done


def versions() -> dict[str, str]:
    """The version of the signals here, by language."""
    return {code: signals_version(code) for code in CODES}


def _wanted(parts: Partitions, results: Results, done: Survey, on_progress: Progress | None) -> Iterator[Job]:
    """The jobs whose partition is not finished yet."""
    for job in parts.jobs():
        mark = results.done(job.number)
        if mark is not None and mark.get("digest") == job.digest:
            _note(done, mark, parts, on_progress, there=True)
        else:
            yield job


def work_out(target: str, job: Job, signals: dict[str, str]) -> dict[str, Any]:
    """The mark of the partition, which stands in the target now with its tables. Runs in any process.

    Raises `AnnotatorError` where the signals are not of the versions that the run began with.
    """
    if versions() != signals:
        raise AnnotatorError(
            "a worker has other signals or word lists.", "Install the same version of annotator everywhere."
        )
    articles: list[tuple[Any, ...]] = []
    findings: list[tuple[Any, ...]] = []
    measures: list[tuple[Any, ...]] = []
    rejects: list[dict[str, str]] = []
    for document in job.documents:
        if isinstance(document, Reject):
            rejects.append(asdict(document))
            continue
        language = document.language if document.language in (*CODES, OTHER) else ""
        language = language or identify_language(document.text)
        words = count_words(document.text, language)
        analysis = analyze(document.text, language, _headline(document))
        head = (document.id, document.outlet, language)
        articles.append(
            (
                document.id, document.source, document.outlet, language, document.title, document.published,
                document.url, words, fingerprint(document.text),
            )
        )  # fmt: skip
        findings += [
            (
                *head,
                one.signal,
                one.start,
                one.end,
                document.text[one.start : one.end],
                one.rule,
                one.entry,
                one.weight,
            )
            for one in analysis.findings
        ]
        for name, one in analysis.measurements.items():
            told = (None, "", one.reason) if isinstance(one, Unavailable) else (one.value, one.unit, None)
            measures.append((*head, name, *told, words))
    mark = {
        "digest": job.digest,
        "articles": len(articles),
        "findings": len(findings),
        "rejects": len(rejects),
        "documents": len(job.documents),
    }
    tables = {"articles": articles, "findings": findings, "measures": measures}
    Results(target).write_partition(job.number, tables, rejects, mark)
    return mark


def _headline(document: CorpusText) -> Span:
    start = document.text.find(document.title) if document.title else -1
    return Span(start, start + len(document.title)) if start >= 0 else find_headline(document.text)


def _on_cores(
    workers: int,
    target: str,
    jobs: Iterator[Job],
    done: Survey,
    parts: Partitions,
    on_progress: Progress | None,
) -> None:
    """Nothing; all jobs are done by processes here. A worker that dies takes nothing with it but time."""
    held: dict[Future[dict[str, Any]], Job] = {}
    again: list[Job] = []
    losses: dict[int, int] = {}
    signals = versions()
    pool = _pool(workers)
    try:
        while True:
            while len(held) < workers * _IN_FLIGHT:
                job = again.pop() if again else next(jobs, None)
                if job is None:
                    break
                held[pool.submit(work_out, target, job, signals)] = job
            if not held:
                return
            finished, _ = wait(held, return_when=FIRST_COMPLETED)
            broken = False
            for future in finished:
                job = held.pop(future)
                try:
                    _note(done, future.result(), parts, on_progress)
                except BrokenProcessPool:
                    broken = True
                    again.append(job)
            if broken:
                again += held.values()
                held.clear()
                for job in again:
                    losses[job.number] = losses.get(job.number, 0) + 1
                    _give_up_if_hopeless(job, losses[job.number], workers)
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _pool(workers)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _give_up_if_hopeless(job: Job, losses: int, workers: int) -> None:
    if losses > _MOST_LOSSES * workers * _IN_FLIGHT:
        first = job.documents[0]
        raise AnnotatorError(
            f"the workers die again and again near partition {job.number}.",
            "There may be too little memory. Use fewer --workers or a smaller --partition.",
            Place(first.source),
        )


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, initializer=_end_with_parent)


def _end_with_parent() -> None:
    """Nothing; this worker ends when the run that started it is killed, instead of waiting for ever."""

    def wait_for_end() -> None:
        parent = parent_process()
        assert parent
        parent.join()
        os._exit(1)

    Thread(target=wait_for_end, daemon=True).start()


def _on_cluster(
    scheduler: str,
    target: str,
    jobs: Iterator[Job],
    done: Survey,
    parts: Partitions,
    on_progress: Progress | None,
) -> None:
    """Nothing; all jobs are done by the workers of a Dask scheduler, which redoes those of lost workers."""
    from annotator.workbench.clustering import connected

    signals = versions()
    with connected(scheduler) as client:
        held: dict[Any, Job] = {}
        while True:
            most = max(2, client.threads()) * _IN_FLIGHT
            while len(held) < most and (job := next(jobs, None)) is not None:
                held[client.submit(work_out, target, job, signals)] = job
            if not held:
                return
            for future in client.finished(list(held)):
                del held[future]
                _note(done, client.answer(future), parts, on_progress)


def _note(
    done: Survey, mark: Any, parts: Partitions, on_progress: Progress | None, *, there: bool = False
) -> None:
    """Nothing; a finished partition is counted; `there` when an earlier run had finished it."""
    done.partitions += 1
    done.articles += mark["articles"]
    done.rejects += mark["rejects"]
    done.findings += mark["findings"]
    if there:
        done.skipped += 1
    else:
        done.worked += mark["documents"]
    if on_progress:
        on_progress(done.worked, parts.read, parts.total)
