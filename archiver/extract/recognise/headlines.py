"""Which line of a text capture is the headline, and where it is printed again."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import unquote, urlsplit

from archiver.extract.figures.printed import credit_spans
from archiver.extract.layout.stretch import story_stretch
from archiver.extract.reading import Reading
from archiver.extract.recognise.dates import find_date
from archiver.extract.recognise.lines import Line, lines, width
from archiver.extract.recognise.threads import threads
from archiver.extract.words import fold, vocabulary

LONGEST = 250
HEAD = 400
"""Lines among which the headline is looked for."""
NEARLY = 1.1
"""The first line that scores this near to the best one is the headline."""
PROSE = 100
SENTENCE_ENDS = '.!?…”"»。'
MOST_PROSE = 3
BELOW_PROSE = 1.2
"""What each paragraph above a line takes from it: headings inside a story stand under paragraphs."""
STAMPED, STAMP_BELOW = 0.8, 4
"""What a date that few lines below a line gives it."""
LONGEST_SECTION = 25
"""Columns of a section's name, with which a trail ends as well."""
TRAIL = 2.0
"""What a trail of sections that ends in the line gives it."""
MENU = 1.5
"""What a menu right below a line takes from it."""
NEAR, NEAREST = 1.0, 12
"""What a line gets that stands so few lines above the story's first paragraph."""
FARTHEST = 40
"""Lines further above it from which on a line loses no more."""
FEWEST_IN_MENU = 3
LONGEST_IN_MENU = 24
_TRAIL_MARKS = (">", "»", "›", "/", "→", "|")
_WORD = re.compile(r"[^\W_]+")
_NEVER = (
    "post_navigation",
    "share_bar",
    "newsletter_box",
    "related_list",
    "tag_list",
    "advertisement_mark",
    "page_control",
    "consent_notice",
    "call_to_action",
    "table_of_contents",
    "time_stamp",
    "comment_form",
    "comment_header",
    "agency",
)
_SPELLED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "æ": "ae", "å": "a", "ł": "l", "ı": "i", "đ": "d"}
)


def _plain(text: str) -> frozenset[str]:
    """The words without accents, spelled as addresses spell them."""
    folded = unicodedata.normalize("NFC", text.casefold()).translate(_SPELLED)
    bare = "".join(one for one in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(one))
    return frozenset(word.removesuffix("s") for word in _WORD.findall(bare.replace("'", "").replace("’", "")))


def _slug(url: str | None) -> frozenset[str]:
    """The words of the address's most telling part."""
    parts = [_plain(unquote(part)) for part in urlsplit(url or "").path.rsplit(".", 1)[0].split("/")]
    return max(
        reversed(parts), key=lambda part: sum(not word.isdigit() for word in part), default=frozenset()
    )


def _is_stamp(text: str) -> bool:
    """Whether the line is mostly a date."""
    date = find_date(text)
    return date is not None and date.iso is not None and (date.start < 25 or len(text) < 50)


def _is_possible(line: Line) -> bool:
    text = line.text
    if (
        not 4 <= len(text) <= LONGEST
        or text.startswith(("©", "http", "(Photo", "(Foto"))
        or not _WORD.search(text)
    ):
        return False
    if (
        text.endswith((";", ","))
        or (text.endswith("»") and "«" not in text)
        or (len(text) > 75 and text.endswith((".", ".”", "。")))
        or _is_stamp(text)
    ):
        return False
    return not any(vocabulary(concept).is_line(text) for concept in _NEVER)


def _is_trail(line: Line, below: Sequence[Line]) -> bool:
    """Whether the line ends in the headline that stands below it, as a trail of sections does."""
    return any(
        _is_end_of(other.folded, line.folded) and len(other.folded) >= 0.3 * len(line.folded)
        for other in below
    )


def _trails(printed: Sequence[Line]) -> frozenset[str]:
    """The folded lines in which a trail of sections above them ends: "Home » News » The mill reopens"."""
    found = set()
    for index, line in enumerate(printed):
        if line.folded and any(mark in line.text for mark in _TRAIL_MARKS):
            below = printed[index + 1 : index + 16]
            ends = (other for other in below if _is_end_of(other.folded, line.folded))
            found |= {other.folded for other in ends if width(other.text) >= LONGEST_SECTION}
    return frozenset(found)


def _is_end_of(folded: str, trail: str) -> bool:
    shortest = 12 if folded.isascii() else 5
    return len(folded) > shortest and trail != folded and trail.endswith(folded)


