"""Bytes to text."""

from archiver.parse.encoding.decode import decode

__all__ = ["decode"]
