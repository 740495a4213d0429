"""Plain-text dumps of pages, as text extractors write them."""

from archiver.model.document import Block, BlockKind, Document


def parse_text(text: str, url: str | None = None) -> Document:
    """Each paragraph of the text as a block."""
    blocks = []
    offset = 0
    body = ""
    for line in text.splitlines():
        if line.strip():
            body += line.strip() + "\n"
            blocks.append(Block(kind=BlockKind.PARAGRAPH, start=offset, end=len(body)))
            offset = len(body)
    return Document(text=body, blocks=tuple(blocks), url=url, plain=True)
