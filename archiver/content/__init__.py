"""Page bundles: articles and comments as Markdown with front matter, both directions."""

from archiver.content.bundle import is_edited, ledger_holds, read, write
from archiver.content.html import to_html
from archiver.content.ledger import ledger_sum, read_ledger, write_ledger
from archiver.content.markdown.write_blocks import write_blocks

__all__ = [
    "is_edited",
    "ledger_holds",
    "ledger_sum",
    "read",
    "read_ledger",
    "to_html",
    "write",
    "write_blocks",
    "write_ledger",
]
