"""Dumps of whole pages: what stands above and below the story, told by the weight of its paragraphs."""

from typing import Any

from archiver import extract

MENU = "Eld Valley Gazette\n\n" + "".join(
    f"  • {word}\n"
    for word in ("News", "Sport", "Parish", "Farming", "Shows", "Letters", "Notices", "Photographs")
)
TEASERS = "".join(
    f"{title}\n\nParish / {hours} h ago\n\n"
    f"The {thing} of the parish, as it stood on Monday beside the ferry, with the rest of its paint and both of "
    "its keepers, who would not say\n\n"
    for hours, (title, thing) in enumerate(
        (
            ("Bell rings by itself", "bell"),
            ("Piano left on platform two", "piano"),
            ("Swans block the bypass", "bypass"),
            ("Marrow weighs as much as another", "marrow"),
        ),
        2,
    )
)
STORY = "The heron on the weathervane\n\nBy Ada Thorne\n\n8 May 2021\n\n" + "".join(
    f"On day {day} a heron stood on the weathervane of Harrowmere from noon until the lamps were lit, and the wind, "
    f"which had meant to turn, did not dare to. The clock winder climbed up {day} times to ask it down.\n\n"
    for day in range(2, 8)
)
FOOT = "Contact\n\nPrivacy policy\n\nTerms of use\n\n12 Eld Street, Harrowmere\n"


def _read(printed: str) -> dict[str, Any]:
    address = "https://gazette.example/2021/05/heron-on-the-weathervane"
    return extract(printed.encode(), url=address, media_type="text/plain").to_dict()


def test_teasers_below_the_story_are_outweighed() -> None:
    rail = (
        "Share this\n\nFarming\n\nShows\n\nLetters\n\n"
        + "More of the parish\n\nFerry\n\nBridge\n\nTide\n\n" * 6
    )
    found = _read(MENU + STORY + rail + TEASERS + FOOT)
    assert found["title"] == "The heron on the weathervane"
    assert found["text"].count("clock winder") == 6
    assert "platform two" not in found["text"]
    assert "Eld Street" not in found["text"]


def test_teasers_above_the_headline_go_with_the_menu() -> None:
    found = _read(MENU + TEASERS + MENU + STORY + FOOT)
    assert found["title"] == "The heron on the weathervane"
    assert "both of its keepers" not in found["text"]
    assert found["text"].count("clock winder") == 6


def test_a_count_of_no_comments_heads_none() -> None:
    found = _read(STORY.replace("8 May 2021", "8 May 2021\n\n0 Comments") + FOOT)
    assert found["comments"] == []
    assert found["text"].count("clock winder") == 6


def test_a_paragraph_printed_twice_stands_once() -> None:
    paragraph = (
        "The verger found three long feathers below the tower, grey with black ends, and kept two of them."
    )
    found = _read(f"{STORY}{paragraph}\n\n{paragraph}\n\n{FOOT}")
    assert found["text"].count("three long feathers") == 1


def test_a_roundup_of_short_lists_is_kept_to_its_end() -> None:
    parts = "".join(
        f"Best boat number {n}\n\nThis boat went up the Eld and down again with {n} people and a dog in it, and came back "
        "with all of them, which is more than we can say of the others that we tried before breakfast.\n\nPros\n\n"
        "  • Floats\n  • Has oars\n  • Keeps the dog dry\n\nCons\n\n  • Slow against the stream\n\n"
        for n in range(1, 8)
    )
    found = _read("Seven boats for a narrow river\n\n" + parts)
    assert found["text"].count("went up the Eld") == 7
    assert found["text"].count("Keeps the dog dry") == 7
