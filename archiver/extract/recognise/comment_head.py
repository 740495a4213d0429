"""The lines around a comment's text: who wrote it and when, and the buttons under it."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from archiver.extract.recognise.dates import Printed, find_date
from archiver.extract.recognise.lines import Line
from archiver.extract.times import weekday
from archiver.extract.words import vocabulary

LONGEST_NAME = 60
HEAD_LINES = 10
LONGEST_HEAD = 140
LONGEST_ALT = 30
LONGEST_MOTTO = 80
LONGEST_TITLE = 190
"""Longest head with a button at its end: another page's title stands for the name where it links here."""
LONGEST_SHORT_DAY = 4
"""Characters of a weekday's short form, which may be a name as well."""
INITIAL = re.compile(r"(?:\A|\s)(?:[^\W\d_]|Jr|Sr|Dr)\.\Z")
"""How a name ends whose dot ends no sentence."""
SHORTEST_SUBJECT = 8
_NUMBER = re.compile(r"[#(]?\d{1,5}[.)]?\Z|[#|·•*+\-–—×>»]+\Z|\[\s?[+−-]\s?\]\Z")
_ENDS = " \t\u00a0,;:|·•-–—/@#()[]↓→»>"
_LEAD = re.compile(
    r"(?:\s|\b(?:on|am|at|um|le|el|il|em|on the|vom|den|dne|posted|posted on|from|op|dnia)\b|"
    r"[,;:|·•–—@(/-])+\Z",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"(?:\A|[\s,])([^\W\d_][\w-]*)[.,]?\s*\Z")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]m)?(?:\s(?:on|am|le|um))?\Z", re.IGNORECASE)
