"""Posts of social networks that a page embeds as quotations."""

from archiver.extract.reading import Reading
from archiver.extract.words import vocabulary


def posts(reading: Reading) -> dict[int, str]:
    """The address of each embedded post that has one, by the index of its last block."""
    names, found, past = vocabulary("embedded_post").tokens, dict[int, str](), -1
    for index in reading.where(tokens=names):
        container = reading.document.containers[index]
        if container.start < past:
            continue
        past = container.end
        links = [link.href for link in reading.links_in(container.start, container.end) if link.href]
        blocks = reading.blocks_in(container.start, container.end)
        if links and blocks:
            # A post ends with the link of its date, which is its own address.
            found[blocks[-1]] = links[-1]
    return found
