"""The search page as a reader uses it."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from playwright.sync_api import Page

SETTLED = (
    "() => { const form = document.getElementById('search-page');"
    " return form && !form.hidden && !form.hasAttribute('aria-busy')"
    " && (document.getElementById('search-status').textContent"
    " || !document.getElementById('search-start').hidden) }"
)


def search(window: "Page", root: str, query: str = "", **filters: object) -> None:
    """Open the search page at a state and wait until it is shown."""
    said = urlencode({"q": query, **filters}, doseq=True)
    window.goto(f"{root}search/?{said}")
    settle(window)


def settle(window: "Page") -> None:
    """Wait until the page has answered."""
    window.wait_for_timeout(60)
    window.wait_for_function(SETTLED)


def results(window: "Page") -> list[str]:
    """The addresses of all results in their order, below the host, after showing them all."""
    more = window.locator("#search-more")
    while more.is_visible():
        before = window.locator("#search-hits > li").count()
        more.dispatch_event("click")
        window.wait_for_function(
            "before => document.querySelectorAll('#search-hits > li').length > before", arg=before
        )
    links = window.eval_on_selector_all(
        "#search-hits h3 a", "all => all.map(each => decodeURI(each.pathname + each.hash))"
    )
    return [str(each) for each in links]


def passages(window: "Page") -> list[tuple[str, str, str]]:
    """(where, words, address) of each passage shown."""
    found = window.eval_on_selector_all(
        "#search-hits .passages li",
        "all => all.map(each => [each.querySelector('.where').textContent,"
        " each.querySelector('.excerpt').textContent, each.querySelector('.where').getAttribute('href')])",
    )
    return [(str(where), str(words), str(address)) for where, words, address in found]


def status(window: "Page") -> str:
    """What the page tells about its answer."""
    return window.locator("#search-status").inner_text()


def counts(window: "Page", facet: str) -> dict[str, int]:
    """The values that a facet offers, with their counts."""
    rows = window.eval_on_selector_all(
        f"[data-facet={facet}] li",
        "all => all.map(each => [each.querySelector('input').value, each.querySelector('.count').textContent])",
    )
    return {str(value): int(count) for value, count in rows}
