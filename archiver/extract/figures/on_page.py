"""Every figure of an HTML page: pictures with the captions and credits around them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urlsplit

from archiver.extract.figures.found import PageFigure, Span
from archiver.extract.figures.marked import controls, credits_of, is_credit_box, is_name
from archiver.extract.figures.parts import LONGEST
from archiver.extract.figures.printed import credit_spans
from archiver.extract.reading import Reading
from archiver.extract.words import vocabulary
from archiver.model.document import BlockKind, Container
from archiver.text import squash

LONGEST_FIGURE = 3000
"""Most characters in a `figure` element that is one."""
LONGEST_BOX = 1500
"""Most characters in another element that is the box of one picture."""
LONGEST_NAMELESS = 450
"""Most characters printed beside a picture in an element without a telling name."""
SHORTEST_NAMELESS = 8
"""Fewest characters of such words: fewer are a label of the picture."""
MOST_LINES = 3
"""Most blocks of words beside a picture whose element only holds the two."""
SHORTEST_ALT = 25
"""Shortest alt text, in characters, by which a caption is known that repeats it."""
FAR = 2
"""Blocks between a picture and a caption outside its box."""
_NO_CAPTION = frozenset(
    [
        BlockKind.PICTURE,
        BlockKind.EMBED,
        BlockKind.TABLE,
        BlockKind.QUOTE,
        BlockKind.RULE,
        BlockKind.PREFORMATTED,
    ]
)
_WORDS = frozenset([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION])
_NO_BOX = frozenset(
    ["html", "body", "main", "article", "header", "a", "ul", "ol", "p", "aside", "blockquote"]
)


@dataclass(slots=True)
class _Draft:
    """A figure while its parts are gathered, as indexes of blocks."""

    pictures: list[int] = field(default_factory=list)
    captions: list[int] = field(default_factory=list)
    is_named: bool = False


@lru_cache(maxsize=4096)
def stem(url: str | None) -> str:
    """What two sizes of one picture have in common in their addresses: the file's name without numbers."""
    name = urlsplit(url or "").path.rstrip("/").rpartition("/")[2]
    return name.partition(".")[0].lower() if len(name) > 8 else ""


def _has_box_name(container: Container) -> bool:
    names = vocabulary("picture_box").words | vocabulary("picture_caption").words
    return container.tag not in _NO_BOX and not container.words.isdisjoint(names)


def is_caption_box(container: Container) -> bool:
    """Whether the element's names say that it holds a caption."""
    concept = vocabulary("picture_caption")
    return container.tag == "figcaption" or bool(
        container.words & concept.words or container.tokens & concept.tokens
    )


