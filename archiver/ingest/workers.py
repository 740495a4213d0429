"""Reads captures in this process or in several; the result does not depend on how many."""

import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial

from archiver.errors import Diagnostic
from archiver.ingest.candidate import STANDARD_INPUT, Candidate, Given, Refused, candidates

Read = Candidate | Refused
Work = Callable[[Given], tuple[Read, ...]]
WORTH_A_PROCESS = 8
"""Captures for which starting a further process pays."""


def read_all(
    given: Sequence[Given],
    *,
    source: str | None,
    jobs: int,
    progress: Callable[[int, int, str], None] | None,
) -> Iterator[Read]:
    """Every capture as a candidate or a refusal, in the order given."""
    processes = max(1, min(jobs, len(given) // WORTH_A_PROCESS))
    work = partial(candidates, source=source)
    results = in_processes(work, given, processes) if processes > 1 else map(work, given)
    for done, (item, result) in enumerate(zip(given, results, strict=True), 1):
        yield from result
        if progress:
            progress(done, len(given), name_of(item))


def name_of(item: Given) -> str:
    """The capture as the user named it."""
    return STANDARD_INPUT if isinstance(item, bytes) else str(item)


def in_processes(work: Work, given: Sequence[Given], processes: int) -> Iterator[tuple[Read, ...]]:
    """Results in order from several processes; a capture that kills its process is refused."""
    done = 0
    while done < len(given):
        try:
            for result in _pooled(work, given[done:], processes):
                done += 1
                yield result
        except BrokenProcessPool:
            # One of those under way did it: read one after the other until the culprit is found.
            if processes == 1:
                yield (_killer(given[done]),)
                done += 1
            else:
                for item in given[done : done + processes * 4]:
                    yield from in_processes(work, [item], 1)
                    done += 1


@contextmanager
def _deaf_children() -> Iterator[None]:
    """Processes started in the block ignore Ctrl-C, which reaches all of a terminal; their parent answers."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _pooled(work: Work, rest: Sequence[Given], processes: int) -> Iterator[tuple[Read, ...]]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        try:
            with _deaf_children():
                results = pool.map(work, rest)
            yield from results
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _killer(item: Given) -> Refused:
    name = name_of(item)
    hint = "this is a fault of archiver: report it with the capture"
    message = "reading the capture ended the process"
    return Refused(
        capture=name, diagnostic=Diagnostic(code="capture-crashed", path=name, message=message, hint=hint)
    )
