"""The foot of the site or of the story: legal lines, links, the outlet's address.

Claims: footer elements, where they hold little of the page's prose.
Nothing of the story stands below its foot.

    <footer> © Harrowmere Post </footer>

Known misses: a footer that holds a correction note.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import tag_claims
from archiver.extract.reading import Reading

_TAGS = frozenset(["footer"])
_ROLES = frozenset(["contentinfo"])


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each footer."""
    if not reading.document.plain:
        yield from tag_claims(reading, _TAGS, _ROLES)
