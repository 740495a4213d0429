"""What a reader sees of a capture, found in the plainest way, to hold the ledger against."""

from html.parser import HTMLParser

from archiver.model.document import BlockKind, Document
from archiver.model.extraction import Extraction
from archiver.text import clean, visible

UNSEEN = frozenset(["head", "script", "style", "template", "title"])
VOID = frozenset(["br", "img", "hr", "meta", "link", "input", "source", "wbr"])


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN and tag not in VOID:
            self._unseen += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen -= 1

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(data)


def of_page(page: str) -> str:
    """The visible characters of a well-formed HTML page, alt texts and titles of embeds apart."""
    words = _Words()
    words.feed(page)
    words.close()
    return visible(clean("".join(words.words)))


def of_document(document: Document) -> str:
    """The document's visible characters, alt texts and titles of embeds apart."""
    own = (BlockKind.PICTURE, BlockKind.EMBED)
    return visible("".join(document.text_of(block) for block in document.blocks if block.kind not in own))


def of_ledger(extraction: Extraction) -> str:
    """The visible characters of all entries, in order."""
    return visible("".join(entry.text for entry in extraction.ledger))
