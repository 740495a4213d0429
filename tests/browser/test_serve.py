"""`archiver serve` as its user sees it: a real process, a real browser, a page that keeps itself up to date."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import archiver
from archiver.ingest import ingest
from archiver.new import new
from tests.unit.ingest.captures import page, put

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
BUNDLE = "content/harrowmere-times/2021/05/upper-lock-opens"
ADDRESS = "harrowmere-times/2021/05/upper-lock-opens/"


@dataclass(frozen=True)
class Served:
    """A site's folder and the link that its server printed."""

    site: Path
    link: str


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    site = tmp_path / "site"
    new(site, "Harrowmere")
    for number in range(20):
        put(
            site / "captures",
            f"{number}.html",
            page(f"Story {number}", date="2021-05-03"),
            source="Harrowmere Times",
        )
    put(site / "captures", "lock.html", page(date="2021-05-04"), source="Harrowmere Times")
    ingest([site / "captures"], site / "content")
    environment = {**os.environ, "PYTHONPATH": str(Path(archiver.__file__).parents[1])}
    command = [sys.executable, "-m", "archiver", "serve", "--site", str(site), "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        link = process.stdout.readline().decode().strip()
        try:
            yield Served(site=site, link=link)
        finally:
            process.terminate()


def test_a_change_of_the_text_shows_in_the_open_page(served: Served, window: "Page") -> None:
    window.goto(served.link + ADDRESS)
    index = served.site / BUNDLE / "index.md"
    index.write_text(index.read_text().replace("on Tuesday", "on Wednesday"))
    window.get_by_text("on Wednesday").wait_for(timeout=30_000)


def test_a_change_of_the_site_s_choices_shows_too(served: Served, window: "Page") -> None:
    window.goto(served.link)
    toml = served.site / "site.toml"
    toml.write_text(toml.read_text().replace('"Harrowmere"', '"Eld valley"'))
    window.get_by_text("Eld valley").first.wait_for(timeout=30_000)


def test_a_mistake_shows_as_text_over_the_last_good_page(served: Served, window: "Page") -> None:
    window.goto(served.link + ADDRESS)
    toml = served.site / "site.toml"
    good = toml.read_text()
    toml.write_text(good + '"<img src=x onerror=document.title=1>" = 1\n')
    overlay = window.locator("#archiver-problem")
    overlay.wait_for(timeout=30_000)
    assert "site.toml" in overlay.inner_text()
    assert window.locator("#archiver-problem img").count() == 0
    assert window.get_by_text("on Tuesday").count() > 0
    window.reload()
    overlay.wait_for(timeout=30_000)
    toml.write_text(good)
    overlay.wait_for(state="detached", timeout=30_000)


def test_the_search_finds_again_after_a_change(served: Served, window: "Page") -> None:
    window.goto(served.link + ADDRESS)
    entry = served.link + "pagefind/pagefind-entry.json"
    before = window.request.get(entry).text()
    index = served.site / BUNDLE / "index.md"
    index.write_text(index.read_text().replace("on Tuesday", "on Walpurgisday"))
    window.get_by_text("on Walpurgisday").wait_for(timeout=30_000)
    deadline = time.monotonic() + 15
    # The quick build keeps the old index; the whole one follows when nothing has changed for a while.
    while window.request.get(entry).text() == before and time.monotonic() < deadline:
        time.sleep(0.1)
    found = window.evaluate(
        """async () => {
            const pagefind = await import("/pagefind/pagefind.js");
            return (await pagefind.search("Walpurgisday")).results.length;
        }"""
    )
    assert found == 1
