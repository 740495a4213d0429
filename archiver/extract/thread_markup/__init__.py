"""Reader comments in marked-up pages: where each begins, who wrote it and when, what it answers."""

from archiver.extract.thread_markup.read import Thread, threads

__all__ = ["Thread", "threads"]
