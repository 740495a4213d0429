"""Front matter as a person writes YAML: read with care, every problem with its line and remedy."""

from typing import Any

import yaml

from archiver.content.keys import KEYS, Kind, checked, unknown
from archiver.content.problem import problem

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEPTH_LIMIT = 6
_LENGTH_LIMIT = 1_000_000
_TRUE = frozenset(["true", "yes", "on"])
_FALSE = frozenset(["false", "no", "off"])
_NULL = "tag:yaml.org,2002:null"


def read_yaml(front: str, path: str) -> dict[str, Any]:
    """The values by key; a scalar is read as what its key holds, so `date: 2024-05-01` is a text."""
    if len(front) > _LENGTH_LIMIT:
        raise problem(path, 1, "the front matter is too long", "keep it under a million characters")
    try:
        _refuse_tricks(front, path)
        node = yaml.compose(front, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "characters that YAML does not allow"
        line = mark.line + 2 if mark else 2
        raise problem(
            path, line, f"not YAML: {what}", "put the value in double quotes", "front-matter-yaml"
        ) from None
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise problem(path, 2, "the front matter is not `key: value` lines", "write one key a line")
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 2
        if key not in KEYS:
            raise unknown(key, path, line)
        if key in values:
            raise problem(path, line, f"`{key}` is written twice", "keep one of them")
        value = _value(value_node, KEYS[key])
        if value is None:
            continue
        if not checked(KEYS[key], value):
            raise problem(
                path, line, f"`{key}` is not {KEYS[key]}", f"write {_EXAMPLES[KEYS[key]].format(key)}"
            )
        values[key] = value
    return values


_EXAMPLES = {
    Kind.TEXT: '`{}: "words"`',
    Kind.TEXTS: '`{}: ["one", "two"]`',
    Kind.COUNT: "`{}: 3`",
    Kind.FLAG: "`{}: true`",
    Kind.CREDITS: '`{}: [{{"text": "Ada Holm/Eld Post", "photographer": "Ada Holm"}}]`',
    Kind.MAP: '`{}: {{"title": "page"}}`',
}


def _refuse_tricks(front: str, path: str) -> None:
    """Refuse aliases, which can stand for a billion values in a few lines, and endless nesting."""
    depth = 0
    for event in yaml.parse(front, Loader=_LOADER):
        line = event.start_mark.line + 2 if event.start_mark else 2
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise problem(
                path, line, "anchors and aliases are not read", "write the value itself, in double quotes"
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEPTH_LIMIT:
            raise problem(path, line, "values are nested too deep", "write one key a line")


def _value(node: Any, kind: Kind | None) -> Any:
    if isinstance(node, yaml.SequenceNode):
        inner = Kind.MAP if kind is Kind.CREDITS else Kind.TEXT
        return [_value(item, inner) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _value(value, Kind.TEXT) for key, value in node.value}
    if node.tag == _NULL:
        return None
    return _scalar(str(node.value), kind)


def _scalar(text: str, kind: Kind | None) -> Any:
    if kind is Kind.TEXTS:
        return [text]
    if kind is Kind.COUNT and text.isascii() and text.isdigit() and len(text) < 12:
        return int(text)
    if kind is Kind.FLAG and text.lower() in _TRUE | _FALSE:
        return text.lower() in _TRUE
    return text
