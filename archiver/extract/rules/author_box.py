"""What an outlet says about the author below or beside the story.

Claims: on a marked-up page, every box that its own class or id calls so; in a text capture, below the
headline, a name and the paragraph under it that begins with the same name, the paragraph under a heading
such as "About the author", and where the story is over a name with a paragraph or a post right under it. It
tells of the author's life, not of the story; who the story is by, where no byline above says so.

    <div class="author-bio"> Ann Lee writes about rivers. </div>
    "Ann Lee" / "Ann Lee has reported from Harrowmere since 2004."

Known misses: a last paragraph in italics that says the same.
"""

from collections.abc import Iterator, Sequence

from archiver.extract.claims import Claim
from archiver.extract.figures.printed import credit_spans
from archiver.extract.layout.boxes import box_claims
from archiver.extract.reading import Reading
from archiver.extract.recognise.comment_zones import is_header
from archiver.extract.recognise.headlines import headline
from archiver.extract.recognise.labels import PROSE
from archiver.extract.recognise.lines import Line, lines
from archiver.extract.recognise.names import Names, is_person, is_position, names
from archiver.extract.words import vocabulary
from archiver.model.ledger import Role

LONGEST_NAME = 60
SHORTEST = 50
"""Characters of a sentence about somebody."""
BELOW = 2
"""Lines between the name and the paragraph about it: a post, a city."""
LONGEST_POST = 40
AFTER = 12
"""Lines below a box that are looked at for prose of the story."""
_SPEAKS = (
    "is ",
    "was ",
    "has ",
    "ist ",
    "est ",
    "es ",
    "è ",
    "é ",
    "writes ",
    "covers ",
    "schreibt ",
    "works ",
)


def _length(printed: Sequence[Line], index: int) -> int:
    """How many lines tell about the author whose name stands alone at `index`; 0 where none do."""
    name = printed[index].text
    if len(name) > LONGEST_NAME or printed[index].level or not is_person(name):
        return 0
    has_post = False
    for at in range(index + 1, min(index + 2 + BELOW + has_post, len(printed))):
        text = printed[at].text
        if len(text) >= SHORTEST:
            speaks = text.startswith(name) and text[len(name) :].lstrip().startswith(_SPEAKS)
            is_caption = bool(credit_spans(text))
            closes = at == index + 1 and not (printed[at].gap or is_caption) and _is_over(printed, at + 1)
            return at + 1 - index if speaks or closes or (has_post and _is_over(printed, at + 1)) else 0
        has_post = has_post or (not printed[at].level and is_position(text) and len(text) <= LONGEST_POST)
    return 0


def _is_over(printed: Sequence[Line], index: int) -> bool:
    """Whether no prose comes from the line on, up to the comments."""
    for line in printed[index : index + AFTER]:
        if vocabulary("comment_header").is_line(line.text) or is_header(line):
            return True
        if len(line.text) >= PROSE:
            return False
    return True


def _headed(printed: Sequence[Line], index: int) -> int:
    """How many lines belong to the heading at `index`: short ones, and one paragraph."""
    if not vocabulary("author_box").is_line(printed[index].text):
        return 0
    for at in range(index + 1, min(index + 4, len(printed))):
        if len(printed[at].text) >= PROSE:
            return at + 1 - index
    return 1


def _found(printed: Sequence[Line], first: int) -> Iterator[tuple[int, int]]:
    """Where each box begins and how many lines it has."""
    at = first
    while at < len(printed):
        length = _headed(printed, at) or _length(printed, at)
        if length:
            yield at, length
        at += max(1, length)


def _in_text(reading: Reading) -> Iterator[Claim]:
    top = reading.once(headline)
    printed = reading.once(lines)
    first = next((at for at, line in enumerate(printed) if top and line.start > top.start), len(printed))
    for at, length in _found(printed, first):
        for line in printed[at : at + length]:
            named: Names | None = names(line.text) if is_person(line.text) else None
            if named:
                yield Claim(
                    start=line.start,
                    end=line.end,
                    role=Role.BYLINE,
                    finding=named.byline,
                    reason="name of a box about the author",
                )
            else:
                yield Claim(start=line.start, end=line.end, role=Role.REMOVED, reason="about the author")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each box."""
    if reading.document.plain:
        yield from _in_text(reading)
    else:
        yield from box_claims(reading, "author_box")
