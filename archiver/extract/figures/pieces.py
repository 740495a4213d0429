"""The parts of a gathered figure: caption, credits, controls, and what is printed twice."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archiver.extract.figures.controls import is_icon
from archiver.extract.figures.found import Draft, PageFigure, Span
from archiver.extract.figures.label import is_label, is_signed
from archiver.extract.figures.marked import controls, credits_of, is_maker
from archiver.extract.figures.parts import LONGEST, has_label, without_label
from archiver.extract.figures.printed import credit_spans, is_sentence
from archiver.extract.reading import Reading
from archiver.extract.words import fold
from archiver.text import squash


def first_of(draft: Draft) -> int:
    """Index of the first block of the figure."""
    return min((*draft.pictures, *draft.captions))


def figure(reading: Reading, draft: Draft) -> PageFigure:
    """The gathered blocks as a figure."""
    blocks, texts = reading.document.blocks, reading.texts
    captions, repeats, seen = list[Span](), list[Span](), set[str]()
    for index in sorted(draft.captions):
        words = squash(texts[index])
        (repeats if words in seen and len(words) > 3 else captions).append(
            (blocks[index].start, blocks[index].end)
        )
        seen.add(words)
    controlled = tuple(_controls(reading, captions))
    credits_, twice = _each_once(reading, _credits(reading, captions, controlled))
    pictures = tuple((blocks[index].start, blocks[index].end) for index in draft.pictures)
    told_urls = [url for index in draft.pictures if (url := blocks[index].url)]
    urls = [url for url in told_urls if not is_icon(url)] or told_urls
    alts = [texts[index] for index in draft.pictures if texts[index].strip()]
    if not draft.pictures and not draft.is_named:
        credits_ = tuple((start, end - 1) for start, end in captions)
    told = () if credits_ else tuple(_told(reading, pictures))
    return PageFigure(
        at=blocks[first_of(draft)].start,
        url=urls[0] if urls else None,
        alt=_without_credit(alts[0]) if alts else "",
        pictures=pictures,
        captions=tuple(captions),
        credits=credits_ or told[:1],
        controls=(*controlled, *told[1:]),
        repeats=(*repeats, *twice),
        is_named=draft.is_named,
    )


def with_credits(reading: Reading, figure: PageFigure, alone: PageFigure) -> PageFigure:
    """The figure with the credits of lines that stand elsewhere; what it says already is a repeat."""
    told, twice = _each_once(reading, (*figure.credits, *alone.credits))
    return replace(
        figure,
        captions=(*figure.captions, *alone.captions),
        credits=told,
        repeats=(*figure.repeats, *twice),
    )


def _each_once(reading: Reading, spans: Iterable[Span]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The credits, and those that say again what one before them says."""
    seen, told, twice = set[str](), list[Span](), list[Span]()
    for span in spans:
        words = fold(without_label(reading.document.text[slice(*span)]))
        (twice if words in seen else told).append(span)
        seen.add(words)
    return tuple(told), tuple(twice)


def _controls(reading: Reading, captions: list[Span]) -> Iterator[Span]:
    """Buttons and labels, and the bracket that opens before a label in a line of its own."""
    text, last = reading.document.text, 0
    for start, end in captions:
        for span in controls(reading, start, end - 1):
            before = text[last or start : span[0]].rstrip()
            if before.endswith(("(", "[")) and is_label(text[slice(*span)].strip()):
                at = (last or start) + len(before) - 1
                yield at, at + 1
            yield span
        last = last or start


def _credits(reading: Reading, captions: list[Span], controlled: tuple[Span, ...]) -> Iterator[Span]:
    """The credits in all blocks of a caption; a label alone makes one of what stands behind it."""
    text, found, label = reading.document.text, False, -1
    for number, (start, end) in enumerate(captions):
        for first, last in without(controlled, start, end - 1):
            words = text[first:last].strip()
            if is_signed(words):
                label = first
                continue
            if label < 0 and (_follows_label(text, controlled, first)):
                label = first
            if label >= 0 and words and len(words) <= LONGEST and not is_sentence(words):
                own: tuple[Span, ...] = ((label, last),)
            else:
                own = credits_of(reading, first, last)
            label = -1
            if not own and not found and number and number == len(captions) - 1:
                own = ((first, last),) if is_maker(words, text[captions[0][0] : start]) else ()
            found = found or bool(own)
            yield from own
    if label >= 0:
        yield label, captions[-1][1] - 1


def _follows_label(text: str, controlled: tuple[Span, ...], first: int) -> bool:
    """Whether the control right before the offset is the label of a credit, such as "Image:"."""
    before = [span for span in controlled if span[1] <= first and not text[span[1] : first].strip()]
    return bool(before) and is_signed(text[slice(*before[-1])].strip())


def without(controlled: tuple[Span, ...], start: int, end: int) -> Iterator[Span]:
    """The parts of the span between controls."""
    for first, last in sorted(controlled):
        if start <= first < end:
            if start < first:
                yield start, first
            start = last
    if start < end:
        yield start, end


def _told(reading: Reading, pictures: tuple[Span, ...]) -> Iterator[Span]:
    """The labelled credits at the end of alt texts."""
    for start, end in pictures:
        for first, last in _at_end(reading.document.text[start : end - 1]):
            yield start + first, start + last


def _at_end(alt: str) -> tuple[Span, ...]:
    found = credit_spans(alt)[-1:]
    is_told = bool(found) and found[0][1] >= len(alt.rstrip(" .")) and has_label(alt[slice(*found[0])])
    return found if is_told else ()


def _without_credit(alt: str) -> str:
    found = _at_end(alt)
    return alt[: found[0][0]].rstrip() if found else alt
