"""A real Chromium and a server of built folders, for tests that look as a reader does."""

import functools
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseRequestHandler
from typing import TYPE_CHECKING

import pytest

from archiver.build import build
from tests.sites import make_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_SKIPPED = "NO BROWSER: tests in a real browser are skipped; install chromium (Debian: apt install chromium)"


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, and says nothing on the terminal."""

    headers_sent: Mapping[str, str] = {}

    def end_headers(self) -> None:
        for name, value in self.headers_sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        pass


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # a page asks for all its modules at once; of more than 5 the rest may be reset


@contextmanager
def serving(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """The loopback address, ending in a slash, at which the files of a folder are served with these headers."""
    kind = type("Named", (Quiet,), {"headers_sent": dict(headers or {})})
    with answering(functools.partial(kind, directory=str(folder))) as root:
        yield root


@contextmanager
def answering(handler: Callable[..., BaseRequestHandler]) -> Iterator[str]:
    """The loopback address, ending in a slash, at which a handler answers."""
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def serve_folder() -> Iterator[Callable[[Path], str]]:
    """Serve a built folder until the test ends: `serve_folder(path)` gives its address."""
    from contextlib import ExitStack  # noqa: PLC0415 - beside its one use

    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(serving(folder))


@pytest.fixture(scope="session")
def chromium() -> Iterator["Browser"]:
    """Chromium, launched once; where there is none, or no Playwright, the tests are skipped aloud."""
    try:
        from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - it may be absent
    except ImportError:
        pytest.skip(f"{_SKIPPED}; Playwright is missing too")
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    with sync_playwright() as driver:
        try:
            browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        except Error as error:
            pytest.skip(f"{_SKIPPED}: {str(error).splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture
def window(chromium: "Browser", serve_folder: Callable[[Path], str]) -> Iterator["Page"]:
    """A page with nothing remembered; a test fails when the browser reports an error.

    It names `serve_folder` so that it is closed before the server is: nothing is asked of a server that has gone.
    """
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda said: errors.append(f"{said.text} {said.location}") if said.type == "error" else None,
    )
    yield page
    context.close()
    assert errors == []


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site of `make_site`, built with its search; the built folder."""
    site = make_site(tmp_path_factory.mktemp("harrowmere"))
    return build(site).output


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say aloud, in a line that nobody overlooks, that nothing was looked at in a browser."""
    skipped = terminalreporter.stats.get("skipped", [])
    count = sum(_SKIPPED in str(report.longrepr) for report in skipped)
    if count:
        terminalreporter.write_line(f"{_SKIPPED} ({count} tests)", red=True, bold=True)
