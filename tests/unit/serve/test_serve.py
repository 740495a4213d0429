"""The development server as a browser meets it: a real server, real files, a builder that copies a folder."""

import http.client
import json
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from archiver.errors import ConfigError
from archiver.serve.page import EVENTS_PATH, SCRIPT_PATH
from archiver.serve.run import Preview, serve
from archiver.serve.state import MOST_STREAMS


@dataclass
class Running:
    """A server in a thread, and the folder it is built from."""

    source: Path
    output: Path
    port: int = 0
    built: list[float] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def build(self) -> str | None:
        """Copies the source; a file called broken.md is the error that it holds."""
        self.built.append(time.monotonic())
        if (self.source / "broken.md").exists():
            return (self.source / "broken.md").read_text()
        shutil.copytree(self.source, self.output, dirs_exist_ok=True)
        return None

    def get(self, path: str, **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        connection.request("GET", path, headers=headers)
        return connection.getresponse()

    def events(self) -> Iterator[dict[str, str | None]]:
        response = self.get(EVENTS_PATH)
        while line := response.readline():
            if line.startswith(b"data: "):
                yield json.loads(line[6:])


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    yield from _running(tmp_path)


def _running(folder: Path) -> Iterator[Running]:
    source = folder / "content"
    source.mkdir()
    (source / "index.html").write_text("<html><body><p>The gates are open.</p></body></html>")
    (source / "404.html").write_text("<html><body>not here</body></html>")
    (source / "lock").mkdir()
    (source / "lock" / "index.html").write_text("<p>lock</p>")
    it = Running(source=source, output=folder / "out")
    it.output.mkdir()
    stopped, announced = threading.Event(), threading.Event()

    def announce(link: str) -> None:
        it.links.append(link)
        it.port = urlsplit(link).port or 0
        announced.set()

    preview = Preview(output=it.output, folders=(source,), files=())
    thread = threading.Thread(
        target=serve, args=(it.build, preview), kwargs={"announce": announce, "stop": stopped.is_set}
    )
    thread.start()
    assert announced.wait(10)
    yield it
    stopped.set()
    thread.join(10)
    assert not thread.is_alive()


def soon(true: Callable[[], bool], seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.02)
    return true()


def test_it_announces_one_loopback_link(running: Running) -> None:
    assert running.links == [f"http://127.0.0.1:{running.port}/"]


def test_a_page_gets_the_script_and_the_built_file_does_not(running: Running) -> None:
    page = running.get("/").read()
    assert SCRIPT_PATH.encode() in page
    assert page.index(b"<script") < page.index(b"</body>")
    assert b"script" not in (running.output / "index.html").read_bytes()


def test_a_folder_without_its_slash_is_redirected_inside_the_site(running: Running) -> None:
    answer = running.get("/lock?x=1")
    assert (answer.status, answer.headers["Location"]) == (301, "/lock/")
    assert running.get("//evil.example/lock").status == 404


def test_a_missing_page_gets_the_site_s_own_answer(running: Running) -> None:
    answer = running.get("/nowhere/")
    assert answer.status == 404
    assert b"not here" in answer.read()


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "localhost.evil.example"])
def test_a_foreign_host_gets_nothing(running: Running, host: str) -> None:
    for path in ("/", EVENTS_PATH, SCRIPT_PATH):
        answer = running.get(path, Host=host)
        assert answer.status == 421
        assert b"gates" not in answer.read()


def test_a_foreign_origin_cannot_read_the_events(running: Running) -> None:
    assert running.get(EVENTS_PATH, Origin="https://evil.example").status == 403


