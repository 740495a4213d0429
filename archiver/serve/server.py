"""The development server: files of the built site, the script for reloading, the stream of events."""

import mimetypes
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

from archiver.serve.address import file_of, is_own_host, is_own_origin
from archiver.serve.page import EMPTY, EVENTS_PATH, SCRIPT, SCRIPT_PATH, with_script
from archiver.serve.state import State

PING_SECONDS = 5.0
"""How often an idle stream is written to, which is how a closed page is noticed."""
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".atom": "application/atom+xml",
    ".md": "text/markdown; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".tsv": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
}


class Handler(BaseHTTPRequestHandler):
    """One request; http.server wants a subclass."""

    timeout = 10
    """Seconds that a silent connection may stay open."""
    server_version = "archiver"
    sys_version = ""

    def __init__(self, *args: Any, folder: Path, state: State) -> None:
        self.folder = folder
        self.state = state
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer with a file, the script or the stream."""
        try:
            self._answer()
        except (ConnectionError, TimeoutError):
            self.close_connection = True

    do_HEAD = do_GET  # noqa: N815 - http.server's name

    def _answer(self) -> None:
        port = int(self.connection.getsockname()[1])
        if not is_own_host(self.headers.get("Host"), port):
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"foreign Host header\n")
        elif not is_own_origin(self.headers.get("Origin"), port):
            self._send(HTTPStatus.FORBIDDEN, b"foreign Origin header\n")
        elif self.path == EVENTS_PATH:
            self._events()
        elif self.path == SCRIPT_PATH:
            self._send(HTTPStatus.OK, SCRIPT.encode(), TYPES[".js"])
        else:
            self._file()

    def _file(self) -> None:
        path = file_of(self.folder, self.path)
        target = self.path.partition("?")[0]
        if path and path.is_dir() and not target.endswith("/"):
            self._redirect(f"{quote(target, safe='/%')}/")
            return
        if path and path.is_dir():
            path = file_of(self.folder, f"{target}index.html")
        try:
            data = (
                path.read_bytes()
                if path and not (target.endswith("/") and path.name != "index.html")
                else None
            )
        except OSError:
            data = None
        if data is None or path is None:
            self._missing()
            return
        kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        self._send(HTTPStatus.OK, data, kind)

    def _missing(self) -> None:
        """The site's own page for it; while nothing is built, one that waits for the first build."""
        try:
            data = (self.folder / "404.html").read_bytes()
        except OSError:
            data = EMPTY
        self._send(HTTPStatus.NOT_FOUND, data, TYPES[".html"])

    def _redirect(self, address: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()

    def _send(self, status: HTTPStatus, data: bytes, kind: str = "text/plain; charset=utf-8") -> None:
        if kind == TYPES[".html"]:
            data = with_script(data, self.state.build)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self._guards()
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _guards(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")

    def _events(self) -> None:
        """Tell the page at once what it should show, then each change, until it goes."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self._guards()
        self.end_headers()
        if self.command == "HEAD":
            return
        key = self.state.open_stream()
        try:
            seen = -1
            while self.state.is_open(key):
                if self.state.wait(seen, key, PING_SECONDS):
                    seen = self.state.changes
                    self.wfile.write(f"data: {self.state.message()}\n\n".encode())
                else:
                    self.wfile.write(b": still here\n\n")
                self.wfile.flush()
        finally:
            self.state.close_stream(key)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - http.server's name
        """Say nothing: the terminal is for problems of the site."""


class Server(ThreadingHTTPServer):
    """Answers each connection in a thread of its own; socketserver wants a subclass."""

    request_queue_size = 128
    """A browser asks for all of a page's scripts at once; the usual 5 waiting would have some reset."""

    @property
    def port(self) -> int:
        """The port that was bound."""
        return int(self.socket.getsockname()[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a connection that broke is nobody's problem."""


def make_server(folder: Path, state: State, host: str, port: int) -> Server:
    """A server for the built site in `folder`, bound and not yet serving; port 0 takes a free one.

    Raises:
        OSError: The address cannot be bound.

    """
    return Server((host, port), partial(Handler, folder=folder, state=state))
