"""The built site: does every internal link, anchor and asset resolve, and does nothing ask another site."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from archiver.check.pages import Facts, Reference, css_references, html_facts, xml_references
from archiver.errors import Diagnostic
from archiver.search import FOLDER as SEARCH_FOLDER

_HOST = "https://site.invalid"
"""Stands for the host where the site does not know its own."""
_HARMLESS = frozenset(("http", "https", "mailto", "tel"))
_THEME = "correct the theme's template, then build again"
_AGAIN = "correct the page bundle or the template, then build again"


def check_links(output: Path, base_url: str) -> tuple[Diagnostic, ...]:
    """Everything in a built site that does not resolve, stands twice, runs, or is asked of another site.

    A problem that many pages share is told once, with the first place. Pagefind's own files are left out.
    """
    base = base_url if "://" in base_url else f"{_HOST}{base_url}"
    look = _Look(output=output, base=base, files=_files(output), ids={}, wanted={}, problems={})
    for path in sorted(look.files):
        if not path.startswith(f"{SEARCH_FOLDER}/"):
            _look_at(look, path)
    for (target, fragment), (place, line) in look.wanted.items():
        if target in look.ids and fragment not in look.ids[target]:
            told = f"a link leads to #{fragment}, which {target} does not have"
            look.tell("anchor-missing", place, line, told, _AGAIN)
    return tuple(look.told())


@dataclass(slots=True, kw_only=True)
class _Look:
    """One look at a built site: what stands there, what is wanted, what is wrong."""

    output: Path
    base: str
    files: frozenset[str]
    ids: dict[str, frozenset[str]]
    wanted: dict[tuple[str, str], tuple[str, int | None]]
    """Page and anchor, to the first place that links there."""
    problems: dict[tuple[str, str, str], list[tuple[str, int | None]]]

    def tell(self, code: str, place: str, line: int | None, message: str, hint: str) -> None:
        """Note a problem; one that is noted already gets a further place."""
        self.problems.setdefault((code, message, hint), []).append((place, line))

    def told(self) -> Iterator[Diagnostic]:
        """One diagnostic for each problem."""
        for (code, message, hint), places in sorted(self.problems.items()):
            place, line = places[0]
            pages = len({place for place, _ in places})
            more = f" (and on {pages - 1} more pages)" if pages > 1 else ""
            path = str(self.output / place)
            yield Diagnostic(code=code, path=path, line=line, message=f"{message}{more}", hint=hint)


def _files(output: Path) -> frozenset[str]:
    return frozenset(
        Path(place, name).relative_to(output).as_posix()
        for place, _, names in os.walk(output)
        for name in names
    )


def _look_at(look: _Look, path: str) -> None:
    references: tuple[Reference, ...] = ()
    if path.endswith(".html"):
        facts = html_facts((look.output / path).read_bytes())
        look.ids[path] = facts.ids
        _tell_facts(look, path, facts)
        references = facts.references
    elif path.endswith(".css"):
        references = css_references((look.output / path).read_bytes())
    elif path.endswith(".xml"):
        try:
            references = xml_references((look.output / path).read_bytes())
        except ValueError as error:
            look.tell("xml-broken", path, None, f"not well-formed XML: {error}", _THEME)
    for reference in references:
        _resolve(look, path, reference)


def _tell_facts(look: _Look, path: str, facts: Facts) -> None:
    for name, line in facts.doubled:
        look.tell("id-doubled", path, line, f"the id {name!r} stands twice on one page", _AGAIN)
    for name, line in facts.active:
        look.tell("active-content", path, line, f"an {name} attribute would run as a script", _THEME)


def _resolve(look: _Look, path: str, reference: Reference) -> None:
    try:
        full = urlsplit(urljoin(look.base + quote(path), reference.url.strip()))
        base = urlsplit(look.base)
    except ValueError:
        if reference.loads:
            look.tell("link-broken", path, reference.line, f"no address: {reference.url!r}", _THEME)
        return
    if full.scheme in ("http", "https") and (full.scheme, full.netloc) == (base.scheme, base.netloc):
        _resolve_inside(look, path, reference, full.path, full.fragment)
    elif reference.loads and full.scheme != "data":
        host = full.netloc or full.scheme
        look.tell("third-party", path, reference.line, f"the page would load something from {host}", _THEME)
    elif not reference.loads and full.scheme not in _HARMLESS:
        look.tell("active-content", path, reference.line, f"a link has the scheme {full.scheme}:", _AGAIN)


def _resolve_inside(look: _Look, path: str, reference: Reference, place: str, fragment: str) -> None:
    root = urlsplit(look.base).path
    if not place.startswith(root):
        told = f"{reference.url} leads out of the site, which stands at {root}"
        look.tell("link-outside", path, reference.line, told, _THEME)
        return
    target = unquote(place.removeprefix(root))
    if not target or target.endswith("/"):
        target += "index.html"
    if target not in look.files:
        look.tell("link-broken", path, reference.line, f"{reference.url} leads to nothing", _AGAIN)
    elif fragment and fragment != "top" and not fragment.startswith(":~:"):
        look.wanted.setdefault((target, unquote(fragment)), (path, reference.line))
