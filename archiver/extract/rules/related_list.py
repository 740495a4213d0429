"""Lists of other articles: related, recommended, most read, latest, the next story's teaser.

Claims: on a marked-up page, every box that its own class or id calls so, where it holds little of the page's
prose; in a text capture, lines that send the reader to one other story, and a heading with the short lines
under it, up to the next paragraph of prose. Headlines of other stories are ordinary sentences: only the
heading tells.

    "Related articles" / "Ferry strike ends" / "New school for Harrowmere"

    <div class="related-posts"> … </div>

Known misses: lists without a heading or a telling class; teasers of several sentences.
"""

from collections import Counter
from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import box_claims
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import PROSE, in_running_text
from archiver.extract.recognise.lines import Line, lines
from archiver.extract.words import vocabulary
from archiver.model.ledger import Role

MOST_LINES = 60
LONGEST_LABEL = 40


def _is_teaser(line: Line) -> bool:
    """Whether the line can be the headline, date or section of another story."""
    return len(line.text) < PROSE + 40 and not (len(line.text) > 60 and line.text[-1] in '.”»"')


def _length(printed: tuple[Line, ...], index: int) -> int:
    """How many lines under the heading belong to the list."""
    count = 0
    for line in printed[index + 1 : index + 1 + MOST_LINES]:
        if not _is_teaser(line):
            break
        count += 1
    after = index + 1 + count
    if after < len(printed) and not _is_teaser(printed[after]) and count and printed[after - 1].gap:
        later = printed[after : after + 3]
        if len(later) == 3 and all(not _is_teaser(line) for line in later):
            return max(0, count - 1)  # the last short line heads the prose that follows
    return count


def _label(line: Line) -> str:
    """What stands in capitals before a bar, as before another story's headline; else empty."""
    label, bar, rest = line.text.partition(" | ")
    is_label = bar and rest and not line.level and len(label) <= LONGEST_LABEL and label.isupper()
    return label if is_label else ""


def _labels(printed: tuple[Line, ...]) -> frozenset[str]:
    """Such labels that the page prints more than once, in whatever language."""
    counts = Counter(label for line in printed if line.gap and (label := _label(line)))
    return frozenset(label for label, count in counts.items() if count > 1)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of each list and of each single line."""
    if not reading.document.plain:
        yield from box_claims(reading, "related_boxes")
        return
    words = vocabulary("related_list")
    printed = reading.once(lines)
    labels = _labels(printed)
    for index, line in enumerate(printed):
        if not line.folded or len(line.text) > 200:
            continue
        is_labelled = _label(line) in labels
        if is_labelled or (words.opens(line.folded) and line.folded not in words.lines):
            yield Claim(start=line.start, end=line.end, role=Role.REMOVED, reason="link to another story")
        elif line.is_short and line.folded in words.lines and not in_running_text(reading, index):
            last = index + _length(printed, index)
            for other in printed[index : last + 1]:
                yield Claim(
                    start=other.start, end=other.end, role=Role.REMOVED, reason=f"under “{line.text[:40]}”"
                )
