"""THE table: every rule, in the order in which rules may claim. The first claim wins."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from archiver.extract.claims import Claim, Settled
from archiver.extract.reading import Reading
from archiver.extract.rules import (
    advertisement,
    advertisement_mark,
    after_the_end,
    aside,
    author_box,
    before_the_headline,
    breadcrumbs,
    byline,
    call_to_action,
    caption,
    caption_control,
    closing_byline,
    comment_area,
    comment_controls,
    comment_form,
    comment_header,
    comment_list,
    comment_markup,
    consent_notice,
    cookie_notice,
    doubled_text,
    entry_byline,
    entry_footer,
    entry_time,
    filler_text,
    foreign_box,
    form,
    headline,
    hidden_text,
    list_marker,
    lone_link,
    lone_number,
    newsletter_box,
    newsletter_signup,
    next_story,
    opening_post,
    outlet_note,
    outside_story,
    outside_thread,
    page_byline,
    page_control,
    page_date,
    page_headline,
    page_standfirst,
    paywall_notice,
    photo_credit,
    post_links,
    post_navigation,
    rail,
    reading_time,
    related_list,
    share_bar,
    share_buttons,
    site_footer,
    site_header,
    site_menu,
    story,
    story_stamp,
    table_of_contents,
    tag_list,
    teaser,
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
    Rule("comment_markup", comment_markup.claims),
    Rule("comment_controls", comment_controls.claims),
    Rule("comment_area", comment_area.claims),
    Rule("opening_post", opening_post.claims),
    Rule("list_marker", list_marker.claims),
    Rule("comment_header", comment_header.claims),
    Rule("comment_list", comment_list.claims),
    Rule("comment_form", comment_form.claims),
    Rule("headline", headline.claims),
    Rule("page_headline", page_headline.claims),
    Rule("entry_footer", entry_footer.claims),
    Rule("byline", byline.claims),
    Rule("entry_byline", entry_byline.claims),
    Rule("entry_time", entry_time.claims),
    Rule("tag_list", tag_list.claims),
    Rule("post_navigation", post_navigation.claims),
    Rule("hidden_text", hidden_text.claims),
    Rule("cookie_notice", cookie_notice.claims),
    Rule("site_menu", site_menu.claims),
    Rule("site_header", site_header.claims),
    Rule("site_footer", site_footer.claims),
    Rule("breadcrumbs", breadcrumbs.claims),
    Rule("form", form.claims),
    Rule("advertisement", advertisement.claims),
    Rule("share_buttons", share_buttons.claims),
    Rule("newsletter_signup", newsletter_signup.claims),
    Rule("paywall_notice", paywall_notice.claims),
    Rule("related_list", related_list.claims),
    Rule("post_links", post_links.claims),
    Rule("author_box", author_box.claims),
    Rule("aside", aside.claims),
    Rule("time_stamp", time_stamp.claims),
    Rule("reading_time", reading_time.claims),
    Rule("advertisement_mark", advertisement_mark.claims),
    Rule("share_bar", share_bar.claims),
    Rule("newsletter_box", newsletter_box.claims),
    Rule("table_of_contents", table_of_contents.claims),
    Rule("page_control", page_control.claims),
    Rule("consent_notice", consent_notice.claims),
    Rule("call_to_action", call_to_action.claims),
    Rule("lone_number", lone_number.claims),
    Rule("filler_text", filler_text.claims),
)

SECOND: tuple[LateRule, ...] = (
    LateRule("page_byline", page_byline.claims),
    LateRule("page_date", page_date.claims),
    LateRule("caption_control", caption_control.claims),
    LateRule("next_story", next_story.claims),
    LateRule("photo_credit", photo_credit.claims),
    LateRule("caption", caption.claims),
    LateRule("outlet_note", outlet_note.claims),
    LateRule("page_standfirst", page_standfirst.claims),
    LateRule("outside_thread", outside_thread.claims),
    LateRule("outside_story", outside_story.claims),
    LateRule("foreign_box", foreign_box.claims),
    LateRule("story_stamp", story_stamp.claims),
    LateRule("doubled_text", doubled_text.claims),
    LateRule("rail", rail.claims),
    LateRule("closing_byline", closing_byline.claims),
    LateRule("lone_link", lone_link.claims),
    LateRule("teaser", teaser.claims),
    LateRule("before_the_headline", before_the_headline.claims),
    LateRule("after_the_end", after_the_end.claims),
    LateRule("story", story.claims),
)
