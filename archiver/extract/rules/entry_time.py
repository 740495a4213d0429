"""When the entry was published, as publishing systems mark it up, wherever around the text it stands.

Claims: elements that are named for the time of publication and carry it in an attribute, in the entry that
holds the headline, or alone on the page.

    <abbr class="published" title="2010-05-30T16:20:00+01:00">16:20</abbr>

Known misses: times without such an attribute; these are found only between headline and text.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.facts import read_date
from archiver.extract.findings import Dated
from archiver.extract.layout.entry import entry
from archiver.extract.reading import Reading
from archiver.model.ledger import Role


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each time of the entry."""
    if reading.document.plain:
        return
    for one in reading.once(entry).times:
        iso = read_date(one.attribute("datetime") or one.attribute("title"))
        if iso:
            finding = Dated(published=iso)
            yield Claim(
                start=one.start,
                end=one.end,
                role=Role.METADATA,
                finding=finding,
                reason="element named for the time",
            )
