"""CPU milliseconds an article takes to write, read and show; run it by hand: `python -m tests.bench.bench_content`."""

import sys
import time
from collections.abc import Callable

from archiver.content import read, to_html, write
from archiver.model.article import Article, Comment, Paragraph, Prose, Span
from archiver.model.document import MarkKind
from archiver.model.extraction import Bundle, Provenance
from archiver.model.ledger import Entry, Role

WORDS = (
    "The ferry at Harrowmere was late again on Monday, and nobody on the quay (or near it) was told why. " * 4
)
COUNT = 200


def _bundle(comments: int) -> Bundle:
    body = tuple(
        Paragraph(
            prose=Prose(
                text=f"{number} {WORDS}".strip(),
                spans=(Span(kind=MarkKind.LINK, start=10, end=20, href="https://x.example/"),)
                if number % 4 == 0
                else (),
            )
        )
        for number in range(17)
    )
    return Bundle(
        article=Article(title="The ferry is late", body=body, authors=("Ada Holm",), published="2024-05-01"),
        comments=tuple(
            Comment(
                id=f"c-{n}",
                author="Bo",
                body=(Paragraph(prose=Prose(text=WORDS[:99])),),
                parent=n // 2 if n else None,
            )
            for n in range(comments)
        ),
        provenance=Provenance(
            sha256="0" * 64, media_type="text/html", extractor="archiver", source="Eld Post"
        ),
        ledger=tuple(Entry(role=Role.BODY, rule="story", text=WORDS, line=n) for n in range(17 + comments)),
    )


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    for _ in range(COUNT):
        work()
    return (time.process_time() - start) * 1000 / COUNT


def main() -> None:
    """Print one line for each piece of work."""
    for comments in (0, 11):
        bundle = _bundle(comments)
        files = write(bundle)
        for name, work in {
            "write": lambda bundle=bundle: write(bundle),
            "read": lambda files=files: read(files),
            "html": lambda bundle=bundle: to_html(bundle.article.body, paragraph_ids=True),
        }.items():
            sys.stdout.write(f"{name} with {comments} comments: {_milliseconds(work):.3f} ms\n")


if __name__ == "__main__":
    main()
