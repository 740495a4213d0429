"""The file in every built site that says what built it: without it no folder is replaced."""

from dataclasses import dataclass
from pathlib import Path

NAME = ".archiver-site"
_HEAD = "archiver site at "


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """What a built site says about itself."""

    base_url: str
    """Where the site was built to stand."""
    names: frozenset[str]
    """What stands at its top, the marker aside."""


def write_marker(folder: Path, base_url: str) -> None:
    """Mark a folder that is complete as a built site."""
    names = sorted(path.name for path in folder.iterdir())
    lines = [f"{_HEAD}{base_url}", *names]
    (folder / NAME).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")


def read_marker(folder: Path) -> Marker | None:
    """What the folder says about itself; None where it is no built site."""
    try:
        head, *names = (folder / NAME).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return None
    if not head.startswith(_HEAD):
        return None
    return Marker(base_url=head.removeprefix(_HEAD), names=frozenset(names))
