"""HTML's elements by what they mean to a reader (HTML Standard, section 15.3, and CSS display)."""

from archiver.model.document import MarkKind

UNSEEN = frozenset(
    ["head", "script", "style", "template", "title", "desc", "metadata", "defs", "annotation", "datalist"]
)
"""Elements whose text no browser shows; all other text, hidden by style or not, is the page's."""

BLOCKS = frozenset(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html label legend li main menu nav
    noscript ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead tr
    ul video audio iframe object""".split()
)
"""Elements that stand on lines of their own; so does every custom element (a name with a hyphen)."""

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
LISTS = frozenset(["ul", "ol", "menu", "dir"])
EMBEDS = frozenset(["iframe", "video", "audio", "object", "embed", "amp-iframe", "amp-video", "amp-youtube"])
PICTURES = frozenset(["img", "amp-img", "image"])

TELLING = frozenset(["class", "id", "itemprop", "role", "datetime", "rel", "itemtype", "hidden"])
"""An inline element is kept as a container when it has one of these."""
TELLING_TAGS = frozenset(["time", "cite", "small", "details", "abbr"])

KEPT = (
    "id role itemprop itemtype itemscope datetime title href rel aria-label aria-hidden hidden value content"
    " data-testid data-component data-module data-type data-name data-author data-date data-time data-timestamp"
    " data-parent data-parent-id data-parentid data-depth data-level data-id data-comment-id data-comment-author"
    " data-commentid data-parent-comment-id data-pid data-utc data-datetime data-tippy-content data-score-value indent pubdate data-post-id data-user data-username data-url data-href data-votes data-score data-indent cite"
).split()
"""The attributes that rules may read."""
