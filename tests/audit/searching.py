"""What a search costs a reader: script before it, bytes of the first, milliseconds from a key press to a result."""

import re
import statistics
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.audit.report import Report
from tests.browser.searching import SETTLED

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCRIPT_BYTES = 10_000
FIRST_BYTES = 300_000
RESULT_MS = 150
ROUNDS = 5
WORDS = 10
_WORD = re.compile(r"[^\W\d_]{5,}")
_ARTICLES_READ = 200
_WATCH = """() => {
    window.shown = [];
    let pressed = 0;
    addEventListener("keydown", () => { pressed = performance.now(); }, true);
    new MutationObserver(() => {
        if (pressed && document.querySelector("#search-hits > li")) window.shown.push(performance.now() - pressed);
        pressed = 0;
    }).observe(document.getElementById("search-hits"), { childList: true });
}"""


def time_searches(browser: "Browser", root: str, public: Path, report: Report) -> None:
    """Search for words of the site, each ended by a real key press, on pages that nothing was loaded for."""
    words = _words(public)
    if not words:
        report.skip("searching", "the site has no words")
        return
    cold, ready, first, script = [], [], [], 0
    for place in range(ROUNDS):
        page, sent = _open(browser, root)
        script = sum(size for url, size in sent.items() if url.endswith(".js"))
        sent.clear()
        cold += _press(page, words[place % len(words)])
        page.wait_for_load_state("networkidle")
        first.append(sum(sent.values()))
        page.context.close()
        page, _ = _open(browser, root)
        page.click("#q")
        page.wait_for_timeout(1500)
        for word in words:
            ready += _press(page, word)
        page.context.close()
    report.tell("script before a search", f"{script:,} bytes", f"≤ {SCRIPT_BYTES:,}", script <= SCRIPT_BYTES)
    middle = int(statistics.median(first))
    told = f"{middle:,} in the median, {max(first):,} at most"
    report.tell("bytes of the first search", told, f"≤ {FIRST_BYTES:,}", middle <= FIRST_BYTES)
    _tell(report, "key press to first result, the field chosen before", ready, RESULT_MS)
    _tell(report, "key press to first result, nothing loaded before", cold, None)


def _tell(report: Report, name: str, times: list[float], reach: int | None) -> None:
    if not times:
        report.tell(name, "no results", "some", reached=False)
        return
    median = statistics.median(times)
    told = f"{median:.0f} ms in the median of {len(times)}"
    report.tell(name, told, f"≤ {reach} ms" if reach else "told", reached=not reach or median <= reach)


def _open(browser: "Browser", root: str) -> tuple["Page", Counter[str]]:
    """The search page in a window that remembers nothing, and the bytes of each address it loads."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    sent: Counter[str] = Counter()
    names: dict[str, str] = {}

    def begun(told: dict[str, Any]) -> None:
        names[told["requestId"]] = told["request"]["url"]

    def ended(told: dict[str, Any]) -> None:
        sent[names.get(told["requestId"], "")] += int(told["encodedDataLength"])

    devtools = context.new_cdp_session(page)
    devtools.on("Network.requestWillBeSent", begun)
    devtools.on("Network.loadingFinished", ended)
    devtools.send("Network.enable")
    page.goto(f"{root}search/", wait_until="networkidle")
    page.evaluate(_WATCH)
    return page, sent


def _press(page: "Page", word: str) -> list[float]:
    """Milliseconds from the word's last key to its results; none where there are none."""
    page.evaluate(
        "word => { document.getElementById('q').value = word; window.shown.length = 0; }", word[:-1]
    )
    page.keyboard.press(word[-1])
    page.wait_for_function(SETTLED, timeout=20_000)
    page.wait_for_timeout(200)
    taken: list[float] = page.evaluate("window.shown")
    return taken[:1]


def _words(public: Path) -> list[str]:
    """Words that stand in some of the articles, from frequent to seldom."""
    found: Counter[str] = Counter()
    for path in sorted(public.rglob("index.md"))[:_ARTICLES_READ]:
        found.update(set(_WORD.findall(path.read_text(encoding="utf-8").lower())))
    told = [word for word, _ in sorted(found.items(), key=lambda each: (-each[1], each[0])) if word.isascii()]
    told = told[len(told) // 200 :]
    return told[:: max(1, len(told) // WORDS)][:WORDS]
