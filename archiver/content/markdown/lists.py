"""Lists and quotations in the one form that Markdown can say."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archiver.content.markdown.spans import normal
from archiver.model.article import BodyBlock, Heading, ListItem, Paragraph, Quote, Table

DEPTH_LIMIT = 16
"""Deepest list or quotation that is written; what lies deeper is written at this depth."""
_LARGEST_NUMBER = 999_999_999


def tidy(blocks: Iterable[BodyBlock]) -> Iterator[BodyBlock]:
    """The blocks as Markdown can say them.

    Blocks without words are left out. An item is at most one deeper than the one before it; a further
    paragraph has an item to belong to and that item's kind; every numbered item has a number.
    """
    path: list[ListItem] = []
    for block in blocks:
        made = _filled(block)
        if made is None:
            continue
        if isinstance(made, ListItem):
            made = _item(made, path)
        else:
            path = []
        yield made


def _filled(block: BodyBlock) -> BodyBlock | None:
    match block:
        case Heading() | Paragraph() | ListItem() | Quote():
            prose = normal(block.prose)
            if not prose.text:
                return None
            made = block if prose is block.prose else replace(block, prose=prose)
            if isinstance(made, Heading) and not 2 <= made.level <= 6:
                return replace(made, level=min(6, max(2, made.level)))
            if isinstance(made, Quote) and not 1 <= made.depth <= DEPTH_LIMIT:
                return replace(made, depth=min(DEPTH_LIMIT, max(1, made.depth)))
            return made
        case Table(rows=rows):
            return block if rows and rows[0] else None
        case _:
            return block


def _item(item: ListItem, path: list[ListItem]) -> ListItem:
    """The item as it stands in its list; `path` holds the item that is open at each depth."""
    depth = max(1, min(item.depth, len(path) + 1, DEPTH_LIMIT))
    if item.continued and depth <= len(path):
        owner = path[depth - 1]
        del path[depth:]
        return _as(item, depth=depth, ordered=owner.ordered, number=None, continued=True)
    before = path[depth - 1] if depth <= len(path) else None
    number = item.number if item.ordered else None
    if item.ordered and (number is None or not 0 <= number <= _LARGEST_NUMBER):
        number = before.number + 1 if before and before.ordered and before.number is not None else 1
        number = min(number, _LARGEST_NUMBER)
    made = _as(item, depth=depth, ordered=item.ordered, number=number, continued=False)
    path[depth - 1 :] = [made]
    return made


def _as(item: ListItem, *, depth: int, ordered: bool, number: int | None, continued: bool) -> ListItem:
    made = ListItem(prose=item.prose, depth=depth, ordered=ordered, number=number, continued=continued)
    return item if made == item else made
