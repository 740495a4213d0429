"""The head line of a comment: `**Ada Holm** · 2024-05-01 · id c-1 · marks featured · votes 3`."""

import re
from dataclasses import dataclass
from typing import Any

from archiver.content.markdown.escape import address, destination, escape_line, unescape
from archiver.model.article import Comment
from archiver.text import clean

UNKNOWN = "*unknown*"
_DOT = " · "
_DATE = re.compile(r"[0-9][0-9T:.+Z -]*")
_SPAM = re.compile(r"([01]\.[0-9]{2})(?: (.+))?")
_OPENINGS = ("**", UNKNOWN, "*[unknown](")
_LINK = re.compile(r"\[((?:[^\\\[\]]|\\.)*)\]\((?:<([^<>]*)>|([^\s<>]*))\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a head line says; `reply_to` is the id of the comment answered, where nesting cannot say it."""

    comment: Comment
    """All but its text and its parent."""
    reply_to: str | None = None


def is_head(line: str) -> bool:
    """True for the text of a list item that begins a comment."""
    return line.startswith(_OPENINGS) and " · id " in line


def _word(text: str) -> str:
    return escape_line(clean(text)).replace("·", "&middot;")


def _linked(text: str, url: str | None) -> str:
    safe = address(url)
    return f"[{text}]({destination(safe)})" if safe else text


def write_head(comment: Comment, reply_to: str | None) -> str:
    """The head line of the comment, without the list marker."""
    if comment.author:
        fields = [f"**{_linked(_word(comment.author), comment.author_url)}**"]
    else:
        fields = [f"*{_linked('unknown', comment.author_url)}*"]
    if comment.date:
        plain = _DATE.fullmatch(comment.date) and not comment.date.endswith(" ")
        fields.append(comment.date if plain else f"date {_word(comment.date)}")
    if comment.date_printed:
        fields.append(f"printed {_word(comment.date_printed)}")
    fields.append(f"id {_linked(_word(comment.id), comment.url)}")
    if reply_to is not None:
        fields.append(f"reply to {_word(reply_to)}")
    if marks := [_word(mark).replace(",", "&#44;") for mark in comment.marks if mark]:
        fields.append(f"marks {', '.join(marks)}")
    if comment.votes is not None:
        fields.append(f"votes {comment.votes}")
    if comment.spam or comment.spam_reasons:
        said = ", ".join(_word(reason).replace(",", "&#44;") for reason in comment.spam_reasons if reason)
        fields.append(f"spam {_score(comment.spam)} {said}".rstrip())
    return _DOT.join(fields)


def _score(score: float) -> str:
    return f"{min(1.0, max(0.0, score)):.2f}"


def _unlinked(written: str) -> tuple[str, str | None]:
    link = _LINK.fullmatch(written)
    if link is None:
        return unescape(written), None
    return unescape(link[1]), address(unescape(link[2] if link[2] is not None else link[3]))


def read_head(line: str) -> Head | str:
    """What the head line says, or the field that cannot be read."""
    first, *fields = line.rstrip().split(_DOT)
    values: dict[str, Any] = {}
    bold = first.startswith("**")
    if not first.endswith("**" if bold else "*") or len(first) < 5:
        return first
    author, values["author_url"] = _unlinked(first[2:-2] if bold else first[1:-1])
    values["author"] = author if bold else None
    for written in fields:
        label, _, rest = written.partition(" ")
        if label in ("date", "printed") and rest:
            values["date" if label == "date" else "date_printed"] = unescape(rest)
        elif label == "id" and rest:
            values["id"], values["url"] = _unlinked(rest)
        elif written.startswith("reply to "):
            values["reply_to"] = unescape(written.removeprefix("reply to "))
        elif label == "marks":
            values["marks"] = tuple(unescape(mark) for mark in rest.split(", "))
        elif label == "votes" and re.fullmatch(r"-?[0-9]{1,12}", rest):
            values["votes"] = int(rest)
        elif label == "spam" and (score := _SPAM.fullmatch(rest)):
            values["spam"] = float(score[1])
            values["spam_reasons"] = tuple(
                unescape(reason) for reason in (score[2] or "").split(", ") if reason
            )
        elif _DATE.fullmatch(written):
            values["date"] = written
        else:
            return written
    if not values.get("id"):
        return "id"
    reply_to = values.pop("reply_to", None)
    return Head(comment=Comment(body=(), **values), reply_to=reply_to)
