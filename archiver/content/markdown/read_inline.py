"""Inline Markdown tokens as prose, pictures and credits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from archiver.content.markdown.escape import PICTURE_SCHEMES, address
from archiver.content.markdown.spans import normal
from archiver.model.article import Prose, Span
from archiver.model.document import MarkKind

_KINDS = {"strong": MarkKind.STRONG, "em": MarkKind.EMPHASIS, "link": MarkKind.LINK}


@dataclass(slots=True, kw_only=True)
class _Gathered:
    """Words and spans while tokens are read."""

    words: list[str] = field(default_factory=list)
    length: int = 0
    open: list[tuple[MarkKind, int, str]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def add(self, words: str) -> None:
        self.words.append(words)
        self.length += len(words)

    def close(self) -> None:
        kind, start, href = self.open.pop()
        self.spans.append(Span(kind=kind, start=start, end=self.length, href=href))


def plain_of(tokens: Iterable[Token] | None) -> str:
    """The words of inline tokens."""
    words = []
    for token in tokens or ():
        if token.type in ("softbreak", "hardbreak"):
            words.append(" " if token.type == "softbreak" else "\n")
        elif token.type == "image":
            words.append(plain_of(token.children))
        else:
            words.append(token.content)
    return "".join(words)


def prose_of(tokens: Iterable[Token] | None) -> Prose:
    """The prose of inline tokens; a picture becomes a link of its alt text."""
    found = _Gathered()
    for token in tokens or ():
        name, _, end = token.type.rpartition("_")
        if token.type == "softbreak":
            found.add(" ")
        elif token.type == "hardbreak":
            found.add("\n")
        elif token.type == "image":
            found.open.append((MarkKind.LINK, found.length, str(token.attrs.get("src", ""))))
            found.add(plain_of(token.children) or str(token.attrs.get("src", "")))
            found.close()
        elif token.type == "code_inline":
            found.open.append((MarkKind.CODE, found.length, ""))
            found.add(token.content)
            found.close()
        elif name in _KINDS and end == "open":
            found.open.append((_KINDS[name], found.length, str(token.attrs.get("href", ""))))
        elif name in _KINDS and found.open:
            found.close()
        else:
            found.add(token.content)
    while found.open:
        found.close()
    return normal(Prose(text="".join(found.words), spans=tuple(found.spans)))


def lines_of(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens parted at hard line breaks."""
    lines: list[list[Token]] = [[]]
    for token in tokens:
        if token.type == "hardbreak":
            lines.append([])
        else:
            lines[-1].append(token)
    return lines


def credit_of(line: Sequence[Token]) -> str | None:
    """The credit that a line prints as `*(credit)*`, or None."""
    if len(line) < 3 or line[0].type != "em_open" or line[0].markup != "*" or line[-1].type != "em_close":
        return None
    if any(token.type == "em_close" for token in line[:-1]):
        return None
    words = plain_of(line)
    return words[1:-1] if words.startswith("(") and words.endswith(")") and len(words) > 2 else None


def pictures_apart(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens parted before each picture that stands outside other markup."""
    parts: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        if token.type == "image" and depth == 0:
            parts.append([])
        depth += token.nesting
        parts[-1].append(token)
    return [part for part in parts if part]


def picture_address(token: Token) -> str | None:
    """The address of an image token, if it is safe to show."""
    return address(str(token.attrs.get("src", "")), PICTURE_SCHEMES, local=True)
