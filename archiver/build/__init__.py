"""The use case from content/ to public/: the only writer there.

The site is written beside the old one and swapped in whole; whatever goes wrong, the old one stays.
"""

from archiver.build.report import BuildReport, Progress
from archiver.build.run import build

__all__ = ["BuildReport", "Progress", "build"]