class _Page:
    """The figures of one page while they are gathered."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.blocks = reading.document.blocks
        self.taken: set[int] = set()
        self.drafts: list[_Draft] = []

    def gather(self) -> list[_Draft]:
        """All drafts, in page order."""
        for index, block in enumerate(self.blocks):
            if block.kind is BlockKind.PICTURE and index not in self.taken:
                self._box(index)
        for index, block in enumerate(self.blocks):
            if block.kind is BlockKind.CAPTION and index not in self.taken:
                self._orphan(index)
        for draft in self.drafts:
            if draft.pictures and not draft.captions:
                self._below(draft)
        return sorted(self.drafts, key=_first)

    def _box_of(self, index: int) -> Container | None:
        """The smallest element around the picture that is its figure."""
        for container in self.reading.around(index)[:10]:
            size = container.end - container.start
            if size > LONGEST_FIGURE:
                return None
            if container.tag == "figure":
                return container
            if size <= LONGEST_BOX and self._is_box(container):
                return container
        return None

    def _is_box(self, container: Container) -> bool:
        """Whether the element holds a picture, what is printed about it, and nothing else."""
        if container.tag in _NO_BOX:
            return False
        within = self.reading.blocks_in(container.start, container.end)
        kinds = [self.blocks[at].kind for at in within]
        if BlockKind.HEADING in kinds or kinds.count(BlockKind.PICTURE) > 6:
            return False
        if _has_box_name(container) and any(self._is_caption(at, container) for at in within):
            return True
        return self._is_bare(container, within)

    def _is_bare(self, container: Container, within: range) -> bool:
        """Whether a picture and a few words that link nowhere are all that the element holds."""
        words = [at for at in within if self.blocks[at].kind in _WORDS and self.reading.texts[at].strip()]
        pictures = {stem(self.blocks[at].url) for at in within if self.blocks[at].kind is BlockKind.PICTURE}
        if (
            not 0 < len(words) <= MOST_LINES
            or len(pictures) != 1
            or self.blocks[within[-1]].end > container.end + 1
        ):
            return False
        size = sum(len(self.reading.texts[at]) for at in words)
        linked = sum(self.reading.linked(self.blocks[at].start, self.blocks[at].end) for at in words)
        if size > LONGEST_NAMELESS or linked * 2 > size:
            return False
        if any(self._tells_its_maker(at) for at in words):
            return True
        if size < SHORTEST_NAMELESS:
            return False
        around = (container, *self.reading.around(words[0])[:4])
        return not any(
            one.words & vocabulary("no_figure").words for one in around if one.end - one.start <= LONGEST_BOX
        )

    def _tells_its_maker(self, index: int) -> bool:
        """Whether the block is short and ends with a credit, as captions alone do."""
        text = self.reading.texts[index].rstrip()
        found = credit_spans(text) if len(text) <= LONGEST_NAMELESS else ()
        return bool(found) and found[-1][1] >= len(text)

    def _repeats_alt(self, index: int, box: Container) -> bool:
        """Whether the block says what the alt text of a picture in the box says."""
        words = squash(self.reading.texts[index])
        return any(
            len(alt) > SHORTEST_ALT and words.startswith(alt)
            for at in self.reading.blocks_in(box.start, box.end)
            if self.blocks[at].kind is BlockKind.PICTURE and (alt := squash(self.reading.texts[at]))
        )

    def _is_caption(self, index: int, box: Container) -> bool:
        """Whether the block is a caption or a credit of a picture in the box."""
        block = self.blocks[index]
        if block.kind is BlockKind.CAPTION:
            return True
        if (
            block.kind in _NO_CAPTION
            or block.kind is BlockKind.HEADING
            or not self.reading.texts[index].strip()
        ):
            return False
        if box.tag == "figure" or self._is_bare(box, self.reading.blocks_in(box.start, box.end)):
            return True
        if self._tells_its_maker(index) or self._repeats_alt(index, box):
            return True
        for container in self.reading.around(index):
            if container.start <= box.start and container.end >= box.end:
                break
            if is_caption_box(container) or is_credit_box(container):
                return True
        text = self.reading.texts[index]
        return any(
            (is_caption_box(one) or is_credit_box(one)) and one.end - one.start >= len(text) - 2
            for one in self.reading.inside(block.start, block.end)
        ) or (len(text) <= LONGEST and credit_spans(text) == ((0, len(text)),))

    def _box(self, index: int) -> None:
        """Drafts for the picture and for the others of its box."""
        box = self._box_of(index)
        if box is None:
            self.taken.add(index)
            self.drafts.append(_Draft(pictures=[index]))
            return
        drafts: dict[str, _Draft] = {}
        last: _Draft | None = None
        early: list[int] = []
        for at in self.reading.blocks_in(box.start, box.end):
            if at in self.taken:
                continue
            if self.blocks[at].kind is BlockKind.PICTURE:
                key = stem(self.blocks[at].url) or self.blocks[at].url or ""
                last = drafts.setdefault(key, _Draft(is_named=True)) if key or not last else last
                last.pictures.append(at)
            elif self._is_caption(at, box):
                (last.captions if last else early).append(at)
            else:
                continue
            self.taken.add(at)
        made = list(drafts.values())
        made[0].captions[:0] = early
        self.drafts += made

    def _orphan(self, index: int) -> None:
        """A run of captions outside every box: they are of the picture close by, or of one that is lost."""
        run = [index]
        while run[-1] + 1 < len(self.blocks) and self._continues(run[-1] + 1):
            run.append(run[-1] + 1)
        self.taken.update(run)
        if any(container.tag in ("table", "caption") for container in self.reading.around(index)[:3]):
            return
        near = self._near(index, run[-1])
        if near is None:
            near = _Draft()
            self.drafts.append(near)
        near.captions += run
        near.is_named = True

    def _continues(self, index: int) -> bool:
        return self.blocks[index].kind is BlockKind.CAPTION and index not in self.taken

    def _near(self, first: int, last: int) -> _Draft | None:
        """The draft without caption whose picture stands close before the run, or right after it."""
        for draft in self.drafts:
            if draft.captions or not draft.pictures:
                continue
            if 0 < first - draft.pictures[-1] <= FAR + 1 and self._nothing_between(draft.pictures[-1], first):
                return draft
            if draft.pictures[0] == last + 1:
                return draft
        return None

    def _nothing_between(self, picture: int, caption: int) -> bool:
        return sum(len(self.reading.texts[at]) for at in range(picture + 1, caption)) < 60

    def _below(self, draft: _Draft) -> None:
        """A line right below the picture that is all credit, or that its element calls caption or credit."""
        index = draft.pictures[-1] + 1
        if (
            index >= len(self.blocks)
            or index in self.taken
            or self.blocks[index].kind is not BlockKind.PARAGRAPH
        ):
            return
        text = self.reading.texts[index]
        if not text.strip() or len(text) > LONGEST_BOX:
            return
        if self._is_called_caption(index, len(text)) or self._tells_its_maker(index):
            self.taken.add(index)
            draft.captions.append(index)

    def _is_called_caption(self, index: int, size: int) -> bool:
        block = self.blocks[index]
        whole = [
            one for one in self.reading.inside(block.start, block.end) if one.end - one.start >= size - 2
        ]
        around = [one for one in self.reading.around(index)[:2] if one.end - one.start <= size + 2]
        named = [one for one in (*whole, *around) if is_caption_box(one) or one.tag == "small"]
        credited = size <= LONGEST and any(is_credit_box(one) for one in (*whole, *around))
        return bool(named) or credited


def _first(draft: _Draft) -> int:
    return min((*draft.pictures, *draft.captions))


def on_page(reading: Reading) -> tuple[PageFigure, ...]:
    """Every figure of the page, in order; a caption without picture is a figure as well."""
    return tuple(_figure(reading, draft) for draft in _Page(reading).gather())


def _figure(reading: Reading, draft: _Draft) -> PageFigure:
    blocks, texts = reading.document.blocks, reading.texts
    captions, repeats, seen = list[Span](), list[Span](), set[str]()
    for index in sorted(draft.captions):
        words = squash(texts[index])
        (repeats if words in seen and len(words) > 3 else captions).append(
            (blocks[index].start, blocks[index].end)
        )
        seen.add(words)
    controlled = tuple(span for start, end in captions for span in controls(reading, start, end - 1))
    urls = [blocks[index].url for index in draft.pictures if blocks[index].url]
    alts = [texts[index] for index in draft.pictures if texts[index].strip()]
    return PageFigure(
        at=blocks[_first(draft)].start,
        url=urls[0] if urls else None,
        alt=alts[0] if alts else "",
        pictures=tuple((blocks[index].start, blocks[index].end) for index in draft.pictures),
        captions=tuple(captions),
        credits=tuple(_credits(reading, captions, controlled)),
        controls=controlled,
        repeats=tuple(repeats),
        is_named=draft.is_named,
    )


def _credits(reading: Reading, captions: list[Span], controlled: tuple[Span, ...]) -> Iterator[Span]:
    """The credits in all blocks of a caption; a last block that is a name and nothing else is one."""
    found = False
    for number, (start, end) in enumerate(captions):
        for first, last in _without(controlled, start, end - 1):
            own = credits_of(reading, first, last)
            if not own and not found and number and number == len(captions) - 1:
                own = ((first, last),) if is_name(reading.document.text[first:last]) else ()
            found = found or bool(own)
            yield from own


def _without(controlled: tuple[Span, ...], start: int, end: int) -> Iterator[Span]:
    """The parts of the span between controls."""
    for first, last in controlled:
        if start <= first < end:
            if start < first:
                yield start, first
            start = last
    if start < end:
        yield start, end
