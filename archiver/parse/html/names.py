"""HTML's elements by what they mean to a reader (HTML Standard, section 15.3, and CSS display)."""

from archiver.model.document import MarkKind


def named(names: str) -> frozenset[str]:
    """The names in a line, parted by white space, as a set."""
    return frozenset(names.split())


UNSEEN = named("head script style template title desc metadata defs annotation datalist noembed")
"""Elements whose text no browser shows; all other text, hidden by style or not, is the page's."""

BLOCKS = named(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html label legend li main menu nav
    noscript ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead tr
    ul video audio iframe object"""
)
"""Elements on lines of their own; so are custom elements, with a hyphen in the name, outside PARAGRAPHS."""

MARKS = {
    "b": MarkKind.STRONG,
    "strong": MarkKind.STRONG,
    "i": MarkKind.EMPHASIS,
    "em": MarkKind.EMPHASIS,
    "cite": MarkKind.EMPHASIS,
    "code": MarkKind.CODE,
    "kbd": MarkKind.CODE,
    "samp": MarkKind.CODE,
    "tt": MarkKind.CODE,
    "a": MarkKind.LINK,
}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
PARAGRAPHS = named("p") | HEADINGS.keys()
"""Elements that hold one line or paragraph: browsers show a custom element inside as a part of it."""
LISTS = named("ul ol menu dir")
EMBEDS = named("iframe video audio object embed amp-iframe amp-video amp-youtube")
PICTURES = named("img amp-img image")
SHAPES = named(
    """path g circle rect line polygon polyline ellipse use symbol lineargradient stop mask filter font wbr
    meta"""
)
"""Elements that say nothing about the text inside them, or hold none."""

TELLING = named("class id itemprop role datetime rel itemtype hidden style")
"""An inline element is kept as a container when it has one of these."""
TELLING_TAGS = named("time cite small details abbr")

KEPT = named(
    """id role itemprop itemtype itemscope datetime title href rel aria-label aria-hidden hidden value content
    cite pubdate indent data-testid data-component data-module data-type data-name data-author data-date
    data-time data-datetime data-timestamp data-utc data-parent data-parent-id data-parentid
    data-parent-comment-id data-depth data-level data-id data-pid data-comment-id data-commentid data-reply-id
    data-comment-author data-post-id data-user data-username data-url data-href data-votes data-score
    data-score-value data-indent data-tippy-content"""
)
"""The attributes that rules may read."""
