"""Every figure of an HTML page: pictures with the captions and credits around them."""

from collections.abc import Iterator
from functools import partial

from archiver.extract.figures.controls import is_control, is_icon
from archiver.extract.figures.found import Draft, PageFigure, Span
from archiver.extract.figures.loose import (
    LONGEST_ALONE,
    begins_as_alt,
    is_byline,
    is_caption_below,
    is_caption_box,
    is_dated,
    names_makers,
    stem,
    tells_its_maker,
)
from archiver.extract.figures.marked import is_button, is_credit_box
from archiver.extract.figures.pieces import figure, first_of
from archiver.extract.figures.printed import is_all_credit
from archiver.extract.layout.measure import measure
from archiver.extract.reading import Reading
from archiver.extract.words import vocabulary
from archiver.model.document import BlockKind, Container

LONGEST_FIGURE = 3000
"""Most characters in a `figure` element that is one."""
LONGEST_BOX = 1500
"""Most characters in another element that is the box of one picture."""
LONGEST_NAMELESS = 450
"""Most characters printed beside a picture in an element without a telling name."""
LONGEST_UNCREDITED = 240
"""The same where nothing tells who made the picture: a longer text is a paragraph of the story."""
SHORTEST_NAMELESS = 8
"""Fewest characters of such words: fewer are a label of the picture."""
MOST_PROSE = 0.4
"""An element without a telling name that holds more than this share of the page's prose holds its story."""
MOST_LINES = 3
"""Most blocks of words beside a picture whose element only holds the two."""
LONGEST_OFFERED = 90
"""Longest name of what is offered, in characters."""
LEAST_TITLE = 20
"""Fewest characters of a link that is the title of another page."""
LEAST_LETTERS = 5
"""Fewest letters of such a name."""
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
_OFFERS = frozenset(["product", "products", "offer", "offers", "deal", "deals"])
_WORDS = frozenset([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION])
_NO_BOX = frozenset(
    ["html", "body", "main", "article", "header", "a", "ul", "ol", "p", "aside", "blockquote"]
)


def _has_box_name(container: Container) -> bool:
    names = vocabulary("picture_box").words | vocabulary("picture_caption").words
    return container.tag not in _NO_BOX and not container.words.isdisjoint(names)


