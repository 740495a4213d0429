"""THE table: every rule, in the order in which rules may claim. The first claim wins."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from archiver.extract.claims import Claim, Settled
from archiver.extract.reading import Reading
from archiver.extract.rules import (
    advertisement_mark,
    after_the_end,
    before_the_headline,
    byline,
    call_to_action,
    caption,
    comment_form,
    comment_header,
    comment_list,
    consent_notice,
    headline,
    list_marker,
    newsletter_box,
    photo_credit,
    post_navigation,
    reading_time,
    related_list,
    share_bar,
    skip_link,
    story,
    table_of_contents,
    tag_list,
    time_stamp,
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
    Rule("list_marker", list_marker.claims),
    Rule("comment_header", comment_header.claims),
    Rule("comment_list", comment_list.claims),
    Rule("comment_form", comment_form.claims),
    Rule("headline", headline.claims),
    Rule("byline", byline.claims),
    Rule("photo_credit", photo_credit.claims),
    Rule("caption", caption.claims),
    Rule("time_stamp", time_stamp.claims),
    Rule("reading_time", reading_time.claims),
    Rule("advertisement_mark", advertisement_mark.claims),
    Rule("post_navigation", post_navigation.claims),
    Rule("share_bar", share_bar.claims),
    Rule("tag_list", tag_list.claims),
    Rule("related_list", related_list.claims),
    Rule("newsletter_box", newsletter_box.claims),
    Rule("table_of_contents", table_of_contents.claims),
    Rule("skip_link", skip_link.claims),
    Rule("consent_notice", consent_notice.claims),
    Rule("call_to_action", call_to_action.claims),
)

SECOND: tuple[LateRule, ...] = (
    LateRule("before_the_headline", before_the_headline.claims),
    LateRule("after_the_end", after_the_end.claims),
    LateRule("story", story.claims),
)
