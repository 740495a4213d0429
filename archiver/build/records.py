"""What the rest of the site shows of each article, as it was read before: an old page bundle stays shut."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from archiver.model.article import Article
from archiver.model.extraction import Provenance
from archiver.model.site import Page, Story

_ARTICLE = tuple(each.name for each in fields(Article) if each.name not in {"body", "evidence"})
_LISTS = ("authors", "tags")
_PROVENANCE = tuple(each.name for each in fields(Provenance))
_OWN = ("summary", "credits", "comments", "passages", "characters", "characters_removed", "digest", "edited")
Row = list[Any]


@dataclass(slots=True, kw_only=True)
class Records:
    """The pages that were read before, by folder, and those of this build."""

    known: dict[str, tuple[str, Row]]
    """(what told that the files stayed the same, values) of each page bundle."""
    new: dict[str, tuple[str, Row]] = field(default_factory=dict)

    def keep(self, page: Page, seen: str) -> None:
        """Keep a page for the next build; `seen` is empty where its files may change without a sign."""
        self.new[page.folder] = (seen, _row(page))

    def keep_again(self, folder: str, seen: str) -> None:
        """Keep a known page as it is."""
        self.new[folder] = (seen, self.known[folder][1])


def load(told: Mapping[str, Any]) -> Records:
    """What `dump` told; raises TypeError or ValueError for anything else."""
    return Records(known={folder: (seen, row) for folder, (seen, row) in told.items()})


def dump(records: Records) -> Mapping[str, Any]:
    """The records of this build as JSON-ready values."""
    return records.new


def page(folder: str, permalink: str, row: Row, load_story: Callable[[], Story]) -> Page:
    """The page of a row; its article is read when somebody asks for it."""
    about, came, own = row
    article = dict(zip(_ARTICLE, about, strict=True))
    for name in _LISTS:
        article[name] = tuple(article[name])
    told = dict(zip(_OWN, own, strict=True))
    told["credits"] = tuple(told["credits"])
    told["passages"] = tuple((rule, count) for rule, count in told["passages"])
    return Page(
        permalink=permalink,
        folder=folder,
        article=Article(body=(), **article),
        provenance=Provenance(**dict(zip(_PROVENANCE, came, strict=True))),
        load=load_story,
        **told,
    )


def digest_of(row: Row) -> str:
    """The digest of the page bundle's files."""
    return str(row[2][_OWN.index("digest")])


def _row(page: Page) -> Row:
    return [
        [getattr(page.article, name) for name in _ARTICLE],
        [getattr(page.provenance, name) for name in _PROVENANCE],
        [getattr(page, name) for name in _OWN],
    ]
