"""Paragraphs in which the outlet speaks of itself: its newsletter, its channels, its commissions, its rights.

Claims: short blocks of an HTML page's story that are such a line, begin as one, or hold a phrase that nobody
says in a story.

    "More in your inbox: sign up for our newsletter." / "We may earn a commission from links on this page."

They speak to the reader of the outlet, not of the story.

Known misses: an outlet that writes about newsletters in those very words.
"""

import re
from collections.abc import Iterable, Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.layout.column import free_blocks
from archiver.extract.reading import Reading
from archiver.extract.words import fold, vocabulary
from archiver.model.document import BlockKind
from archiver.model.ledger import Role

LONGEST = 420
"""Longest note, in characters."""
LONGEST_OFFER = 180
_OFFER = re.compile(
    r"(?:\A|[,;:!.–—-]\s)(?:please |jetzt |hier )?"
    r"(?:sign up (?:for|to)|subscribe to|register for|abonnieren sie|abonniere|"
    r"melde(?:n sie)? (?:dich|sich) (?:für|zu)|inscrivez-vous à|abonnez-vous à|suscríb(?:ete|ase) a|"
    r"iscriviti all[ae]?|assine a|inscreva-se na|schrijf je in voor|meld je aan voor|zapisz się na|"
    r"prenumerera på|tilmeld dig|meld deg på|tilaa|подпи[шс]\w+ на)\b"
    r".{0,60}\b(?:newsletter|nieuwsbrief|nyhets?brev|uutiskirje|boletín|рассылк)",
    re.IGNORECASE,
)
"""An invitation to read by e-mail; a sentence of a story says who may sign up."""
_KINDS = frozenset([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.QUOTE])


def is_note(text: str, phrases: Iterable[str]) -> bool:
    """Whether the outlet speaks of itself in the text."""
    concept, folded = vocabulary("outlet_note"), fold(text)
    if concept.is_line(text) or concept.opens(folded) or any(map(folded.__contains__, phrases)):
        return True
    return len(text) <= LONGEST_OFFER and bool(_OFFER.search(text))


def _may_be_note(reading: Reading, index: int) -> bool:
    block = reading.document.blocks[index]
    is_title = block.kind is BlockKind.HEADING and block.level == 1
    return block.kind in _KINDS and not is_title and 0 < len(reading.texts[index]) <= LONGEST


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield a claim for each note."""
    hopes = [index for index in free_blocks(reading, settled) if _may_be_note(reading, index)]
    printed = "\n".join(fold(reading.texts[index]) for index in hopes)
    phrases = [phrase for phrase in vocabulary("outlet_note").tokens if phrase in printed]
    for index in hopes:
        block = reading.document.blocks[index]
        if is_note(reading.texts[index], phrases):
            reason = "the outlet speaks of itself"
            yield Claim(start=block.start, end=block.end, role=Role.REMOVED, reason=reason)
