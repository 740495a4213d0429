"""Where the site goes, and what must never be built over."""

from collections.abc import Iterable
from pathlib import Path

from archiver import marker
from archiver.build.trouble import telling_os_errors
from archiver.errors import BuildError, Diagnostic

OUTPUT = "public"
_NEVER = ("content", "themes", "captures")
"""Folders of a site that a person fills."""
_UNIMPORTANT = frozenset((marker.NAME, ".DS_Store", "Thumbs.db", "desktop.ini"))


def output_folder(site_folder: Path, output: Path | None) -> Path:
    """Where the site goes, every link followed.

    Raises BuildError for a place where building would destroy something that no build made.
    """
    target = (output or site_folder / OUTPUT).resolve()
    site = site_folder.resolve()
    named = (
        (Path(target.anchor), "the root of the file system"),
        (Path.home().resolve(), "your home folder"),
    )
    for place, name in (*named, (site, "the site's own folder")):
        if target == place or target in place.parents:
            raise _refused(target, f"the output folder is or holds {name}")
    for name in _NEVER:
        place = (site / name).resolve()
        if target == place or place in target.parents or target in place.parents:
            raise _refused(target, f"the output folder is, holds or stands in the site's {name}/")
    if target.exists():
        with telling_os_errors(target):
            _check_contents(target)
    return target


def _check_contents(target: Path) -> None:
    if not target.is_dir():
        raise _refused(target, "the output is a file and not a folder")
    names = {path.name for path in target.iterdir()} - _UNIMPORTANT
    found = marker.read_marker(target)
    if names and found is None:
        raise _refused(target, f"the output folder is not empty and was not built by archiver: {_few(names)}")
    foreign = names - found.names if found else set()
    if foreign:
        raise _refused(target, f"the output folder holds what no build made: {_few(foreign)}")


def _few(names: Iterable[str]) -> str:
    first, *rest = sorted(names)
    return ", ".join([first, *rest[:2]]) + (f" and {len(rest) - 2} more" if len(rest) > 2 else "")


def _refused(target: Path, message: str) -> BuildError:
    hint = "choose another folder with --output, or empty this one"
    return BuildError(Diagnostic(code="output-refused", path=str(target), message=message, hint=hint))
