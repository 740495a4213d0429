"""Printed picture credits: as data, and where they stand in the words of a caption."""

from archiver.extract.figures.parts import credit
from archiver.extract.figures.printed import credit_spans

<<<<<<< HEAD
from archiver.extract.recognise.names import is_agency, is_person
from archiver.model.article import Credit
from archiver.text import squash

_LABEL = re.compile(
    r"(?:(?:file |handout |courtesy |ap |afp )?(?:photo(?:graph(?:er|ie|s|y)?|s)?|image|images|"
    r"picture|pictures|credits?|crédits?|"
    r"créditos?|fotos?|fotograf(?:ie|o|ía|ia|in)?|fotograaf|bild(?:er|quelle|nachweis|rechte)?|"
    r"quelle[n]?|source|fuente|fonte|"
    r"copyright|kuva|valokuva|фото|illustration|grafik|pic|zdjęcie|fot|fotó|beeld|billede|"
    r"foto-illustration|φωτογραφία|写真|사진|图|圖|"
    r"image credit|photo credit|picture credit|photo source|image source|video|screenshot)"
    r"\s*(?:credits?|sources?|courtesy)?\s*(?:[:：|©.]|\b(?:by|von|par|de|di|por|av|af|"
    r"courtesy of|courtesy)\b:?)\s*|©\s*|\(c\)\s*)+",
    re.IGNORECASE,
)
_VIA = re.compile(r"\s*(?:,|/)?\s*\bvia\s+", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:/|\||–|—|,|;|\s-\s|•|·)\s*")
LONGEST = 160
"""Longest credit, in characters."""


def without_label(text: str) -> str:
    """The credit without brackets and label, as printed otherwise."""
    words, before = squash(text), ""
    while words != before:
        before = words
        if words[:1] in "([" and words[-1:] in ")]" and len(words) > 1:
            words = words[1:-1]
        words = _LABEL.sub("", words.strip(" |•–—-/.,;"), count=1) if _LABEL.match(words) else words
        words = words.strip(" |•–—/,;")
    return words


def credit(text: str) -> Credit:
    """The printed credit in parts; what cannot be told apart stays in `text` alone."""
    words = without_label(text)
    head, *via = _VIA.split(words, maxsplit=1)
    photographer = outlet = agency = None
    for part in [*_SPLIT.split(head), *_SPLIT.split(via[0] if via else "")]:
        name = part.strip(" .()[]")
        if not name:
            continue
        if is_agency(name):
            agency = agency or name
        elif photographer is None and outlet is None and is_person(name):
            photographer = name
        else:
            outlet = outlet or name
    if via and not agency and outlet is None:
        outlet = via[0].strip()
    return Credit(text=words, photographer=photographer, outlet=outlet, agency=agency)


_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,160})[)\]]\.?\s*\Z")


def credit_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where in a caption's text its credits stand, brackets and labels included, in order."""
    tail = _BRACKETS.search(text[-LONGEST - 4 :])
    if tail and _is_credit(tail[1]):
        shift = max(0, len(text) - LONGEST - 4)
        yield tail.start() + shift, tail.end() + shift


def _is_credit(words: str) -> bool:
    """Whether words in brackets at the end of a caption are a credit."""
    if _LABEL.match(words):
        return True
    parts = [part.strip(" .") for part in _SPLIT.split(_VIA.sub("/", words))]
    return any(is_agency(part) for part in parts) or (len(parts) > 1 and is_person(parts[0]))
=======
__all__ = ["credit", "credit_spans"]
>>>>>>> figures
