"""Buttons that share, print or mail the story.

Claims: whole lines, and lines that are nothing but several such buttons, parted, spaced or glued together,
or name several networks.

The theme prints them on every page; a lone word between two paragraphs is a heading and stays.

    "Share this article" / "Tweet"
    "Follow us on Twitter and Facebook!"
    "Share this: Facebook | Twitter | E-mail" / "FacebookTwitterPinterest"

Known misses: icons' names that no vocabulary holds.
"""

import re
from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import removed
from archiver.extract.recognise.lines import lines
from archiver.extract.words import fold, vocabulary
from archiver.model.ledger import Role

_PARTED = re.compile(r"\s*[|/•·,:]\s*")
_GLUED = re.compile(r"\s+|(?<=[a-z])(?=[A-Z])")
_NETWORK = re.compile(
    r"\b(?:facebook|twitter|instagram|linkedin|pinterest|whatsapp|telegram|youtube|tiktok|bluesky|mastodon|"
    r"google buzz|google\+)\b",
    re.IGNORECASE,
)
_OUTLET_ON = re.compile(r"[^a-z]*\w[^a-z]* (?:on|auf|sur|en|su|no) \w+")
LONGEST_INVITATION = 90
FEWEST_GLUED = 3
"""Buttons on a line that only capitals or spaces part; fewer can be words of a sentence."""


def _is_row(text: str) -> bool:
    """Whether the line is a row of buttons and nothing else."""
    known = vocabulary("share_bar").lines
    parted = [part for part in _PARTED.split(text) if part]
    if len(parted) > 1:
        return all(fold(part) in known for part in parted)
    glued = _GLUED.split(text)
    return len(glued) >= FEWEST_GLUED and all(fold(part) in known for part in glued)


def _invites(text: str) -> bool:
    """Whether the line sends the reader to several networks, or is an outlet's name on one."""
    if len(text) > LONGEST_INVITATION or text[-1] in ".?:;,":
        return False
    found = _NETWORK.findall(text)
    return len(found) > 1 or (bool(_OUTLET_ON.fullmatch(text)) and len(found) == 1)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each such line."""
    yield from removed(reading, "share_bar", "button to share")
    for line in reading.once(lines) if reading.document.plain else ():
        if line.is_short and (_is_row(line.text) or _invites(line.text)):
            yield Claim(start=line.start, end=line.end, role=Role.REMOVED, reason="row of buttons to share")
