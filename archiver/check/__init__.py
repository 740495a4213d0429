"""The use case that trusts nothing: the built site and the archive of record, looked over."""

from archiver.check.check import check

__all__ = ["check"]
