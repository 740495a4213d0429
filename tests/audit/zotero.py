"""What Zotero saves of an article: its own translators, as npm's `ztractor` packs them, run over the pages."""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archiver.render.machines.data import UNDATED
from tests.audit import tools
from tests.audit.report import Report
from tests.browser.conftest import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_RUN = """async ([url, html]) => {
    const { extractMetadata } = await import("/index.js");
    return await extractMetadata({ url, html, network: "deny", timeout: 30000 });
}"""


def save(browser: "Browser", public: Path, articles: list[str], report: Report) -> None:
    """Save each article (a folder of the site) as Zotero does, and compare with its JSON."""
    packed = tools.zotero()
    if packed is None:
        report.skip("ZOTERO", "install npm, or set ZTRACTOR to the index.js of its package")
        return
    wrong: list[str] = []
    with serving(packed.parent) as root:
        page = browser.new_page()
        page.goto(root)
        for article in articles:
            html = (public / article / "index.html").read_text(encoding="utf-8")
            told = page.evaluate(_RUN, [f"https://archive.example.org/{article}/", html])
            known = json.loads((public / article / "index.json").read_bytes())
            wrong += [f"{what} [{article}]" for what in _differences(told, known)]
        page.close()
    name = f"Zotero's Embedded Metadata translator, {len(articles)} articles"
    report.tell(name, f"{len(wrong)} differences", "0, each a newspaperArticle", not wrong)
    for line in wrong[:15]:
        print(f"  {line}", flush=True)


def _differences(told: Any, known: Any) -> list[str]:
    """In which fields the saved item is not the article; it drops tags, and takes the site's language for none."""
    if not told.get("success") or told.get("translator") != "Embedded Metadata" or len(told["items"]) != 1:
        return [f"not saved by it as one item: {told.get('error') or told.get('translator')}"]
    (item,) = told["items"]
    wanted = {
        "itemType": "newspaperArticle",
        "title": known["title"],
        "publicationTitle": known["provenance"]["source"],
        "section": known["section"] or "",
        "language": known["language"],
        "date": (known["date"] or UNDATED)[:10],
        "url": known["provenance"]["url"] or known["url"],
    }
    found = {field: item.get(field) or "" for field in wanted}
    wrong = [
        f"{field}: {found[field]!r}, not {value!r}"
        for field, value in wanted.items()
        if value is not None and _plain(found[field]) != _plain(value)
    ]
    names = [_plain(f"{each.get('firstName', '')} {each['lastName']}") for each in item["creators"]]
    if sorted(names) != sorted(map(_plain, known["authors"])):
        wrong.append(f"creators: {names}, not {known['authors']}")
    return wrong


def _plain(text: str) -> str:
    """The letters and digits: Zotero parts names and smooths spaces and quotation marks."""
    return "".join(sorted(re.findall(r"\w", text.casefold())))
