"""The files of articles: made, or taken from the old site where they were made of the same."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from archiver.build import fingerprint
from archiver.build.cache import Made
from archiver.model.site import OutputFile, Page, SiteConfig
from archiver.render import Around, SiteFrame, Theme, article_files


@dataclass(slots=True, kw_only=True)
class Articles:
    """Stands in for `article_files`, which depends on its arguments alone."""

    old: Path
    """The site that `known` tells of."""
    known: Mapping[str, Made]
    prints: Mapping[str, str]
    """The fingerprint of each page's bundle, by permalink."""
    theme: str
    """The fingerprint of the theme."""
    made: dict[str, Made] = field(default_factory=dict)
    """What the new site's articles were made of, by permalink."""
    _shared: str = ""

    def __call__(
        self, config: SiteConfig, theme: Theme, frame: SiteFrame, page: Page, around: Around
    ) -> Iterator[OutputFile]:
        """Every file that stands in an article's folder, media aside."""
        self._shared = self._shared or fingerprint.of(fingerprint.program(), self.theme, config, frame)
        inputs = fingerprint.of(self._shared, page.permalink, self.prints[page.permalink], around)
        files = self._kept(page.permalink, inputs)
        if not files:
            files = tuple(article_files(config, theme, frame, page, around))
        names = tuple(file.path.removeprefix(page.permalink) for file in files)
        self.made[page.permalink] = Made(inputs=inputs, files=names, bytes_digest=_digest(files))
        yield from files

    def _kept(self, permalink: str, inputs: str) -> tuple[OutputFile, ...]:
        """The old site's files if they were made of the same inputs and nobody changed them; else none."""
        known = self.known.get(permalink)
        if known is None or known.inputs != inputs:
            return ()
        paths = [f"{permalink}{name}" for name in known.files]
        try:
            files = tuple(OutputFile(path=path, data=(self.old / path).read_bytes()) for path in paths)
        except OSError:
            return ()
        return files if _digest(files) == known.bytes_digest else ()


def _digest(files: Iterable[OutputFile]) -> str:
    found = hashlib.blake2b(digest_size=16)
    for file in files:
        found.update(f"{file.path}\0{len(file.data)}\0".encode())
        found.update(file.data)
    return found.hexdigest()
