"""The search index of a new site: made where its documents changed, taken over where they did not."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from archiver import search
from archiver.build import fingerprint
from archiver.model.site import Site

WHOLE = ""
"""The one part of an index that is not parted."""
_COUNT = " documents"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """What came of indexing."""

    documents: int
    prints: Mapping[str, str]
    """The fingerprint of what each part was made of, and how many documents it holds."""


def index(
    site: Site, prints: Mapping[str, str], partial: Path, old: Path, known: Mapping[str, str]
) -> Indexed:
    """Index the site into `partial`, or take the `old` one's index where `known` says that it is the same.

    `prints` has the fingerprint of each page's bundle by permalink.
    """
    config = site.config
    empty_title = "" if site.pages else config.title
    said = [(page.permalink, prints[page.permalink]) for page in site.pages]
    wanted = fingerprint.of(fingerprint.program(), config.language, config.base_url, empty_title, said)
    if known.get(WHOLE) == wanted and keep_index(old, partial):
        return Indexed(documents=int(known[WHOLE + _COUNT]), prints=known)
    documents = search.index(site, partial)
    return Indexed(documents=documents, prints={WHOLE: wanted, WHOLE + _COUNT: str(documents)})


def keep_index(old: Path, new: Path) -> bool:
    """Let the new site have the old one's index, if it has one; files are linked where that is possible."""

    def link(one: str, other: str) -> None:
        try:
            os.link(one, other)
        except OSError:
            shutil.copyfile(one, other)

    if not (old / search.FOLDER).is_dir():
        return False
    shutil.copytree(old / search.FOLDER, new / search.FOLDER, copy_function=link, dirs_exist_ok=True)
    return True