_TAIL = re.compile(r"[\s,;:|·•–—@()#\d./-]*\Z")
_PERSONAL = re.compile(
    r"(?:kommentar von|comment by|posted by|by|von|par|di|por|commentaire de|comentario de|review by)\s+",
    re.IGNORECASE,
)
_AVATAR = re.compile(
    r"(?:(?:avatar|gravatar|photo|profile (?:picture|photo)|bild|profilbild|kommentarbild|photo de profil|"
    r"foto de perfil|foto) (?:for|of|von|de|image of) (.{1,60})|(.{1,60}?)(?:['’]s)? (?:avatar|"
    r"gravatar|profile (?:picture|photo)))",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\w|[\U0001f300-\U0001faff\u2600-\u27bf]")
_ASIDE = re.compile(r"\([^()]*\)?")
_TAG = re.compile(r"</?[a-z]{1,10}(?:\s[^<>]{0,200}>|>?)", re.IGNORECASE)
_PINGBACK = re.compile(r"(?:ping|track)backs?\s*[:：]", re.IGNORECASE)


@cache
def _says() -> re.Pattern[str]:
    words = sorted(map(re.escape, vocabulary("comment_head").words), key=len, reverse=True)
    glued = "|".join(word for word in words if word[0] > "\u2e80")
    apart = "|".join(word for word in words if word[0] <= "\u2e80")
    return re.compile(
        rf"(?P<name>.{{1,{LONGEST_NAME}}}?)(?:[\s\u00a0]*(?:{glued})|"
        rf",?[\s\u00a0]+(?:{apart}))(?=\W|\Z)(?P<rest>.*)\Z",
        re.IGNORECASE | re.DOTALL,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one line tells about a comment."""

    author: str | None = None
    iso: str | None = None
    printed: str | None = None
    """The date as printed."""


def is_control(text: str) -> bool:
    """Whether the line holds only buttons: "Reply", "Antworten ↓", "ReplyDelete"."""
    concept = vocabulary("comment_control")
    if len(text) > 60:
        return False
    return (
        concept.is_line(text) or bool(_NUMBER.match(text)) or concept.begins(text) or not _LETTER.search(text)
    )


def is_pingback(text: str) -> bool:
    """Whether the item is another page's link to this one, not a reader's comment."""
    quoted = text.startswith(("[…]", "[...]", "[&#8230;]")) and text.endswith(("[…]", "[...]", "[&#8230;]"))
    return quoted or bool(_PINGBACK.match(text))


def _pictured(text: str) -> str | None:
    """The name in an avatar's alt text, as in "Ann Lee Avatar" or "Avatar for Ann Lee"."""
    found = _AVATAR.fullmatch(text)
    return (found[1] or found[2]).strip() if found else None


def is_clock(text: str) -> bool:
    """Whether the line is a time of day and nothing else, the second half of a stamp."""
    return bool(_CLOCK.fullmatch(text.strip("()")))


def is_placeholder(text: str) -> bool:
    """Whether the line stands for a picture or a number."""
    return len(text) <= 30 and (vocabulary("comment_head").is_line(text) or bool(_NUMBER.match(text)))


def looks_like_name(text: str) -> bool:
    """Whether the line can be what a commenter calls himself."""
    return (
        1 <= len(text) <= LONGEST_NAME
        and len(_ASIDE.sub("", text).split()) <= 6
        and (text[-1] not in '.!?…:;,"”' or INITIAL.search(text) is not None)
        and not text.startswith(("http", "@"))
    )


def told_by(text: str) -> Told | None:
    """What the line tells of author and date; None where it tells nothing or is more than a head line."""
    if len(text) > LONGEST_HEAD and not (len(text) <= LONGEST_TITLE and is_control(text.rsplit(None, 1)[-1])):
        return None
    return _told_by(_TAG.sub("", text) if "<" in text else text)


@lru_cache(maxsize=4096)
def _told_by(text: str) -> Told | None:
    date = find_date(text)
    before = text if date is None else text[: date.start]
    after = "" if date is None else text[date.end :]
    says = _says().match(before)
    if (
        says
        and not says["rest"].strip(_ENDS + "onamleum")
        and (date or before.rstrip()[-1:] in ":：" or len(before.split()) <= 5)
    ):
        name: str | None = _clean_name(says["name"])
        if date and not _is_tail(after):
            return None
        return Told(author=name, **_date_fields(text, date))
    if date is None or not _is_tail(after):
        return None
    name = _CLOCK.sub("", _without_weekday(_LEAD.sub("", before), date).strip(_ENDS))
    name = _LEAD.sub("", name).strip(_ENDS)
    if name and not looks_like_name(name) and not (len(name) <= LONGEST_TITLE and after.strip(_ENDS)):
        return None
    if name and date.iso is None and date.end != len(text.rstrip()) and not after.strip(_ENDS):
        return None
    return Told(author=_clean_name(name), **_date_fields(text, date))


def _without_weekday(text: str, date: Printed) -> str:
    """The text without a weekday at its end; short forms ("Sam" is a name) where it fits."""
    found = _LAST_WORD.search(text)
    days = weekday(found[1]) if found else frozenset()
    if not found or not days:
        return text
    is_sure = len(found[1]) > LONGEST_SHORT_DAY
    if date.iso and not is_sure:
        is_sure = datetime.date.fromisoformat(date.iso[:10]).weekday() in days
    return text[: found.start()] if is_sure else text


def _is_tail(after: str) -> bool:
    rest = _TAIL.sub(
        "",
        re.sub(r"^\s*(?:uhr|h|\(?edited\)?|\(?bearbeitet\)?)\b", "", after.strip(_ENDS), flags=re.IGNORECASE),
    ).strip(_ENDS)
    if after.rstrip()[-1:] in (":", "：") and rest.casefold() in vocabulary("comment_head").words:
        return True
    return not rest or is_clock(rest) or is_control(rest) or all(is_control(word) for word in rest.split())


def _clean_name(name: str | None) -> str | None:
    words = _TAG.sub("", name or "").strip(_ENDS)
    label = _PERSONAL.match(words)
    bare = words[label.end() if label else 0 :].strip(_ENDS)
    return f"{bare})" if bare.count("(") > bare.count(")") else bare or None


def _date_fields(text: str, date: object) -> dict[str, str | None]:
    start, end, iso = getattr(date, "start", 0), getattr(date, "end", 0), getattr(date, "iso", None)
    return {"iso": iso, "printed": text[start:end].strip(_ENDS) or None if end else None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Peeled:
    """A comment's lines told apart."""

    author: str | None
    iso: str | None
    printed: str | None
    head: tuple[Line, ...]
    text: tuple[Line, ...]
    controls: tuple[Line, ...]


def _names_author(lines: Sequence[Line], index: int, portrait: str | None, *, named: bool) -> str | None:
    """The name, where the line is the author's alone: a date, a portrait or the page's habit says so."""
    text = lines[index].text
    name = _clean_name(text)
    if portrait and name == portrait:
        return name
    if index + 1 == len(lines) or not looks_like_name(text) or is_placeholder(text) or _pictured(text):
        return None
    after = told_by(lines[index + 1].text)
    return name if named or (after and after.author in (None, name)) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What the lines above a comment's text tell, and how many they are."""

    author: str | None
    told: Told | None
    head: list[Line]
    controls: list[Line]
    length: int


def _behind_portrait(lines: Sequence[Line]) -> tuple[int, str | None]:
    """How many lines, mottos and badges, a portrait and the date below it hold; and the name among them."""
    if not lines or not vocabulary("comment_head").is_line(lines[0].text):
        return 0, None
    for index, line in enumerate(lines[1:HEAD_LINES], start=1):
        if line.gap:
            break
        told = told_by(line.text) if line.is_short else None
        if told and told.printed and told.author is None:
            between = [other.text for other in lines[1:index]]
            names = [text for text in between if looks_like_name(text) and not _is_badge(text)]
            return index, next(iter(names), None)
        if len(line.text) > LONGEST_MOTTO:
            break
    return 0, None


def _is_badge(text: str) -> bool:
    """Whether the line names a rank that the site gives, in capitals."""
    return text.isupper() and " " in text


def _stands_for_picture(line: Line, after: Sequence[Line]) -> bool:
    """Whether a short line stands right above one that tells author and date: the portrait's alt text."""
    told = told_by(after[0].text) if after and not after[0].gap else None
    is_alt = len(line.text) <= LONGEST_ALT and line.text[-1] not in ".!?…"
    return is_alt and told is not None and bool(told.author and told.printed and told.iso)


def _peel_head(lines: Sequence[Line], *, named: bool) -> _Head:
    portrait = date = None
    index, author = _behind_portrait(lines)
    head: list[Line] = list(lines[:index])
    controls: list[Line] = []
    while index < min(len(lines), HEAD_LINES):
        line, is_last = lines[index], index + 1 == len(lines)
        told = told_by(line.text)
        if told and not (date and told.printed):
            author = told.author or author
            date = told if told.printed else date
        elif is_control(line.text) and not is_placeholder(line.text) and not is_last and head:
            controls.append(line)
            index += 1
            continue
        elif author is None and (name := _names_author(lines, index, portrait, named=named)):
            author = name
        elif not is_last and (pictured := _pictured(line.text)):
            portrait = pictured
        elif not (
            is_placeholder(line.text)
            or is_clock(line.text)
            or line.text.strip(_ENDS) == author
            or (author and _LEAD.fullmatch(line.text) and not is_last)
            or (not index and _stands_for_picture(line, lines[1:2]))
        ):
            break
        head.append(line)
        index += 1
    return _Head(author=author, told=date, head=head, controls=controls, length=index)


def _begins_again(subject: str, text: str) -> bool:
    """Whether the line is a subject that the site cut from the comment's own first words."""
    cut = subject.rstrip("….").rstrip()
    return subject.endswith(("…", "...")) and len(cut) >= SHORTEST_SUBJECT and text.startswith(cut)


def peel(lines: Sequence[Line], *, named: bool) -> Peeled:
    """Tell a comment's head lines and buttons from its text.

    `named`: the page's comments begin with a line that is the author's name alone.
    """
    top = _peel_head(lines, named=named)
    date, head, controls = top.told, top.head, top.controls
    first, end = top.length, len(lines)
    if first + 1 < end and _begins_again(lines[first].text, lines[first + 1].text):
        head.append(lines[first])
        first += 1
    while end > first:
        line = lines[end - 1]
        told = told_by(line.text) if date is None and line.is_short else None
        if (
            is_control(line.text)
            or is_clock(line.text)
            or (top.author and _pictured(line.text) == top.author)
        ):
            controls.append(line)
        elif told and told.author is None:
            date = told
            head.append(line)
        else:
            break
        end -= 1
    return Peeled(
        author=top.author,
        iso=date.iso if date else None,
        printed=date.printed if date else None,
        head=tuple(head),
        text=tuple(lines[first:end]),
        controls=tuple(controls),
    )
