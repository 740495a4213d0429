"""Body blocks as HTML: every captured character escaped, every tag and attribute our own."""

from collections.abc import Iterable
from html import escape

from archiver.content.markdown.escape import PICTURE_SCHEMES, address, is_local
from archiver.model.article import (
    BodyBlock,
    Break,
    Embed,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    Prose,
    Quote,
    Table,
)
from archiver.model.document import MarkKind
from archiver.text import digest

_TAGS = {MarkKind.STRONG: "strong", MarkKind.EMPHASIS: "em", MarkKind.CODE: "code"}
REL = "nofollow noopener"


def to_html(
    blocks: Iterable[BodyBlock], *, heading_shift: int = 0, paragraph_ids: bool = False, rel: str = REL
) -> str:
    """Safe HTML of a body, which asks nothing of another site: pictures there are links.

    Args:
        blocks: What to show.
        heading_shift: How many levels deeper headings stand, to at most h6.
        paragraph_ids: Give each paragraph the id `p-` and 8 hex digits of its text's digest,
            with `-2`, `-3` for repeats, so that a link to it survives edits elsewhere.
        rel: The rel attribute of links, `nofollow noopener ugc` for what readers wrote.

    """
    out: list[str] = []
    seen: dict[str, int] = {}
    lists: list[str] = []
    quotes = 0
    for block in blocks:
        if lists and not isinstance(block, ListItem):
            _close_lists(out, lists, 0)
        depth = block.depth if isinstance(block, Quote) else 0
        if depth != quotes:
            out.append("<blockquote>" * (depth - quotes) + "</blockquote>" * (quotes - depth) + "\n")
            quotes = depth
        match block:
            case Paragraph(prose=prose):
                name = f' id="{_paragraph_id(prose.text, seen)}"' if paragraph_ids else ""
                out.append(f"<p{name}>{prose_html(prose, rel)}</p>\n")
            case ListItem():
                _item(out, lists, block, rel)
            case Quote(prose=prose):
                out.append(f"<p>{prose_html(prose, rel)}</p>\n")
            case Heading(prose=prose, level=level):
                level = max(1, min(6, level + heading_shift))
                out.append(f"<h{level}>{prose_html(prose, rel)}</h{level}>\n")
            case _:
                out.append(_other(block, rel))
    _close_lists(out, lists, 0)
    out.append("</blockquote>\n" * quotes)
    return "".join(out)


def prose_html(prose: Prose, rel: str = REL) -> str:
    """Words with their markup; spans must nest, and a link that is not safe to follow is left out."""
    text = prose.text
    if not prose.spans:
        shown = escape(text)
        return shown.replace("\n", "<br>\n") if "\n" in shown else shown
    out: list[str] = []
    waiting: list[tuple[int, str]] = []
    position = 0
    for span in prose.spans:
        while waiting and waiting[-1][0] <= span.start:
            end, tag = waiting.pop()
            out.append(escape(text[position:end]) + tag)
            position = end
        start, end = max(span.start, position), span.end
        if waiting:
            end = min(end, waiting[-1][0])
        href = address(span.href) if span.kind is MarkKind.LINK else None
        if start >= end or (span.kind is MarkKind.LINK and not href):
            continue
        out.append(escape(text[position:start]))
        position = start
        tag = "a" if href else _TAGS[span.kind]
        out.append(f'<a href="{escape(href)}" rel="{escape(rel)}">' if href else f"<{tag}>")
        waiting.append((end, f"</{tag}>"))
    while waiting:
        end, tag = waiting.pop()
        out.append(escape(text[position:end]) + tag)
        position = max(position, end)
    out.append(escape(text[position:]))
    return "".join(out).replace("\n", "<br>\n")


def _paragraph_id(text: str, seen: dict[str, int]) -> str:
    name = f"p-{digest(text)}"
    count = seen[name] = seen.get(name, 0) + 1
    return name if count == 1 else f"{name}-{count}"


def _close_lists(out: list[str], lists: list[str], depth: int) -> None:
    while len(lists) > depth:
        out.append(f"</li>\n</{lists.pop()}>\n")


def _item(out: list[str], lists: list[str], item: ListItem, rel: str) -> None:
    """One item; lists that end before it are closed, its own is opened where it is new."""
    depth = max(1, min(item.depth, len(lists) + 1))
    _close_lists(out, lists, depth)
    words = prose_html(item.prose, rel)
    if item.continued and len(lists) == depth:
        out.append(f"<p>{words}</p>")
        return
    tag = "ol" if item.ordered else "ul"
    if len(lists) == depth and lists[-1] != tag:
        _close_lists(out, lists, depth - 1)
    if len(lists) == depth:
        out.append("</li>\n")
    else:
        lists.append(tag)
        out.append(f"\n<{tag}>\n")
    value = f' value="{int(item.number)}"' if item.ordered and item.number is not None else ""
    out.append(f"<li{value}>{words}")


def _other(block: BodyBlock, rel: str) -> str:
    match block:
        case Preformatted(text=text):
            return f"<pre>\n{escape(text)}</pre>\n"
        case Table(rows=rows):
            return _table(rows, rel)
        case Figure():
            return _figure(block, rel)
        case Embed():
            return _embed(block, rel)
        case Break():
            return "<hr>\n"
        case _:
            return ""


def _table(rows: tuple[tuple[Prose, ...], ...], rel: str) -> str:
    out = ['<div class="table" tabindex="0">\n<table>\n']
    for index, row in enumerate(rows):
        tag = "td" if index else "th"
        cells = "".join(f"<{tag}>{prose_html(cell, rel)}</{tag}>" for cell in row)
        out.append(f"<tr>{cells}</tr>\n")
    out.append("</table>\n</div>\n")
    return "".join(out)


def _figure(figure: Figure, rel: str) -> str:
    """A picture of the bundle is shown; one elsewhere is a link, so that no reader is told on."""
    url = address(figure.url, PICTURE_SCHEMES, local=True)
    alt = escape(figure.alt)
    if url and is_local(url):
        picture = f'<img src="{escape(url)}" alt="{alt}" loading="lazy">\n'
    elif url:
        picture = (
            f'<p class="picture"><a href="{escape(url)}" rel="{escape(rel)}">{alt or "Picture"}</a></p>\n'
        )
    else:
        picture = f'<p class="picture missing">{alt}</p>\n' if alt else ""
    caption = f'<span class="caption">{prose_html(figure.caption, rel)}</span>' if figure.caption.text else ""
    printed = " ".join(f'<span class="credit">{escape(credit.text)}</span>' for credit in figure.credits)
    words = " ".join(part for part in (caption, printed) if part)
    return f"<figure>\n{picture}" + (f"<figcaption>{words}</figcaption>\n" if words else "") + "</figure>\n"


def _embed(embed: Embed, rel: str) -> str:
    url = address(embed.url, PICTURE_SCHEMES)
    if url:
        words = escape(embed.title or url)
        return f'<p class="embed"><a href="{escape(url)}" rel="{escape(rel)}">{words}</a></p>\n'
    title = f": {escape(embed.title)}" if embed.title else ""
    return f'<p class="embed missing">Missing embed{title}</p>\n'
