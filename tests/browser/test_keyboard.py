"""A journalist without a mouse: from the home page by a search, a filter, a result to a paragraph, and its citation.

`ARCHIVER_SCREENSHOTS=folder` keeps a picture of each step.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archiver.build import build
from tests.browser.searching import settle
from tests.sites import add_article, comment, make_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
PLACE = "times/2023/05/lock"
MOST_KEYS = 60


class Keys:
    """A keyboard, and pictures of what it did."""

    def __init__(self, window: "Page") -> None:
        folder = os.environ.get("ARCHIVER_SCREENSHOTS")
        self._folder = Path(folder) if folder else None
        self._window = window
        self._taken = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self._window.keyboard.press(key)

    def tab_to(self, script: str) -> None:
        """Go on by Tab until the focused element answers the script, and be seen to be there."""
        for _ in range(MOST_KEYS):
            self.press("Tab")
            if self._window.evaluate(f"(it => {script})(document.activeElement)"):
                outline = "getComputedStyle(document.activeElement).outlineStyle"
                assert self._window.evaluate(outline) != "none", "nothing shows where the focus is"
                return
        raise AssertionError(f"{MOST_KEYS} keys do not lead to {script}")

    def keep(self, name: str) -> None:
        self._taken += 1
        if self._folder:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._window.screenshot(path=self._folder / f"{self._taken}-{name}.png")


@pytest.fixture
def keys(window: "Page") -> Iterator[Keys]:
    window.context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield Keys(window)


def test_from_the_home_page_to_the_citation_of_a_paragraph(
    window: "Page", keys: Keys, serve_folder: Callable[[Path], str], tmp_path: Path
) -> None:
    site = make_site(tmp_path / "site")
    replies = (comment(1, "The lock keeper waved to us."),)
    words = "The water rose.\n\nThe keeper opened the sluice at noon.\n\nNobody was wet."
    bundle = add_article(site, PLACE, "A new lock", published="2023-05-09", comments=replies, words="x")
    index = bundle / "index.md"
    index.write_text(index.read_text("utf-8").replace("\nx\n", f"\n{words}\n"), "utf-8")
    root = serve_folder(build(site).output)

    window.goto(root)
    keys.keep("home")
    keys.press("/")
    assert window.evaluate("document.activeElement.type") == "search"
    window.keyboard.type("keeper")
    keys.press("Enter")
    window.wait_for_url("**/search/?q=keeper")
    settle(window)
    keys.keep("results")
    assert window.locator("#search-status").inner_text() == "1 article and comments on 1 article."

    keys.tab_to("it.id === 'in=article'")
    keys.press("Space")
    settle(window)
    assert window.locator("#search-status").inner_text() == "1 article."
    assert window.evaluate("document.activeElement.id") == "in=article", "the focus stays on the filter"
    keys.keep("filtered")

    keys.press("/", "ArrowDown", "ArrowDown")
    assert window.evaluate("document.activeElement.className") == "where"
    keys.keep("result")
    keys.press("Enter")
    window.wait_for_url(f"**/{PLACE}/#p-*")
    found = window.evaluate("document.querySelector(':target').textContent")
    assert found == "The keeper opened the sluice at noon."
    keys.keep("paragraph")

    keys.tab_to("it.matches('#cite > summary')")
    keys.press("Enter")
    keys.tab_to("it.matches('.copy')")
    keys.press("Enter")
    window.get_by_text("Copied").wait_for()
    keys.keep("cited")
    copied = str(window.evaluate("navigator.clipboard.readText()"))
    address = str(window.evaluate("location.href"))
    assert copied == f"Moss, A. (2023, May 9). A new lock. The times. {address}"
    assert "#p-" in address
