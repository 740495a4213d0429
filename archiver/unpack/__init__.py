"""Envelopes to captures: files on disk in, captures out."""

from archiver.unpack.single import capture_of, is_capture, unpack

__all__ = ["capture_of", "is_capture", "unpack"]
