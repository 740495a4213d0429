"""A synthetic archive of any size: one seed gives the same bytes, and article N is the same in all sizes.

    python -m tests.bench.generate FOLDER --articles 1000

`FOLDER/site` is a site of page bundles, written as ingest writes them; `FOLDER/hugo` has the same articles for Hugo.
Lengths, threads and terms follow real papers: about 600 words at the median with a long tail, 40 % with comments,
15 of them at the median and 300 at most. All words are invented.
"""

import argparse
import bisect
import itertools
import json
import math
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from archiver import content
from archiver.model.article import (
    Article,
    BodyBlock,
    Comment,
    Credit,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Prose,
    Quote,
    Span,
)
from archiver.model.document import MarkKind
from archiver.model.extraction import Bundle, Provenance
from archiver.model.ledger import Entry, Role
from archiver.text import digest, slug

FIRST_DAY = datetime(2005, 1, 1, tzinfo=UTC)
SECONDS = 20 * 365 * 86_400
SECTIONS = (
    "world",
    "politics",
    "business",
    "science",
    "health",
    "sport",
    "culture",
    "opinion",
    "local",
    "education",
)
PAPERS = ("Times", "Post", "Herald", "Courier", "Gazette", "Tribune", "Journal", "Echo")
_ONSETS = (
    "b",
    "br",
    "c",
    "ch",
    "d",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "r",
    "s",
    "st",
    "t",
    "w",
)
_NUCLEI = ("a", "e", "i", "o", "u", "ai", "ea", "ie", "oo", "ou")
_CODAS = ("", "", "n", "r", "s", "t", "l", "nd", "st", "ck", "ng")


class Zipf:
    """Values drawn with weight 1 / (rank + 3) ** power."""

    def __init__(self, values: Sequence[str], power: float) -> None:
        self.values = values
        self.sums = list(itertools.accumulate((rank + 3) ** -power for rank in range(len(values))))

    def draw(self, dice: random.Random, count: int) -> list[str]:
        total, last = self.sums[-1], len(self.values) - 1
        return [self.values[bisect.bisect(self.sums, dice.random() * total, 0, last)] for _ in range(count)]


