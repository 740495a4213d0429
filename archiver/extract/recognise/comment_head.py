"""The lines around a comment's text: who wrote it and when, and the buttons under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from archiver.extract.recognise.dates import find_date
from archiver.extract.recognise.lines import Line
from archiver.extract.words import vocabulary

LONGEST_NAME = 60
_NUMBER = re.compile(r"[#(]?\d{1,5}[.)]?\Z|[#|·•*+\-–—×>»]+\Z|\[\s?[+−-]\s?\]\Z")
_ENDS = " \t\u00a0,;:|·•-–—/@#()[]↓→»>"
_LEAD = re.compile(
    r"(?:\s|\b(?:on|am|at|um|le|el|il|em|on the|vom|den|dne|posted|posted on|from|op|dnia)\b|[,;:|·•–—@(/-])+\Z",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:\A|[\s,])(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|"
    r"miércoles|jueves|viernes|sábado|domingo)[.,]?\s*\Z",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]m)?(?:\s(?:on|am|le|um))?\Z", re.IGNORECASE)
_TAIL = re.compile(r"[\s,;:|·•–—@()#\d./-]*\Z")
_PERSONAL = re.compile(
    r"(?:kommentar von|comment by|posted by|by|von|par|di|por|commentaire de|comentario de|review by)\s+",
    re.IGNORECASE,
)
_AVATAR = re.compile(
    r"(?:(?:avatar|gravatar|photo|profile (?:picture|photo)|bild|profilbild|photo de profil|foto de perfil|foto) (?:for|of|von|de|image of) (.{1,60})|(.{1,60}?)(?:['’]s)? (?:avatar|gravatar|profile (?:picture|photo)))",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\w|[\U0001f300-\U0001faff\u2600-\u27bf]")
_TAG = re.compile(r"</?[a-z]{1,10}>?", re.IGNORECASE)
_PINGBACK = re.compile(r"(?:ping|track)backs?\s*[:：]", re.IGNORECASE)


@cache
def _says() -> re.Pattern[str]:
    words = sorted(map(re.escape, vocabulary("comment_head").words), key=len, reverse=True)
    glued = "|".join(word for word in words if word[0] > "\u2e80")
    apart = "|".join(word for word in words if word[0] <= "\u2e80")
    return re.compile(
        rf"(?P<name>.{{1,{LONGEST_NAME}}}?)(?:[\s\u00a0]*(?:{glued})|,?[\s\u00a0]+(?:{apart}))(?=\W|\Z)(?P<rest>.*)\Z",
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
        and len(text.split()) <= 6
        and text[-1] not in '.!?…:;,"”'
        and not text.startswith(("http", "@"))
    )


def told_by(text: str) -> Told | None:
    """What the line tells of author and date; None where it tells nothing or is more than a head line."""
    return _told_by(text) if len(text) <= 140 else None


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
    name = _CLOCK.sub("", _WEEKDAY.sub("", _LEAD.sub("", before)).strip(_ENDS))
    name = _LEAD.sub("", name).strip(_ENDS)
    if name and not looks_like_name(name) and not (len(name) <= 110 and after.strip(_ENDS)):
        return None
    if name and date.iso is None and not date.end == len(text.rstrip()) and not after.strip(_ENDS):
        return None
    return Told(author=_clean_name(name), **_date_fields(text, date))


def _is_tail(after: str) -> bool:
    rest = _TAIL.sub(
        "",
        re.sub(r"^\s*(?:uhr|h|\(?edited\)?|\(?bearbeitet\)?)\b", "", after.strip(_ENDS), flags=re.IGNORECASE),
    ).strip(_ENDS)
    return not rest or is_clock(rest) or is_control(rest) or all(is_control(word) for word in rest.split())


def _clean_name(name: str | None) -> str | None:
    words = _PERSONAL.sub("", _TAG.sub("", name or "").strip(_ENDS), count=1).strip(_ENDS)
    return words or None


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


def peel(lines: Sequence[Line], *, named: bool) -> Peeled:
    """Tell a comment's head lines and buttons from its text.

    `named`: the page's comments begin with a line that is the author's name alone.
    """
    author = iso = printed = pictured = None
    head: list[Line] = []
    controls: list[Line] = []
    index = 0
    while index < min(len(lines), 7):
        line = lines[index]
        told = told_by(line.text)
        after = told_by(lines[index + 1].text) if index + 1 < len(lines) else None
        if told and not (iso or (printed and told.printed)):
            author = told.author or author
            iso, printed = told.iso, told.printed
        elif is_placeholder(line.text) or is_clock(line.text):
            pass
        elif pictured and line.text.strip(_ENDS) == pictured:
            author = pictured
        elif index + 1 < len(lines) and (portrait := _pictured(line.text)):
            pictured = portrait
        elif author and line.text.strip(_ENDS) == author:
            pass
        elif (
            author is None
            and looks_like_name(line.text)
            and (
                (after and after.author in (None, line.text.strip(_ENDS)))
                or (named and index + 1 < len(lines))
            )
        ):
            author = _clean_name(line.text)
        elif is_control(line.text) and index + 1 < len(lines) and head:
            controls.append(line)
            index += 1
            continue
        else:
            break
        head.append(line)
        index += 1
    end = len(lines)
    while end > index:
        line = lines[end - 1]
        told = told_by(line.text) if printed is None and line.is_short else None
        if is_control(line.text) or is_clock(line.text):
            controls.append(line)
        elif told and told.author is None:
            iso, printed = told.iso, told.printed
            head.append(line)
        else:
            break
        end -= 1
    return Peeled(
        author=author,
        iso=iso,
        printed=printed,
        head=tuple(head),
        text=tuple(lines[index:end]),
        controls=tuple(controls),
    )
