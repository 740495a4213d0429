"""Settled claims to an extraction: gathers what rules found, decides nothing about words."""

from archiver.extract.claims import Settled, Settlement
from archiver.extract.compose.article import article
from archiver.extract.compose.comments import comments
from archiver.extract.findings import Commented, Pictured
from archiver.extract.reading import Reading
from archiver.extract.spam import judged
from archiver.model import plain
from archiver.model.extraction import Extraction
from archiver.model.ledger import Entry


def compose(reading: Reading, settled: Settled) -> Extraction:
    """The article, its comments and the ledger that the settlements amount to."""
    story, threads = article(reading, settled), comments(reading, settled)
    return Extraction(
        article=story,
        comments=judged(threads, plain.text(story.body) if threads else "", story.url),
        ledger=ledger(reading, settled),
    )


def _about(item: Settlement) -> str:
    match item.claim.finding:
        case Commented(head=head):
            return f"comment {head.number + 1}"
        case Pictured(figure=figure):
            return f"figure at {figure}"
        case _:
            return ""


def ledger(reading: Reading, settled: Settled) -> tuple[Entry, ...]:
    """One entry for each run of words with one fate; together all visible text, in order."""
    entries: list[Entry] = []
    text, blocks = reading.document.text, reading.document.blocks
    for item in settled:
        claim, about = item.claim, _about(item)
        for index in reading.blocks_in(item.start, item.end):
            block = blocks[index]
            words = text[max(item.start, block.start) : min(item.end, block.end)].strip()
            if words:
                entries.append(
                    Entry(
                        role=claim.role,
                        rule=item.rule,
                        text=words,
                        line=block.line,
                        reason=claim.reason,
                        about=about,
                    )
                )
    return tuple(entries)
