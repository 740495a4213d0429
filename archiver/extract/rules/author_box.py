"""What an outlet says about the author below or beside the story.

Claims: on a marked-up page, every box that its own class or id calls so, and in the story's lower half a
paragraph that begins with the author's own name and says who that is, the name above it and the "He" or
"She" below; in a text capture, below the headline, a name and the paragraph under it that begins with the
same name, the paragraph under a heading such as "About the author", and where the story is over a name with a
paragraph or a post right under it. It tells of the author's life, not of the story; who the story is by,
where no byline above says so.

    <div class="author-bio"> Ann Lee writes about rivers. </div>
    "Ann Lee" / "Ann Lee has reported from Harrowmere since 2004."

Known misses: a last paragraph about an author whom the page's own facts do not name.
"""

from collections.abc import Iterator, Sequence

from archiver.extract.about.writers import choose_writers
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
_GOES_ON = ("He ", "She ", "He's ", "She's ", "He’s ", "She’s ", "His ", "Her ", "Er ", "Il ", "Elle ")
"""How a bio's next paragraph begins."""


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


def _is_about(text: str, authors: Sequence[str]) -> bool:
    """Whether the paragraph begins with an author's name and tells of that author."""
    return any(
        text.startswith(name) and text[len(name) :].lstrip(" ,").startswith(_SPEAKS) for name in authors
    )


def _on_page(reading: Reading) -> Iterator[Claim]:
    """The closing paragraphs about an author whom the page's facts name."""
    authors = [name for name in choose_writers(reading.document.facts).authors if " " in name]
    if not authors:
        return
    printed = reading.once(lines)
    prose = [line for line in printed if len(line.text) >= PROSE]
    half = sum(len(line.text) for line in prose) / 2
    above, is_inside = 0, False
    for index, line in enumerate(printed):
        about = above > half and len(line.text) >= SHORTEST and _is_about(line.text, authors)
        before = printed[index - 1] if index else None
        if about and before and before.text.endswith(tuple(authors)) and len(before.text) <= LONGEST_NAME:
            yield Claim(start=before.start, end=before.end, role=Role.BYLINE, reason="name above the bio")
        is_inside = about or (is_inside and line.text.startswith(_GOES_ON))
        if is_inside:
            yield Claim(start=line.start, end=line.end, role=Role.REMOVED, reason="about the author")
        above += len(line.text) if len(line.text) >= PROSE else 0


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each box."""
    if reading.document.plain:
        yield from _in_text(reading)
    else:
        yield from box_claims(reading, "author_box")
        yield from _on_page(reading)
