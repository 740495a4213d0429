"""What a page says about itself in JSON-LD (JSON-LD 1.1 with schema.org's Article and its kinds).

Real pages write it broken: wrapped in comments, with trailing commas, escaped entities, several objects in a
row. Each is tried in turn; where nothing parses, single fields are still read out of the text.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from archiver.model.document import Fact
from archiver.parse.scripts.fragment import without_markup
from archiver.text import clean, squash

LARGEST_CHARACTERS = 2_000_000
"""A script longer than this is passed over."""
MOST_NODES = 20_000
"""Nodes looked at in one script."""
_WRAPPING = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*;?\s*$|^\s*;|;\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_ARTICLE = re.compile(r"(?:article|posting|report|review|story|opinion|analysis)$", re.IGNORECASE)
_NOT_ARTICLE = frozenset(["claimreview", "aggregatereview", "employeraggregaterating"])
_LISTS = frozenset(["CollectionPage", "SearchResultsPage", "ProfilePage"])
"""Pages that only lead to others."""
_FIELD = re.compile(r'"(headline|datePublished|dateModified|articleSection)"\s*:\s*"((?:[^"\\]|\\.){1,500})"')
_PLACES = ("url", "contentUrl")
_Graph = dict[str, dict[str, Any]]
_SIMPLE = {
    "headline": "title",
    "alternativeHeadline": "alternative-title",
    "description": "description",
    "datePublished": "published",
    "dateCreated": "created",
    "dateModified": "modified",
    "articleSection": "section",
    "inLanguage": "language",
    "commentCount": "comment-count",
    "articleBody": "body",
    "dateline": "dateline",
}
_WEAK = {"datePublished": "published", "dateModified": "modified", "inLanguage": "language"}
"""What a WebPage node may tell as well; it comes after what an article node tells."""


def json_ld_facts(scripts: Iterator[str]) -> Iterator[Fact]:
    """Facts of the page's article nodes first, then the weaker ones of its page nodes."""
    strong: list[Fact] = []
    weak: list[Fact] = []
    read = [(script, list(_nodes(script))) for script in scripts]
    graph = _graph(node for _, nodes in read for node in nodes)
    for script, nodes in read:
        for node in nodes:
            kind = _kind(node)
            if _ARTICLE.search(kind) and kind.lower() not in _NOT_ARTICLE:
                strong.extend(_article(node, kind, graph))
            elif kind in _LISTS:
                weak.append(Fact(field="page-kind", value=kind, evidence="json-ld @type"))
            elif kind.endswith("WebPage"):
                weak.extend(_page(node, kind))
        if not nodes:
            strong.extend(_broken(script))
    yield from strong
    yield from weak


def _graph(nodes: Iterable[dict[str, Any]]) -> _Graph:
    """The nodes that say what they are called or where they are, by the identifier that others refer to."""
    return {
        node["@id"]: node
        for node in nodes
        if isinstance(node.get("@id"), str) and any(name in node for name in ("name", *_PLACES))
    }


def _nodes(script: str) -> Iterator[dict[str, Any]]:
    """Every object of the script, outer ones first, in a bounded walk."""
    waiting = list(reversed(_values(script)))
    for _ in range(MOST_NODES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(reversed([inner for inner in value.values() if isinstance(inner, dict | list)]))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def _values(script: str) -> list[Any]:
    text = script[:LARGEST_CHARACTERS]
    bare = _WRAPPING.sub("", text).strip()
    for candidate in (text, bare, _TRAILING_COMMA.sub(r"\1", bare), html.unescape(bare)):
        found = _decode(candidate.strip())
        if found:
            return found
    return []


def _decode(text: str) -> list[Any]:
    """The JSON values that stand one after the other in the text; empty where the first is broken."""
    decoder = json.JSONDecoder(strict=False)
    found: list[Any] = []
    at = 0
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return found
        found.append(value)
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
    return found


def _kind(node: dict[str, Any]) -> str:
    kinds = node.get("@type")
    names = [str(kind).rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds])]
    return next((name for name in names if _ARTICLE.search(name)), names[0] if names else "")


def _text(value: Any) -> str:
    """A literal as one line of plain text; pages escape entities in JSON as well."""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return squash(clean(without_markup(html.unescape(str(value)))))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _article(node: dict[str, Any], kind: str, graph: _Graph) -> Iterator[Fact]:
    def fact(field: str, key: str, value: Any) -> Iterator[Fact]:
        if words := _text(value):
            yield Fact(field=field, value=words, evidence=f"json-ld {kind}.{key}")

    for key, field in _SIMPLE.items():
        for value in _list(node.get(key)):
            yield from fact(field, key, value)
    if "headline" not in node:
        yield from fact("title", "name", node.get("name"))
    for key in ("author", "creator"):
        for who in _list(node.get(key)):
            yield from fact(*_person(_resolved(who, graph), key))
    for publisher in _list(node.get("publisher"))[:1]:
        yield from fact("site", "publisher", _text(_resolved(publisher, graph)))
    for value in _list(node.get("keywords")):
        for tag in _text(value).split(",") if not isinstance(node["keywords"], list) else [value]:
            yield from fact("tag", "keywords", tag)
    for key in ("url", "mainEntityOfPage"):
        yield from fact("url", key, _address(node.get(key)))
    yield from fact("image", "image", _picture(node.get("image"), graph))
    if str(node.get("isAccessibleForFree")).lower() == "false":
        yield Fact(field="paywall", value="yes", evidence=f"json-ld {kind}.isAccessibleForFree")


def _resolved(value: Any, graph: _Graph) -> Any:
    """The node that a reference points to, where the page has it."""
    if isinstance(value, dict) and "name" not in value:
        return graph.get(str(value.get("@id")), value)
    return value


def _picture(value: Any, graph: _Graph) -> str:
    """The address of the first picture; an identifier with a fragment names a node, not a file."""
    first = next(iter(_list(value)), None)
    if isinstance(first, str):
        first = graph.get(first, first)
    if isinstance(first, dict):
        first = first if any(place in first for place in _PLACES) else _resolved(first, graph)
    found = _address(first)
    return "" if "#" in found and isinstance(first, dict) and found == first.get("@id") else found


def _person(who: Any, key: str) -> tuple[str, str, str]:
    """(field, key, name): organisations are told apart from people."""
    is_person = not isinstance(who, dict) or not str(who.get("@type", "")).endswith("Organization")
    return ("author" if is_person else "author-organisation", key, _text(who))


def _address(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("url") or value.get("contentUrl") or value.get("@id")
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@id")
    return value if isinstance(value, str) and value.startswith(("http://", "https://", "/")) else ""


def _page(node: dict[str, Any], kind: str) -> Iterator[Fact]:
    for key, field in _WEAK.items():
        if words := _text(node.get(key)):
            yield Fact(field=field, value=words, evidence=f"json-ld {kind}.{key}")


def _broken(script: str) -> Iterator[Fact]:
    """Single fields read out of a script that is no JSON."""
    for found in _FIELD.finditer(script[:LARGEST_CHARACTERS]):
        if words := _text(found[2].replace('\\"', '"').replace("\\/", "/")):
            yield Fact(field=_SIMPLE[found[1]], value=words, evidence=f"json-ld {found[1]} (broken)")
