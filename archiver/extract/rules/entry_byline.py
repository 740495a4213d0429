"""Who wrote the entry, as publishing systems mark it up, wherever around the text it stands.

Claims: short elements that are named for the author and hold nothing but names, in the entry that holds the
headline, or alone on the page.

    <footer><span class="byline">by <a rel="author">Ada Thorne</a></span></footer>

Known misses: names whose element has no telling name; these are found only between headline and text.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.entry import entry, names_in
from archiver.extract.reading import Reading
from archiver.model.ledger import Role


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each byline of the entry."""
    if reading.document.plain:
        return
    for one in reading.once(entry).bylines:
        named = names_in(reading, one)
        if named:
            yield Claim(
                start=one.start,
                end=one.end,
                role=Role.BYLINE,
                finding=named,
                reason="element named for the author",
            )
