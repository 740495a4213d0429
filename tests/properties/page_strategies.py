"""Hypothesis strategies for captures: pages in HTML and in plain text, with the furniture of the web."""

from html import escape

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "the",
        "ferry",
        "bell",
        "weir",
        "lock",
        "Harrowmere",
        "Eld",
        "on",
        "Monday",
        "council",
        "said",
        "Ada",
        "Thorne",
        "12",
        "94",
        "2021",
        "Photo:",
        "By",
        "©",
        "(AP)",
        "via",
        "comments",
        "Reply",
        "Share",
        "Previous",
        "Next",
        "Post",
        "Read",
        "also:",
        "Advertisement",
        "...",
        "•",
        "1.",
        "—",
        "“quoted”",
        "写真",
        "المدينة",
        "naïve",
    ]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
LINES = st.one_of(
    SENTENCES,
    st.sampled_from(
        [
            "Previous Post",
            "Leave a reply",
            "94 COMMENTS",
            "Share this:",
            "By Ada Thorne, AP",
            "Related articles",
            "Subscribe to our newsletter",
            "Advertisement",
            "April 26, 2022 at 10:15",
            "Perla says:",
            "(Jo Lind/Eld Valley Gazette via AP)",
        ]
    ),
    st.text(max_size=12).filter(lambda text: "\r" not in text),
)
NAMES = st.sampled_from(
    [
        "comment",
        "comment-list",
        "children",
        "byline",
        "caption",
        "credit",
        "share",
        "related-posts",
        "newsletter",
        "site-footer",
        "nav",
        "entry-content",
        "article-body",
        "headline",
        "standfirst",
        "respond",
        "td-post-content",
        "sidebar",
        "widget",
        "wp-caption-text",
        "comment-author",
    ]
)
INLINE = st.sampled_from(["span", "strong", "em", "a", "time", "cite", "b"])
BLOCKS = st.sampled_from(
    [
        "div",
        "p",
        "section",
        "article",
        "aside",
        "footer",
        "header",
        "nav",
        "figure",
        "figcaption",
        "blockquote",
        "ul",
        "ol",
        "li",
        "h2",
        "h3",
        "main",
        "form",
        "table",
        "td",
    ]
)


def _element(tag: str, names: list[str], inside: list[str]) -> str:
    told = f' class="{" ".join(names)}"' if names else ""
    return f"<{tag}{told}>{''.join(inside)}</{tag}>"


LEAVES = st.one_of(
    LINES.map(escape),
    st.builds(_element, INLINE, st.lists(NAMES, max_size=1), st.lists(LINES.map(escape), max_size=2)),
    st.just("<br>"),
    LINES.map(lambda line: f'<img src="/a.jpg" alt="View of {escape(line)}">'),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.builds(_element, BLOCKS, st.lists(NAMES, max_size=2), st.lists(inner, max_size=5)),
    max_leaves=25,
)
HTML_PAGES = st.builds(
    lambda title, parts: (
        f"<!DOCTYPE html><html lang='en'><head><title>{escape(title)}</title></head><body>{''.join(parts)}</body></html>"
    ),
    LINES,
    st.lists(TREES, min_size=1, max_size=6),
)
INDENTS = st.sampled_from(["", "", "", "  ", "    ", "      ", "\t", "\u00a0\u00a0"])
BULLETS = st.sampled_from(["", "", "", "1. ", "2. ", "• ", "- ", "* ", "o "])
TEXT_PAGES = st.lists(
    st.builds(
        lambda indent, bullet, line: indent + bullet + line, INDENTS, BULLETS, st.one_of(LINES, st.just(""))
    ),
    min_size=1,
    max_size=40,
).map("\n".join)
