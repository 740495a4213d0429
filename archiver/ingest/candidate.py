"""One capture made ready for the archive: extracted, written as a page bundle's files, not yet placed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from archiver import content
from archiver.collector import collector_at_rest
from archiver.errors import ArchiverError, CaptureError, Diagnostic, Severity
from archiver.extract.engine import extract
from archiver.extract.no_story import NoStory, why_no_story
from archiver.ingest.placement import identity, place, rank, source_name
from archiver.model.capture import Capture
from archiver.model.extraction import Bundle, Extraction, Provenance
from archiver.parse import parse
from archiver.unpack import capture_of, is_cut_off, unpack
from archiver.version import __version__

Given = Path | bytes
"""A capture's file, or the bytes of standard input."""
STANDARD_INPUT = "<standard input>"

_HINTS = {
    NoStory.LOGIN: "capture it again from a browser that is logged in",
    NoStory.ERROR: "look for an older capture of the same address",
    NoStory.CONSENT: "capture it again from a browser after the choice is made",
    NoStory.BOT_CHECK: "capture it again from a browser",
    NoStory.LISTING: "capture the articles that it leads to",
    NoStory.SCRIPTS: "capture it again from a browser that has run them",
    NoStory.EMPTY: "capture the article itself; `archiver explain` shows what became of each line",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What a capture would put into the archive."""

    capture: str
    sha256: str
    identity: str
    wanted: PurePosixPath
    """The folder below content/ that it asks for."""
    rank: tuple[str, str]
    files: dict[str, bytes]
    """The page bundle."""
    title: str
    comments: int
    comments_declared: int | None
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A capture that cannot be archived."""

    capture: str
    diagnostic: Diagnostic


def candidates(given: Given, source: str | None) -> tuple[Candidate | Refused, ...]:
    """Everything that the file holds. Never raises for what a capture does to the code that reads it."""
    name = STANDARD_INPUT if isinstance(given, bytes) else str(given)
    found: list[Candidate | Refused] = []
    try:
        for capture in _captures(given):
            found.append(candidate(capture, source))
    except ArchiverError as error:
        found.append(Refused(capture=name, diagnostic=error.diagnostic))
    except Exception as error:  # noqa: BLE001, RUF100 - one hostile page must not stop ten thousand others
        hint = "this is a fault of archiver: report it with the capture"
        message = f"the extractor failed: {type(error).__name__}: {error}"
        found.append(
            Refused(
                capture=name,
                diagnostic=Diagnostic(code="capture-failed", path=name, message=message, hint=hint),
            )
        )
    return tuple(found)


def _captures(given: Given) -> Iterator[Capture]:
    if isinstance(given, bytes):
        yield capture_of(given, origin=STANDARD_INPUT)
    else:
        yield from unpack(given)


def candidate(capture: Capture, source: str | None = None) -> Candidate:
    """The capture as a page bundle.

    Raises:
        CaptureError: The capture holds no story.

    """
    with collector_at_rest():
        document = parse(capture)
        extraction = extract(document)
    if reason := why_no_story(document, extraction):
        message, hint = f"no story found: {reason}", _HINTS[reason]
        raise CaptureError(
            Diagnostic(code="capture-no-story", path=capture.origin, message=message, hint=hint)
        )
    bundle = bundle_of(capture, extraction, source)
    article, outlet = bundle.article, bundle.provenance.source
    return Candidate(
        capture=capture.origin,
        sha256=capture.sha256,
        identity=identity(article, outlet, capture.sha256),
        wanted=place(article, outlet),
        rank=rank(capture.captured_at, capture.sha256),
        files=dict(content.write(bundle)),
        title=article.title,
        comments=len(bundle.comments),
        comments_declared=article.comments_declared,
        diagnostics=tuple(_warnings(capture)),
    )


def bundle_of(capture: Capture, extraction: Extraction, source: str | None = None) -> Bundle:
    """The extraction with its provenance; `source` wins over what the capture says."""
    article = extraction.article
    provenance = Provenance(
        sha256=capture.sha256,
        media_type=capture.media_type,
        extractor=f"archiver {__version__}",
        source=source_name(source or capture.source, article, capture.url),
        url=capture.url or article.url,
        captured_at=capture.captured_at,
    )
    return Bundle(
        article=article, comments=extraction.comments, provenance=provenance, ledger=extraction.ledger
    )


def _warnings(capture: Capture) -> Iterator[Diagnostic]:
    if is_cut_off(capture):
        yield Diagnostic(
            code="capture-cut-off",
            path=capture.origin,
            message="the page stops before its end",
            severity=Severity.WARNING,
            hint="capture it again if you can; what there is was kept",
        )