class _Page:
    """The figures of one page while they are gathered."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.blocks = reading.document.blocks
        self.taken: set[int] = set()
        self.drafts: list[Draft] = []

    def gather(self) -> list[Draft]:
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
        self._alone()
        return sorted(self.drafts, key=first_of)

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
        if kinds.count(BlockKind.PICTURE) > 6:
            return False
        if BlockKind.HEADING in kinds:
            return self._is_headed(within)
        if container.words & _OFFERS and self._offered(within) is not None:
            return True
        if _has_box_name(container) and any(self._is_caption(at, container) for at in within):
            return True
        return self._is_bare(container, within)

    def _is_headed(self, within: range) -> bool:
        """Whether a picture, a heading that links nowhere and a credit are all that the element holds."""
        words = [at for at in within if self.blocks[at].kind is not BlockKind.PICTURE]
        heads = [at for at in words if self.blocks[at].kind is BlockKind.HEADING]
        if len(heads) != 1 or self.reading.linked(self.blocks[heads[0]].start, self.blocks[heads[0]].end):
            return False
        rest = [at for at in words if at != heads[0]]
        if not rest:
            return tells_its_maker(self.reading, heads[0])
        return len(rest) == 1 and rest[0] > heads[0] and is_all_credit(self.reading.texts[rest[0]])

    def _offered(self, within: range) -> int | None:
        """The line that names what is offered for sale, where beside it stand links and credits alone."""
        found = []
        for at in within:
            block, text = self.blocks[at], self.reading.texts[at].strip()
            if block.kind is BlockKind.PICTURE or not text or is_all_credit(text):
                continue
            if self.reading.linked(block.start, block.end) * 2 < len(text):
                found.append(at)
        name = self.reading.texts[found[0]] if len(found) == 1 else ""
        is_name = len(name) <= LONGEST_OFFERED and sum(map(str.isalpha, name)) >= LEAST_LETTERS
        return found[0] if is_name else None

    def _is_bare(self, container: Container, within: range) -> bool:
        """Whether a picture and a few words that link nowhere are all that the element holds."""
        words = [at for at in within if self.blocks[at].kind in _WORDS and not self._is_button(at)]
        pictures = {stem(self.blocks[at].url) for at in within if self.blocks[at].kind is BlockKind.PICTURE}
        if (
            not 0 < len(words) <= MOST_LINES
            or len(pictures) != 1
            or self.blocks[within[-1]].end > container.end + 1
        ):
            return False
        told = self.reading.once(measure)
        is_all = told.prose_of(within) > MOST_PROSE * told.all_prose
        if is_all or any(self._is_elsewhere(at) for at in words):
            return False
        size = sum(len(self.reading.texts[at]) for at in words)
        linked = sum(self.reading.linked(self.blocks[at].start, self.blocks[at].end) for at in words)
        if size > LONGEST_NAMELESS or linked * 2 > size:
            return False
        if any(tells_its_maker(self.reading, at) for at in words):
            return True
        if not SHORTEST_NAMELESS <= size <= LONGEST_UNCREDITED:
            return False
        around = (container, *self.reading.around(words[0])[:4])
        return not any(
            one.words & vocabulary("no_figure").words for one in around if one.end - one.start <= LONGEST_BOX
        )

    def _is_button(self, index: int) -> bool:
        """Whether the block has no words, or those of a button."""
        text = self.reading.texts[index].strip()
        around = self.reading.around(index)[:2]
        return is_control(text) or not text or any(is_button(one) for one in around)

    def _is_elsewhere(self, index: int) -> bool:
        """Whether the block is the title of another page, or names who wrote this one."""
        block, text = self.blocks[index], self.reading.texts[index].strip()
        if is_byline(text) or is_dated(text):
            return True
        is_link = self.reading.linked(block.start, block.end) >= len(text) >= LEAST_TITLE
        return is_link and not tells_its_maker(self.reading, index)

    def _pictures_in(self, box: Container) -> list[int]:
        within = self.reading.blocks_in(box.start, box.end)
        return [at for at in within if self.blocks[at].kind is BlockKind.PICTURE]

    def _is_caption(self, index: int, box: Container) -> bool:
        """Whether the block is a caption or a credit of a picture in the box."""
        kind, text = self.blocks[index].kind, self.reading.texts[index]
        if kind is BlockKind.CAPTION or kind in _NO_CAPTION or not text.strip():
            return kind is BlockKind.CAPTION
        within = self.reading.blocks_in(box.start, box.end)
        if kind is BlockKind.HEADING:
            return self._is_headed(within)
        return (
            (bool(box.words & _OFFERS) and self._offered(within) == index)
            or box.tag == "figure"
            or self._is_bare(box, within)
            or tells_its_maker(self.reading, index)
            or begins_as_alt(self.reading, index, self._pictures_in(box))
            or self._is_named(index, box)
            or is_all_credit(text)
        )

    def _is_named(self, index: int, box: Container) -> bool:
        """Whether an element between the block and the box, or all of the block, is named so."""
        block = self.blocks[index]
        for container in self.reading.around(index):
            if container.start <= box.start and container.end >= box.end:
                break
            if is_caption_box(container) or is_credit_box(container):
                return True
        size = len(self.reading.texts[index])
        return any(
            (is_caption_box(one) or is_credit_box(one)) and one.end - one.start >= size - 2
            for one in self.reading.inside(block.start, block.end)
        )

    def _box(self, index: int) -> None:
        """Drafts for the picture and for the others of its box."""
        box = self._box_of(index)
        if box is None:
            self.taken.add(index)
            self.drafts.append(Draft(pictures=[index]))
            return
        drafts: dict[str, Draft] = {}
        last: Draft | None = None
        early: list[int] = []
        for at in self.reading.blocks_in(box.start, box.end):
            if at in self.taken:
                continue
            if self.blocks[at].kind is BlockKind.PICTURE:
                key = stem(self.blocks[at].url) or self.blocks[at].url or ""
                if last and is_icon(self.blocks[at].url):
                    continue
                last = drafts.setdefault(key, Draft(is_named=True)) if key or not last else last
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
        beside = self.blocks[max(0, index - 1) : run[-1] + 2]
        if any(block.kind is BlockKind.TABLE for block in beside):
            return
        if any(container.tag in ("table", "caption") for container in self.reading.around(index)[:3]):
            return
        near = self._near(index, run[-1])
        if near is None:
            near = Draft()
            self.drafts.append(near)
        near.captions += run
        near.is_named = True

    def _continues(self, index: int) -> bool:
        return self.blocks[index].kind is BlockKind.CAPTION and index not in self.taken

    def _near(self, first: int, last: int) -> Draft | None:
        """The draft without caption whose picture stands close before the run, or right after it."""
        for draft in self.drafts:
            if not draft.pictures or not all(is_control(self.reading.texts[at]) for at in draft.captions):
                continue
            if 0 < first - draft.pictures[-1] <= FAR + 1 and self._nothing_between(draft.pictures[-1], first):
                return draft
            if draft.pictures[0] == last + 1:
                return draft
        return None

    def _nothing_between(self, picture: int, caption: int) -> bool:
        return sum(len(self.reading.texts[at]) for at in range(picture + 1, caption)) < 60

    def _below(self, draft: Draft) -> None:
        """A line right below the picture that is all credit, or that its element calls caption or credit."""
        index = draft.pictures[-1] + 1
        if index >= len(self.blocks) or index in self.taken:
            return
        if is_caption_below(self.reading, index, draft.pictures):
            self.taken.add(index)
            draft.captions.append(index)

    def _alone(self) -> None:
        """Lines anywhere that name a picture's maker and say nothing else: credits of a picture elsewhere."""
        for index, block in enumerate(self.blocks):
            is_line = block.kind in _WORDS and block.end - block.start <= LONGEST_ALONE
            if is_line and index not in self.taken and names_makers(self.reading.texts[index]):
                self.taken.add(index)
                self.drafts.append(Draft(captions=[index]))


def drafts(reading: Reading) -> list[Draft]:
    """Every figure of the page as its blocks, in order; a caption without picture is a figure as well."""
    return _Page(reading).gather()


def on_page(reading: Reading, *spans: Span) -> Iterator[PageFigure]:
    """The figures of the page that begin in one of the spans, in order."""
    for number, draft in enumerate(reading.once(drafts)):
        at = reading.starts[first_of(draft)]
        if any(start <= at < end for start, end in spans):
            yield reading.remembered(f"figure {number}", partial(figure, reading, draft))