class World:
    """What every article draws from; made from the seed alone."""

    def __init__(self, seed: int) -> None:
        dice = random.Random(f"world {seed}")
        self.seed = seed
        words: dict[str, None] = {}
        while len(words) < 6000:
            syllables = 1 if len(words) < 500 else dice.choice((2, 2, 3))
            words["".join(self._syllable(dice) for _ in range(syllables))] = None
        names = [f"{self._syllable(dice)}{self._syllable(dice)}".title() for _ in range(12_000)]
        pairs = zip(names[::2], names[1::2], strict=True)
        people = list(dict.fromkeys(f"{first} {last}" for first, last in pairs))
        self.words = Zipf(list(words), 1.0)
        self.people = Zipf(people[600:], 0.75)
        self.authors = Zipf(people[:600], 0.9)
        self.tags = Zipf(list(words)[300:700], 0.8)
        self.sections = Zipf(SECTIONS, 0.6)
        self.sources = Zipf([f"The {names[-n]} {PAPERS[n % len(PAPERS)]}" for n in range(1, 41)], 0.9)

    @staticmethod
    def _syllable(dice: random.Random) -> str:
        return dice.choice(_ONSETS) + dice.choice(_NUCLEI) + dice.choice(_CODAS)

    def sentences(self, dice: random.Random, words: int) -> str:
        """About that many words as sentences."""
        made = []
        while words > 0:
            count = max(4, min(40, int(dice.gauss(19, 8))))
            drawn = self.words.draw(dice, count)
            if dice.random() < 0.25:
                drawn[count // 2] = self.people.draw(dice, 1)[0]
            if count > 9:
                drawn[count // 3] += ","
            made.append(" ".join(drawn).capitalize() + ".")
            words -= count
        return " ".join(made)


def bundle(world: World, number: int) -> tuple[str, Bundle]:
    """The folder below content/ and the bundle of one article."""
    dice = random.Random(f"{world.seed} {number}")
    at = FIRST_DAY + timedelta(seconds=dice.randrange(SECONDS))
    title = " ".join(world.words.draw(dice, dice.randint(4, 9))).capitalize()
    source = world.sources.draw(dice, 1)[0]
    words = max(80, min(6000, int(math.exp(dice.gauss(math.log(555), 0.65)))))
    comments = tuple(_comments(world, dice, at)) if dice.random() < 0.4 else ()
    article = Article(
        title=title,
        body=tuple(_body(world, dice, words)),
        standfirst=world.sentences(dice, dice.randint(14, 28)),
        authors=tuple(dict.fromkeys(world.authors.draw(dice, dice.choice((1, 1, 1, 2, 3))))),
        published=at.isoformat().replace("+00:00", "Z"),
        section=world.sections.draw(dice, 1)[0],
        tags=tuple(dict.fromkeys(world.tags.draw(dice, dice.randint(2, 6)))),
        language="en",
        url=f"https://news{dice.randrange(40)}.example.org/{at:%Y/%m/%d}/{number}",
        comments_declared=len(comments) + dice.choice((0, 0, 7)) if comments else None,
        evidence=(("authors", "json-ld"), ("published", "json-ld"), ("title", "page")),
    )
    provenance = Provenance(
        sha256=digest(f"{world.seed} {number}", 64),
        media_type="text/html",
        extractor="archiver 0.1.0",
        source=source,
        url=article.url,
        captured_at=(at + timedelta(days=400)).isoformat(),
    )
    folder = f"{slug(source)}/{at:%Y/%m}/{slug(title)[:60].rstrip('-')}-{number}"
    return folder, Bundle(
        article=article, comments=comments, provenance=provenance, ledger=tuple(_ledger(world, dice, article))
    )


def _body(world: World, dice: random.Random, words: int) -> Iterator[BodyBlock]:
    pictures = set(dice.sample(range(1, 8), dice.choice((1, 1, 2))))
    number = 0
    while words > 0 or number < 4:
        number += 1
        count = max(15, min(140, int(dice.gauss(60, 22))))
        kind = dice.random()
        if kind < 0.06:
            yield Quote(prose=_prose(world, dice, count // 2))
        elif kind < 0.09:
            for _ in range(4):
                yield ListItem(prose=_prose(world, dice, 8))
        else:
            yield Paragraph(prose=_prose(world, dice, count))
        words -= count
        if number in pictures:
            yield _figure(world, dice)
        if number % 5 == 0 and words > 0:
            yield Heading(prose=Prose(text=" ".join(world.words.draw(dice, 4)).capitalize()), level=2)


def _prose(world: World, dice: random.Random, words: int) -> Prose:
    """Words, of which one paragraph in two has a link or an emphasis."""
    text = world.sentences(dice, words)
    start = text.find(" ") + 1
    end = text.find(" ", start)
    kind = dice.random()
    if kind > 0.5 or end <= start:
        return Prose(text=text)
    if kind > 0.35:
        return Prose(text=text, spans=(Span(kind=MarkKind.EMPHASIS, start=start, end=end),))
    href = (
        f"https://news{dice.randrange(40)}.example.org/{dice.randrange(2005, 2025)}/{dice.randrange(10**6)}"
    )
    return Prose(text=text, spans=(Span(kind=MarkKind.LINK, start=start, end=end, href=href),))


def _figure(world: World, dice: random.Random) -> Figure:
    photographer = world.people.draw(dice, 1)[0]
    return Figure(
        url=f"https://pictures.example.org/{dice.randrange(10**6)}.jpg",
        alt=world.sentences(dice, 5),
        caption=Prose(text=world.sentences(dice, 14)),
        credits=(Credit(text=f"{photographer}/Eld Post", photographer=photographer, outlet="Eld Post"),),
    )


def _comments(world: World, dice: random.Random, at: datetime) -> Iterator[Comment]:
    """A thread in reading order: each comment answers one of the path that leads to the one before it."""
    path: list[int] = []
    for number in range(max(1, min(300, int(math.exp(dice.gauss(math.log(15), 1.1)))))):
        at += timedelta(seconds=dice.randrange(20, 7200))
        del path[dice.randrange(min(len(path), 7) + 1) :]
        words = max(4, int(math.exp(dice.gauss(3.1, 0.7))))
        yield Comment(
            id=f"c-{number}",
            body=tuple(
                Paragraph(prose=Prose(text=world.sentences(dice, words)))
                for _ in range(2 if dice.random() < 0.15 else 1)
            ),
            parent=path[-1] if path else None,
            author=world.people.draw(dice, 1)[0],
            date=at.isoformat().replace("+00:00", "Z"),
            votes=dice.randrange(40) if dice.random() < 0.5 else None,
        )
        path.append(number)


def _ledger(world: World, dice: random.Random, article: Article) -> Iterator[Entry]:
    """What stood around the story and was removed; the story's own entries would only repeat it."""
    yield Entry(role=Role.HEADLINE, rule="headline", text=article.title)
    for rule in ("site_menu", "share_bar", "related_list", "newsletter_box", "site_footer"):
        yield Entry(
            role=Role.REMOVED, rule=rule, reason=f"a {rule.replace('_', ' ')}", text=world.sentences(dice, 25)
        )


def hugo_file(made: Bundle, name: str) -> str:
    """The same article for Hugo: its front matter, the body, and the thread as a nested list."""
    article = made.article
    front = {
        "title": article.title,
        "authors": list(article.authors),
        "date": article.published,
        "sources": [made.provenance.source],
        "news_sections": [article.section],
        "years": [(article.published or "")[:4]],
        "tags": list(article.tags),
        "original_url": article.url,
        "slug": name,
        "summary": article.standfirst,
    }
    head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items())
    files = content.write(made)
    body = files["index.md"].decode().partition("\n---\n")[2]
    thread = f"\n## Comments\n\n{files['comments.md'].decode()}" if made.comments else ""
    return f"---\n{head}---\n{body}{thread}"


def generate(folder: Path, articles: int, *, seed: int = 1, hugo: bool = True) -> dict[str, int]:
    """Write the archive; how many articles, words and comments it has."""
    world = World(seed)
    words = comments = 0
    for number in range(articles):
        place, made = bundle(world, number)
        path = folder / "site" / "content" / place
        path.mkdir(parents=True, exist_ok=True)
        for name, data in content.write(made).items():
            (path / name).write_bytes(data)
            words += data.count(b" ") if name != "ledger.tsv" else 0
        comments += len(made.comments)
        if hugo:
            year, name = place.split("/")[1], place.rpartition("/")[2]
            file = folder / "hugo" / "articles" / year / f"{name}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(hugo_file(made, name), encoding="utf-8")
    title = f'title = "An archive of {articles} articles"\nbase_url = "https://archive.example.org/"\n'
    (folder / "site" / "site.toml").write_text(title, encoding="utf-8")
    return {"articles": articles, "words": words, "comments": comments}


def main() -> None:
    """Write one archive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print(json.dumps(generate(given.folder, given.articles, seed=given.seed)))


if __name__ == "__main__":
    main()
