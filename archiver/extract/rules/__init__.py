"""THE table: every rule, in the order in which rules may claim. The first claim wins."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from archiver.extract.claims import Claim, Settled
from archiver.extract.reading import Reading
from archiver.extract.rules import (
    byline,
    caption,
    comment_controls,
    comment_form,
    comment_header,
    comment_list,
    comment_markup,
    headline,
    list_marker,
    opening_post,
    photo_credit,
    post_navigation,
    story,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that sees the page alone."""

    name: str
    claims: Callable[[Reading], Iterable[Claim]]


@dataclass(frozen=True, slots=True)
class LateRule:
    """A rule that also sees what the rules before it settled."""

    name: str
    claims: Callable[[Reading, Settled], Iterable[Claim]]


FIRST: tuple[Rule, ...] = (
    Rule("comment_markup", comment_markup.claims),
    Rule("comment_controls", comment_controls.claims),
    Rule("opening_post", opening_post.claims),
    Rule("list_marker", list_marker.claims),
    Rule("comment_header", comment_header.claims),
    Rule("comment_list", comment_list.claims),
    Rule("comment_form", comment_form.claims),
    Rule("headline", headline.claims),
    Rule("byline", byline.claims),
    Rule("photo_credit", photo_credit.claims),
    Rule("caption", caption.claims),
    Rule("post_navigation", post_navigation.claims),
)

SECOND: tuple[LateRule, ...] = (LateRule("story", story.claims),)
