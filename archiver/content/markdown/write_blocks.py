"""Body blocks as Markdown that people can read and edit."""

import re
from collections.abc import Iterable

from archiver.content.markdown.escape import PICTURE_SCHEMES, address, destination, escape_line
from archiver.content.markdown.inline import inline
from archiver.content.markdown.lists import tidy
from archiver.model.article import (
    BodyBlock,
    Break,
    Embed,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    Quote,
    Table,
)
from archiver.text import clean

APART = "braces-apart"
"""Info word of a fence whose text would be a template's: a backslash stands in each `{{`, `{%`, `{#`."""
EMBED = "embed"
EMBED_UNTITLED = "embed, untitled"
EMBED_MISSING = "missing embed"
EMBED_MISSING_UNTITLED = "missing embed, untitled"
_BRACE = re.compile(r"\{(?=\\*[{%#])")
_TEMPLATE = re.compile(r"\{[{%#]")


def write_blocks(blocks: Iterable[BodyBlock], bullet: str = "-") -> str:
    """Markdown of the blocks, without a closing newline; `bullet` opens the items of lists."""
    pieces: list[str] = []
    before: BodyBlock | None = None
    offsets: list[int] = []
    for block in tidy(blocks):
        written: str | None
        if isinstance(block, ListItem):
            written = _item(block, offsets, bullet)
        else:
            offsets = []
            written = _block(block)
        if written is None:
            continue
        if before is not None:
            pieces.append(_gap(before, block))
        pieces.append(written)
        before = block
    return "".join(pieces)


def _gap(before: BodyBlock, block: BodyBlock) -> str:
    """What parts two blocks: a line, or only a line end between items of one list."""
    if isinstance(before, ListItem) and isinstance(block, ListItem):
        loose = before.continued or block.continued
        starts = block.ordered and (not before.ordered or block.depth > before.depth)
        return "\n\n" if loose or starts or before.ordered != block.ordered else "\n"
    if isinstance(before, Quote) and isinstance(block, Quote):
        return "\n" + "> " * (min(before.depth, block.depth) - 1) + ">\n"
    return "\n\n"


def _item(item: ListItem, offsets: list[int], bullet: str) -> str:
    """One item, indented to the text of the item that holds it."""
    if item.continued:
        del offsets[item.depth :]
        indent = " " * offsets[item.depth - 1]
        return indent + inline(item.prose).replace("\n", f"\n{indent}")
    del offsets[item.depth - 1 :]
    indent = " " * (offsets[-1] if offsets else 0)
    marker = f"{item.number}. " if item.ordered else f"{bullet} "
    offsets.append(len(indent) + len(marker))
    return indent + marker + inline(item.prose).replace("\n", "\n" + " " * offsets[-1])


def _block(block: BodyBlock) -> str | None:  # noqa: PLR0911 - one return for each kind of block
    match block:
        case Paragraph(prose=prose):
            return inline(prose)
        case Heading(prose=prose, level=level):
            return f"{'#' * level} {_unclosed(inline(prose, one_line=True))}"
        case Quote(prose=prose, depth=depth):
            prefix = "> " * depth
            return prefix + inline(prose).replace("\n", f"\n{prefix}")
        case Preformatted(text=text):
            return _fenced(clean(text))
        case Table(rows=rows):
            lines = [
                "| " + " | ".join(inline(cell, one_line=True, cell=True) for cell in row) + " |"
                for row in rows
            ]
            return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])
        case Figure():
            return _figure(block)
        case Embed():
            return _embed(block)
        case Break():
            return "***"
        case _:
            return None


def _unclosed(heading: str) -> str:
    """The heading's words, so that a # at their end is not taken for the closing of the heading."""
    return f"{heading[:-1]}\\#" if heading.endswith("#") and not heading.endswith("\\#") else heading


def _fenced(text: str) -> str:
    info = APART if _TEMPLATE.search(text) else ""
    if info:
        text = _BRACE.sub(r"{\\", text)
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{info}\n{text}\n{fence}" if text else f"{fence}\n{fence}"


def braces_together(text: str) -> str:
    """The text of a fence marked `braces-apart` as it was captured."""
    return re.sub(r"\{\\(?=\\*[{%#])", "{", text)


def _figure(figure: Figure) -> str:
    """The picture, its caption below it, and each credit on a line of its own."""
    url = address(figure.url, PICTURE_SCHEMES, local=True)
    lines = [f"![{escape_line(clean(figure.alt))}]({destination(url) if url else ''})"]
    if caption := inline(figure.caption):
        lines.append(caption)
    lines.extend(f"*({escape_line(text)})*" for c in figure.credits if (text := clean(c.text)))
    return "\\\n".join(lines)


def _embed(embed: Embed) -> str:
    """A paragraph that is one link, whose title says what it is."""
    url = address(embed.url, PICTURE_SCHEMES)
    title = escape_line(clean(embed.title))
    if url:
        kind = EMBED if title else EMBED_UNTITLED
        return f'[{title or escape_line(url)}]({destination(url)} "{kind}")'
    kind = EMBED_MISSING if title else EMBED_MISSING_UNTITLED
    return f'[{title or EMBED_MISSING}](<> "{kind}")'
