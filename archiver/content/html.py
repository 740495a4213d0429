"""Body blocks as HTML: every captured character escaped, every tag and attribute our own."""

from collections.abc import Iterable
from html import escape

from archiver.content.markdown.escape import PICTURE_SCHEMES, address, is_local
from archiver.content.scripts import language_mark
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
    blocks: Iterable[BodyBlock],
    *,
    heading_shift: int = 0,
    paragraph_ids: bool = False,
    rel: str = REL,
    language: str | None = None,
) -> str:
    """Safe HTML of a body, which asks nothing of another site: pictures there are links.

    Args:
        blocks: What to show.
        heading_shift: How many levels deeper headings stand, to at most h6.
        paragraph_ids: Give each paragraph, heading, item, quotation and caption the id `p-` and 8 hex
            digits of its text's digest, with `-2`, `-3` for repeats, so that a link to it survives edits
            elsewhere, and a link to itself, which has no words.
        rel: The rel attribute of links, `nofollow noopener ugc` for what readers wrote.
        language: BCP 47 tag of the text; blocks in another script are marked.

    """
    out: list[str] = []
    name = _Names(paragraph_ids, language).name
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
                said, here = name(prose.text)
                out.append(f"<p{said}>{prose_html(prose, rel)}{here}</p>\n")
            case ListItem():
                _item(out, lists, block, rel, name(block.prose.text))
            case Quote(prose=prose):
                said, here = name(prose.text)
                out.append(f"<p{said}>{prose_html(prose, rel)}{here}</p>\n")
            case Heading(prose=prose, level=level):
                level = max(1, min(6, level + heading_shift))
                said, here = name(prose.text)
                out.append(f"<h{level}{said}>{prose_html(prose, rel)}{here}</h{level}>\n")
            case Figure(caption=caption) if caption.text:
                out.append(_figure(block, rel, *name(caption.text)))
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


class _Names:
    """Gives each block of one body an id of its own, made from its words, and marks its script."""

    def __init__(self, ids: bool, language: str | None) -> None:
        self._ids = ids
        self._language = language
        self._seen: dict[str, int] = {}

    def name(self, text: str) -> tuple[str, str]:
        """(attributes with a leading space, the block's link to itself)."""
        mark = language_mark(text, self._language) if self._language is not None else ""
        if not self._ids:
            return mark, ""
        name = f"p-{digest(text)}"
        count = self._seen[name] = self._seen.get(name, 0) + 1
        name = name if count == 1 else f"{name}-{count}"
        link = f'<a class="here" href="#{name}" aria-label="Link to this paragraph"></a>'
        return f' id="{name}"{mark}', link


def _close_lists(out: list[str], lists: list[str], depth: int) -> None:
    while len(lists) > depth:
        out.append(f"</li>\n</{lists.pop()}>\n")


def _item(out: list[str], lists: list[str], item: ListItem, rel: str, name: tuple[str, str]) -> None:
    """One item; lists that end before it are closed, its own is opened where it is new."""
    depth = max(1, min(item.depth, len(lists) + 1))
    _close_lists(out, lists, depth)
    said, here = name
    words = f"{prose_html(item.prose, rel)}{here}"
    if item.continued and len(lists) == depth:
        out.append(f"<p{said}>{words}</p>")
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
    out.append(f"<li{said}{value}>{words}")


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


def _figure(figure: Figure, rel: str, said: str = "", here: str = "") -> str:
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
    caption = (
        f'<span class="caption">{prose_html(figure.caption, rel)}</span>{here}' if figure.caption.text else ""
    )
    printed = " ".join(f'<span class="credit">{escape(credit.text)}</span>' for credit in figure.credits)
    words = " ".join(part for part in (caption, printed) if part)
    return (
        f"<figure{said}>\n{picture}"
        + (f"<figcaption>{words}</figcaption>\n" if words else "")
        + "</figure>\n"
    )


def _embed(embed: Embed, rel: str) -> str:
    url = address(embed.url, PICTURE_SCHEMES)
    if url:
        quoted = f"<p>{escape(embed.title)}</p>\n" if embed.title else ""
        link = f'<a href="{escape(url)}" rel="{escape(rel)}">{escape(url)}</a>'
        return f'<blockquote class="embed" cite="{escape(url)}">\n{quoted}<p>{link}</p>\n</blockquote>\n'
    title = f": {escape(embed.title)}" if embed.title else ""
    return f'<p class="embed missing">Missing embed{title}</p>\n'
