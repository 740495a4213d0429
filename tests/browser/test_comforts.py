"""What the small script adds: by the reader's clock and clipboard, never anything that must be there."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
FERRY = "times/2022/04/ferry/"


def test_today_s_stories_of_other_years_stand_on_the_home_page(
    window: "Page", serve_folder: Callable[[Path], str], sample_site: Path
) -> None:
    window.clock.set_fixed_time("2031-04-03T12:00:00")
    window.goto(serve_folder(sample_site))
    window.locator(".today a").wait_for()
    assert window.locator(".today").inner_text() == "Today, 3 April: 1 article"
    assert window.locator(".today + ul a").inner_text() == "The ferry runs again"


def test_on_a_day_without_stories_nothing_is_said(
    window: "Page", serve_folder: Callable[[Path], str], sample_site: Path
) -> None:
    window.clock.set_fixed_time("2031-04-04T12:00:00")
    window.goto(serve_folder(sample_site), wait_until="networkidle")
    assert window.locator(".today").is_hidden()


def test_an_old_story_says_how_old_it_is(
    window: "Page", serve_folder: Callable[[Path], str], sample_site: Path
) -> None:
    window.clock.set_fixed_time("2031-05-03T12:00:00")
    window.goto(serve_folder(sample_site) + FERRY)
    assert window.locator(".age").inner_text() == "From 3 April 2022, more than 9 years old"


def test_a_citation_is_copied_with_a_key(
    window: "Page", serve_folder: Callable[[Path], str], sample_site: Path
) -> None:
    window.context.grant_permissions(["clipboard-read", "clipboard-write"])
    window.goto(serve_folder(sample_site) + FERRY)
    window.locator("#cite > summary").focus()
    window.keyboard.press("Enter")
    window.locator(".copy").first.focus()
    window.keyboard.press("Enter")
    window.get_by_text("Copied").wait_for()
    assert str(window.evaluate("navigator.clipboard.readText()")).startswith("Moss, A. (2022, April 3).")


def test_a_paragraph_s_address_leads_to_it(
    window: "Page", serve_folder: Callable[[Path], str], sample_site: Path
) -> None:
    window.goto(serve_folder(sample_site) + FERRY)
    link = window.locator("a.here").first
    link.focus()
    window.keyboard.press("Enter")
    assert window.evaluate("document.querySelector(':target').textContent") == "The boat crossed at seven."
