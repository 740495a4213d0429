"""Where pages stand below the site's root, and what happens when two want the same place."""

import unicodedata
from collections.abc import Iterable

from archiver.errors import BuildError, Diagnostic
from archiver.model.site import Page


def permalink(folder: str) -> str:
    """The address of a page bundle's page: its folder below content/, ending in a slash."""
    return f"{folder.strip('/')}/"


def check_permalinks(pages: Iterable[Page]) -> None:
    """Refuse pages whose addresses are one place on some web host or file system.

    Raises BuildError naming every page of every such group.
    """
    places: dict[str, list[Page]] = {}
    for page in pages:
        places.setdefault(_place(page.permalink), []).append(page)
    clashes = [group for _, group in sorted(places.items()) if len(group) > 1]
    if clashes:
        told = "; ".join(f"{group[0].permalink} ({', '.join(_folders(group))})" for group in clashes)
        raise BuildError(
            Diagnostic(
                code="permalink-collision",
                path=_folders(clashes[0])[0],
                message=f"several page bundles have the same permalink: {told}",
                hint="rename all but one of the folders",
            )
        )


def _folders(group: list[Page]) -> list[str]:
    return sorted(page.folder for page in group)


def _place(path: str) -> str:
    """Paths that differ only by case or Unicode form are one place on some file systems."""
    return unicodedata.normalize("NFC", path).casefold()
