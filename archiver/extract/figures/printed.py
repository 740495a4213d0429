"""Where credits stand in the printed words of a caption."""

import re
from collections.abc import Iterator
from functools import lru_cache

from archiver.extract.figures import names
from archiver.extract.figures.label import is_label, labels
from archiver.extract.figures.parts import LONGEST, Strength, has_label, strength, without_label
from archiver.extract.recognise.names import is_position

Span = tuple[int, int]
_BRACKETS = re.compile(
    r"[(\[（【［〔]\s*((?:[^()\[\]（）【】［］〔〕\n]|[(\[（][^()\[\]（）\n]{0,80}[)\]）]){2,200}?)\s*[)\]）】］〕]"
)
_MADE = re.compile(
    r"[＝=]\s*(?:[^＝=。、\s][^＝=。\n]{0,40}?)?(?:撮影|提供|写す|摄|攝|촬영|\bAP\b|ＡＰ|ＡＦＰ|共同|時事|ロイター|AFP)\s*\Z"
)
_MADE_IN_BRACKETS = re.compile(r"[^。，,\n]{1,30}?(?:撮影|写す|摄|攝|摄影|攝影|촬영|供图|供圖)\Z")
_REPORTED = re.compile(r"(?<=[.!?…。”\"'’)])\s+[가-힣]{2,4}\s*(?:선임|사진)?\s?기자\Z")
"""How Korean captions end in the photographer's name and post."""
_CLOSED = re.compile(r"[.!?…。][\"”»’']?\s*\Z")
_SLASHED = re.compile(r"\s/\s(?=[^/]+\Z)")
_BEFORE = re.compile(r"[\s|–—•·/,\-]*\Z")
_AFTER_SENTENCE = re.compile(r"[.!?…。！？\"”»)\]’'](?:\s+|(?=[^\W\da-z_]|@|dpa|imago))|\n")
_PARTED = re.compile(r"\s*[|•]\s*|\s[–—]\s*|\s-\s")
_GLUED = re.compile(r"(?<=[a-zß-ÿа-я0-9])(?=[A-ZÀ-Þ@])")
_SPACED = re.compile(r"\s+(?=[A-ZÀ-Þ@])")
_NEXT_SENTENCE = re.compile(r"[.!?…。]\s+(?=\S)|\n")
_INITIAL = re.compile(
    r"(?:\b\w|\b(?:Jr|Sr|St|Dr|Mr|Mrs|Ms|Inc|Ltd|Co|Corp|Natl|Inst|Univ|Dept|Assn|Bros|U\.S|D\.A|gem|Prof))\.\s*\Z"
)
_WORDS = re.compile(r"[^\W\d_]+")
_GOES_ON = re.compile(r"courtesy|via |©|all rights", re.IGNORECASE)
_IN_A_PHRASE = re.compile(r"\b(?:on|by|to|at|from|of|for|the|von|bei|auf|par|de)\s*\Z")
FARTHEST = 110
"""How many characters before a caption's end a credit without label may begin."""
MOST_WORDS = 4
"""Most words of an outlet's name in brackets behind a caption."""
LEAST_WORDS = 5
"""Fewest words of a caption before a slash and a bare name."""


@lru_cache(maxsize=1024)
def credit_spans(text: str) -> tuple[Span, ...]:
    """Where in a caption's text its credits stand, brackets, labels and separators included, in order."""
    if not text.strip() or len(text) > 4000:
        return ()
    if _is_whole(text):
        return ((0, len(text)),)
    found = list(_bracketed(text))
    if found and (before := _labelled(text[: found[0][0]] + "\0" * (len(text) - found[0][0]), 0)):
        start = before[0][0]
        return ((_widened(text, start), start + _end_of_names(text[start:])),)
    if not found or text[found[-1][1] :].strip(" ."):
        found += _labelled(text, found[-1][1] if found else 0) or _unlabelled(
            text, found[-1][1] if found else 0
        )
    return tuple((_widened(text, start), end) for start, end in found)


def is_all_credit(text: str) -> bool:
    """Whether the words are a credit and nothing else."""
    return len(text) <= LONGEST and credit_spans(text) == ((0, len(text)),)


def _is_whole(text: str) -> bool:
    """Whether all of the text is one credit."""
    if len(text) > LONGEST:
        return False
    if has_label(text):
        words = without_label(text)
        return bool(words) and _end_of_names(words) == len(words) and not is_sentence(words)
    if _MADE.search(text, 1):
        return False
    words = without_label(text)
    told = strength(words)
    return told is Strength.AGENCY or (
        told is Strength.NAMES and names.is_person(re.split(r"\s*[/|]", words)[0])
    )


def _widened(text: str, start: int) -> int:
    """The beginning moved before the separator that parts caption and credit."""
    match = _BEFORE.search(text, 0, start)
    return match.start() if match else start