@pytest.mark.parametrize(
    "target", ["/../secret.txt", "/%2e%2e/secret.txt", "/..%5csecret.txt", "/%2e%2e%2fsecret.txt"]
)
def test_nothing_outside_of_the_site_is_served(running: Running, target: str) -> None:
    (running.output.parent / "secret.txt").write_text("secret")
    with socket.create_connection(("127.0.0.1", running.port), timeout=5) as connection:
        request = f"GET {target} HTTP/1.0\r\nHost: 127.0.0.1:{running.port}\r\n\r\n"
        connection.sendall(request.encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.split(b" ")[1] == b"404"
    assert b"secret" not in answer.replace(target.encode(), b"")


def test_a_change_reaches_an_open_page(running: Running) -> None:
    events = running.events()
    first = next(events)
    (running.source / "index.html").write_text("<html><body><p>The gates are shut.</p></body></html>")
    second = next(events)
    assert second["build"] != first["build"]
    assert b"shut" in running.get("/").read()


def test_an_error_is_told_and_the_last_good_site_stays(running: Running) -> None:
    events = running.events()
    good = next(events)
    (running.source / "broken.md").write_text("index.md:3: error: <script>alert(1)</script>")
    assert next(events) == {"build": good["build"], "error": "index.md:3: error: <script>alert(1)</script>"}
    assert b"gates are open" in running.get("/").read()
    (running.source / "broken.md").unlink()
    after = next(events)
    assert after["error"] is None
    assert after["build"] != good["build"]


def test_several_changes_at_once_are_one_build(running: Running) -> None:
    before = len(running.built)
    for number in range(20):
        (running.source / f"{number}.md").write_text("x")
    assert soon(lambda: len(running.built) > before)
    time.sleep(0.5)
    assert len(running.built) - before <= 2


def test_reading_and_editors_own_files_are_no_change(running: Running) -> None:
    before = len(running.built)
    (running.source / "index.html").read_bytes()
    (running.source / ".index.html.swp").write_text("x")
    (running.source / "index.html~").write_text("x")
    time.sleep(0.6)
    assert len(running.built) == before


def test_a_hundred_idle_streams_do_not_stop_the_server(running: Running) -> None:
    idle = [running.get(EVENTS_PATH) for _ in range(100)]
    for answer in idle[-MOST_STREAMS:]:
        assert answer.readline().startswith(b"data: ")
    assert all(answer.readline() for answer in idle[:1])
    assert soon(lambda: _ended(idle[0]))
    assert running.get("/").status == 200
    for answer in idle:
        answer.close()


def _ended(answer: http.client.HTTPResponse) -> bool:
    return answer.read() is not None


def test_a_port_that_is_taken_is_one_diagnostic(running: Running, tmp_path: Path) -> None:
    preview = Preview(output=tmp_path, folders=(), files=(), port=running.port)
    with pytest.raises(ConfigError) as caught:
        serve(lambda: None, preview, announce=print, stop=lambda: True)
    assert caught.value.diagnostic.code == "port-taken"
    assert "--port" in caught.value.diagnostic.hint


def test_a_folder_that_appears_later_is_watched_from_then_on(tmp_path: Path) -> None:
    builds: list[float] = []
    late, stopped, announced = tmp_path / "content", threading.Event(), threading.Event()
    preview = Preview(
        output=tmp_path / "out", folders=(late, tmp_path / "themes"), files=(tmp_path / "site.toml",)
    )

    def build() -> None:
        builds.append(time.monotonic())

    told = {"announce": lambda _: announced.set(), "stop": stopped.is_set}
    thread = threading.Thread(target=serve, args=(build, preview), kwargs=told)
    thread.start()
    try:
        assert announced.wait(10)
        for change in (late.mkdir, (late / "lock.md").touch, partial(shutil.rmtree, late), late.mkdir):
            assert _builds_after(change, builds)
        assert _builds_after((late / "weir.md").touch, builds)
    finally:
        stopped.set()
        thread.join(10)


def _builds_after(change: Callable[[], object], builds: list[float]) -> bool:
    before = len(builds)
    change()
    built = soon(lambda: len(builds) > before)
    time.sleep(0.3)
    return built
