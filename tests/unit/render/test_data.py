"""What reference managers read in a page: the paper's article and nothing that the capture does not say."""

from archiver.render.machines.data import citation_tags
from tests.unit.harrowmere import CONFIG, page


def test_a_newspaper_article_says_so_with_its_paper_people_day_and_address() -> None:
    told = page(
        "t/2022/04/bridge",
        title="The bridge reopens",
        authors=("Morgan Lee", "Ines Duarte"),
        published="2022-04-14T09:30:00+01:00",
        url="https://times.example/bridge",
        language="en-GB",
    )
    assert citation_tags(CONFIG, told) == (
        ("z:itemType", "newspaperArticle"),
        ("prism.publicationName", "Harrowmere Times"),
        ("citation_title", "The bridge reopens"),
        ("citation_author", "Morgan Lee"),
        ("citation_author", "Ines Duarte"),
        ("citation_publication_date", "2022-04-14"),
        ("citation_language", "en-GB"),
        ("citation_public_url", "https://times.example/bridge"),
        ("DC.identifier", f"sha256:{'0f' * 32}"),
    )


def test_without_a_date_it_says_that_there_is_none_so_that_no_other_is_taken() -> None:
    assert dict(citation_tags(CONFIG, page("t/undated/bridge")))["citation_publication_date"] == "n.d."
