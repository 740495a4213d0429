"""Reads site.toml, the site's choices; nothing else reads it, and nothing in it is computed."""

import difflib
import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from archiver import text
from archiver.errors import ConfigError, Diagnostic
from archiver.model.site import Correction, SiteConfig

FILE_NAME = "site.toml"
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_BASE_URL = re.compile(r"(https?://[^\s/?#\"'<>\\]+)?/([^\s?#\"'<>\\]*/)?", re.IGNORECASE)
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_LONGEST_LIST = 1000
_ENTRY_HINT = 'write [[corrections]] with date = "2024-05-01", note = "…" and page = "source/2022/04/slug/"'
_CODE = "config-invalid"


def load(path: Path) -> SiteConfig:
    """The site's choices, checked and complete.

    Raises ConfigError with file, line and remedy for a file that is absent or not TOML, for an unknown key,
    and for a value of the wrong type or out of range.
    """
    source = _read(path)
    try:
        values = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(path, source, error) from error
    for key, value in values.items():
        _check(path, source, key, value)
    if "title" not in values:
        raise _error(path, "`title` is missing", 'add a line such as: title = "My archive"')
    log = tuple(_correction(entry) for entry in values.pop("corrections", ()))
    return SiteConfig(**values, corrections=log)


def with_base_url(config: SiteConfig, base_url: str) -> SiteConfig:
    """The same choices for a site that stands elsewhere; raises ConfigError for an unusable address."""
    problem = _base_url_problem(base_url)
    if problem:
        raise ConfigError(
            Diagnostic(code=_CODE, message=f"base URL {base_url!r}: {problem[0]}", hint=problem[1])
        )
    return replace(config, base_url=base_url)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError) as error:
        hint = "`archiver new DIR` makes a folder that has one"
        raise _error(path, f"there is no {FILE_NAME} here", hint, code="config-missing") from error
    except UnicodeDecodeError as error:
        raise _error(path, "the file is not UTF-8", "save it as UTF-8") from error
    except OSError as error:
        raise _error(path, f"cannot be read: {error.strerror}", "check the file and its rights") from error


def _syntax_error(path: Path, source: str, error: tomllib.TOMLDecodeError) -> ConfigError:
    message = str(error)
    place = _TOML_PLACE.search(message)
    line = int(place[1]) if place and place[1] else len(source.splitlines()) or 1
    what = _TOML_PLACE.sub("", message)
    return _error(
        path, f"not valid TOML: {what}", "texts stand in quotes, one `key = value` a line", line=line
    )


def _check(path: Path, source: str, key: str, value: Any) -> None:
    line = _line_of(source, key)
    if key not in _CHECKS:
        raise _error(path, f"unknown key `{key}`", _nearest(key), line=line)
    problem = _CHECKS[key](value)
    if problem:
        raise _error(path, f"`{key}` {problem[0]}", problem[1], line=line)


def _nearest(key: str) -> str:
    near = difflib.get_close_matches(key.lower().replace("-", "_"), _CHECKS, n=1)
    return f"did you mean `{near[0]}`?" if near else f"the keys are {', '.join(_CHECKS)}"


def _line_of(source: str, key: str) -> int | None:
    """1-based line where a key or a table of that name stands."""
    name = rf"(?:{re.escape(key)}|\"{re.escape(key)}\"|'{re.escape(key)}')"
    found = re.search(rf"^[ \t]*(?:\[+[ \t]*)?{name}[ \t]*[=.\]]", source, re.MULTILINE)
    return source.count("\n", 0, found.start()) + 1 if found else None


def _error(path: Path, message: str, hint: str, *, line: int | None = None, code: str = _CODE) -> ConfigError:
    return ConfigError(Diagnostic(code=code, message=message, path=str(path), line=line, hint=hint))


_Problem = tuple[str, str] | None
"""What is wrong with a value, and its remedy."""


def _text_problem(value: Any) -> _Problem:
    if not isinstance(value, str):
        return f"is {_type_name(value)}, not a text", 'write it in quotes: "…"'
    if text.clean(value) != value:
        return "holds characters that no page shows", "remove control characters"
    return None


def _line_problem(value: Any) -> _Problem:
    problem = _text_problem(value)
    if problem is None and (not value.strip() or "\n" in value):
        return "must be one line of text that is not empty", 'write for example "Harrowmere archive"'
    return problem


def _base_url_problem(value: Any) -> _Problem:
    hint = "write for example https://host/archive/ or /archive/ or /"
    if problem := _text_problem(value):
        return problem
    if not value.endswith("/"):
        return "does not end in a slash", f"write {value}/" if _BASE_URL.fullmatch(f"{value}/") else hint
    if not _BASE_URL.fullmatch(value) or value.startswith("//") or not _is_plain(value):
        return "is neither an http(s) address nor a path from the root", hint
    return None


def _is_plain(address: str) -> bool:
    """Whether an address has a host that can be read, no credentials, no steps up and no empty steps."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return False
    steps = parts.path.strip("/").split("/")
    return "@" not in parts.netloc and (steps == [""] or not {"", ".", ".."} & set(steps))


def _language_problem(value: Any) -> _Problem:
    problem = _text_problem(value)
    if problem is None and not _LANGUAGE.fullmatch(value):
        return "is not a language tag", 'write for example "en" or "pt-BR"'
    return problem


def _page_size_problem(value: Any) -> _Problem:
    hint = f"write a number from 1 to {_LONGEST_LIST}"
    if isinstance(value, bool) or not isinstance(value, int):
        return f"is {_type_name(value)}, not a whole number", hint
    return None if 1 <= value <= _LONGEST_LIST else (f"is {value}", hint)


def _corrections_problem(value: Any) -> _Problem:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        return f"is {_type_name(value)}, not a list of tables", _ENTRY_HINT
    told = next(filter(None, map(_entry_problem, value)), None)
    return (f"has an entry {told}", _ENTRY_HINT) if told else None


def _entry_problem(entry: dict[str, Any]) -> str | None:
    unknown = sorted(set(entry) - {"date", "note", "page", "takedown"})
    texts = {name: _text_problem(entry.get(name, "")) for name in ("note", "page")}
    wrong = next((f"whose {name} {problem[0]}" for name, problem in texts.items() if problem), None)
    if unknown:
        return f"with the unknown key `{unknown[0]}`"
    if not _DAY.fullmatch(str(entry.get("date", ""))):
        return "whose date is no day"
    if wrong or not entry.get("note"):
        return wrong or "without a note"
    if not isinstance(entry.get("takedown", False), bool):
        return "whose takedown is neither true nor false"
    return "that takes down no page" if entry.get("takedown") and not _page(entry) else None


def _page(entry: dict[str, Any]) -> str:
    page = str(entry.get("page", "")).strip("/")
    return f"{page}/" if page else ""


def _correction(entry: dict[str, Any]) -> Correction:
    return Correction(
        date=str(entry["date"]),
        note=entry["note"],
        page=_page(entry),
        takedown=entry.get("takedown", False),
    )


def _type_name(value: Any) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list"}
    return names.get(type(value), "a table" if isinstance(value, dict) else "a date or time")


_CHECKS: dict[str, Callable[[Any], _Problem]] = {
    "title": _line_problem,
    "description": _text_problem,
    "base_url": _base_url_problem,
    "language": _language_problem,
    "theme": _line_problem,
    "page_size": _page_size_problem,
    "contact": _text_problem,
    "corrections": _corrections_problem,
}
