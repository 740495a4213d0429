"""The site's menus and its search and login controls.

Claims: navigation elements and dialogues, where they hold little of the page's prose.
A menu is names of places on the site.

    <nav> Home Local Sport </nav>

Known misses: menus built of nameless lists; those end outside the story.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import tag_claims
from archiver.extract.reading import Reading

_TAGS = frozenset(["nav", "menu", "dialog", "search"])
_ROLES = frozenset(["navigation", "menu", "menubar", "search", "dialog", "alertdialog"])


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each menu."""
    if not reading.document.plain:
        yield from tag_claims(reading, _TAGS, _ROLES)
