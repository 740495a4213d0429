"""The room's verb: Pagefind's index of a site. Pagefind is the only subprocess of the whole program.

Its command line is run and not its Python interface, which sleeps a tenth of a second for every document.
"""

import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

from archiver.errors import BuildError, Diagnostic
from archiver.model.site import Page, Site, SiteConfig
from archiver.search.bundles import FOLDER, LINE, Bundle, shared_files
from archiver.search.documents import documents
from archiver.search.facets import FILE, entry, facets, ordered
from archiver.search.listing import lighten

TIMEOUT_SECONDS = 1800.0
_INSTALL = 'install it with: pip install "pagefind[bin]"'
_WANTED = ("pagefind.js",)
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Pagefind's own interfaces: the theme has its own."""
_SERIES = "1."
_OLDEST_MINOR = 5
_TAG = re.compile("<[^>]*>")
_PLAIN_WORD = re.compile("[A-Za-z0-9]")


def index(
    site: Site, output: Path, *, program: Path | None = None, timeout_seconds: float = TIMEOUT_SECONDS
) -> int:
    """Write the whole index of the site's articles and comments into `output`/pagefind, in one bundle.

    Gives how many documents it has. Raises what `index_bundle` raises.
    """
    bundle = Bundle(path="", pages=site.pages)
    count = index_bundle(site.config, bundle, output, program=program, timeout_seconds=timeout_seconds)
    for name, data in shared_files(output / FOLDER, [bundle]):
        (output / FOLDER / name).write_bytes(data)
    return count


def index_bundle(
    config: SiteConfig,
    bundle: Bundle,
    output: Path,
    *,
    program: Path | None = None,
    timeout_seconds: float = TIMEOUT_SECONDS,
) -> int:
    """Write the index of a bundle's articles and comments into its folder below `output`/pagefind.

    Gives how many documents it has. All languages share one index, stemmed as the site's own language, so
    that one query searches all. `program` is Pagefind's executable, else the installed package's. Raises
    BuildError where it is missing, of another version, crashes, hangs, or leaves a part of the index out.
    """
    source = output / ".search-documents"
    folder = output / FOLDER / bundle.path
    pages = tuple(_holding(page) for page in bundle.pages)
    try:
        count, certain = _write(config, pages, source)
        _run(program or _program(), source, folder, config.language, timeout_seconds)
    finally:
        shutil.rmtree(source, ignore_errors=True)
    _verify(folder, certain)
    _complete(bundle.path, pages, folder)
    return count


def _holding(page: Page) -> Page:
    """The same page, which reads its article once while it is indexed."""
    return replace(page, load=cache(page.load))


def _complete(path: str, pages: tuple[Page, ...], folder: Path) -> None:
    """Lighten the list of documents; add their facets and the bundle's line of the catalogue."""
    rows = ordered(pages)
    listed = lighten(folder, [kind for _, kind in rows])
    rows = [rows[row] for row in listed.rows]
    columns = facets(rows)
    (folder / FILE).write_bytes(columns)
    line = json.dumps(entry(path, listed, rows, columns), ensure_ascii=False)
    (folder / LINE).write_text(line + "\n", encoding="utf-8", newline="")
    for pattern in _UNUSED:
        for unused in folder.glob(pattern):
            unused.unlink()


def _write(config: SiteConfig, pages: tuple[Page, ...], folder: Path) -> tuple[int, int]:
    """How many documents were written, and how many of them Pagefind cannot take for empty."""
    count = certain = 0
    for path, html in documents(config, pages):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8", newline="")
        count += 1
        certain += _PLAIN_WORD.search(_TAG.sub("", html)) is not None
    return count, certain


def _program() -> Path:
    try:
        from pagefind.service import get_executable  # noqa: PLC0415 - costs 30 ms, which only a build pays
    except ImportError as error:
        raise _error("search-missing", "Pagefind is not installed", _INSTALL) from error
    try:
        found = get_executable()
    except FileNotFoundError:
        found = None
    if found is None:
        raise _error("search-missing", "Pagefind's program is not installed", _INSTALL)
    return found


def _run(program: Path, source: Path, target: Path, language: str, timeout_seconds: float) -> None:
    command = [
        str(program.absolute()),
        *("--site", str(source.absolute())),
        *("--output-path", str(target.absolute())),
        *("--force-language", language.partition("-")[0].lower()),
        "--silent",
    ]
    # Pagefind also takes settings from its environment and from files where it runs; it gets neither.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(
            command,
            cwd=source,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout_seconds,
            check=False,
            # It inherits the lock of the folder it writes: if we are killed, the next run waits for it.
            close_fds=False,
        )
    except subprocess.TimeoutExpired as error:
        told = f"Pagefind did not end in {timeout_seconds:g} seconds and was stopped"
        raise _error("search-hung", told, "build again; free memory if it is short") from error
    except OSError as error:
        told = f"Pagefind cannot be run: {error.strerror or error}"
        raise _error("search-missing", told, _INSTALL, path=str(program)) from error
    if done.returncode:
        raise _crash(done)


def _crash(done: "subprocess.CompletedProcess[bytes]") -> BuildError:
    lines = [line.strip() for line in done.stderr.decode(errors="replace").splitlines() if line.strip()]
    how = f"was ended by signal {-done.returncode}" if done.returncode < 0 else "failed"
    said = f": {lines[-1][:300]}" if lines else ""
    hint = "it may lack memory" if done.returncode < 0 else "see the message; a fresh install may help"
    return _error("search-crashed", f"Pagefind {how}{said}", hint)


def _verify(folder: Path, certain: int) -> None:
    """Refuse an index that another version wrote or that is not whole."""
    try:
        entry = json.loads((folder / "pagefind-entry.json").read_bytes())
        version = str(entry["version"])
        indexed = sum(language["page_count"] for language in entry["languages"].values())
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _error("search-partial", "Pagefind left no index that can be read", _INSTALL) from error
    minor = version.removeprefix(_SERIES).partition(".")[0]
    if not version.startswith(_SERIES) or not minor.isdecimal() or int(minor) < _OLDEST_MINOR:
        wanted = f"{_SERIES}{_OLDEST_MINOR}"
        told = f"Pagefind {version} is installed; {wanted} or a later 1.x is needed"
        raise _error("search-version", told, f'run: pip install "pagefind[bin]>={wanted},<2"')
    missing = [name for name in _WANTED if not (folder / name).is_file()]
    if missing or indexed < certain:
        told = f"lacks {', '.join(missing)}" if missing else f"holds {indexed} of {certain} documents"
        raise _error("search-partial", f"Pagefind's index {told}", "build again; then reinstall Pagefind")


def _error(code: str, message: str, hint: str, path: str = "") -> BuildError:
    return BuildError(Diagnostic(code=code, message=message, hint=hint, path=path))
