"""Which line of a text capture is the headline, and where it is printed again."""

import re
import unicodedata
from collections import Counter
from urllib.parse import unquote, urlsplit

from archiver.extract.reading import Reading
from archiver.extract.recognise.dates import find_date
from archiver.extract.recognise.lines import Line, lines
from archiver.extract.recognise.threads import threads
from archiver.extract.words import fold, vocabulary

LONGEST = 250
HEAD = 400
"""Lines among which the headline is looked for."""
_WORD = re.compile(r"[^\W_]+")
_NEVER = (
    "post_navigation", "share_bar", "newsletter_box", "related_list", "tag_list", "advertisement_mark", "skip_link",
    "consent_notice", "call_to_action", "table_of_contents", "time_stamp", "comment_form", "comment_header", "agency",
)
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "æ": "ae", "å": "a", "ł": "l", "ı": "i", "đ": "d"})


def _plain(text: str) -> frozenset[str]:
    """The words without accents, spelled as addresses spell them."""
    folded = unicodedata.normalize("NFC", text.casefold()).translate(_SPELLED)
    bare = "".join(one for one in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(one))
    return frozenset(_WORD.findall(bare.replace("'", "").replace("’", "")))


def _slug(url: str | None) -> frozenset[str]:
    """The words of the address's most telling part."""
    parts = [_plain(unquote(part)) for part in urlsplit(url or "").path.rsplit(".", 1)[0].split("/")]
    return max(parts, key=lambda part: sum(not word.isdigit() for word in part), default=frozenset())


def _is_possible(line: Line) -> bool:
    text = line.text
    if not 4 <= len(text) <= LONGEST or text.startswith(("©", "(", "http")) or not _WORD.search(text):
        return False
    if text.endswith((";", ",", "»")) or (find_date(text) and len(text) < 60):
        return False
    return not any(vocabulary(concept).is_line(text) for concept in _NEVER)


def _score(line: Line, index: int, slug: frozenset[str], repeats: Counter[str], named: str) -> float:
    words = _plain(line.text)
    score = -0.12 * min(index, 10) - 0.004 * index
    telling = {word for word in slug if not word.isdigit()}
    if len(telling) >= 2 and words:
        shared = len(words & slug)
        score += 6.0 * shared / len(telling) * min(1.0, 2.0 * shared / len(words))
    score += 3.0 if len(line.text) >= 12 and fold(line.text) in named else 0.0
    score += 0.8 if repeats[fold(line.text)] > 1 and len(words) > 2 else 0.0
    score += 0.8 if len(words) >= 4 or not line.text.isascii() else -0.6
    score -= 1.0 if line.text.endswith((".", ":")) else 0.0
    score -= 1.5 if line.level else 0.0
    score -= 2.0 if len(line.text) > 140 else 0.0
    score -= 1.0 if line.text.startswith(("By ", "Von ", "Par ", "Por ", "Di ")) else 0.0
    score -= 1.5 if any(mark in line.text for mark in (" > ", " » ", " | ", ">Articles>", " › ")) else 0.0
    return score


def headline(reading: Reading) -> Line | None:
    """The line of a text capture that is most likely the headline; None for other captures and empty ones."""
    if not reading.document.plain:
        return None
    found = reading.once(threads)
    stop = found[0].start if found else len(reading.document.text)
    printed = [line for line in reading.once(lines)[:HEAD] if line.start < stop]
    slug = _slug(reading.document.url)
    named = " ".join(fold(thread.header.text) for thread in found if thread.header and len(thread.header.text) > 25)
    repeats = Counter(fold(line.text) for line in printed if len(line.text) <= LONGEST)
    best: tuple[float, int] | None = None
    for index, line in enumerate(printed):
        if _is_possible(line):
            score = _score(line, index, slug, repeats, named)
            if best is None or score > best[0]:
                best = (score, index)
    return printed[best[1]] if best else None
