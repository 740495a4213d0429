"""One figure as it stands on a page."""

from dataclasses import dataclass, field

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFigure:
    """A picture and what is printed about it, as spans of the document; blocks include their newline."""

    at: int
    """Offset where it stands."""
    url: str | None = None
    alt: str = ""
    pictures: tuple[Span, ...] = ()
    captions: tuple[Span, ...] = ()
    credits: tuple[Span, ...] = ()
    controls: tuple[Span, ...] = ()
    repeats: tuple[Span, ...] = ()
    """Captions that are printed again, for another size of screen."""
    is_named: bool = False
    """Its markup says that it is a figure."""


@dataclass(slots=True)
class Draft:
    """A figure while its parts are gathered, as indexes of blocks."""

    pictures: list[int] = field(default_factory=list)
    captions: list[int] = field(default_factory=list)
    is_named: bool = False
