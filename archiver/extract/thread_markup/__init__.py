"""Reader comments in marked-up pages: where each begins, who wrote it and when, what it answers."""

from archiver.extract.thread_markup.area import Area, area, pages_missing
from archiver.extract.thread_markup.read import Posted, Thread, threads

__all__ = ["Area", "Posted", "Thread", "area", "pages_missing", "threads"]
