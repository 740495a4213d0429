"""All files of one article: its page, its ledger, the Markdown, the JSON, the citations.

What comes out depends on the arguments alone, and they are small: the page bundle, the frame that all pages
share, and what the page shows of its surroundings. So an article can be made again without the others.
"""

from collections.abc import Iterator

from markupsafe import Markup

from archiver.model.site import OutputFile, Page, SiteConfig, Story
from archiver.render.ledger import rows
from archiver.render.machines.data import article_json, citation_tags, json_ld, meta_tags
from archiver.render.theme import Theme
from archiver.render.thread import thread
from archiver.render.values import Around, SiteFrame
from archiver.render.views import RULES, article_view


def article_files(
    config: SiteConfig, theme: Theme, frame: SiteFrame, page: Page, around: Around
) -> Iterator[OutputFile]:
    """Every file that stands in an article's folder, media aside; raises BuildError for a bad template."""
    link = page.permalink
    story = page.load()
    view = article_view(config, page, story, around, frame.rules)
    shared = {"site": frame, "article": view, "canonical": view.canonical}
    values = {
        **shared,
        "thread": _thread(theme, frame, page.permalink, story),
        "previous": around.previous,
        "next": around.next,
        "json_ld": json_ld(config, page, story),
        "meta_tags": meta_tags(page.article, page.source),
        "citation_tags": citation_tags(config, page),
    }
    yield _html(theme, "article.html", f"{link}index.html", values)
    if story.bundle.ledger:
        ledger = rows(story.bundle.ledger, f"{config.root}{RULES}", frame.rules)
        yield _html(theme, "ledger.html", f"{link}ledger.html", {**shared, "rows": ledger})
    yield OutputFile(path=f"{link}index.md", data=story.markdown.encode())
    yield OutputFile(path=f"{link}index.json", data=article_json(config, page, story))
    for cited in view.formats:
        yield OutputFile(path=f"{link}{cited.file}", data=cited.text.encode())


def _thread(theme: Theme, frame: SiteFrame, permalink: str, story: Story) -> Markup:
    if not story.bundle.comments:
        return Markup()
    return Markup(theme.page("thread.html", permalink, {"site": frame, "steps": thread(story)}))


def _html(theme: Theme, template: str, path: str, values: dict[str, object]) -> OutputFile:
    place = path.removesuffix("index.html")
    return OutputFile(path=path, data=theme.page(template, place, values).encode())
