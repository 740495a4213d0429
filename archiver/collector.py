"""Python's collector of cycles, at rest while one page is read or a site is built.

A page becomes tens of thousands of small values that live to the page's end and hold no cycles: the collector
would look through the growing heap again and again and find nothing.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the collector from running meanwhile; inside another such span, to the end of that one."""
    rested = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if rested:
            gc.enable()
