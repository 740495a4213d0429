"""Themes: where they are found, what they must hold, and how their errors are told."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError

from archiver.errors import BuildError, ConfigError, Diagnostic
from archiver.render.words import date_words
from archiver.text import plural

CONTRACT = 1
"""The version of the templates' names and variables that this program serves."""

TEMPLATES = (
    "404.html",
    "about.html",
    "article.html",
    "card.html",
    "corrections.html",
    "dates.html",
    "day.html",
    "days.html",
    "gone.html",
    "home.html",
    "ledger.html",
    "list.html",
    "rules.html",
    "search.html",
    "terms.html",
    "thread.html",
)
"""The templates that every theme has; it may have more, which these include or extend."""

_KEYS = {"name": str, "description": str, "contract": int}


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme that was read and compiled."""

    name: str
    description: str
    folder: Path
    environment: Environment
    static: tuple[tuple[str, bytes], ...]
    """(path below static/ with forward slashes, bytes), sorted."""

    def page(self, template: str, place: str, values: Mapping[str, Any]) -> str:
        """The template's words for one page; `place` names the page where something goes wrong.

        Raises BuildError naming template, line and page.
        """
        try:
            return self.environment.get_template(template).render(values)
        except TemplateSyntaxError as error:
            raise _syntax_error(self.folder, error) from error
        except TemplateNotFound as error:
            raise _failed(self.folder, template, None, place, f"no template {error}") from error
        except Exception as error:
            name, line = _where(self.folder, error, template)
            told = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            raise _failed(self.folder, name, line, place, told) from error


def theme_folder(name: str, near: Path) -> Path:
    """The folder of the theme: `near`/themes, else the installed package's, else the checkout's.

    Raises ConfigError where there is no such theme.
    """
    package = resources.files("archiver")
    packaged = Path(str(package)) / "_themes" / name
    checkout = Path(str(package)).parent / "themes" / name
    is_name = name not in {"", ".", ".."} and not set(name) & set("/\\\0")
    for folder in (near / "themes" / name, packaged, checkout):
        if is_name and (folder / "theme.toml").is_file():
            return folder
    raise ConfigError(
        Diagnostic(
            code="theme-missing",
            path=str(near / "themes" / name) if is_name else str(near / "themes"),
            message=f"there is no theme “{name}”",
            hint="set theme to “default”, or make the folder with a theme.toml",
        )
    )


def load_theme(folder: Path) -> Theme:
    """The theme in the folder, its templates compiled once for the same words.

    Raises ConfigError for a theme.toml or a set of templates that breaks the contract, BuildError for a
    template that does not compile.
    """
    about = _about(folder / "theme.toml")
    sources = tuple(
        (path.relative_to(folder / "templates").as_posix(), _text(path))
        for path in _files(folder / "templates")
    )
    missing = [name for name in TEMPLATES if name not in dict(sources)]
    if missing:
        raise _refused(folder / "templates", f"the theme lacks {', '.join(missing)}", "theme-incomplete")
    environment = _environment(folder, sources)
    for name, _ in sources:
        try:
            environment.get_template(name)
        except TemplateSyntaxError as error:
            raise _syntax_error(folder, error) from error
    static = tuple(
        (path.relative_to(folder / "static").as_posix(), path.read_bytes())
        for path in _files(folder / "static")
    )
    return Theme(
        name=about["name"],
        description=about["description"],
        folder=folder,
        environment=environment,
        static=static,
    )


@lru_cache(maxsize=4)
def _environment(folder: Path, sources: tuple[tuple[str, str], ...]) -> Environment:
    """A compiled environment; the cache's key is the templates' words, so an edit is always seen."""
    words = dict(sources)

    def load(name: str) -> tuple[str, str, None] | None:
        return (words[name], str(folder / "templates" / name), None) if name in words else None

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(load),
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
    )
    environment.filters["date"] = date_words
    environment.filters["plural"] = plural
    return environment


def _files(folder: Path) -> list[Path]:
    """The files below the folder in a fixed order, editors' hidden ones aside."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(
        path for path in found if not any(p.startswith(".") for p in path.relative_to(folder).parts)
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise _refused(path, "the template is not UTF-8", "theme-encoding") from error


def _about(path: Path) -> dict[str, Any]:
    try:
        about = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _refused(path, f"theme.toml cannot be read: {error}", "theme-unreadable") from error
    for key, kind in _KEYS.items():
        if not isinstance(about.get(key), kind):
            raise _refused(path, f"“{key}” is missing or not a {kind.__name__}", "theme-key")
    unknown = sorted(set(about) - set(_KEYS))
    if unknown:
        raise _refused(path, f"unknown key “{unknown[0]}”", "theme-key")
    if about["contract"] != CONTRACT:
        raise _refused(
            path, f"the theme is for contract {about['contract']}, not {CONTRACT}", "theme-contract"
        )
    return about


def _refused(path: Path, message: str, code: str) -> ConfigError:
    hint = "themes/README.md says what a theme holds"
    return ConfigError(Diagnostic(code=code, path=str(path), message=message, hint=hint))


def _where(folder: Path, error: BaseException, template: str) -> tuple[str, int | None]:
    """The innermost line of a template that the error went through."""
    found: tuple[str, int | None] = (template, None)
    step = error.__traceback__
    templates = folder / "templates"
    while step is not None:
        file = Path(step.tb_frame.f_code.co_filename)
        if file.is_relative_to(templates):
            found = (file.relative_to(templates).as_posix(), step.tb_lineno)
        step = step.tb_next
    return found


def _syntax_error(folder: Path, error: TemplateSyntaxError) -> BuildError:
    return BuildError(
        Diagnostic(
            code="template-syntax",
            path=str(folder / "templates" / (error.name or "")),
            line=error.lineno,
            message=f"the template cannot be read: {error.message}",
            hint="mend the template; the last good site stands",
        )
    )


def _failed(folder: Path, name: str, line: int | None, place: str, told: str) -> BuildError:
    return BuildError(
        Diagnostic(
            code="template-error",
            path=str(folder / "templates" / name),
            line=line,
            message=f"the template failed on the page {place}: {told}",
            hint="themes/README.md lists each template's variables",
        )
    )
