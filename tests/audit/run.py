"""Measure a built site as its readers' browsers do: `make audit`, or `python -m tests.audit.run FOLDER`.

Without a folder the sample captures are built, and what they have none of (tombstones, a long thread); a number
instead of a folder builds so many generated articles. Prints one line for each measure with what is to be reached, and leaves with 1 where one is missed. What a judge is
missing for is told as not measured, never as reached.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote, urlsplit

from tests.audit import tools
from tests.audit.hosting import host, packed
from tests.audit.lighthouse import judge
from tests.audit.report import Report
from tests.audit.sample import build_generated, build_sample
from tests.audit.searching import time_searches
from tests.audit.zotero import save
from tests.browser.conftest import answering

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = (360, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
ARTICLE_BYTES = 25_000
ARTICLES_LOOKED_AT = 6
ARTICLES_SAVED = 40
_OPEN = "document.querySelectorAll('details').forEach(each => { each.open = true })"


def main(arguments: list[str]) -> int:
    """Audit the folder that is named, or so many generated articles, else a sample."""
    report = Report()
    with tempfile.TemporaryDirectory() as place:
        public = _site(arguments[0] if arguments else "", Path(place) / "site")
        weigh(public, report)
        check_markup(public, report)
        with answering(host(public)) as root:
            look(public, root, report)
            judge(root, [("home", ""), ("search", "search/"), *_told_articles(public)], report)
    return 1 if report.missed else 0


def _site(asked: str, place: Path) -> Path:
    if asked.isdecimal():
        return build_generated(place, int(asked))
    return Path(asked) if asked else build_sample(place)


def _told_articles(public: Path) -> list[tuple[str, str]]:
    """The heaviest article, and the one in the middle."""
    found = articles(public)
    return [("heaviest article", f"{found[0]}/"), ("article", f"{found[len(found) // 2]}/")]


def page_types(public: Path) -> list[str]:
    """Addresses of one page of each type, and of some articles: the heaviest, and one of each direction."""
    found = [path for path in FIXED if (public / path / "index.html").is_file() or path.endswith(".html")]
    for pattern in ("dates/????", "dates/????/??", "dates/????/??/??", "on-this-day/??-??", "*/letter/*"):
        found += [f"{each.relative_to(public).as_posix()}/" for each in sorted(public.glob(pattern))[:1]]
    for taxonomy in ("sources", "authors", "tags", "sections", "credits"):
        terms = sorted(each for each in (public / taxonomy).glob("*/index.html"))
        found += [f"{each.parent.relative_to(public).as_posix()}/" for each in terms[:1]]
    for article in articles(public)[:ARTICLES_LOOKED_AT]:
        found += [f"{article}/"]
    found += [f"{articles(public)[0]}/ledger.html"]
    gone = [each.parent for each in public.rglob("index.html") if "was taken down" in each.read_text("utf-8")]
    return found + [f"{each.relative_to(public).as_posix()}/" for each in gone[:1]]


FIXED = ("", "dates/", "sources/", "authors/", "tags/", "sections/", "credits/", "a-z/", "on-this-day/", "search/",
         "about/", "about/rules/", "corrections/", "404.html")  # fmt: skip


def articles(public: Path) -> list[str]:
    """Folders of all articles, those with the heaviest pages first."""
    places = [each.parent for each in public.rglob("index.json") if (each.parent / "index.md").is_file()]
    places.sort(key=lambda each: (-(each / "index.html").stat().st_size, each))
    return [each.relative_to(public).as_posix() for each in places]


def weigh(public: Path, report: Report) -> None:
    """Bytes over the wire, compressed as common hosts do."""
    style = sum(_size(path) for path in (public / "assets").glob("*.css"))
    sizes = sorted(_size(public / article / "index.html") + style for article in articles(public))
    median = sizes[len(sizes) // 2]
    report.tell(
        "article page with style, median",
        f"{median:,} bytes",
        f"≤ {ARTICLE_BYTES:,}",
        median <= ARTICLE_BYTES,
    )
    report.tell(
        "article page with style, 95th of 100", f"{sizes[int(len(sizes) * 0.95)]:,} bytes", "told", True
    )


def _size(path: Path) -> int:
    return len(packed(path))


def check_markup(public: Path, report: Report) -> None:
    """Every page through the Nu HTML checker."""
    jar = tools.vnu()
    pages = sorted(str(path) for path in public.rglob("*.html") if "pagefind" not in path.parts)
    if jar is None:
        report.skip("Nu HTML checker", "set VNU to vnu.jar, or install npm and Java")
        return
    messages: list[dict[str, Any]] = []
    for start in range(0, len(pages), 500):
        command = ["java", "-Xss4m", "-jar", str(jar), "--format", "json", "--exit-zero-always"]
        done = subprocess.run(
            [*command, *pages[start : start + 500]], capture_output=True, text=True, check=False
        )
        messages += json.loads(done.stderr)["messages"]
    errors = [message for message in messages if message["type"] != "info"]
    report.tell(f"Nu HTML checker, {len(pages)} pages", f"{len(errors)} errors", "0", not errors)
    warnings = [message for message in messages if message["type"] == "info"]
    _most("  error", (f"{each['message']} [{Path(each['url']).parent.name}]" for each in errors))
    _most("  warning", (each["message"] for each in warnings))


def look(public: Path, root: str, report: Report) -> None:
    """Every page type in Chromium: axe-core, requests, errors, with and without scripts."""
    program = tools.chromium()
    if program is None:
        report.skip("everything in a browser", "install chromium")
        return
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it may be absent

    pages = page_types(public)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        _without_scripts(browser, root, pages, report)
        _requests(browser, root, pages, report)
        save(browser, public, articles(public)[:ARTICLES_SAVED], report)
        time_searches(browser, root, public, report)
        _axe(browser, root, pages, report)
        browser.close()


def _axe(browser: "Browser", root: str, pages: list[str], report: Report) -> None:
    script = tools.axe()
    if script is None:
        report.skip("axe-core", "set AXE to axe.min.js, or install npm")
        return
    found: Counter[str] = Counter()
    wide: list[str] = []
    for scheme in SCHEMES:
        for width in WIDTHS:
            context = browser.new_context(
                viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
            )
            page = context.new_page()
            for path in pages:
                page.goto(root + quote(path, safe="/?="))
                page.evaluate(_OPEN)
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    wide.append(f"{width}: /{path}")
                page.evaluate(script.read_text(encoding="utf-8"))
                for broken in page.evaluate("axe.run()")["violations"]:
                    found[f"{broken['id']}: /{path} {broken['nodes'][0]['html'][:110]}"] += len(
                        broken["nodes"]
                    )
            context.close()
    runs = len(pages) * len(SCHEMES) * len(WIDTHS)
    report.tell(f"axe-core, {len(pages)} pages, {runs} runs", f"{found.total()} violations", "0", not found)
    _most("  violation", found.elements())
    report.tell("pages wider than the window", len(wide), "0", not wide)
    _most("  wide", wide)


def _requests(browser: "Browser", root: str, pages: list[str], report: Report) -> None:
    """What the pages ask of other hosts, and what the browser complains of under their own policy."""
    host = urlsplit(root).netloc
    foreign: list[str] = []
    errors: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on(
        "request",
        lambda sent: foreign.append(sent.url) if urlsplit(sent.url).netloc not in (host, "") else None,
    )
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    for path in pages:
        page.goto(root + quote(path, safe="/?="), wait_until="networkidle")
    context.close()
    report.tell("requests of other hosts", len(foreign), "0", not foreign)
    report.tell("errors in the console under the pages' policy", len(errors), "0", not errors)
    _most("  error", errors)


def _without_scripts(browser: "Browser", root: str, pages: list[str], report: Report) -> None:
    """What readers without scripts do not see: nothing but the search may be missing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    empty = []
    for path in pages:
        page.goto(root + quote(path, safe="/?="))
        if not page.locator("main h1").inner_text().strip() or len(page.locator("main").inner_text()) < 40:
            empty.append(path)
    context.close()
    report.tell("page types without scripts that say too little", len(empty), "0", not empty)


def _most(name: str, told: Iterable[str]) -> None:
    for words, count in Counter(told).most_common(15):
        print(f"{name} ×{count}: {words}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
