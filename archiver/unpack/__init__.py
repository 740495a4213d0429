"""Envelopes to captures: files on disk in, captures out."""

from archiver.unpack.sidecar import is_sidecar
from archiver.unpack.single import LARGEST_BYTES, capture_of, is_capture, is_cut_off, unpack

__all__ = ["LARGEST_BYTES", "capture_of", "is_capture", "is_cut_off", "is_sidecar", "unpack"]
