"""What a page says about itself in its head."""

import time

import pytest

from archiver.parse.structured import facts


def told(page: str, field: str) -> list[tuple[str, str]]:
    return [(fact.value, fact.evidence) for fact in facts(page, None) if fact.field == field]


def ld(script: str) -> str:
    return f'<head><script type="application/ld+json">{script}</script></head>'


def test_an_article_node_tells_headline_author_and_date() -> None:
    page = ld(
        '{"@type": "NewsArticle", "headline": "Heron &amp; ferry", "datePublished": "2021-05-04T09:15:00+02:00",'
        '"author": [{"@type": "Person", "name": "Ada Thorne"}, {"@type": "Organization", "name": "HPA"}]}'
    )
    assert told(page, "title") == [("Heron & ferry", "json-ld NewsArticle.headline")]
    assert told(page, "published") == [("2021-05-04T09:15:00+02:00", "json-ld NewsArticle.datePublished")]
    assert told(page, "author") == [("Ada Thorne", "json-ld NewsArticle.author")]
    assert told(page, "author-organisation") == [("HPA", "json-ld NewsArticle.author")]


def test_a_reference_in_a_graph_is_followed() -> None:
    page = ld(
        '{"@graph": [{"@type": "WebPage", "@id": "#w"}, {"@type": "Person", "@id": "#p", "name": "Ines Valdora"},'
        '{"@type": "BlogPosting", "headline": "Bread", "author": {"@id": "#p"}}]}'
    )
    assert told(page, "author") == [("Ines Valdora", "json-ld BlogPosting.author")]


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type": "Article", "headline": "Bread"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "Bread"}\n//]]>',
        '{"@type": "Article", "headline": "Bread",}',
        '{"@type": "Article", "headline": "Bread", "description": "two\nlines"}',
        "{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;Bread&quot;}",
        '{"@type": "WebSite"}{"@type": "Article", "headline": "Bread"};',
        '{"@type": "Article", "headline": "Bread", "author": {{name}} }',
    ],
)
def test_broken_json_still_tells_the_headline(script: str) -> None:
    assert [value for value, _ in told(ld(script), "title")] == ["Bread"]


def test_meta_tags_come_in_the_order_of_trust() -> None:
    page = (
        '<head><meta name="twitter:title" content="Short"><meta content="Long" property="og:title">'
        "<meta name=author content='Ada Thorne'><link href='https://h.example/a' rel='canonical'></head>"
    )
    assert told(page, "title") == [("Long", "meta og:title"), ("Short", "meta twitter:title")]
    assert told(page, "author") == [("Ada Thorne", "meta author")]
    assert told(page, "url") == [("https://h.example/a", "link canonical")]


def test_a_tag_in_a_comment_tells_nothing() -> None:
    assert told('<head><!-- <meta name="author" content="Nobody"> --></head>', "author") == []


@pytest.mark.parametrize(
    "flood",
    [
        "<!--" * 100_000,
        "<meta " * 100_000,
        '<meta a="' * 50_000,
        "<script application/ld+json>" * 20_000,
        "<title>" * 50_000,
        ld("[" * 100_000),
        ld('{"a":' * 50_000),
    ],
)
def test_floods_end_in_bounded_time(flood: str) -> None:
    start = time.process_time()
    facts(flood, None)
    assert time.process_time() - start < 5


ARTICLE = '{"@type": "NewsArticle", "headline": "Bread", "image": %s}'
PICTURE = '{"@type": "ImageObject", "@id": "https://post.example/bread#primaryimage", %s}'


@pytest.mark.parametrize(
    "page",
    [
        ld(
            '{"@graph": [%s, %s]}'  # noqa: UP031 - braces of JSON
            % (
                ARTICLE % '{"@id": "https://post.example/bread#primaryimage"}',
                PICTURE % '"url": "https://post.example/loaf.jpg"',
            )
        ),
        ld(ARTICLE % '[{"@id": "https://post.example/bread#primaryimage"}]')
        + ld(PICTURE % '"contentUrl": "https://post.example/loaf.jpg"'),
        ld(ARTICLE % '{"@type": "ImageObject", "url": ["https://post.example/loaf.jpg"]}'),
        ld(ARTICLE % '{"@type": "ImageObject", "@id": "https://post.example/loaf.jpg"}'),
        ld(ARTICLE % '{"@type": "ImageObject", "url": {"@id": "https://post.example/loaf.jpg"}}'),
    ],
)
def test_a_picture_that_an_article_refers_to_is_looked_up(page: str) -> None:
    assert told(page, "image") == [("https://post.example/loaf.jpg", "json-ld NewsArticle.image")]


def test_a_reference_to_a_picture_that_the_page_lacks_is_no_address() -> None:
    assert told(ld(ARTICLE % '{"@id": "https://post.example/bread#primaryimage"}'), "image") == []
    assert told(ld(ARTICLE % '{"@id": "/bread#primaryimage", "caption": "Bread"}'), "image") == []


def test_references_in_a_circle_come_to_an_end() -> None:
    page = ld(
        '{"@graph": [{"@type": "ImageObject", "@id": "#a", "url": {"@id": "#a"}},'
        '{"@type": "Article", "headline": "Bread", "image": {"@id": "#a"}}]}'
    )
    assert told(page, "image") == []
