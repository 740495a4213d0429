"""The next story, that a page without end prints below the one that was asked for.

Claims: everything from the next story's headline on, in a text capture, where lines that stand between the
headline and the first paragraphs come again further down, in the same order,
above prose about something else.

    headline / "In short" / "Summed up by our desk and a machine." / story
    another headline / "In short" / "Summed up by our desk and a machine." / another story

Known misses: next stories whose heads have only stamps and buttons; two stories about one subject.
"""

import re
from collections.abc import Iterator, Sequence

from archiver.extract.claims import Claim, Settled
from archiver.extract.reading import Reading
from archiver.extract.recognise.lines import Line, lines
from archiver.model.ledger import Role

HEAD = 14
"""Lines below a headline among which its story's head is looked for."""
LONGEST = 120
SENTENCE = 30
"""Fewest characters of a notice; shorter lines are labels, that the parts of one story repeat as well."""
PROSE = 100
FEWEST_PARAGRAPHS = 3
"""Paragraphs of prose that each of the two stories has at least."""
MOST_SHARED = 0.12
"""Share of the long words that two stories have in common; the halves of one story share more."""
_WORD = re.compile(r"[^\W\d_]{7,}")


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield one claim from the next story's headline to the end."""
    headline = next((item.start for item in settled if item.claim.role is Role.HEADLINE), None)
    if not reading.document.plain or headline is None:
        return
    free = [
        line for line in reading.once(lines) if next(settled.free(line.start, line.end), None) is not None
    ]
    story = [line for line in free if line.start > headline]
    cut = _next(story)
    if cut is not None:
        end = len(reading.document.text)
        yield Claim(start=story[cut].start, end=end, role=Role.REMOVED, reason="the next story")


def _next(story: Sequence[Line]) -> int | None:
    """Index of the next story's headline among the story's lines."""
    head: dict[str, int] = {}
    for at, line in enumerate(story):
        if at < HEAD and line.folded and len(line.text) <= LONGEST:
            head.setdefault(line.folded, at)
        if head.get(line.folded, at) == at:
            continue
        again = [other.folded for other in story[at : at + HEAD] if other.folded in head]
        if len(set(again)) < 2 or not any(len(folded) >= SENTENCE for folded in again):
            continue
        begin = _headline(story, at)
        return begin if begin is not None and _is_another(story[:begin], story[begin:]) else None
    return None


def _headline(story: Sequence[Line], at: int) -> int | None:
    """Index of the short line, up to a standfirst above, under which the head begins."""
    for index in range(at - 1, max(0, at - 4), -1):
        line = story[index]
        if line.gap and len(line.text) < PROSE and line.text[-1] not in ".,;:" and not line.level:
            return index
    return None


def _is_another(above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether two stretches are both stories, about something else each."""
    if min(sum(len(line.text) >= PROSE for line in part) for part in (above, below)) < FEWEST_PARAGRAPHS:
        return False
    same = {line.folded for line in above} & {line.folded for line in below}
    first, second = (
        {
            word
            for line in part
            if not line.folded or line.folded not in same
            for word in _WORD.findall(line.text.casefold())
        }
        for part in (above, below)
    )
    return len(first & second) <= MOST_SHARED * min(len(first), len(second))
