"""CPU time a page takes beside trafilatura's, in one run: `python -m tests.bench.bench_pages PAGE…`.

Each page goes through both in turn, so that what slows the machine down slows both. Pages are HTML files, `.gz`
or not, or folders of them. trafilatura runs with metadata and comments, as an archive would call it; it is no
dependency of this project, so where it is not installed the program says so and ends with 2.
"""

import gzip
import importlib
import importlib.util
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import archiver

PEER = "trafilatura"


def _pages(places: list[str]) -> Iterator[bytes]:
    for place in map(Path, places):
        for path in sorted(place.rglob("*.htm*")) if place.is_dir() else [place]:
            data = path.read_bytes()
            yield gzip.decompress(data) if path.suffix == ".gz" else data


def _peer() -> Callable[[bytes], Any]:
    """The peer's extractor, with metadata and comments."""
    module = importlib.import_module(PEER)
    return lambda page: module.bare_extraction(page, include_comments=True, with_metadata=True)


def _ours(page: bytes) -> Any:
    return archiver.extract(page, media_type="text/html").to_dict()


def _milliseconds(work: Callable[[bytes], Any], page: bytes) -> float:
    start = time.process_time()
    work(page)
    return (time.process_time() - start) * 1000


def main() -> int:
    """Print median and mean of both, and their ratios; 2 where there is nothing to compare."""
    if importlib.util.find_spec(PEER) is None:
        print(f"{PEER} is not installed: nothing to compare with", file=sys.stderr)
        return 2
    pages, peer = list(_pages(sys.argv[1:])), _peer()
    if not pages:
        print("no pages: give HTML files or folders of them", file=sys.stderr)
        return 2
    for work in (_ours, peer):
        work(pages[0])
    taken = [(_milliseconds(_ours, page), _milliseconds(peer, page)) for page in pages]
    ours, others = zip(*taken, strict=True)
    for name, of in (("median", statistics.median), ("mean", statistics.mean)):
        print(f"{name}: {of(ours):.1f} ms, {PEER} {of(others):.1f} ms, ratio {of(ours) / of(others):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
