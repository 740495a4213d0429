"""What stands below the story's end: footers, lists and boxes that only their place gives away.

Claims: every line after the comments; all that follows a paywall's notice; all from the first line that
heads a rail with next to no prose below it; and all from the first leftover below the stretch in which
paragraphs outweigh short lines. The story is over: what follows moves the reader on.

    last paragraph / "Share" / "Harrowmere Post" / "12 Eld Street"

Known misses: short closing lines before the first leftover, which are kept; teasers as long as paragraphs.
"""

from collections.abc import Iterator, Sequence

from archiver.extract.claims import Claim, Settled
from archiver.extract.layout.stretch import ENOUGH, stretch, weight
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import PROSE
from archiver.extract.recognise.lines import Line, lines
from archiver.extract.recognise.threads import last_word, threads
from archiver.extract.words import vocabulary
from archiver.model.ledger import Role

LONGEST_LABEL = 60
AGAINST = -0.7
_INSIDE = frozenset(
    ["list_marker", "filler_text", "doubled_text", "advertisement_mark", "call_to_action", "lone_number"]
)
"""Rules whose leftovers stand inside stories as well."""
_SHOWN = frozenset([Role.CAPTION, Role.CREDIT])
FEWEST_NOTICES = 2
"""Lines about privacy, terms and the like that a page's foot has."""
NEARLY = 0.6
"""Of a stretch's weight, the share left where a later paragraph is still its own, without a foot."""
FAIR_SHARE = 0.6
"""Of the heaviest stretch of a page's paragraphs, the share that the first one below the headline has."""
MOST_BELOW = 0.125
"""A label with more than this share of the free prose below it does not end the story."""


def _is_free(line: Line, settled: Settled) -> bool:
    return next(settled.free(line.start, line.end), None) is not None


def _prose_length(printed: Sequence[Line], settled: Settled) -> int:
    return sum(len(line.text) for line in printed if len(line.text) >= PROSE and _is_free(line, settled))


def _end(printed: Sequence[Line], settled: Settled, comments_end: int | None) -> int:
    """Index of the first line that is past the story."""
    if comments_end is not None:
        after = next((at for at, line in enumerate(printed) if line.start >= comments_end), len(printed))
        if _prose_length(printed[:after], settled) >= _prose_length(printed[after:], settled):
            return after
    walled = _walled(printed, settled)
    if walled is not None:
        return walled
    return min(_railed(printed, settled), _outweighed(printed, settled))


def _outweighed(printed: Sequence[Line], settled: Settled) -> int:
    """Index of the first leftover below the stretch of paragraphs that begins at the headline."""
    top = next((item.start for item in settled if item.claim.role is Role.HEADLINE), 0)
    first = next((at for at, line in enumerate(printed) if line.start >= top), 0)
    weights = [_weight(line, settled) for line in printed[first:]]
    if _is_whole(printed[first:], settled):
        near, most = stretch(weights, enough=ENOUGH), stretch(weights)
        is_story = sum(weights[slice(*near)]) >= FAIR_SHARE * sum(weights[slice(*most)])
        last = first + (near if is_story else most)[1] - 1
    else:
        last = first + stretch(weights, nearly=NEARLY)[1] - 1
    if last < first:
        return len(printed)
    roles = (Role.REMOVED, Role.METADATA)
    for at in range(last + 1, len(printed)):
        claimed = next(settled.within(printed[at].start, printed[at].end), None)
        if claimed and claimed.claim.role in roles and claimed.rule != "list_marker":
            return at
    return len(printed)


def _is_whole(printed: Sequence[Line], settled: Settled) -> bool:
    """Whether the dump holds the page to its foot, with the notices that stand there."""
    found = (item.rule for line in printed for item in settled.within(line.start, line.end))
    return sum(rule == "consent_notice" for rule in found) >= FEWEST_NOTICES


def _railed(printed: Sequence[Line], settled: Settled) -> int:
    """Index of the first line that heads a rail of other stories with next to no prose below it."""
    heads, also = vocabulary("rail_label").lines, vocabulary("related_list").lines
    whole, above = _prose_length(printed, settled), 0
    for at, line in enumerate(printed):
        if len(line.text) <= LONGEST_LABEL and line.folded in heads and not line.level:
            most = MOST_BELOW / 2 if line.folded in also else MOST_BELOW  # "read also" stands in stories too
            if whole - above <= most * whole:
                return at
        if len(line.text) >= PROSE and _is_free(line, settled):
            above += len(line.text)
    return len(printed)


def _weight(line: Line, settled: Settled) -> float:
    """As `weight`; what is claimed as no part of the story speaks against it."""
    claimed = next(settled.within(line.start, line.end), None)
    if claimed is None or claimed.rule == "list_marker":
        return weight(line)
    if claimed.rule in _INSIDE or claimed.claim.role in _SHOWN:
        return 0.0
    return AGAINST if claimed.claim.role is Role.REMOVED else min(0.0, weight(line))


def _walled(printed: Sequence[Line], settled: Settled) -> int | None:
    """Index of the paywall's notice where most of the prose stands above it: what follows is its own talk."""
    for at, line in enumerate(printed):
        claimed = next(settled.within(line.start, line.end), None)
        if claimed and claimed.rule == "paywall_notice":
            above, below = _prose_length(printed[:at], settled), _prose_length(printed[at:], settled)
            return at if above > below else None
    return None


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield a claim for each free line past the end of a text capture's story."""
    if not reading.document.plain:
        return
    printed = reading.once(lines)
    for line in printed[_end(printed, settled, last_word(reading.once(threads))) :]:
        yield Claim(start=line.start, end=line.end, role=Role.REMOVED, reason="after the end of the story")