def _heads_menu(printed: Sequence[Line], index: int) -> bool:
    """Whether a list of short items stands right below the line or its motto, as below an outlet's name."""
    for at in range(index + 1, min(index + 3, len(printed))):
        items = printed[at : at + FEWEST_IN_MENU]
        if len(items) == FEWEST_IN_MENU and all(
            item.begins_item and len(item.text) <= LONGEST_IN_MENU for item in items
        ):
            return True
    return False


def _weight(words: Iterable[str]) -> int:
    """How much the words tell: those of two letters, articles and the like, next to nothing."""
    return sum(max(1, 4 * min(len(word) - 2, 4)) for word in words)


def _score(line: Line, slug: frozenset[str], repeats: Counter[str], named: str) -> float:
    words = _plain(line.text)
    score = 0.0
    telling = {word for word in slug if not word.isdigit()}
    if words and telling:
        shared = len(words & slug)
        glued = "".join(_WORD.findall(line.text.casefold()))
        if len(telling) >= 2:
            score += 6.0 * _weight(words & telling) / _weight(telling) * min(1.0, 4.0 * shared / len(words))
            score *= min(1.0, len(telling) / 3)  # a section's name has as few words
        elif len(glued) >= 10 and glued in {f"{word}s" for word in telling} | telling:
            score += 5.0
    folded = fold(line.text)
    length = len(line.text) * (1 if line.text[:1] < "\u2e80" and line.text[-1:] < "\u2e80" else 3)
    score += 3.0 if length >= 12 and folded in named else 0.0
    score += 0.8 if repeats[folded] > 1 and length > 20 else 0.0
    score += 0.4 if length >= 30 else -0.6 if length < 14 else 0.0
    score -= 0.5 if line.text.endswith((".", ":", "。")) else 0.0
    score -= 1.5 if line.level else 0.0
    score -= 1.0 if line.text[0].islower() else 0.0
    score -= 1.0 if length > 100 and line.text.endswith((".", ".”", "。")) else 0.0
    score -= 2.0 if length > 160 else 0.0
    score -= 2.0 if " " not in line.text and len(line.text) > 30 and line.text.isascii() else 0.0
    score -= 1.0 if line.text.startswith(("By ", "Von ", "Par ", "Por ", "Di ")) else 0.0
    score -= 1.5 if any(mark in line.text for mark in (" > ", " » ", " | ", ">", " › ")) else 0.0
    return score


def _prose_above(printed: Sequence[Line]) -> list[int]:
    """For each line, how many paragraphs stand above it, up to `MOST_PROSE`; those of menus do not count."""
    prose = [len(line.text) >= PROSE and line.text[-1] in SENTENCE_ENDS for line in printed]
    levels = Counter(line.level for line, is_prose in zip(printed, prose, strict=True) if is_prose)
    usual = max(levels, key=lambda level: levels[level], default=0)
    found, count = [], 0
    for line, is_prose in zip(printed, prose, strict=True):
        found.append(min(count, MOST_PROSE))
        count += is_prose and line.level == usual
    return found


def headline(reading: Reading) -> Line | None:
    """The line of a text capture that is most likely the headline; None for other captures and empty ones."""
    if not reading.document.plain:
        return None
    found = reading.once(threads)
    stop = found[0].start if found else len(reading.document.text)
    printed = [line for line in reading.once(lines)[:HEAD] if line.start < stop]
    slug = _slug(reading.document.url)
    named = " ".join(
        fold(thread.header.text) for thread in found if thread.header and len(thread.header.text) > 25
    )
    repeats = Counter(fold(line.text) for line in printed if len(line.text) <= LONGEST)
    above, trails = _prose_above(printed), _trails(printed)
    first = story_stretch(printed)[0]
    scores = [
        (
            _score(line, slug, repeats, named)
            - 0.12 * min(max(0, index - max(0, first - NEAREST)), 10)
            - 0.05 * min(max(0, first - NEAREST - index), FARTHEST)
            - BELOW_PROSE * above[index]
            + TRAIL * (line.folded in trails)
            - MENU * _heads_menu(printed, index)
            + NEAR * (first - NEAREST <= index <= first + 1)
            + STAMPED * any(_is_stamp(other.text) for other in printed[index + 1 : index + 1 + STAMP_BELOW]),
            index,
        )
        for index, line in enumerate(printed)
        if _is_possible(line)
        and not _is_trail(line, printed[index + 1 : index + 16])
        and not (line.text.endswith(")") and credit_spans(line.text))
    ]
    if not scores:
        return None
    enough = max(scores)[0] - NEARLY
    return printed[next(index for score, index in scores if score >= enough)]
