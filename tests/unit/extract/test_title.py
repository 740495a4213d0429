"""What a story is called, where headings, JSON-LD, Open Graph and the title element do not agree."""

from typing import Any

from archiver.extract.about.title import Printed, choose_title
from archiver.model.document import Fact

EVIDENCE = {
    "ld": ("title", "json-ld NewsArticle.headline"),
    "alternative": ("alternative-title", "json-ld NewsArticle.alternativeHeadline"),
    "og": ("title", "meta og:title"),
    "window": ("page-title", "title element"),
    "site": ("site", "meta og:site_name"),
    "url": ("url", "capture"),
}


def title(*main: str, lower: tuple[str, ...] = (), **told: str) -> str | None:
    """The title chosen for a page that prints these headings and says these things."""
    facts = [
        Fact(field=EVIDENCE[name][0], value=value, evidence=EVIDENCE[name][1]) for name, value in told.items()
    ]
    chosen = choose_title(facts, Printed(main=main, lower=lower))
    return chosen.value if chosen else None


def test_the_outlet_and_its_section_leave_the_end_of_a_title() -> None:
    told: dict[str, Any] = {
        "site": "Harrowmere Post",
        "og": "The mill wheel turns again - River | Harrowmere Post",
    }
    assert title("The mill wheel turns again", **told) == "The mill wheel turns again"
    assert title(**told) == "The mill wheel turns again"


def test_a_colon_in_the_headline_is_no_break_before_the_outlet() -> None:
    assert (
        title(og="Mill wheel : the long wait is over | Harrowmere Post", site="Harrowmere Post")
        == "Mill wheel : the long wait is over"
    )


def test_words_after_the_printed_headline_are_no_part_of_it() -> None:
    assert (
        title("Plum cake on a tray", og="Plum cake on a tray by Perla | Eld Kitchen") == "Plum cake on a tray"
    )


def test_a_blog_that_prints_its_name_as_the_main_heading_is_not_the_headline() -> None:
    posts = ("Every bench in Harrowmere, sat on",)
    assert (
        title("Towpath Notes", lower=posts, window="Towpath Notes: Every bench in Harrowmere, sat on")
        == posts[0]
    )
    assert title("Slow by the river", lower=posts, window=f"{posts[0]} | Slow by the river") == posts[0]
    assert (
        title(
            "The Eld Insider",
            "The Eld Insider",
            window="Bells ring twice",
            url="https://www.theeldinsider.example/1",
        )
        == "Bells ring twice"
    )


def test_a_headline_of_two_main_headings_is_whole_where_all_others_say_so() -> None:
    whole = "Harrowmere has it: a town of records"
    assert title("Harrowmere has it", ": a town of records", ld=whole, og=whole) == whole


def test_a_kicker_that_open_graph_leaves_out_is_no_part_of_the_headline() -> None:
    told: dict[str, Any] = {
        "ld": "Council vote: Bridge stays closed",
        "window": "Council vote: Bridge stays closed - Eld Post",
    }
    assert (
        title("Council vote: Bridge stays closed", og="Bridge stays closed", **told) == "Bridge stays closed"
    )


def test_a_kicker_that_all_other_sources_keep_stays() -> None:
    told: dict[str, Any] = {
        "ld": "Council vote: Bridge stays closed",
        "window": "Council vote: Bridge stays closed",
    }
    assert title("Council vote: Bridge stays closed", og="Bridge stays closed", **told) == told["ld"]


def test_an_open_graph_title_beside_a_search_headline_is_the_desks() -> None:
    heading = "Eld bridge repair: what drivers must know about the closure now"
    told: dict[str, Any] = {"ld": heading, "window": f"{heading} | Eld Post"}
    assert title(heading, og="Bridge closes for nine weeks", **told) == "Bridge closes for nine weeks"


def test_a_heading_that_the_title_element_leaves_for_a_search_title_is_the_headline() -> None:
    told: dict[str, Any] = {
        "og": "Bridge closure: dates and detours",
        "window": "Bridge closure: dates and detours",
    }
    assert title("Nine weeks without the bridge", ld="Nine weeks without the bridge", **told) == (
        "Nine weeks without the bridge"
    )


def test_a_lower_heading_that_the_formal_sources_name_wins_over_a_search_heading() -> None:
    desk = "Only one stop on the way upriver"
    assert (
        title("Ferry captain: new post, pay, career", lower=(desk,), ld=desk, alternative=desk, og=desk[:10])
        == desk
    )


def test_a_subheading_that_begins_like_the_title_is_not_the_headline() -> None:
    assert (
        title(
            "What is a weir? The whole story", lower=("What is a weir",), og="What is a weir - A guided walk"
        )
        == "What is a weir - A guided walk"
    )


def test_the_outlet_and_the_name_of_its_view_leave_the_beginning_of_a_title() -> None:
    told: dict[str, Any] = {"site": "Eld Anglers Forum", "og": "Eld Anglers Forum-What to look for in a net"}
    assert title("Eld Anglers Forum", "What to look for in a net", **told) == "What to look for in a net"
    printed = ("Season 2025: the river is back!", "Who is online")
    window = "Harrowmere • View topic - Season 2025: the river is back!"
    assert title(lower=printed, window=window, url="https://forum.harrowmere.example/t?5") == printed[0]


def test_an_outlet_that_only_its_host_names_leaves_the_end_of_a_title() -> None:
    told: dict[str, Any] = {
        "url": "https://forum.towpath9.example/show?t=5",
        "window": "The lock that sticks - Towpath9's Forum",
    }
    assert title(**told) == "The lock that sticks"
    told = {"url": "https://river.eldnews.example/5", "og": "Whether to widen the old lock at all - Eldnews"}
    assert title(**told) == "Whether to widen the old lock at all"
    town: dict[str, Any] = {
        "url": "https://www.harrowmere.example/5",
        "window": "A week of rain - in Harrowmere and beyond",
    }
    assert title(**town) == town["window"]
