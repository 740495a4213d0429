"""What one built file refers to: links, anchors, things a browser would load."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

_LOADS = frozenset(
    (("img", "src"), ("script", "src"), ("iframe", "src"), ("frame", "src"), ("embed", "src"),
     ("audio", "src"),
     ("video", "src"), ("video", "poster"), ("source", "src"), ("track", "src"), ("input", "src"),
     ("object", "data"), ("image", "href"), ("use", "href"), ("body", "background"))
)  # fmt: skip
"""(element, attribute) that a browser fetches without being asked."""
_SETS = frozenset((("img", "srcset"), ("source", "srcset"), ("link", "imagesrcset")))
_LINKS = frozenset((("a", "href"), ("area", "href"), ("form", "action"), ("button", "formaction")))
_QUIET_RELS = frozenset(
    ("alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search", "bookmark")
)
"""What a link element may stand for without a browser fetching it."""
_CSS_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+["']([^"']*)["']""")
_REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One address that a file names."""

    url: str
    line: int | None
    loads: bool
    """A browser fetches it without being asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a page says that others depend on."""

    ids: frozenset[str]
    doubled: tuple[tuple[str, int | None], ...]
    """Ids that stand more than once, with the line of the second."""
    references: tuple[Reference, ...]
    active: tuple[tuple[str, int | None], ...]
    """Event handlers, with their lines."""


def html_facts(data: bytes) -> Facts:
    """The facts of an HTML page in UTF-8."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, no_network=True)
    root = etree.fromstring(data, parser) if data.strip() else None
    ids: set[str] = set()
    doubled: list[tuple[str, int | None]] = []
    references: list[Reference] = []
    active: list[tuple[str, int | None]] = []
    for element in root.iter(etree.Element) if root is not None else ():
        line = element.sourceline
        for name, value in element.attrib.items():
            attribute = str(name).rpartition(":")[2].lower()
            if attribute == "id":
                if value in ids:
                    doubled.append((str(value), line))
                ids.add(str(value))
            elif attribute.startswith("on"):
                active.append((attribute, line))
            elif attribute == "style" and "url(" in value:
                references += _of_css(str(value), line)
            else:
                references += _of_attribute(element, attribute, str(value), line)
        if element.tag == "style" and element.text:
            references += _of_css(str(element.text), line)
    return Facts(
        ids=frozenset(ids), doubled=tuple(doubled), references=tuple(references), active=tuple(active)
    )


def css_references(data: bytes) -> tuple[Reference, ...]:
    """What a style sheet loads."""
    return tuple(_of_css(data.decode(errors="replace"), None))


def xml_references(data: bytes) -> tuple[Reference, ...]:
    """The addresses in a sitemap or a feed; raises ValueError for what is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    found = []
    for element in root.iter(etree.Element):
        name = str(element.tag).rpartition("}")[2]
        url = element.text if name == "loc" else element.get("href") if name == "link" else None
        if url:
            found.append(Reference(url=str(url).strip(), line=element.sourceline, loads=False))
    return tuple(found)


def _of_attribute(
    element: "etree._Element", attribute: str, value: str, line: int | None
) -> Iterator[Reference]:
    tag = str(element.tag)
    if (tag, attribute) in _LINKS:
        yield Reference(url=value, line=line, loads=False)
    elif (tag, attribute) in _LOADS:
        yield Reference(url=value, line=line, loads=True)
    elif (tag, attribute) in _SETS:
        for candidate in value.split(","):
            if words := candidate.split():
                yield Reference(url=words[0], line=line, loads=True)
    elif (tag, attribute) == ("link", "href"):
        rels = (element.get("rel") or "").lower().split()
        yield Reference(url=value, line=line, loads=not set(rels) <= _QUIET_RELS)
    elif (tag, attribute) == ("meta", "content") and (element.get("http-equiv") or "").lower() == "refresh":
        for found in _REFRESH.finditer(value):
            yield Reference(url=found[1], line=line, loads=True)


def _of_css(css: str, line: int | None) -> Iterator[Reference]:
    for found in _CSS_URL.finditer(css):
        yield Reference(url=next(filter(None, found.groups()), ""), line=line, loads=True)
