"""A local server that sends text compressed, as docs/site.md asks of hosts."""

import functools
import gzip
import io
from pathlib import Path
from typing import BinaryIO

from tests.browser.conftest import Quiet

_TEXT = frozenset(("html", "css", "js", "json", "md", "svg", "txt", "xml"))


class _Host(Quiet):
    def send_head(self) -> "io.BytesIO | BinaryIO | None":
        place = Path(self.translate_path(self.path))
        place = place / "index.html" if place.is_dir() and self.path.split("?")[0].endswith("/") else place
        if place.suffix[1:] not in _TEXT or not place.is_file():
            return super().send_head()
        data = packed(place)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(place))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)


@functools.lru_cache(maxsize=256)
def packed(path: Path) -> bytes:
    """The file as hosts commonly compress it."""
    return gzip.compress(path.read_bytes(), 6)


def host(folder: Path) -> "functools.partial[_Host]":
    """What answers the requests for the files of a folder."""
    return functools.partial(_Host, directory=str(folder))
