"""A generated site for searching, and the same answers found by looking through every document."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archiver import content
from archiver.model.article import Article, Comment, Figure, Paragraph, Prose
from archiver.model.extraction import Bundle, Provenance
from tests.sites import write_bundle

WORDS = (
    "barge",
    "lamp",
    "quay",
    "heron",
    "mill",
    "toll",
    "choir",
    "flood",
    "geese",
    "orchard",
    "lantern",
    "market",
    "sluice",
    "bakery",
    "cricket",
    "parish",
    "clock",
    "tunnel",
    "kettle",
    "harbour",
    "violin",
    "meadow",
    "signal",
    "copper",
    "ribbon",
    "saddle",
    "walnut",
    "beacon",
    "cellar",
    "puddle",
)
"""No two share a stem and none begins another."""
AUTHORS = ("Ada Moss", "Ivo Marsh", "Ottilie Fenn", "Hal Quist")
SOURCES = ("Harrowmere Times", "Eld Valley Post", "Towpath Notes")
SECTIONS = ("River", "Town", "Letters")
LANGUAGES = ("en", "en-GB", "de", "fr")


@dataclass(frozen=True, kw_only=True)
class Document:
    """What can be found: an article, or the comments on one; blocks of plain words."""

    address: str
    kind: str
    date: str
    facets: dict[str, tuple[str, ...]]
    blocks: tuple[tuple[str, ...], ...]

    def has(self, *phrase: str) -> bool:
        """Whether the words stand in this order in one block."""
        size = len(phrase)
        return any(
            block[at : at + size] == phrase for block in self.blocks for at in range(len(block) - size + 1)
        )


@dataclass(frozen=True, kw_only=True)
class Newspapers:
    """The built content and its documents."""

    documents: tuple[Document, ...]

    def found(self, wanted: Callable[[Document], bool]) -> set[str]:
        """The addresses of the documents that are wanted."""
        return {each.address for each in self.documents if wanted(each)}


def make_newspapers(folder: Path, count: int, seed: int = 7) -> Newspapers:
    """Write a site of so many articles, every third with comments, the same for the same seed."""
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    (folder / "site.toml").write_text('title = "The Harrowmere Archive"\n', encoding="utf-8")
    documents = [each for number in range(count) for each in _article(folder, number, chance)]
    return Newspapers(documents=tuple(documents))


def _article(folder: Path, number: int, chance: random.Random) -> Iterator[Document]:
    year, month, day = chance.randint(2015, 2020), chance.randint(1, 12), chance.randint(1, 28)
    date = "" if number % 10 == 9 else f"{year}-{month:02}-{day:02}"
    place = f"papers/{date[:4] or 'undated'}/story-{number}"
    title = _sentence(chance, 4)
    body = tuple(_sentence(chance, chance.randint(8, 40)) for _ in range(chance.randint(1, 4)))
    caption = _sentence(chance, 5)
    replies = tuple(
        _sentence(chance, chance.randint(3, 12))
        for _ in range(chance.randint(1, 5) if number % 3 == 0 else 0)
    )
    article = Article(
        title=title,
        body=(
            *(Paragraph(prose=Prose(text=text)) for text in body),
            Figure(caption=Prose(text=caption)),
        ),
        authors=tuple(chance.sample(AUTHORS, chance.randint(0, 2))),
        published=date or None,
        section=chance.choice((*SECTIONS, None)),
        tags=tuple(f"Topic {name}" for name in chance.sample(range(12), chance.randint(0, 3))),
        language=chance.choice(LANGUAGES),
    )
    source = chance.choice(SOURCES)
    _write(folder, place, article, source, replies)
    facets = {
        "source": (source,),
        "section": (article.section,) if article.section else (),
        "tag": article.tags,
        "author": article.authors,
        "language": ((article.language or "").partition("-")[0],),
    }
    lines = (title, ", ".join(article.authors), *body, caption)
    yield Document(address=f"/{place}/", kind="article", date=date, facets=facets, blocks=_plain(lines))
    if replies:
        said = _plain(part for text in replies for part in ("Jo Reed, 2021-01-01", text))
        yield Document(address=f"/{place}/#comments", kind="comments", date=date, facets=facets, blocks=said)


def _write(folder: Path, place: str, article: Article, source: str, replies: tuple[str, ...]) -> None:
    comments = tuple(
        Comment(
            id=str(number),
            body=(Paragraph(prose=Prose(text=text)),),
            author="Jo Reed",
            date="2021-01-01",
        )
        for number, text in enumerate(replies, start=1)
    )
    provenance = Provenance(
        sha256="0f" * 32, media_type="text/html", extractor="archiver 0.1.0", source=source
    )
    bundle = Bundle(article=article, comments=comments, provenance=provenance, ledger=())
    write_bundle(folder, place, content.write(bundle))


def _sentence(chance: random.Random, length: int) -> str:
    words = chance.choices(WORDS, k=length)
    if length > 6:
        words[length // 2] += ","
    return " ".join(words).capitalize() + "."


def _plain(texts: "Iterator[str] | tuple[str, ...]") -> tuple[tuple[str, ...], ...]:
    kept = str.maketrans("", "", ".,-")
    return tuple(tuple(text.translate(kept).lower().split()) for text in texts)