def _bracketed(text: str) -> Iterator[Span]:
    """Brackets that hold a credit and nothing else."""
    for match in _BRACKETS.finditer(text):
        inside = match[1]
        if len(inside) > LONGEST:
            continue
        named = (
            has_label(inside) and len(without_label(inside)) > 1 and not is_sentence(without_label(inside))
        )
        if named or _MADE_IN_BRACKETS.match(inside) or _reads_alone(inside) or _closes(text, match):
            yield match.start(), match.end()


def _closes(text: str, match: re.Match[str]) -> bool:
    """Whether the brackets stand behind the caption's last full stop and hold a name."""
    inside = match[1].strip()
    return (
        not text[match.end() :].strip(" .")
        and _CLOSED.search(text, 0, match.start()) is not None
        and not (is_label(inside) or names.is_noise(inside) or is_position(inside))
        and not any(character.isdigit() for character in inside)
        and (names.is_person(inside) or (names.is_outlet(inside) and len(inside.split()) <= MOST_WORDS))
    )


def _reads_alone(inside: str) -> bool:
    if inside.isdigit() or (inside.islower() and not names.agency(inside)):
        return False
    if re.match(r"courtesy\b|cortesía\b", inside, re.IGNORECASE):
        return True
    return strength(inside) > Strength.NONE


def _slashed(text: str, first: int) -> list[Span]:
    """A person's name behind the caption's only slash."""
    match = _SLASHED.search(text, first)
    if not match or len(text[: match.start()].split()) < LEAST_WORDS or "/" in text[: match.start()]:
        return []
    maker = text[match.end() :].strip()
    return [(match.end(), len(text))] if names.is_person(maker) and len(maker.split()) <= 3 else []


def is_sentence(words: str) -> bool:
    """Whether the words go on like prose: many of them in lower case."""
    told = _WORDS.findall(words)
    small = sum(word.islower() and len(word) > 3 for word in told)
    return len(told) >= 6 and small * 2 > len(told)


def _end_of_names(words: str) -> int:
    """Where a labelled credit ends: before a next sentence, unless that names someone as well."""
    for match in _NEXT_SENTENCE.finditer(words):
        if _INITIAL.search(words, 0, match.start() + 1) or match.start() < 2:
            continue
        rest = words[match.end() :]
        if len(rest.split()) <= 2 or _GOES_ON.match(rest):
            continue
        if strength(rest) is Strength.NONE and not has_label(rest):
            return match.start() + 1
    return len(words)


def _labelled(text: str, first: int) -> list[Span]:
    """A label with the names after it, at the end of the text or before a further sentence."""
    for start, end in labels(text, first):
        rest = text[end:]
        stop = end + _end_of_names(rest)
        name = text[end:stop].strip()
        if not name or len(name) > LONGEST or is_sentence(name):
            continue
        if stop == len(text) or start <= 2 or text[stop - 1] in ".\n" or "\n" in text[stop : stop + 1]:
            return [(start, stop)]
    return []


def _unlabelled(text: str, first: int) -> list[Span]:
    """Names in the shape of a credit at the end of the text."""
    made = _MADE.search(text, first) or _REPORTED.search(text, first)
    if made:
        return [(made.start(), len(text))]
    low = max(first, len(text) - FARTHEST)
    for boundary, least in (
        (_AFTER_SENTENCE, Strength.NAMES),
        (_PARTED, Strength.NAMES),
        (_GLUED, Strength.AGENCY),
    ):
        for match in boundary.finditer(text, low):
            if _INITIAL.search(text, 0, match.end()) and boundary is _AFTER_SENTENCE:
                continue
            rest = text[match.end() :].strip()
            if rest and _names_of(rest) >= least:
                return [(match.end(), len(text))]
    return _slashed(text, low) or _after_space(text, low)


def _names_of(rest: str) -> Strength:
    if re.match(r"Courtesy\b", rest) and len(rest) < 80 and not is_sentence(rest):
        return Strength.AGENCY
    if has_label(rest):
        return Strength.AGENCY
    return strength(rest)


def _after_space(text: str, low: int) -> list[Span]:
    """An agency of several words, or two names and an agency, with nothing but a space before them."""
    for match in _SPACED.finditer(text, low):
        rest = text[match.end() :]
        head = re.split(r"\s*/\s*|\s+via\s+|\s-\s", rest)[0].strip()
        is_name = (
            head.startswith("@") or (len(head.split()) == 2 and names.is_person(head)) or _is_initialled(head)
        )
        several = names.agency(head) is not None and (" " in head or head != rest.strip())
        names_makers = (several or (is_name and head != rest.strip())) and strength(rest) is Strength.AGENCY
        if names_makers and not _IN_A_PHRASE.search(text[: match.start()]):
            return [(match.end(), len(text))]
    return []


def _is_initialled(head: str) -> bool:
    parts = head.split()
    return (
        len(parts) == 3
        and any(len(part) == 2 and part[1] == "." for part in parts[:2])
        and names.is_person(head)
    )
