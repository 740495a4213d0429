"""Small sites on disk, about an invented town, for tests that build them."""

import shutil
from pathlib import Path

from archiver import content
from archiver.model.article import Article, Comment, Paragraph, Prose
from archiver.model.extraction import Bundle, Provenance
from archiver.model.ledger import Entry, Role

ROOT = Path(__file__).parents[1]
COMMENT_WORD = "quillwort"
"""A word that stands in one comment of `make_site` and nowhere else."""


def make_site(folder: Path, *, own_theme: bool = False) -> Path:
    """Two articles, one with two comments; with `own_theme` the theme is a copy that may be broken."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "site.toml").write_text('title = "The Harrowmere Archive"\n', encoding="utf-8")
    comments = (
        comment(1, "The ferry bell woke the whole street."),
        comment(2, f"My aunt grew {COMMENT_WORD} beside that landing.", parent=0),
    )
    add_article(folder, "times/2022/04/ferry", "The ferry runs again", comments=comments)
    add_article(folder, "post/2021/11/bridge", "A bridge over the Eld", published="2021-11-02")
    if own_theme:
        shutil.copytree(ROOT / "themes" / "default", folder / "themes" / "default")
    return folder


def comment(number: int, words: str, parent: int | None = None) -> Comment:
    """A comment with one paragraph."""
    body = (Paragraph(prose=Prose(text=words)),)
    return Comment(id=str(number), body=body, parent=parent, author="Ottilie Fenn", date="2022-04-04")


def add_article(
    site: Path,
    folder: str,
    title: str,
    *,
    published: str | None = "2022-04-03",
    comments: tuple[Comment, ...] = (),
    words: str = "The boat crossed at seven.",
    authors: tuple[str, ...] = ("Ada Moss",),
) -> Path:
    """Write one page bundle as ingest does."""
    article = Article(
        title=title,
        body=(Paragraph(prose=Prose(text=words)),),
        authors=authors,
        published=published,
        tags=("river",),
        language="en",
    )
    provenance = Provenance(
        sha256="0f" * 32, media_type="text/html", extractor="archiver 0.1.0", source=f"The {folder[:5]}"
    )
    ledger = (
        Entry(role=Role.HEADLINE, rule="headline", text=title),
        Entry(role=Role.BODY, rule="body", text=words),
    )
    bundle = Bundle(article=article, comments=comments, provenance=provenance, ledger=ledger)
    return write_bundle(site, folder, content.write(bundle))


def add_bundle(site: Path, folder: str, index: str = '---\ntitle: "A"\n---\n\nWords.\n') -> Path:
    """Write one page bundle as a person does, with `index.md` alone."""
    return write_bundle(site, folder, {"index.md": index.encode()})


def write_bundle(site: Path, folder: str, files: dict[str, bytes]) -> Path:
    """Write the files of a page bundle below the site's content/."""
    path = site / "content" / folder
    path.mkdir(parents=True)
    for name, data in files.items():
        (path / name).write_bytes(data)
    return path


def tree(folder: Path, *, without: str = "\0") -> dict[str, bytes]:
    """Every file below a folder by its path, but those whose path begins with `without`."""
    return {
        name: path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not (name := path.relative_to(folder).as_posix()).startswith(without)
    }
